"""Saving what can still be read of a damaged file: the lines of its journal that are whole."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.files import whole_file
from facilitator.model.change import Act, Change, added, edited, removed
from facilitator.model.ids import new_id
from facilitator.model.plain import fields_of, from_plain
from facilitator.model.records import BY_KIND, Facts
from facilitator.storage.acts import RECOVER
from facilitator.storage.connection import connect, peek, version_of
from facilitator.storage.errors import StorageError, friendly, see_that_it_is_free
from facilitator.storage.fold import Folded, fold, highest_given
from facilitator.storage.journal import COLUMNS, Journal
from facilitator.storage.lines import Line
from facilitator.storage.schema import migrate
from facilitator.storage.tables import carry_out, dangling, put, remember_number, rows

_LEAST_BYTES = 200
"""A line takes more than this, so that a damaged row number does not send recovery on for ever."""


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
    see_that_it_is_free(target)
    version_of(damaged)
    with closing(peek(damaged)) as connection:
        read = list(_lines(connection, most=damaged.stat().st_size // _LEAST_BYTES))
    lines = [line for line in read if line is not None]
    if not lines:
        raise StorageError(
            "{file}: nothing can be saved from this file; use a copy of it.", file=str(damaged)
        )
    with friendly(target), whole_file(target) as part:
        records = _rebuild(part, lines)
    return Recovered(len(lines), len(read) - len(lines), records)


def _lines(connection: sqlite3.Connection, *, most: int) -> Iterator[Line | None]:
    """The journal line by line, None for one that is not whole: a bad page costs only its own."""
    for row in range(1, _last_row(connection, most) + 1):
        try:
            cells = connection.execute(
                f"SELECT {COLUMNS} FROM journal NOT INDEXED WHERE rowid = ?",  # noqa: S608
                (row,),
            ).fetchone()
            line = Line(*cells) if cells else None
            yield line if line is not None and line.is_whole() else None
        except (sqlite3.DatabaseError, TypeError, ValueError):
            yield None


def _last_row(connection: sqlite3.Connection, most: int) -> int:
    """The row of the last line: what most of the table and its indexes tell; 0 where none does."""
    found: list[int] = []
    for source in ("NOT INDEXED", "INDEXED BY journal_hlc", "INDEXED BY journal_act"):
        with suppress(sqlite3.DatabaseError):
            found += (
                connection.execute(
                    f"SELECT rowid FROM journal {source} ORDER BY rowid DESC LIMIT 1"  # noqa: S608
                ).fetchone()
                or ()
            )
    likely = Counter(row for row in found if row <= most).most_common(1)
    return likely[0][0] if likely else 0


def _rebuild(path: Path, lines: list[Line]) -> int:
    """Make the new file; returns how many records it holds."""
    state = fold(lines)
    connection = connect(path, read_only=False)
    try:
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        Journal(connection).append(lines)
        for record in state.values():
            if record.present:
                put(connection, record.kind, record.fields)
        for kind, number in highest_given(lines).items():
            remember_number(connection, kind, {"number": number})
        _mend(connection, state)
        connection.execute("COMMIT")
        return sum(sum(1 for _ in rows(connection, kind)) for kind in BY_KIND)
    finally:
        connection.close()


def _mend(connection: sqlite3.Connection, state: dict[str, Folded]) -> None:
    """Make the tables whole where lines were lost, by lines that say so."""
    journal = Journal(connection)
    while changes := tuple(_facts(connection, state)) or tuple(_let_go(connection)):
        _, lines = journal.lines_for(Act(RECOVER, changes, len(changes)))
        journal.append(lines)
        journal.keep(lines)
        carry_out(connection, lines)


def _facts(connection: sqlite3.Connection, state: dict[str, Folded]) -> Iterator[Change]:
    """The facts as far as they are known, where the line that put them was lost."""
    if not any(rows(connection, Facts.KIND)):
        told = (id_ for id_, record in state.items() if record.kind == Facts.KIND)
        id_ = next(told, "")
        known = state[id_].fields if id_ else {}
        yield added(from_plain(Facts, {"id": id_ or new_id(), **known}))


def _let_go(connection: sqlite3.Connection) -> Iterator[Change]:
    """Records that refer to a lost one: without it, or gone where they are nothing without."""
    loose: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, id_, column in dangling(connection):
        loose[kind, id_].append(column)
    for (kind, id_), columns in loose.items():
        type_ = BY_KIND[kind]
        record = next(from_plain(type_, plain) for plain in rows(connection, kind, id_))
        optional = {field.name for field in fields_of(type_) if field.optional}
        if optional.issuperset(columns):
            yield edited(record, **dict.fromkeys(columns))
        else:
            yield removed(record)
