"""The left side of the window: what one does now, and the rail of pages for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from facilitator.model.agenda import running_stage, stage_to_come
from facilitator.model.kinds import Illustrative
from facilitator.model.records import Stage
from ui.agenda_places import place_of
from ui.pages import BESIDE, Mode, beside
from ui.stages.page import Room
from ui.stages.times import day_end_text
from ui.widgets.flow import Flow
from ui.widgets.labels import column, label
from ui.widgets.rail import Place, Rail

NAMES = {Mode.PREPARE: "Prepare", Mode.RUN: "Run", Mode.REVIEW: "Review"}

WIDTH = 248
WIDEST = 320
"""Where the text is large the page needs the room more than the rail; its titles are elided."""


class Navigation(QFrame):
    """Modes, and under them the pages of one; `went` carries the key of the page to be shown."""

    went = Signal(str)

    def __init__(self, room: Room) -> None:
        """The pages of running a workshop; `go` shows one."""
        super().__init__()
        self._room = room
        self._mode = Mode.RUN
        self.setObjectName("rail")
        self.setFixedWidth(min(room.theme.scaled(WIDTH), WIDEST))
        self.rail = Rail(room.theme, room.words("Agenda"))
        self.rail.went.connect(self._went)
        self._buttons = {mode: self._button(mode) for mode in Mode}
        self._caption = label("", "caption")
        self._made_up = label("", "small")
        self.day_end = label("", "dayEnd", wrap=True)
        modes = Flow(*self._buttons.values(), margins=(12, 12, 12, 0), gap=4)
        head = Flow(self._caption, self._made_up, margins=(14, 10, 12, 6))
        foot = column(self.day_end, margins=(14, 8, 12, 12))
        layout = column(modes, head, self.rail, foot, gap=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.renew()

    @property
    def current(self) -> str:
        """The key of the page that is shown."""
        return self.rail.current

    @property
    def mode(self) -> Mode:
        """What one does now."""
        return self._mode

    def go(self, key: str) -> None:
        """Go to a page by its key, in whatever mode it is; nothing happens where there is none."""
        page = beside(key)
        if page is None and self._room.session.workshop.find(Stage, key) is None:
            return
        self._set_mode(Mode.RUN if page is None else page.mode, key)

    def show_mode(self, mode: Mode) -> None:
        """Go to the page that was last shown in a mode, or to its first."""
        keys = [place.key for place in self._places(mode)]
        last = self._room.memory.get(f"page/{mode.value}")
        if keys:
            self._set_mode(mode, last if last in keys else keys[0])

    def go_to_running(self) -> None:
        """To the stage that runs, else to the one that is next, else to the last."""
        workshop = self._room.session.workshop
        stage = running_stage(workshop) or stage_to_come(workshop)
        stages = workshop.all(Stage)
        if stage is not None or stages:
            self.go((stage or stages[-1]).id)
        else:
            self.show_mode(Mode.PREPARE)

    def go_to_first(self) -> None:
        """Where one was when the workshop was closed; else the stage that runs, or the first."""
        self.go(self._room.memory.get("page"))
        workshop = self._room.session.workshop
        first = running_stage(workshop) or next(iter(workshop.all(Stage)), None)
        if not self.current and first is not None:
            self.go(first.id)
        elif not self.current:
            self.show_mode(Mode.PREPARE)

    def step(self, by: int) -> None:
        """Go a number of pages down, or up."""
        self.rail.step(by)

    def renew(self) -> None:
        """Show the pages as they are now; where the shown one is gone, another is."""
        illustrative = self._room.session.workshop.facts.illustrative
        running = self._mode is Mode.RUN
        words = self._room.words
        self._caption.setText(words("AGENDA") if running else words(NAMES[self._mode]).upper())
        made_up = running and Illustrative.TIMES in illustrative
        self._made_up.setText(words("illustrative times") if made_up else "")
        for mode, button in self._buttons.items():
            button.setChecked(mode is self._mode)
            button.setEnabled(bool(self._places(mode)))
        self.rail.show_places(self._places(self._mode))
        self._show_day_end()

    def tick(self) -> None:
        """Show what time changes: what is left of the stage that runs, and the end of the day."""
        running = running_stage(self._room.session.workshop)
        if running is not None and self._mode is Mode.RUN:
            self.rail.show_place(place_of(self._room, running, upcoming=False))
        self._show_day_end()

    def _show_day_end(self) -> None:
        text = day_end_text(self._room)
        self.day_end.setText(text)
        self.day_end.setVisible(bool(text))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The actions that go somewhere."""
        own: dict[str, Callable[[], object]] = {
            f"mode_{mode.value}": partial(self.show_mode, mode) for mode in Mode
        }
        own["next_page"] = partial(self.step, 1)
        own["previous_page"] = partial(self.step, -1)
        own["alike"] = partial(self._to_and_back, "alike")
        return own

    def _to_and_back(self, key: str) -> None:
        """Go to a page, or from it back to where one was before."""
        here = self.current
        if here != key:
            self._room.memory.put("page/before", here)
        self.go(self._room.memory.get("page/before") if here == key else key)

    def _button(self, mode: Mode) -> QPushButton:
        button = QPushButton(self._room.words(NAMES[mode]))
        button.setObjectName("mode")
        button.setCheckable(True)
        button.clicked.connect(partial(self.show_mode, mode))
        return button

    def _set_mode(self, mode: Mode, key: str) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.rail.blockSignals(True)  # noqa: FBT003
            self.renew()
            self.rail.blockSignals(False)  # noqa: FBT003
            if self.rail.current == key:
                self._went(key)
                return
        self.rail.go(key)

    def _went(self, key: str) -> None:
        self._room.memory.put(f"page/{self._mode.value}", key)
        self._room.memory.put("page", key)
        self.went.emit(key)

    def _places(self, mode: Mode) -> list[Place]:
        words = self._room.words
        places = [
            Place(page.key, words(page.title), page.icon, "", words(page.title))
            for page in BESIDE
            if page.mode is mode
        ]
        if mode is Mode.RUN:
            workshop = self._room.session.workshop
            to_come = stage_to_come(workshop)
            places += [
                place_of(self._room, stage, upcoming=stage == to_come)
                for stage in workshop.all(Stage)
            ]
        return places
