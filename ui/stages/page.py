"""What every page is: a widget with a place for the focus and actions of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from facilitator.language import Language
from facilitator.model.agenda import zone_of
from facilitator.model.records import Principle, Record, Sector, Table
from ui.actions import Handlers
from ui.drafts import Draft
from ui.memory import Memory
from ui.session import Changes, Session
from ui.theme import Theme
from ui.widgets.chooser import Chooser

if TYPE_CHECKING:
    from facilitator.model.staging import Focus

Clock = Callable[[], datetime]
Named = Principle | Table | Sector


@dataclass(frozen=True, slots=True)
class Room:
    """What a page is built with: session, language, theme, clocks, memory.

    `clock` gives the moments that are recorded and counted from: nobody can set it. `wall` is what
    the computer's clock shows, for times of day that are still to come.
    """

    session: Session
    words: Language
    theme: Theme
    clock: Clock
    wall: Clock
    memory: Memory

    def draft(self, place: str) -> Draft:
        """What stands half-typed at a place, which is named like `<stage>/note`."""
        return Draft(self.memory, self.words, self.clock, self.time_of_day, place)

    def time_of_day(self, moment: datetime) -> str:
        """A moment as the clock of the workshop shows it."""
        return self.words.clock(moment.astimezone(zone_of(self.session.workshop.facts)))


class Page(QWidget):
    """A page of the window; `handlers` are the actions that it takes while it is shown.

    `turned` is sent when the room should be shown something else of it; `asked` carries the id of
    an action of the window, for a button of the page.
    """

    turned = Signal()
    asked = Signal(str)

    def __init__(self, room: Room) -> None:
        """A page in a room."""
        super().__init__()
        self.room = room
        self.session = room.session
        self.words = room.words
        self.theme = room.theme
        self._filled = False

    def handlers(self) -> Handlers:
        """The actions of this page."""
        return {}

    def take_focus(self) -> None:
        """Put the focus where typing goes."""
        self.setFocus()

    def shown_to_room(self) -> Focus:
        """What of the stage the room sees, as the facilitator looks at it here."""
        from facilitator.model.staging import Focus

        return Focus()

    def fill(self) -> None:
        """Show what there is; called once, when the page is first seen.

        Long lists are then laid out once and at their width, not at each step of making the page.
        """

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the page when it is first seen."""
        super().showEvent(event)
        if not self._filled:
            self._filled = True
            self.fill()

    def reveal(self, record: Record) -> None:
        """Bring a record of this page into sight, and choose it."""


class RecordChooser(Chooser):
    """A choice among the records of a type, which follows the plan; remembered at a place."""

    def __init__(self, room: Room, name: str, type_: type[Named], none: str, place: str) -> None:
        """Offer what there is; `none` is what is said where there may be none, or is."""
        super().__init__(name)
        self._session, self._type, self._none = room.session, type_, none
        self._offer_records()
        room.session.changed.connect(self._follow)
        if place:
            key = f"chosen/{place}"
            self.choose(room.memory.get(key) or self.id)
            self.chosen.connect(lambda id_: room.memory.put(key, id_ or ""))

    def _offer_records(self) -> None:
        records = [(record.id, record.name) for record in self._session.workshop.all(self._type)]
        without = [(None, self._none)] if self._type is Sector or not records else []
        self.offer([*without, *records])

    def _follow(self, changes: Changes) -> None:
        if any(isinstance(change.record, self._type) for change in changes):
            self._offer_records()


def principle_chooser(room: Room, place: str = "") -> Chooser:
    """A choice among the principles; “whole workshop” where there is none.

    With a `place` the choice is remembered there, as with every chooser.
    """
    return RecordChooser(
        room, room.words("Principle"), Principle, room.words("Whole workshop"), place
    )


def table_chooser(room: Room, place: str = "") -> Chooser:
    """A choice among the tables; “no table” where there is none."""
    return RecordChooser(room, room.words("Table"), Table, room.words("No tables"), place)


def sector_chooser(room: Room, place: str = "") -> Chooser:
    """A choice among the sectors; “sector not stated” comes first."""
    return RecordChooser(room, room.words("Sector"), Sector, room.words("Sector not stated"), place)
