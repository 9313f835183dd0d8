"""The fold: from the lines of a journal, in whatever order they came, to the state they tell."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.model.plain import Plain, defaults
from facilitator.storage.lines import Line

SETS = {
    ("facts", "illustrative"),
    ("participants", "further_sectors"),
    ("insights", "entries"),
    ("ideas", "answers"),
    ("rounds", "ideas"),
}
"""Fields that are sets of things: two copies that each add one keep both."""


@dataclass(slots=True)
class Folded:
    """One record as the lines so far tell it; `present` is False once it was removed."""

    kind: str
    fields: Plain = field(default_factory=dict)
    present: bool = False


def fold(lines: Iterable[Line]) -> dict[str, Folded]:
    """The records by id, removed ones too.

    Lines are taken in the order of their clocks, ties by id, so that every union of the same
    lines gives the same state. A field set later wins; a removed record keeps what is set on it
    meanwhile, and stays removed until a line puts it back. Fields that the lines do not know, as
    an earlier program wrote them, take their defaults.
    """
    records: dict[str, Folded] = {}
    for line in sorted(lines, key=lambda line: (line.hlc, line.id)):
        record = records.setdefault(line.record, Folded(line.kind))
        before = None if line.before is None else json.loads(line.before)
        after = None if line.after is None else json.loads(line.after)
        if after is None:
            record.present = False
        elif before is None:
            record.fields.update(after)
            record.present = True
        else:
            _set(record, before, after)
    for record in records.values():
        for name, default in defaults(record.kind).items():
            record.fields.setdefault(name, default)
    return records


def highest_given(lines: Iterable[Line]) -> dict[str, int]:
    """The highest number that the lines ever gave to a record, by kind."""
    highest: dict[str, int] = {}
    for line in lines:
        if line.before is None and line.after is not None:
            number = json.loads(line.after).get("number")
            if number is not None:
                highest[line.kind] = max(number, highest.get(line.kind, number))
    return highest


def _set(record: Folded, before: Plain, after: Plain) -> None:
    for name, value in after.items():
        current = record.fields.get(name)
        if (record.kind, name) in SETS and current != before.get(name):
            record.fields[name] = _united(current or [], before.get(name) or [], value)
        else:
            record.fields[name] = value


def _united(current: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
    """The current set with what the line removed taken out and what it added put in."""
    gone = [item for item in before if item not in after]
    new = [item for item in after if item not in before and item not in current]
    return [item for item in current if item not in gone] + new
