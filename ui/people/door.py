"""At the door: two letters, Enter, arrived; a walk-in in three keys; N by sector, live."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.model import attendance
from facilitator.model.attendance import Tally
from facilitator.model.change import Change
from facilitator.model.errors import DomainError
from facilitator.model.finding import PeopleIndex
from facilitator.model.records import Participant, Record, Sector
from facilitator.model.walk_in import WalkIn, read_walk_in
from ui.actions import Handlers, keys_of
from ui.people import said
from ui.people.arrivals import ArrivalsList, ArrivalsModel
from ui.people.counts import Counts
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column
from ui.widgets.sides import Sides

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class DoorPage(Page):
    """Who arrives; typing always goes to the one line, whatever is chosen in the list."""

    def __init__(self, room: Room) -> None:
        """A page for everybody who is expected, and for those who are not."""
        super().__init__(room)
        self.index = PeopleIndex(self.session.workshop)
        self._tally = Tally.of(self.session.workshop)
        self._walking_in = False
        self._missed: list[Change] = []
        self.found = ArrivalsModel(room)
        self.list = ArrivalsList(room, self.found)
        self.counts = Counts(room, self._tally)
        self.entry = EntryLine("", narrow=True)
        self._lay_out()
        self.entry.typed.connect(self._search)
        self.entry.line.returnPressed.connect(self._enter)
        self.entry.up.connect(partial(self._step, -1))
        self.list.clicked.connect(lambda _: self._say())
        self.list.doubleClicked.connect(lambda _: self._arrive())
        self.session.changed.connect(self._follow)
        self._search()

    def _lay_out(self) -> None:
        words = self.words
        hints = KeyHints(
            [
                words("Up, Down: choose"),
                words("{key}: walk-in", key=keys_of("add")),
                words("{key}: take back", key=keys_of("take_back")),
            ]
        )
        frame = QFrame()
        frame.setObjectName("panel")
        frame.setLayout(column(self.list, margins=(0, 6, 0, 6)))
        left = column(hints, frame, gap=8)
        left.setStretch(1, 1)
        people = QWidget()
        people.setLayout(left)
        both = Sides(people, self.counts, shares=(5, 4))
        layout = column(both, self.entry, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """Walk-ins, and taking back an arrival."""
        return {"entry": self.take_focus, "add": self._walk_in, "take_back": self._take_back}

    def take_focus(self) -> None:
        """Typing goes to the line."""
        self.entry.setFocus()

    def reveal(self, record: Record) -> None:
        """Choose a participant in the list of all."""
        if isinstance(record, Participant):
            self._leave()
            self.list.choose_id(record.id)
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys choose another, Esc begins anew."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._say()

    def _search(self) -> None:
        if not self._walking_in:
            typed = self.entry.text()
            self.found.show(self.index.find(typed))
            self.list.scrollToTop()
            if typed.strip():
                self.list.choose(0)
        self._say()

    def _say(self) -> None:
        """What Enter will do."""
        if self._walking_in:
            self.entry.say(self._said_of_walk_in(), self.words("Number of the sector, and a name"))
            return
        nobody = self.words("Nobody by that name: {key} for a walk-in", key=keys_of("add"))
        empty = self.words("Nobody is expected yet: {key} for a walk-in", key=keys_of("add"))
        self.list.empty = nobody if len(self.index) else empty
        self.entry.say(self._said_of_chosen(), self.words("Two letters of a name or organization"))

    def _said_of_chosen(self) -> str:
        participant = self.list.chosen
        if participant is None:
            return self.words("Enter: arrived")
        name = said.short_name(self.room, participant)
        if participant.arrived_at is None:
            return self.words("Enter: {who} arrived", who=name)
        time = said.arrived(self.room, participant)
        return self.words("{who} arrived at {time} already", who=name, time=time)

    def _said_of_walk_in(self) -> str:
        if not self.entry.text().strip():
            return self.words("Enter adds a walk-in, Esc leaves it")
        try:
            who = self._read_walk_in()
        except DomainError as error:
            return error.said(self.words)
        return self.words("Enter adds: {who}", who=self._walk_in_said(who))

    def _read_walk_in(self) -> WalkIn:
        return read_walk_in(self.entry.text(), self.session.workshop.all(Sector))

    def _walk_in_said(self, who: WalkIn) -> str:
        sector = self.words("sector not stated") if who.sector is None else who.sector.name
        return f"{who.name} · {sector}" if who.name else sector

    def _enter(self) -> None:
        if self._walking_in:
            self._add_walk_in()
        else:
            self._arrive()

    def _arrive(self) -> None:
        participant = self.list.chosen
        if participant is None:
            return
        name = said.short_name(self.room, participant)
        if participant.arrived_at is not None:
            time, key = said.arrived(self.room, participant), keys_of("take_back")
            self.entry.tell(
                self.words(
                    "{who} arrived at {time} already; {key} takes it back.",
                    who=name,
                    time=time,
                    key=key,
                )
            )
        elif self.session.do(attendance.arrive, participant.id, self.room.clock()) is not None:
            self._leave()
            self.entry.tell(self.words("{who} has arrived.", who=name))

    def _take_back(self) -> None:
        participant = self.list.chosen
        if participant is None:
            self.entry.tell(self.words("Choose first whose arrival is taken back."))
        elif self.session.do(attendance.take_back_arrival, participant.id) is not None:
            name = said.short_name(self.room, participant)
            self._leave()
            self.entry.tell(self.words("The arrival of {who} is taken back.", who=name))

    def _walk_in(self) -> None:
        """Somebody comes who is not expected; what was typed as a search is the name."""
        self._walking_in = True
        self.take_focus()
        self.entry.line.home(False)  # noqa: FBT003
        self._say()

    def _add_walk_in(self) -> None:
        if not self.entry.text().strip():
            return
        try:
            who = self._read_walk_in()
        except DomainError as error:
            self.entry.tell(error.said(self.words))
            return
        sector = None if who.sector is None else who.sector.id
        now = self.room.clock()
        if self.session.do(attendance.add_walk_in, now, sector, who.name) is not None:
            self._leave()
            self.entry.tell(self.words("Walk-in: {who}.", who=self._walk_in_said(who)))

    def _leave(self) -> None:
        self._walking_in = False
        self.entry.clear()
        self._search()
        self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while nobody looked."""
        super().showEvent(event)
        missed, self._missed = tuple(self._missed), []
        if missed:
            self._follow(missed)

    def _follow(self, changes: Changes) -> None:
        if not self.isVisible():
            self._missed += [c for c in changes if isinstance(c.record, Participant | Sector)]
            return
        counts = self._tally.follow(changes)
        if self.index.follow(changes) or counts:
            chosen = self.list.chosen
            self._search()
            if chosen is not None:
                self.list.choose_id(chosen.id)
            self._say()
            self.counts.renew()
