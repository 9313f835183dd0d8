"""Files to try things on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.plain import Plain, to_plain
from facilitator.model.records import RECORD_TYPES, ActHeader, Entry
from facilitator.storage import WorkshopFile
from facilitator.storage.journal import all_lines
from facilitator.storage.lines import Line

ROOT = Path(__file__).parents[2]
WALL = swot.Target(Quadrant.STRENGTH)


def write(file: WorkshopFile, *texts: str) -> None:
    """Add notes, all of them one act."""
    file.perform(swot.add_entries(file.workshop, WALL, texts))


def edit(file: WorkshopFile, number: int, text: str) -> None:
    """Mend the note of that number."""
    entry = next(entry for entry in file.workshop.all(Entry) if entry.number == number)
    file.perform(swot.edit_entry(file.workshop, entry.id, text))


def delete(file: WorkshopFile, *numbers: int) -> None:
    """Remove notes, all of them one act."""
    ids = [entry.id for entry in file.workshop.all(Entry) if entry.number in numbers]
    file.perform(swot.delete_entries(file.workshop, ids))


def notes(file: WorkshopFile) -> list[str]:
    """The texts of all notes."""
    return [entry.text for entry in file.workshop.all(Entry)]


def dump(file: WorkshopFile) -> dict[str, list[Plain]]:
    """Every record of the file, by kind."""
    types = [type_ for type_ in RECORD_TYPES if type_ is not ActHeader]
    return {type_.KIND: [to_plain(r) for r in file.workshop.all(type_)] for type_ in types}


def journal(path: Path) -> list[Line]:
    """The lines in a file that is closed."""
    with closing(sqlite3.connect(path)) as connection:
        return list(all_lines(connection))


def tamper(path: Path, *statements: str) -> None:
    """Change a closed file behind the program's back; the schema stays the same."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs a script with the program at hand."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def output(script: str, *arguments: object) -> str:
    """What a script prints; it must end well."""
    process = python(script, *arguments)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    return out.strip()
