"""SWOT entries: adding, mending, moving and removing notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.model.change import Act, Change, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.kinds import Quadrant
from facilitator.model.limits import clean_text
from facilitator.model.records import Entry, Principle, Table
from facilitator.model.removal import remove
from facilitator.model.workshop import Workshop

_LIST_MARK = re.compile(r"^([•·]|[-*–]+(?=\s|$))\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """Where notes go: chosen once, then type, Enter, type, Enter."""

    quadrant: Quadrant
    principle: str | None = None
    table: str | None = None
    stage: str | None = None


def lines_of(text: str) -> tuple[str, ...]:
    """The notes in a pasted text: a line each, without list marks and empty lines.

    A dash or a star is a list mark only before a space: “-5% jobs” is a note's own text.
    """
    stripped = (_LIST_MARK.sub("", line.strip(), count=1) for line in text.splitlines())
    return tuple(line for line in stripped if line)


def add_entries(
    workshop: Workshop,
    target: Target,
    texts: Sequence[str],
    *,
    legible: bool = True,
    language: str = "",
) -> Act:
    """Add notes to a quadrant, all of them one act. Raises `DomainError` for an empty text.

    `language` is a code such as "fr" where they are not in the workshop's own.
    """
    first = workshop.next_number(Entry)
    entries = [
        Entry(
            new_id(),
            number,
            target.quadrant,
            clean_text(text, "The note"),
            target.principle,
            target.table,
            language,
            legible=legible,
            stage=target.stage,
        )
        for number, text in enumerate(texts, start=first)
    ]
    if not entries:
        raise DomainError("There is no note to add: type one first.")
    return Act("add_entries", tuple(added(entry) for entry in entries), len(entries))


def edit_entry(workshop: Workshop, entry_id: str, text: str) -> Act:
    """Mend the text of a note."""
    entry = workshop.get(Entry, entry_id)
    return Act("edit_entry", (edited(entry, text=clean_text(text, "The note")),))


def move_entries(workshop: Workshop, entry_ids: Iterable[str], quadrant: Quadrant) -> Act:
    """Move notes to another quadrant of the same wall."""
    changes = _each(workshop, entry_ids, quadrant=quadrant)
    return Act("move_entries", changes, len(changes))


def move_elsewhere(
    workshop: Workshop, entry_ids: Iterable[str], principle: str | None, table: str | None
) -> Act:
    """Move notes to the wall of a principle and table, each to its own quadrant there.

    A note lets go of its theme where the principle is another: themes belong to one.
    """
    if principle is not None:
        workshop.get(Principle, principle)
    if table is not None:
        workshop.get(Table, table)
    changes = []
    for entry in (workshop.get(Entry, id_) for id_ in dict.fromkeys(entry_ids)):
        theme = entry.theme if entry.principle == principle else None
        changes.append(edited(entry, principle=principle, table=table, theme=theme))
    return Act("move_entries", tuple(changes), len(changes))


def mark_legible(workshop: Workshop, entry_ids: Iterable[str], *, legible: bool) -> Act:
    """Say whether notes could be read."""
    changes = _each(workshop, entry_ids, legible=legible)
    return Act("mark_legible" if legible else "mark_illegible", changes, len(changes))


def mark_language(workshop: Workshop, entry_ids: Iterable[str], language: str) -> Act:
    """Say in what language notes are written; empty: the workshop's own."""
    changes = _each(workshop, entry_ids, language=language)
    return Act("mark_language", changes, len(changes))


def _each(workshop: Workshop, entry_ids: Iterable[str], **fields: Any) -> tuple[Change, ...]:
    return tuple(edited(workshop.get(Entry, id_), **fields) for id_ in dict.fromkeys(entry_ids))


def delete_entries(workshop: Workshop, entry_ids: Iterable[str]) -> Act:
    """Remove notes, and with them the links of insights and ideas to them."""
    return remove(workshop, Entry, entry_ids, "delete_entries")
