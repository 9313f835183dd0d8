"""Sorting notes into themes, and saying what a theme tells."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.change import Act, added, edited
from facilitator.model.ids import new_id
from facilitator.model.limits import clean_text
from facilitator.model.ordering import placed
from facilitator.model.records import Entry, Insight, Theme
from facilitator.model.removal import remove
from facilitator.model.workshop import Workshop


def add_theme(
    workshop: Workshop, principle: str | None, name: str, entries: Iterable[str] = ()
) -> Act:
    """Name a new theme under a principle, and put notes under it."""
    theme = Theme(
        new_id(),
        workshop.next_number(Theme),
        clean_text(name, "The theme"),
        principle,
        workshop.next_position(Theme),
    )
    notes = (edited(workshop.get(Entry, id_), theme=theme.id) for id_ in dict.fromkeys(entries))
    return Act("add_theme", (added(theme), *notes))


def rename_theme(workshop: Workshop, theme_id: str, name: str) -> Act:
    """Give a theme another name."""
    theme = workshop.get(Theme, theme_id)
    return Act("rename_theme", (edited(theme, name=clean_text(name, "The theme")),))


def delete_theme(workshop: Workshop, theme_id: str) -> Act:
    """Remove a theme with its insights; its notes are unsorted again."""
    return remove(workshop, Theme, [theme_id], "delete_theme")


def sort_entries(workshop: Workshop, entry_ids: Iterable[str], theme: str | None) -> Act:
    """Put notes under a theme, or under none."""
    if theme is not None:
        workshop.get(Theme, theme)
    changes = tuple(
        edited(workshop.get(Entry, id_), theme=theme) for id_ in dict.fromkeys(entry_ids)
    )
    return Act("sort_entries", changes, len(changes))


def add_insight(workshop: Workshop, theme: str, text: str, entries: Iterable[str] = ()) -> Act:
    """Write down what a theme tells, with the notes that it rests on."""
    insight = Insight(
        new_id(),
        workshop.next_number(Insight),
        workshop.get(Theme, theme).id,
        clean_text(text, "The insight"),
        _known(workshop, entries),
        workshop.next_position(Insight),
    )
    return Act("add_insight", (added(insight),))


def edit_insight(
    workshop: Workshop, insight_id: str, text: str, entries: Iterable[str] | None = None
) -> Act:
    """Mend the text of an insight, and with `entries` the notes that it rests on."""
    insight = workshop.get(Insight, insight_id)
    evidence = insight.entries if entries is None else _known(workshop, entries)
    mended = edited(insight, text=clean_text(text, "The insight"), entries=evidence)
    return Act("edit_insight", (mended,))


def delete_insight(workshop: Workshop, insight_id: str) -> Act:
    """Remove an insight."""
    return remove(workshop, Insight, [insight_id], "delete_insight")


def move_theme(workshop: Workshop, theme_id: str, by: int) -> Act:
    """Move a theme by a number of places among those of its principle."""
    theme = workshop.get(Theme, theme_id)
    in_order = [t for t in workshop.all(Theme) if t.principle == theme.principle]
    return Act("move_theme", placed(theme, in_order, in_order.index(theme) + by))


def move_insight(workshop: Workshop, insight_id: str, by: int) -> Act:
    """Move an insight by a number of places among those of its theme."""
    insight = workshop.get(Insight, insight_id)
    in_order = [i for i in workshop.all(Insight) if i.theme == insight.theme]
    return Act("move_insight", placed(insight, in_order, in_order.index(insight) + by))


def _known(workshop: Workshop, entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(workshop.get(Entry, id_).id for id_ in entries)
