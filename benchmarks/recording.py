"""Recording an entry through the session, against one SQLite insert with the same settings."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from dataclasses import astuple, fields
from pathlib import Path

from facilitator.commands.new import from_json
from facilitator.exchange.plan import plan_of
from facilitator.model import swot
from facilitator.model.ids import new_id
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Principle, Stage, Table
from facilitator.resources import resource
from facilitator.storage import WorkshopFile
from facilitator.storage.connection import connect
from ui.session import Session

ENTRIES = 400
TEXT = "The counter staff are patient and explain the form twice"


def measure() -> tuple[float, float]:
    """The medians of interleaved entries, each of them on disk."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        records = plan_of(from_json(resource("samples", "ops-2017.json")))
        session = Session(WorkshopFile.create(Path(folder, "ours.workshop"), records))
        insert = _Bare(Path(folder, "bare.db"))
        workshop = session.workshop
        target = swot.Target(
            Quadrant.STRENGTH,
            workshop.all(Principle)[0].id,
            workshop.all(Table)[0].id,
            workshop.all(Stage)[1].id,
        )
        for number in range(ENTRIES):
            text = f"{TEXT} {number}"
            start = time.perf_counter()
            session.do(swot.add_entries, target, [text])
            middle = time.perf_counter()
            insert.entry(text, number, target)
            end = time.perf_counter()
            ours.append(middle - start)
            bare.append(end - middle)
        session.close()
        insert.connection.close()
    return statistics.median(ours), statistics.median(bare)


class _Bare:
    """A table of entries, written to with nothing in between."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self.connection: sqlite3.Connection = connect(path, read_only=False)
        names = [f'"{field.name}"' for field in fields(Entry)]
        self.connection.execute(f"CREATE TABLE entries ({', '.join(names)}, PRIMARY KEY (id))")
        self.sql = f"INSERT INTO entries VALUES ({', '.join('?' for _ in names)})"

    def entry(self, text: str, number: int, target: swot.Target) -> None:
        entry = Entry(
            new_id(),
            number,
            target.quadrant,
            text,
            target.principle,
            target.table,
            stage=target.stage,
        )
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(self.sql, astuple(entry))
        self.connection.execute("COMMIT")
