"""The tables of the current state: derived from the journal, a table a kind, a row a record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache, partial
from typing import Any

from facilitator.model.change import Change
from facilitator.model.plain import Field, Plain, fields_of, from_plain, to_plain
from facilitator.model.records import BY_KIND, RECORD_TYPES, ActHeader, Record
from facilitator.storage.lines import Line


@cache
def _columns(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(BY_KIND[kind]))


@cache
def _lists(kind: str) -> tuple[str, ...]:
    """The fields that are lists, and stand in the table as JSON text."""
    return tuple(field.name for field in fields_of(BY_KIND[kind]) if field.many)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _insert(kind: str) -> str:
    columns = _columns(kind)
    marks = ", ".join("?" for _ in columns)
    return f'INSERT INTO "{kind}" ({_quoted(columns)}) VALUES ({marks})'  # noqa: S608


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value


def carry_out(connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
    """Bring the tables from the state before the lines to the state after them."""
    for line in lines:
        if line.after is None:
            connection.execute(f'DELETE FROM "{line.kind}" WHERE id = ?', (line.record,))  # noqa: S608
            continue
        fields = json.loads(line.after)
        if line.before is None:
            put(connection, line.kind, fields)
            remember_number(connection, line.kind, fields)
        else:
            names = ", ".join(f'"{name}" = ?' for name in fields)
            cells = [_cell(value) for value in fields.values()]
            connection.execute(
                f'UPDATE "{line.kind}" SET {names} WHERE id = ?',  # noqa: S608
                (*cells, line.record),
            )


def put(connection: sqlite3.Connection, kind: str, fields: Plain) -> None:
    """Insert a record's row."""
    cells = [_cell(fields[name]) for name in _columns(kind)]
    connection.execute(_insert(kind), cells)


def remember_number(connection: sqlite3.Connection, kind: str, fields: Plain) -> None:
    """Keep a record's number as given, so that no other record ever gets it."""
    if "number" in fields:
        connection.execute(
            "INSERT INTO numbers VALUES (?, ?) "
            "ON CONFLICT (kind) DO UPDATE SET highest = max(highest, excluded.highest)",
            (kind, fields["number"]),
        )


def rows(connection: sqlite3.Connection, kind: str, id_: str | None = None) -> Iterator[Plain]:
    """The records of a kind, or the one of an id, as plain values.

    Raises `ValueError` for a cell that is no JSON.
    """
    columns, lists = _columns(kind), _lists(kind)
    flags = [field.name for field in fields_of(BY_KIND[kind]) if field.base is bool]
    sql = f'SELECT {_quoted(columns)} FROM "{kind}" WHERE id = coalesce(?, id)'  # noqa: S608
    # All at once: a cursor left in a traceback would keep the file locked after it was closed.
    for row in connection.execute(sql, (id_,)).fetchall():
        plain = dict(zip(columns, row, strict=True))
        for name in lists:
            plain[name] = json.loads(plain[name])
        for name in flags:
            plain[name] = bool(plain[name])
        yield plain


def dangling(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Kind, id and field of each reference to a record that is not there."""
    loose = connection.execute(
        'SELECT c."table", c.rowid, l."from" FROM pragma_foreign_key_check c '
        'JOIN pragma_foreign_key_list(c."table") l ON l.id = c.fkid'
    )
    for kind, row, field in loose.fetchall():
        id_ = connection.execute(f'SELECT id FROM "{kind}" WHERE rowid = ?', (row,)).fetchone()[0]  # noqa: S608
        yield kind, id_, field


def load(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every record but the acts.

    Raises `ValueError`, `TypeError` or `KeyError` where one is bad. It says what `rows` and
    `from_plain` would, without a mapping for each record: opening waits for it.
    """
    for type_ in RECORD_TYPES:
        if type_ is ActHeader:
            continue
        make: Any = type_
        special = _readers(type_.KIND)
        sql = f'SELECT {_quoted(_columns(type_.KIND))} FROM "{type_.KIND}"'  # noqa: S608
        for row in connection.execute(sql).fetchall():
            if not special:
                yield make(*row)
                continue
            cells = list(row)
            for place, read in special:
                cells[place] = read(cells[place])
            yield make(*cells)


@cache
def _readers(kind: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """How cells become values, by column, where they are not the value itself."""
    found: list[tuple[int, Callable[[Any], Any]]] = []
    for place, field in enumerate(fields_of(BY_KIND[kind])):
        if field.many:
            found.append((place, partial(_read_list, field)))
        elif field.base is bool:
            found.append((place, bool))
        elif issubclass(field.base, StrEnum):
            found.append((place, {word.value: word for word in field.base}.__getitem__))
    return tuple(found)


def _read_list(field: Field, cell: str) -> tuple[Any, ...]:
    return () if cell == "[]" else field.from_plain(json.loads(cell))


def highest_numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """The highest number ever given, by kind."""
    return dict(connection.execute("SELECT kind, highest FROM numbers"))


def changes_back(
    lines: Iterable[Line], current: dict[str, Record | None], *, forward: bool
) -> Iterator[Change]:
    """The changes that take lines back, or with `forward` make them again.

    `current` holds the records now, by id; it moves on as changes are made, for an act that
    touched a record twice.
    """
    for line in lines:
        type_ = BY_KIND[line.kind]
        aim = line.after if forward else line.before
        now = current[line.record]
        if aim is None:
            after = None
        else:
            after = _with(
                type_, now, json.loads(aim), whole=line.before is None or line.after is None
            )
        if now is not None or after is not None:
            yield Change(now, after)
        current[line.record] = after


def _with(type_: type[Record], now: Record | None, fields: Plain, *, whole: bool) -> Record | None:
    if whole:
        return from_plain(type_, fields)
    return None if now is None else from_plain(type_, {**to_plain(now), **fields})
