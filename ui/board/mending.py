"""Mending a theme, an insight or a note of the board where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from facilitator.model import sorting, swot
from facilitator.model.change import Act
from facilitator.model.citing import reread_line, write_line
from facilitator.model.records import Entry, Insight, Theme
from facilitator.model.workshop import Workshop
from ui.board.column import BoardList
from ui.models.records import RECORD_ROLE
from ui.stages.page import Room
from ui.widgets.in_place import Texts


def mend(room: Room, cards: BoardList, index: QModelIndex) -> None:
    """Open the text of a row; an insight has the numbers of its notes before it."""
    record: Theme | Insight | Entry = index.data(RECORD_ROLE)
    name, text = _said(room, record)
    act = _act(record)

    def save(texts: Texts) -> bool:
        return room.session.do(act, texts[0]) is not None

    cards.edits.begin(index, [name], (text,), save)


def _said(room: Room, record: Theme | Insight | Entry) -> tuple[str, str]:
    words = room.words
    if isinstance(record, Theme):
        return words("Theme"), record.name
    if isinstance(record, Insight):
        line = write_line(room.session.workshop, record.text, record.entries)
        return words("Insight"), line
    return words("The note"), record.text


def _act(record: Theme | Insight | Entry) -> Callable[[Workshop, str], Act]:
    def act(workshop: Workshop, text: str) -> Act:
        if isinstance(record, Theme):
            return sorting.rename_theme(workshop, record.id, text)
        if isinstance(record, Insight):
            typed = reread_line(workshop, text, record.text, record.entries)
            return sorting.edit_insight(workshop, record.id, typed.text, typed.entries)
        return swot.edit_entry(workshop, record.id, text)

    return act
