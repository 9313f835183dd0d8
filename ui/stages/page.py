"""What every page is: a widget with a place for the focus and actions of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from facilitator.language import Language
from facilitator.model.records import Principle, Record, Sector, Table
from ui.actions import Handlers
from ui.memory import Memory
from ui.session import Session
from ui.theme import Theme
from ui.widgets.chooser import Chooser

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """What the clock on the wall says."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Room:
    """What a page is built with: session, language, theme, clock on the wall, memory."""

    session: Session
    words: Language
    theme: Theme
    clock: Clock
    memory: Memory


class Page(QWidget):
    """A page of the window; `handlers` are the actions that it takes while it is shown."""

    def __init__(self, room: Room) -> None:
        """A page in a room."""
        super().__init__()
        self.room = room
        self.session = room.session
        self.words = room.words
        self.theme = room.theme

    def handlers(self) -> Handlers:
        """The actions of this page."""
        return {}

    def take_focus(self) -> None:
        """Put the focus where typing goes."""
        self.setFocus()

    def reveal(self, record: Record) -> None:
        """Bring a record of this page into sight, and choose it."""


def principle_chooser(room: Room) -> Chooser:
    """A choice among the principles; “whole workshop” where there is none."""
    chooser = Chooser(room.words("Principle"))
    principles = [(p.id, p.name) for p in room.session.workshop.all(Principle)]
    chooser.offer(principles or [(None, room.words("Whole workshop"))])
    return chooser


def table_chooser(room: Room) -> Chooser:
    """A choice among the tables; “no table” where there is none."""
    chooser = Chooser(room.words("Table"))
    tables = [(t.id, t.name) for t in room.session.workshop.all(Table)]
    chooser.offer(tables or [(None, room.words("No tables"))])
    return chooser


def sector_chooser(room: Room) -> Chooser:
    """A choice among the sectors; “sector not stated” comes first."""
    chooser = Chooser(room.words("Sector"))
    sectors = [(s.id, s.name) for s in room.session.workshop.all(Sector)]
    chooser.offer([(None, room.words("Sector not stated")), *sectors])
    return chooser
