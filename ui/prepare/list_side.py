"""The list of a page of the plan: added to by typing, put in order, taken from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.model import plan
from facilitator.model.kind_names import KIND_NAMES
from facilitator.model.plan import RULES
from facilitator.model.records import Record
from facilitator.model.removal import contents, remove
from facilitator.model.swot import lines_of
from ui.models.cards import CardModel
from ui.models.records import RECORD_ROLE
from ui.prepare.described import Listing
from ui.prepare.ordered_list import OrderedList
from ui.session import Changes
from ui.stages.page import Room
from ui.widgets.entry_line import EntryLine
from ui.widgets.labels import column, label
from ui.widgets.panel import Panel


class ListSide(QWidget):
    """A list with its entry line; `chosen` carries the id of the row that is chosen, or None."""

    chosen = Signal(object)
    focused = Signal()
    opened = Signal()

    def __init__(self, room: Room, listing: Listing) -> None:
        """The records of a listing."""
        super().__init__()
        self._room, self._listing = room, listing
        self._of: str | None = None
        self.model: CardModel[Any] = CardModel(
            room.session, listing.of, listing.card, self._belongs
        )
        self.list = OrderedList(
            room.theme, self.model, listing.title, listing.empty, listing.gutter
        )
        self.entry = EntryLine(listing.placeholder, narrow=True)
        self.entry.say(listing.enter)
        self.entry.keep_draft(room.draft(f"plan/{listing.of.__name__.lower()}"))
        self._foot = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self._renew_foot()

    def show_of(self, id_: str | None) -> None:
        """Show the records that belong to another record of the list above."""
        if id_ != self._of:
            self._of = id_
            self.model.show(self._belongs)
            self._choose_row(0)
        self.entry.setEnabled(id_ is not None)

    @property
    def current(self) -> str | None:
        """The id of the chosen record."""
        return self.list.current_id()

    def begin(self) -> None:
        """Choose the first row, where there is one."""
        self._choose_row(0)

    def choose(self, id_: str) -> None:
        """Choose a record."""
        self.list.choose_id(id_)

    def has_keys(self) -> bool:
        """Whether the keys come here."""
        return self.list.hasFocus() or self.entry.line.hasFocus()

    def take_focus(self) -> None:
        """Typing goes to the entry line."""
        self.entry.setFocus()

    def go_to_list(self) -> None:
        """The keys go to the list, where there is something in it."""
        if self.model.rowCount():
            self.list.enter()
        else:
            self.take_focus()

    def step(self, by: int) -> None:
        """Move the chosen record up or down."""
        id_ = self.current
        row = None if id_ is None else self.model.row_of(id_)
        if id_ is not None and row is not None:
            self._move(id_, row + by)

    def delete(self) -> None:
        """Delete the chosen record, and say what went with it."""
        id_, session = self.current, self._room.session
        if id_ is None:
            return
        row = self.model.row_of(id_) or 0
        type_, name = self._listing.of, f"delete_{RULES[self._listing.of].noun}"
        with_it = contents(session.workshop, type_, id_)
        text = self.model.index(row).data() or ""
        if session.do(remove, type_, [id_], name) is not None:
            self._choose_row(min(row, self.model.rowCount() - 1))
            self.entry.tell(self._deleted(text, with_it))

    def _deleted(self, text: str, with_it: Any) -> str:
        words = self._room.words
        counted = [words.plural(*KIND_NAMES[kind], n) for kind, n in with_it]
        if counted:
            return words(
                "Deleted “{name}” with {what}: Ctrl+Z, or the bin, gives it back.",
                name=text,
                what=", ".join(counted),
            )
        return words("Deleted “{name}”: Ctrl+Z, or the bin, gives it back.", name=text)

    def _lay_out(self) -> None:
        panel = Panel(self._listing.title, self.list)
        layout = column(panel, self._foot, self.entry, gap=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(lambda text: self._add(lines_of(text)))
        self.entry.up.connect(self.list.enter_from_below)
        self.entry.line.focused.connect(lambda came: self.focused.emit() if came else None)
        self.list.focused.connect(lambda came: self.focused.emit() if came else None)
        self.list.leave.connect(self.take_focus)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self._move)
        self.list.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.model.modelReset.connect(self._tell_chosen)
        self._room.session.changed.connect(self._follow)

    def _belongs(self, record: Any) -> bool:
        within = self._listing.within
        return not within or getattr(record, within) == self._of

    def _enter(self, line: str) -> None:
        if self._add([line]):
            self.entry.clear()

    def _add(self, typed: Sequence[str]) -> bool:
        session, listing = self._room.session, self._listing
        within = {listing.within: self._of} if listing.within else {}
        added = session.do(
            lambda workshop: plan.add(
                workshop, listing.of, [listing.begin(line) | within for line in typed]
            )
        )
        return added is not None

    def _move(self, id_: str, place: int) -> None:
        """Move a record within its list; beyond its ends it stays."""
        if 0 <= place < self.model.rowCount():
            self._room.session.do(plan.move, self._listing.of, id_, place)

    def _choose_row(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.choose(self.model.index(row).data(RECORD_ROLE).id)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.current)

    def _follow(self, changes: Changes) -> None:
        kinds = tuple({self._listing.of, *self._listing.follows})
        if any(isinstance(change.record, kinds) for change in changes):
            self.model.touch(record.id for record in self.model.records())
            self._renew_foot()
            self._choose_what_came(changes)

    def _choose_what_came(self, changes: Changes) -> None:
        """What is new, is back or has another place is chosen: there the eye goes on."""
        for change in reversed(changes):
            if isinstance(change.after, self._listing.of) and _place(change.before) != _place(
                change.after
            ):
                self.choose(change.id)
                return

    def _renew_foot(self) -> None:
        said = self._listing.foot() if self._listing.foot is not None else ""
        self._foot.setText(said)
        self._foot.setVisible(bool(said))


def _place(record: Record | None) -> float | None:
    return getattr(record, "position", None)
