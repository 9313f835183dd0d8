"""The head of a stage's page: what it is, how it stands, its clock, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.model.agenda import is_set_aside, state_of
from facilitator.model.kinds import Illustrative, StageKind, StageState
from facilitator.model.records import Stage
from ui.stages.page import Room
from ui.stages.stage_buttons import StageButtons
from ui.stages.stage_clock import StageClock
from ui.stages.times import allowed_text, times_of, took_text
from ui.widgets.labels import column, label, row
from ui.widgets.sides import Sides

_SHOWN_IN = {
    StageKind.SWOT: (Illustrative.ENTRIES,),
    StageKind.IDEATION: (Illustrative.ENTRIES,),
    StageKind.PRIORITIZATION: (Illustrative.VOTES,),
    StageKind.GALLERY_WALK: (Illustrative.ENDORSEMENTS,),
    StageKind.EVALUATION: (Illustrative.RESPONSES,),
    StageKind.QUESTION_AND_ANSWER: (Illustrative.ANSWERS,),
}


_WIDE = 760
"""Where there is less room, the clock and the buttons stand beneath the title."""


class StageHead(QWidget):
    """Title, prompt, times and clock of one stage; `asked` carries the id of a button's action."""

    asked = Signal(str)

    def __init__(self, room: Room, stage_id: str) -> None:
        """The head of a stage."""
        super().__init__()
        self._room = room
        self._id = stage_id
        self._title = label("", "stageTitle", wrap=True)
        self._prompt = label("", "prompt", wrap=True)
        self._times = label("", "muted", wrap=True)
        self._badge = label(room.words("Illustrative data"), "badge")
        self._badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.clock = StageClock(room)
        self._buttons = StageButtons(room)
        self._buttons.asked.connect(self.asked)
        times = row(self._badge, self._times, gap=12)
        times.setStretch(1, 1)
        said, done = QWidget(), QWidget()
        said.setLayout(column(self._title, self._prompt, times, None, gap=4))
        done.setLayout(column(self.clock, self._buttons, None, gap=4))
        self.setLayout(Sides(said, done, shares=(1, 0), wide=room.theme.scaled(_WIDE), gap=24))
        self.renew()

    def renew(self) -> None:
        """Show the stage as it stands."""
        stage = self._stage()
        self._title.setText(stage.title)
        self._prompt.setText(stage.prompt)
        self._prompt.setVisible(bool(stage.prompt))
        self._badge.setVisible(self._illustrative(stage))
        self._times.setText(self._told(stage))
        self._times.setVisible(bool(self._times.text()))
        self._buttons.show_stage(stage)
        self.clock.setVisible(state_of(stage) is StageState.RUNNING)
        self.tick()

    def tick(self) -> None:
        """Show the time that is left."""
        stage = self._stage()
        if state_of(stage) is StageState.RUNNING:
            self.clock.tick(stage)

    def _stage(self) -> Stage:
        return self._room.session.workshop.get(Stage, self._id)

    def _told(self, stage: Stage) -> str:
        """The times in a line; beside them, what was added before it began, or how long it took."""
        parts = [times_of(self._room, stage)]
        state = state_of(stage)
        if state is StageState.DONE and not is_set_aside(stage):
            parts.append(took_text(self._room, stage))
        elif state is not StageState.RUNNING and stage.added_minutes:
            parts.append(allowed_text(self._room.words, stage))
        return " · ".join(part for part in parts if part)

    def _illustrative(self, stage: Stage) -> bool:
        marked = self._room.session.workshop.facts.illustrative
        return any(area in marked for area in _SHOWN_IN.get(stage.kind, ()))
