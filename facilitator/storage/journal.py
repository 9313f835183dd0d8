"""The append-only journal in the file: writing lines, and reading them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from facilitator.model.change import Act, Change, added
from facilitator.model.ids import new_id
from facilitator.model.plain import Plain
from facilitator.model.records import ActHeader
from facilitator.storage.clock import HybridClock
from facilitator.storage.lines import Line, canonical, fields_changed
from facilitator.storage.writer import new_writer

COLUMNS = "id, writer, sequence, hlc, act, kind, record, before, after, hash"


class Journal:
    """The journal of an open file, written to by one writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Go on after the last line of the file, as a writer of its own.

        `by` is the name of the person at the keys, kept with each act; empty where none was given.
        """
        self.by = ""
        self._connection = connection
        self._sequence = 0
        seen = connection.execute("SELECT max(hlc) FROM journal").fetchone()[0]
        self._clock = HybridClock(seen or "")

    @cached_property
    def _writer(self) -> str:
        """Who writes: asked for with the first line, as looking it up takes time at opening."""
        return new_writer()

    def lines_for(
        self, act: Act, *, undoes: str | None = None, redo: bool = False
    ) -> tuple[ActHeader, list[Line]]:
        """The act's header and the lines for its changes; no lines where nothing differs.

        Nothing is written by this, and the lines' places in the sequence are taken by `keep`.
        """
        act_id = new_id()
        hlc = self._clock.tick()
        header = ActHeader(act_id, act.name, act.count, hlc, self._writer, undoes, redo, self.by)
        lines: list[Line] = []
        for change in (added(header), *act.changes):
            fields = fields_changed(change)
            if fields is not None:
                place = self._sequence + len(lines) + 1
                lines.append(self._line(act_id, place, hlc, change, fields))
                hlc = self._clock.tick()
        return header, lines if len(lines) > 1 else []

    def _line(
        self,
        act: str,
        sequence: int,
        hlc: str,
        change: Change,
        fields: tuple[Plain | None, Plain | None],
    ) -> Line:
        before, after = (None if part is None else canonical(part) for part in fields)
        line = Line(
            new_id(),
            self._writer,
            sequence,
            hlc,
            act,
            change.kind,
            change.id,
            before,
            after,
            "",
        )
        return replace(line, hash=line.content_hash())

    def keep(self, lines: Sequence[Line]) -> None:
        """The lines were committed: their places in the sequence are taken."""
        self._sequence = lines[-1].sequence

    def append(self, lines: Iterable[Line]) -> None:
        """Write lines; the caller's transaction makes them stay."""
        self._connection.executemany(
            f"INSERT INTO journal ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                (
                    line.id,
                    line.writer,
                    line.sequence,
                    line.hlc,
                    line.act,
                    line.kind,
                    line.record,
                    line.before,
                    line.after,
                    line.hash,
                )
                for line in lines
            ),
        )


def all_lines(connection: sqlite3.Connection) -> Iterator[Line]:
    """Every line of the file, as they were written."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM journal ORDER BY rowid")  # noqa: S608
    return (Line(*row) for row in rows)


def lines_of_act(connection: sqlite3.Connection, act: str) -> list[Line]:
    """The changes of an act, without its header, in their order."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM journal WHERE act = ? AND kind <> 'acts' ORDER BY hlc",  # noqa: S608
        (act,),
    )
    return [Line(*row) for row in rows]
