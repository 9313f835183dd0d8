"""What happened in a workshop: its acts, the last first, and what each of them changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitator.model.plain import fields_of
from facilitator.model.records import BY_KIND, ActHeader, Record
from facilitator.storage.acts import HEADER_COLUMNS, header_of
from facilitator.storage.clock import moment_of
from facilitator.storage.journal import COLUMNS
from facilitator.storage.lines import Line

_LATER = HEADER_COLUMNS.replace("a.", "u.")
_WIDTH = HEADER_COLUMNS.count(",") + 1

_HAPPENED = f"""
SELECT {HEADER_COLUMNS}, {_LATER} FROM acts a LEFT JOIN acts u ON u.id = (
    SELECT l.id FROM acts l WHERE l.undoes = a.id ORDER BY l.hlc DESC LIMIT 1)
WHERE a.undoes IS NULL"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Happened:
    """An act of a person; `undone` is the act that took it back, where it is taken back."""

    header: ActHeader
    undone: ActHeader | None = None

    @property
    def when(self) -> datetime:
        """The moment of the act, in UTC."""
        return moment_of(self.header.hlc)

    @property
    def undone_when(self) -> datetime | None:
        """The moment at which it was taken back, in UTC."""
        return None if self.undone is None else moment_of(self.undone.hlc)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which acts are looked for: by their names in the program, or by who did them."""

    names: Collection[str] = ()
    people: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One record of an act: its fields before and after, empty where it was not there.

    Of an edited record these are the fields that changed.
    """

    type: type[Record]
    id: str
    before: dict[str, Any]
    after: dict[str, Any]


def history(
    connection: sqlite3.Connection, limit: int, before: str = "", wanted: Wanted | None = None
) -> tuple[Happened, ...]:
    """The acts before a stamp, the last first; undoing and redoing are told with what they undo."""
    sql, values = _HAPPENED, []
    if before:
        sql, values = f"{sql} AND a.hlc < ?", [before]
    if wanted is not None:
        names, people = list(wanted.names), list(wanted.people)
        sql += f" AND (a.name IN ({_marks(names)}) OR a.by IN ({_marks(people)}))"
        values += [*names, *people]
    rows = connection.execute(f"{sql} ORDER BY a.hlc DESC LIMIT ?", (*values, limit))
    return tuple(_happened(row) for row in rows.fetchall())


def last_touched(connection: sqlite3.Connection) -> Happened | None:
    """The act that was done, undone or redone last."""
    last = "SELECT coalesce(undoes, id) FROM acts ORDER BY hlc DESC LIMIT 1"
    row = connection.execute(f"{_HAPPENED} AND a.id = ({last})").fetchone()
    return None if row is None else _happened(row)


def people(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of all who did something, but for the empty one."""
    rows = connection.execute("SELECT DISTINCT by FROM acts WHERE by <> ''").fetchall()
    return tuple(sorted(name for (name,) in rows))


def told(connection: sqlite3.Connection, act: str, limit: int) -> tuple[tuple[Told, ...], int]:
    """The first records that an act changed, and how many there are in all.

    What was deleted stands before what only let go of it, and what was chosen before its parts.
    """
    mine = "FROM journal WHERE act = ? AND kind <> 'acts'"
    count = connection.execute(f"SELECT count(*) {mine}", (act,)).fetchone()[0]
    rows = connection.execute(
        f"SELECT {COLUMNS} {mine} "
        "ORDER BY after IS NOT NULL, CASE WHEN after IS NULL THEN hlc END DESC, hlc LIMIT ?",
        (act, limit),
    ).fetchall()
    return tuple(_told(Line(*row)) for row in rows), count


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" for _ in values)


def _happened(row: tuple[Any, ...]) -> Happened:
    header, later = row[:_WIDTH], row[_WIDTH:]
    undone = header_of(later) if later[0] is not None else None
    return Happened(header_of(header), undone if undone is not None and not undone.redo else None)


def _told(line: Line) -> Told:
    type_ = BY_KIND[line.kind]
    before, after = (_values(type_, part) for part in (line.before, line.after))
    return Told(type_, line.record, before, after)


def _values(type_: type[Record], part: str | None) -> dict[str, Any]:
    plain = {} if part is None else json.loads(part)
    return {f.name: f.from_plain(plain[f.name]) for f in fields_of(type_) if f.name in plain}
