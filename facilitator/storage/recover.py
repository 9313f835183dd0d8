"""Saving what can still be read of a damaged file: the lines of its journal that are whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from facilitator.files import whole_file
from facilitator.model.plain import from_plain
from facilitator.model.records import BY_KIND, ActHeader
from facilitator.storage.connection import connect, version_of
from facilitator.storage.errors import StorageError, friendly
from facilitator.storage.fold import Folded, fold
from facilitator.storage.journal import COLUMNS, Journal
from facilitator.storage.lines import Line
from facilitator.storage.schema import migrate
from facilitator.storage.tables import put
from facilitator.storage.writer import new_writer


@dataclass(frozen=True, slots=True)
class Recovered:
    """How much was saved: whole journal lines, lines that could not be read, records."""

    lines: int
    lost: int
    records: int


def recover(damaged: Path, target: Path) -> Recovered:
    """Build a new file at `target` from the whole journal lines of a damaged one.

    The damaged file is only read. Raises `StorageError` where nothing can be saved.
    """
    if target.exists():
        raise StorageError(f"{target}: the file exists already; choose another name.")
    version_of(damaged)
    lines, lost = _readable(damaged)
    state = {id_: record for id_, record in fold(lines).items() if _whole(record)}
    if not any(record.kind == "facts" for record in state.values()):
        raise StorageError(f"{damaged}: nothing can be saved from this file; use a copy of it.")
    with friendly(target), whole_file(target) as part:
        _rebuild(part, lines, state)
    return Recovered(len(lines), lost, sum(record.present for record in state.values()))


def _readable(path: Path) -> tuple[list[Line], int]:
    """The lines that are whole, and how many are not; a bad page costs only its own rows."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cell_size_check = ON")
        read = list(_rows(connection))
    finally:
        connection.close()
    lines = [line for line in read if line is not None and line.hash == line.content_hash()]
    return lines, len(read) - len(lines)


def _rows(connection: sqlite3.Connection) -> Iterator[Line | None]:
    try:
        last = connection.execute("SELECT max(rowid) FROM journal").fetchone()[0] or 0
    except sqlite3.DatabaseError:
        return
    for rowid in range(1, last + 1):
        try:
            row = connection.execute(
                f"SELECT {COLUMNS} FROM journal WHERE rowid = ?",  # noqa: S608
                (rowid,),
            ).fetchone()
            yield None if row is None else Line(*row)
        except (sqlite3.DatabaseError, ValueError):
            yield None


def _whole(record: Folded) -> bool:
    """Whether every field of the record was told."""
    try:
        from_plain(BY_KIND[record.kind], record.fields)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def _rebuild(path: Path, lines: list[Line], state: dict[str, Folded]) -> None:
    connection = connect(path, read_only=False)
    try:
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        Journal(connection, new_writer()).append(lines)
        for record in _without_dangling(state).values():
            put(connection, record.kind, record.fields)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _without_dangling(state: dict[str, Folded]) -> dict[str, Folded]:
    """The present records; an undone act whose header was lost does not name it."""
    kept = {id_: record for id_, record in state.items() if record.present}
    for record in kept.values():
        if record.kind == ActHeader.KIND and record.fields["undoes"] not in kept:
            record.fields["undoes"] = None
    return kept
