"""Sorting notes into themes, and saying what a theme tells."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.change import Act, added, edited
from facilitator.model.ids import new_id
from facilitator.model.limits import clean_text
from facilitator.model.records import Entry, Insight, Theme
from facilitator.model.workshop import Workshop


def add_theme(workshop: Workshop, principle: str | None, name: str) -> Act:
    """Name a new theme under a principle."""
    theme = Theme(
        new_id(),
        workshop.next_number(Theme),
        clean_text(name, "The theme"),
        principle,
        workshop.next_position(Theme),
    )
    return Act("add_theme", (added(theme),))


def sort_entries(workshop: Workshop, entry_ids: Iterable[str], theme: str | None) -> Act:
    """Put notes under a theme, or under none."""
    changes = tuple(edited(workshop.get(Entry, id_), theme=theme) for id_ in entry_ids)
    return Act("sort_entries", changes, len(changes))


def add_insight(workshop: Workshop, theme: str, text: str, entries: Iterable[str] = ()) -> Act:
    """Write down what a theme tells, with the notes that it rests on."""
    insight = Insight(
        new_id(),
        workshop.next_number(Insight),
        workshop.get(Theme, theme).id,
        clean_text(text, "The insight"),
        tuple(entries),
        workshop.next_position(Insight),
    )
    return Act("add_insight", (added(insight),))
