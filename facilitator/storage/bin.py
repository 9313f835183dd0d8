"""The bin: what acts deleted and what of it is still gone, read from the journal alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from facilitator.model.plain import Field, Plain, fields_of, from_plain
from facilitator.model.records import BY_KIND, ActHeader, Record
from facilitator.model.references import Bond, ids_in, references_of
from facilitator.model.restoring import Deletion, Link
from facilitator.model.workshop import Workshop
from facilitator.storage.acts import DONE, HEADER_COLUMNS, header_of
from facilitator.storage.clock import moment_of
from facilitator.storage.journal import lines_of_act
from facilitator.storage.lines import Line

SHOWN = 60
"""So many records of one deletion are read for a list; all of them are restored."""

Gone = tuple[str, str]
"""The id of the journal's line that removed a record, and the record's."""

# From the last act on, each asked of the index of removals: no line of the others is read.
_REMOVING = """
SELECT a.id, a.hlc FROM acts a WHERE a.undoes IS NULL AND a.hlc < ? AND EXISTS (
    SELECT 1 FROM journal j INDEXED BY journal_removed WHERE j.act = a.id AND j.after IS NULL)
ORDER BY a.hlc DESC LIMIT 100"""

# An act that puts in something new (an evaluation form typed anew) replaced what it removed.
_LOOKED_AT = f"""
SELECT {HEADER_COLUMNS}, {DONE}, EXISTS (
    SELECT 1 FROM journal j WHERE j.act = a.id AND j.before IS NULL AND j.kind <> 'acts')
FROM acts a WHERE a.id = ?"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Binned:
    """An act that deleted something: its header, and the first of the records still gone.

    `count` is how many are. What the act was about comes first, then what went with it.
    """

    header: ActHeader
    records: tuple[Record, ...]
    count: int

    @property
    def when(self) -> datetime:
        """The moment of the deletion, in UTC."""
        return moment_of(self.header.hlc)


class Bin:
    """The deletions of which something is still gone, the last first, read part by part.

    It tells the file as it was when the first part was read: after a change, begin anew.
    """

    def __init__(self, connection: sqlite3.Connection, workshop: Workshop) -> None:
        """Nothing is read yet."""
        self._connection = connection
        self._rest = _deletions(connection, workshop)

    def read(self, limit: int) -> tuple[Binned, ...]:
        """The next deletions; fewer than asked for where there are no more."""
        found = []
        for header, gone in islice(self._rest, limit):
            records = tuple(_record(self._connection, line) for line, _ in gone[:SHOWN])
            found.append(Binned(header, records, len(gone)))
        return tuple(found)


def deletion(connection: sqlite3.Connection, workshop: Workshop, act: str) -> Deletion:
    """All that an act deleted and that is still gone; nothing where it is not in the bin."""
    for header, gone in _deletions(connection, workshop):
        if header.id == act:
            records = tuple(_record(connection, line) for line, _ in gone)
            links = tuple(_links(lines_of_act(connection, act), workshop))
            return Deletion(records, links, header.count)
    return Deletion(())


class Removals:
    """Where each record was removed last; kept, as the journal only grows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Nothing is read before it is asked for."""
        self._connection = connection
        self._lines: dict[str, str] = {}
        self._read = 0

    def find(self, id_: str) -> Record | None:
        """The record of that id as it was when it was removed last; None where it never was."""
        index = "" if self._read else "INDEXED BY journal_removed"
        new = self._connection.execute(
            f"SELECT rowid, record, id FROM journal {index} "  # noqa: S608
            "WHERE after IS NULL AND rowid > ? ORDER BY rowid",
            (self._read,),
        ).fetchall()
        for row, record, line in new:
            self._read = row
            self._lines[record] = line
        line = self._lines.get(id_)
        return None if line is None else _record(self._connection, line)


def _deletions(
    connection: sqlite3.Connection, workshop: Workshop
) -> Iterator[tuple[ActHeader, list[Gone]]]:
    """Each act that deleted something still gone, the last first.

    A record that was deleted, restored and deleted again belongs to its last deletion.
    """
    seen: set[str] = set()
    for act in _removing(connection):
        *header, done, replaced = connection.execute(_LOOKED_AT, (act,)).fetchone()
        if not done:
            continue
        removals = connection.execute(
            "SELECT id, kind, record FROM journal WHERE act = ? AND after IS NULL "
            "ORDER BY hlc DESC",
            (act,),
        ).fetchall()
        gone = [
            (line, record)
            for line, kind, record in removals
            if record not in seen and workshop.find(BY_KIND[kind], record) is None
        ]
        seen.update(record for _, record in gone)
        if gone and not replaced:
            yield header_of(tuple(header)), gone


def _removing(connection: sqlite3.Connection) -> Iterator[str]:
    """The acts of people that removed records, the last first."""
    stamp = "~"  # after every stamp
    while acts := connection.execute(_REMOVING, (stamp,)).fetchall():
        for act, stamp in acts:  # noqa: B007
            yield act


def _record(connection: sqlite3.Connection, line: str) -> Record:
    """The record that a line removed, whole; what an earlier program did not know is as usual."""
    kind, before = connection.execute(
        "SELECT kind, before FROM journal WHERE id = ?", (line,)
    ).fetchone()
    return from_plain(BY_KIND[kind], json.loads(before))


def _links(lines: list[Line], workshop: Workshop) -> Iterator[Link]:
    """The links that an act cleared: in what stayed, and in what it removed and is there again."""
    gone = {line.record for line in lines if line.after is None}
    for line in lines:
        type_ = BY_KIND[line.kind]
        if line.before is None or workshop.find(type_, line.record) is None:
            continue
        before: Plain = json.loads(line.before)
        after: Plain = {} if line.after is None else json.loads(line.after)
        for field in fields_of(type_):
            reference = references_of(type_).get(field.name)
            if reference is None or reference.bond is not Bond.LINK or field.name not in before:
                continue
            was = field.from_plain(before[field.name])
            if gone.isdisjoint(ids_in(was)):
                continue
            is_ = _cleared(field, was, gone) if line.after is None else after[field.name]
            beside = before.get(reference.beside, "")
            yield Link(type_, line.record, field.name, was, field.from_plain(is_), beside)


def _cleared(field: Field, was: str | tuple[str, ...], gone: set[str]) -> list[str] | None:
    return [id_ for id_ in was if id_ not in gone] if field.many else None
