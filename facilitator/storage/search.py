"""Search through everything that was typed: an index in memory, made from the records.

It is never in the file: what was deleted leaves no trace in it, and a file needs no repair of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.change import Change
from facilitator.model.citing import code_of
from facilitator.model.records import BY_KIND, Record
from facilitator.model.searching import SEARCHED, text_of, words_of
from facilitator.model.workshop import Workshop

_TABLE = """CREATE VIRTUAL TABLE found USING fts5 (
  text, code, kind UNINDEXED, id UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
)"""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that holds what was searched for."""

    type: type[Record]
    id: str


class SearchIndex:
    """Finds records by the beginnings of words, or by a part of their text.

    It may be made in one thread and used in another, by one of them at a time.
    """

    def __init__(self, workshop: Workshop) -> None:
        """Index every record of a workshop: about 20 ms for 1,000."""
        self._connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False
        )
        self._connection.execute(_TABLE)
        self._rows: dict[str, int] = {}
        self._connection.execute("BEGIN")
        for type_ in SEARCHED:
            for record in workshop.each(type_):
                self._add(record)
        self._connection.execute("COMMIT")

    def follow(self, changes: Iterable[Change]) -> None:
        """Bring the index up to date with changes."""
        for change in changes:
            if type(change.record) not in SEARCHED:
                continue
            row = self._rows.pop(change.id, None)
            if row is not None:
                self._connection.execute("DELETE FROM found WHERE rowid = ?", (row,))
            if change.after is not None:
                self._add(change.after)

    def find(self, query: str, limit: int = 40) -> tuple[Found, ...]:
        """The records that hold every word of a query, or its beginning; the best first.

        Where no word begins so, those whose text holds the query anywhere.
        """
        words = words_of(query)
        if not words:
            return ()
        asked = " ".join(f'"{word}"*' for word in words)
        rows = self._connection.execute(
            "SELECT kind, id FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?", (asked, limit)
        ).fetchall()
        if not rows:
            rows = self._connection.execute(
                "SELECT kind, id FROM found WHERE instr(lower(text), lower(?)) > 0 LIMIT ?",
                (query.strip(), limit),
            ).fetchall()
        return tuple(Found(BY_KIND[kind], id_) for kind, id_ in rows)

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _add(self, record: Record) -> None:
        text = text_of(record)
        if text:
            cursor = self._connection.execute(
                "INSERT INTO found VALUES (?, ?, ?, ?)",
                (text, code_of(record), record.KIND, record.id),
            )
            self._rows[record.id] = cursor.lastrowid or 0
