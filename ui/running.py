"""Running the day: the actions that move the agenda on, and a tick a second while a stage runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.model import agenda, course
from facilitator.model.kinds import StageState
from facilitator.model.records import Stage
from facilitator.model.timing import forecast
from ui.clock import SteadyClock
from ui.stages.page import Room
from ui.stages.times import length_text

Handlers = dict[str, Callable[[], object]]

SELDOM = 20_000
"""Milliseconds between two looks at the end of the day where no stage runs."""


class Running(QObject):
    """The day as it is moved on.

    `ticked` asks for clocks to be shown anew, `went` carries the stage to be shown, `told` a
    sentence. `shown` gives the key of the page that is looked at.
    """

    ticked = Signal()
    went = Signal(str)
    told = Signal(str)

    def __init__(
        self, room: Room, clock: SteadyClock, shown: Callable[[], str], parent: QObject
    ) -> None:
        """Nothing ticks until `renew`; it lives as long as `parent`."""
        super().__init__(parent)
        self._room, self._clock, self._shown = room, clock, shown
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    def _now(self) -> datetime:
        """The moment to record: taken from the wall anew where no stage runs."""
        if self._running is None:
            self._clock.settle()
        return self._clock()

    def moves(self) -> Handlers:
        """Actions after which one types on another page, or for another stage."""
        return {
            "start_finish": self._start_or_finish,
            "start_next": self._start_next,
            "go_back": self._go_back,
            "skip": self._skip,
        }

    def adjustments(self) -> Handlers:
        """Actions that leave alone whoever types."""
        return {
            "pause": self._pause,
            "minus_5": partial(self._add, -5),
            "minus_1": partial(self._add, -1),
            "plus_1": partial(self._add, 1),
            "plus_5": partial(self._add, 5),
        }

    def renew(self) -> None:
        """After the agenda changed: let the time tick if a stage runs."""
        if self._running is None:
            self._clock.settle()
        self._arm()

    def tick(self) -> None:
        """Have the time shown, and tell of a clock that was changed."""
        self.ticked.emit()
        news = self._clock.news() if self._running is not None else None
        if news is not None:
            self.told.emit(self._sentence(news))
        self._arm()

    def stop(self) -> None:
        """Nothing ticks any more."""
        self._timer.stop()

    def _arm(self) -> None:
        """The next tick: when the second changes; seldom between stages, never after the day."""
        workshop, now = self._room.session.workshop, self._room.clock()
        if self._running is not None:
            self._timer.start(1000 - now.microsecond // 1000)
        elif forecast(workshop, now) is not None:
            self._timer.start(SELDOM)
        else:
            self._timer.stop()

    def _sentence(self, news: timedelta) -> str:
        words, seconds = self._room.words, round(abs(news.total_seconds()))
        by = words("{n} s", n=seconds) if seconds < 60 else length_text(words, round(seconds / 60))
        if news > timedelta(0):
            return words(
                "The computer's clock was put forward by {time}; "
                "the stage's time goes on unchanged.",
                time=by,
            )
        return words(
            "The computer's clock was put back by {time}; the stage's time goes on unchanged.",
            time=by,
        )

    @property
    def _running(self) -> Stage | None:
        return agenda.running_stage(self._room.session.workshop)

    @property
    def _at_hand(self) -> Stage | None:
        """The stage that is looked at; on another page the one that runs, or that is next."""
        workshop = self._room.session.workshop
        shown = workshop.find(Stage, self._shown())
        return shown or self._running or agenda.stage_to_come(workshop)

    def _start_or_finish(self) -> None:
        stage, now = self._at_hand, self._now()
        if stage is None:
            return
        if agenda.state_of(stage) is StageState.RUNNING:
            self._room.session.do(course.finish_stage, stage.id, now)
        elif self._room.session.do(course.start_stage, stage.id, now):
            self.went.emit(stage.id)

    def _start_next(self) -> None:
        running, now = self._running, self._now()
        to_come = agenda.stage_to_come(self._room.session.workshop)
        if to_come is not None:
            if self._room.session.do(course.start_stage, to_come.id, now):
                self.went.emit(to_come.id)
        elif running is not None:
            self._room.session.do(course.finish_stage, running.id, now)

    def _go_back(self) -> None:
        if self._room.session.do(course.go_back, self._now()) and self._running is not None:
            self.went.emit(self._running.id)

    def _skip(self) -> None:
        workshop = self._room.session.workshop
        stage = workshop.find(Stage, self._shown()) or agenda.stage_to_come(workshop)
        if stage is None:
            return
        skipped = agenda.state_of(stage) is StageState.SKIPPED
        self._room.session.do(course.unskip_stage if skipped else course.skip_stage, stage.id)

    def _pause(self) -> None:
        stage = self._running or self._at_hand
        if stage is None:
            return
        paused = stage.paused_at is not None
        act = course.resume_stage if paused else course.pause_stage
        self._room.session.do(act, stage.id, self._now())

    def _add(self, minutes: int) -> None:
        stage = self._running or self._at_hand
        if stage is not None:
            self._room.session.do(course.add_minutes, stage.id, minutes, self._now())
