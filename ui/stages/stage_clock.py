"""The clock of the stage that runs: what is left in large figures, and how pressing it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.model.agenda import moment
from facilitator.model.kinds import Level
from facilitator.model.records import Stage
from facilitator.model.timing import Timing, timing_of
from ui.stages.page import Room
from ui.stages.times import allowed_text, clock_text
from ui.widgets.dress import set_property
from ui.widgets.labels import column, label, row


class StageClock(QWidget):
    """Time left, or over; what is gone of what is allowed; the level in words and colour."""

    def __init__(self, room: Room) -> None:
        """A clock that shows nothing yet."""
        super().__init__()
        self._room = room
        self._dressed: Level | None = None
        self.time = label("", "timer")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.time.setFont(room.theme.font("timer", bold=True))
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance("00:00"))
        self.badge = label("", "level")
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self._what = label("", "muted")
        self._gone = label("", "small")
        beside = column(row(None, self.badge, self._what, gap=8), row(None, self._gone), gap=2)
        self.setLayout(row(None, beside, self.time, gap=12))

    def tick(self, stage: Stage) -> None:
        """Show the time of a stage that runs; nothing else changes."""
        now = self._room.clock()
        timing = timing_of(stage, now)
        self.time.setText(_figures(timing))
        self._what.setText(self._spoken(timing))
        self._what.setHidden(timing.overtime > 0 and not timing.paused)  # the badge says it
        self._gone.setText(self._share(stage, timing))
        still = 0
        if stage.paused_at is not None:
            still = max(0, int((now - moment(stage.paused_at)).total_seconds()))
        self._show_level(timing, still)

    def _spoken(self, timing: Timing) -> str:
        words = self._room.words
        if timing.left is None:
            return words("so far")
        return words("left") if timing.left >= 0 else words("over time")

    def _share(self, stage: Stage, timing: Timing) -> str:
        allowed = allowed_text(self._room.words, stage)
        if not allowed:
            return ""
        return self._room.words(
            "{gone} of {allowed}", gone=clock_text(timing.elapsed), allowed=allowed
        )

    def _show_level(self, timing: Timing, still: int) -> None:
        words = self._room.words
        texts = {
            Level.CALM: "",
            Level.WARN: words("Wrap up"),
            Level.OVER: words("Overtime") if timing.overtime else words("Nearly over"),
        }
        text = texts[timing.level]
        if timing.paused:
            text = words("Paused for {time}", time=clock_text(still))
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
        if timing.level is not self._dressed:
            self._dressed = timing.level
            for part in (self.time, self.badge):
                set_property(part, "level", timing.level.value)


def _figures(timing: Timing) -> str:
    if timing.left is None:
        return clock_text(timing.elapsed)
    return clock_text(timing.left) if timing.left >= 0 else f"+{clock_text(timing.overtime)}"
