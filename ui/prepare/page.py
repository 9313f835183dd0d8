"""The pages of the plan: a list, or two of which one is of the other, and the form beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.model.records import Facts, Record
from ui.actions import Handlers, keys_of
from ui.prepare.described import Listing, Section
from ui.prepare.form import Form
from ui.prepare.list_side import ListSide
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column
from ui.widgets.sides import Sides

_WIDE = 760
"""Where there is less room, the form stands beneath the list."""


class FactsPage(Page):
    """What the workshop is, in one form."""

    def __init__(self, room: Room, sections: Sequence[Section]) -> None:
        """The form of the facts."""
        super().__init__(room)
        self.form = Form(room, Facts, sections)
        self.form.show_record(room.session.workshop.facts.id)
        self.setLayout(column(self.form))

    def handlers(self) -> Handlers:
        """The form is where one types."""
        return {"entry": self.take_focus, "edit": self.take_focus}

    def take_focus(self) -> None:
        """Typing goes on in the form."""
        self.form.take_focus()


class ListPage(Page):
    """Lists of what is planned, and the form of what is chosen."""

    def __init__(self, room: Room, listing: Listing, below: Listing | None = None) -> None:
        """A page; the records of the listing `below` belong to the chosen one of the first."""
        super().__init__(room)
        self._listings = [listing] + ([below] if below is not None else [])
        self.sides = [ListSide(room, each) for each in self._listings]
        self.forms = [Form(room, each.of, each.sections) for each in self._listings]
        self._at = 0
        self._in_form = False
        self._stack = QStackedWidget()
        for form in self.forms:
            self._stack.addWidget(form)
        self._lay_out()
        for place, side in enumerate(self.sides):
            side.chosen.connect(partial(self._choose, place))
            side.focused.connect(partial(self._go, place))
            side.opened.connect(partial(self._open, place))
            self.forms[place].leave.connect(side.go_to_list)
            self.forms[place].focused.connect(self._enter_form)
        self.sides[0].begin()
        self._choose(0, self.sides[0].current)
        self.session.changed.connect(self._follow)

    @property
    def side(self) -> ListSide:
        """The list in which one works."""
        return self.sides[self._at]

    @property
    def form(self) -> Form:
        """The form beside it."""
        return self.forms[self._at]

    def handlers(self) -> Handlers:
        """Adding, changing, moving, deleting."""
        own: dict[str, Callable[[], object]] = {
            "add": self._add,
            "entry": self._to_entry,
            "notes_list": lambda: self.side.go_to_list(),
            "edit": lambda: self._open(self._at),
            "delete": self._delete,
            "move_up": lambda: self.side.step(-1),
            "move_down": lambda: self.side.step(1),
        }
        return own

    def take_focus(self) -> None:
        """Typing goes on where it was."""
        if self._in_form and self.form.id is not None:
            self.form.take_focus()
        elif not self.side.has_keys():
            self.side.take_focus()

    def reveal(self, record: Record) -> None:
        """Choose a record of this page."""
        for place, listing in enumerate(self._listings):
            if isinstance(record, listing.of):
                if place and listing.within:
                    self.sides[0].choose(getattr(record, listing.within))
                self._go(place)
                self.sides[place].choose(record.id)

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("{key} add", key=keys_of("add")),
            words("{key} change", key=keys_of("edit")),
            words("{up} and {down} move", up=keys_of("move_up"), down=keys_of("move_down")),
            words("Del delete"),
            words("Esc back to the list"),
        ]
        lists = column(*self.sides, gap=12)
        for place in range(len(self.sides)):
            lists.setStretch(place, 1)
        left = QWidget()
        left.setLayout(lists)
        wide = self.theme.scaled(_WIDE)
        halves = Sides(left, self._stack, shares=(2, 3), wide=wide, gap=12)
        layout = column(KeyHints(keys), halves, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _choose(self, place: int, id_: Any) -> None:
        self.forms[place].show_record(id_)
        self._tell(place)
        if place == 0 and len(self.sides) > 1:
            self.sides[1].show_of(id_)

    def _tell(self, place: int) -> None:
        listing, form = self._listings[place], self.forms[place]
        record = self.session.workshop.find(listing.of, form.id)
        form.remark(listing.remark(record) if record is not None else "")

    def _go(self, place: int) -> None:
        self._at, self._in_form = place, False
        self._stack.setCurrentIndex(place)

    def _enter_form(self) -> None:
        self._in_form = True

    def _open(self, place: int) -> None:
        self._go(place)
        if self.form.id is not None:
            self.form.take_focus(first=True)

    def _add(self) -> None:
        self.side.take_focus()

    def _to_entry(self) -> None:
        """To the entry line; from there to that of the other list."""
        if self.side.entry.line.hasFocus() and len(self.sides) > 1:
            self._go(1 - self._at)
        self.side.take_focus()

    def _delete(self) -> None:
        """Only what is chosen in the list, with the keys there."""
        if self.side.list.hasFocus():
            self.side.delete()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what came while another page was shown."""
        super().showEvent(event)
        for place in range(len(self.sides)):
            self._tell(place)

    def _follow(self, changes: Changes) -> None:
        """Counting goes through all votes, so it waits until it is looked at."""
        if not self.isVisible():
            return
        for place, listing in enumerate(self._listings):
            kinds = (listing.of, *listing.counts)
            if any(isinstance(change.record, kinds) for change in changes):
                self._tell(place)
