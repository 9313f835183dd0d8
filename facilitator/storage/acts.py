"""Undo and redo: which act is next, and the changes that reverse it. All of it is in the file."""

from __future__ import annotations

import sqlite3

from facilitator.model.change import Change
from facilitator.model.plain import fields_of
from facilitator.model.records import BY_KIND, ActHeader
from facilitator.model.workshop import Workshop
from facilitator.storage.journal import lines_of_act
from facilitator.storage.tables import changes_back

CREATE = "create"
"""The act that makes the file, with all it begins with: every change comes after it."""

RECOVER = "recover"
"""The act that makes a file whole again after lines were lost."""

_BEGINNINGS = {CREATE, RECOVER}
"""Undo reaches none of these acts, nor behind them."""

HEADER_COLUMNS = ", ".join(f"a.{field.name}" for field in fields_of(ActHeader))
"""The columns of a header, for the table of acts as `a`; `header_of` reads them."""

DONE = """coalesce(
    (SELECT u.redo FROM acts u WHERE u.undoes = a.id ORDER BY u.hlc DESC LIMIT 1), 1)"""
"""Of the act `a`: 1 where the last act that names it in `undoes` is a redo, or where none does."""


def last_done(connection: sqlite3.Connection) -> ActHeader | None:
    """The latest act that is done and may be undone."""
    last = _one(
        connection.execute(
            f"SELECT {HEADER_COLUMNS} FROM acts a "  # noqa: S608
            f"WHERE a.undoes IS NULL AND {DONE} = 1 ORDER BY a.hlc DESC LIMIT 1"
        )
    )
    return None if last is None or last.name in _BEGINNINGS else last


def last_undone(connection: sqlite3.Connection) -> ActHeader | None:
    """The act undone last, unless something else was done since."""
    return _one(
        connection.execute(
            f"SELECT {HEADER_COLUMNS} FROM acts a JOIN acts u ON u.undoes = a.id "  # noqa: S608
            f"WHERE u.redo = 0 AND {DONE} = 0 "
            "AND u.hlc > (SELECT max(n.hlc) FROM acts n WHERE n.undoes IS NULL) "
            "ORDER BY u.hlc DESC LIMIT 1"
        )
    )


def latest(connection: sqlite3.Connection, limit: int) -> tuple[ActHeader, ...]:
    """The latest acts, the last first."""
    rows = connection.execute(
        f"SELECT {HEADER_COLUMNS} FROM acts a ORDER BY a.hlc DESC LIMIT ?",  # noqa: S608
        (limit,),
    )
    return tuple(header_of(row) for row in rows)


def reversal(
    connection: sqlite3.Connection, workshop: Workshop, act: str, *, redo: bool
) -> tuple[Change, ...]:
    """The changes that take an act back, or with `redo` do it again."""
    lines = lines_of_act(connection, act)
    if not redo:
        lines.reverse()
    current = {line.record: workshop.find(BY_KIND[line.kind], line.record) for line in lines}
    return tuple(changes_back(lines, current, forward=redo))


def _one(cursor: sqlite3.Cursor) -> ActHeader | None:
    row = cursor.fetchone()
    return None if row is None else header_of(row)


def header_of(row: tuple[str, str, int, str, str, str | None, int, str]) -> ActHeader:
    """The header that `HEADER_COLUMNS` gave."""
    id_, name, count, hlc, writer, undoes, redo, by = row
    return ActHeader(id_, name, count, hlc, writer, undoes, bool(redo), by)
