"""Looking for what is wrong in an open file: pages, references, journal, and the tables' truth."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from facilitator.model.plain import Plain
from facilitator.model.records import RECORD_TYPES
from facilitator.storage.fold import fold, highest_given
from facilitator.storage.journal import all_lines
from facilitator.storage.lines import Line
from facilitator.storage.tables import highest_numbers, rows


def problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong, a sentence each; nothing where all is well."""
    for (message,) in connection.execute("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield f"The file's pages: {message}."
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"A record of {table} refers to a record of {parent} that is not there."
    lines = list(all_lines(connection))
    whole = []
    for line in lines:
        if line.is_whole():
            whole.append(line)
        else:
            yield f"The journal line {line.id} was changed after it was written."
    yield from _missing_lines(lines)
    yield from _differences(connection, whole)
    if highest_given(whole) != highest_numbers(connection):
        yield "The highest numbers given differ from what the journal says."


def _missing_lines(lines: list[Line]) -> Iterator[str]:
    sequences: defaultdict[str, set[int]] = defaultdict(set)
    for line in lines:
        sequences[line.writer].add(line.sequence)
    for writer, seen in sequences.items():
        missing = max(seen) - len(seen)
        if missing > 0:
            yield f"The journal lacks {missing} line(s) of the writer {writer}."


def _differences(connection: sqlite3.Connection, lines: list[Line]) -> Iterator[str]:
    """Where a table does not hold what a replay of the journal gives."""
    replayed: dict[str, dict[str, Plain]] = {type_.KIND: {} for type_ in RECORD_TYPES}
    for id_, record in fold(lines).items():
        if record.present:
            replayed[record.kind][id_] = record.fields
    for kind, wanted in replayed.items():
        found = {plain["id"]: plain for plain in rows(connection, kind)}
        for id_ in wanted.keys() | found.keys():
            if wanted.get(id_) != found.get(id_):
                yield f"The record {id_} of {kind} differs from what its journal says."
