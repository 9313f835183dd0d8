"""The head of a stage's page: what it is, how it stands, the clock, and the one big button."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.model.agenda import moment, planned_times, state_of, zone_of
from facilitator.model.kinds import Illustrative, StageKind, StageState
from facilitator.model.records import Stage
from ui.actions import keys_of
from ui.stages.page import Room
from ui.widgets.dress import rename
from ui.widgets.labels import column, label, row

_SHOWN_IN = {
    StageKind.SWOT: (Illustrative.ENTRIES,),
    StageKind.IDEATION: (Illustrative.ENTRIES,),
    StageKind.PRIORITIZATION: (Illustrative.VOTES,),
    StageKind.GALLERY_WALK: (Illustrative.ENDORSEMENTS,),
    StageKind.EVALUATION: (Illustrative.RESPONSES,),
    StageKind.QUESTION_AND_ANSWER: (Illustrative.ANSWERS,),
}


class StageHead(QWidget):
    """Title, prompt, state and clock of one stage; `pressed` is the big button's."""

    pressed = Signal()

    def __init__(self, room: Room, stage_id: str) -> None:
        """The head of a stage."""
        super().__init__()
        self._room = room
        self._id = stage_id
        self._title = label("", "stageTitle", wrap=True)
        self._prompt = label("", "prompt", wrap=True)
        self._times = label("", "muted")
        self._timer = label("", "timer")
        self._badge = label(room.words("Illustrative data"), "badge")
        self._badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self._button = QPushButton()
        self._button.clicked.connect(self.pressed)
        title = row(self._title, self._badge, gap=12)
        title.setStretch(0, 1)
        words = column(title, self._prompt, gap=4)
        clock = column(row(None, self._timer, 12, self._button), row(None, self._times), gap=4)
        layout = row(words, clock, gap=24)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._tick)
        self.renew()

    def renew(self) -> None:
        """Show the stage as it stands."""
        stage = self._room.session.workshop.get(Stage, self._id)
        state = state_of(stage)
        words = self._room.words
        self._title.setText(stage.title)
        self._prompt.setText(stage.prompt)
        self._prompt.setVisible(bool(stage.prompt))
        self._badge.setVisible(self._illustrative(stage))
        running = state is StageState.RUNNING
        texts = {
            StageState.PLANNED: words("Start stage"),
            StageState.RUNNING: words("Finish stage"),
            StageState.DONE: words("Go on with stage"),
            StageState.SKIPPED: words("Start stage"),
        }
        self._button.setText(f"{texts[state]}  {keys_of('start_finish')}")
        rename(self._button, "" if state is StageState.DONE else "primary")
        self._times.setText(times_of(self._room, stage))
        if running:
            self._ticking.start()
        else:
            self._ticking.stop()
        self._tick()

    def _illustrative(self, stage: Stage) -> bool:
        marked = self._room.session.workshop.facts.illustrative
        return any(area in marked for area in _SHOWN_IN.get(stage.kind, ()))

    def _tick(self) -> None:
        stage = self._room.session.workshop.get(Stage, self._id)
        if state_of(stage) is not StageState.RUNNING or stage.started_at is None:
            self._timer.setText("")
            return
        gone = max(0, int((self._room.clock() - moment(stage.started_at)).total_seconds()))
        self._timer.setText(f"{gone // 3600}:{gone // 60 % 60:02}:{gone % 60:02}")


def times_of(room: Room, stage: Stage) -> str:
    """Planned and actual times in one short line."""
    words = room.words
    parts = []
    planned = next(p for p in planned_times(room.session.workshop) if p.stage.id == stage.id)
    if planned.start is not None:
        start = words.clock(planned.start)
        if planned.end is not None:
            parts.append(words("planned {start}–{end}", start=start, end=words.clock(planned.end)))
        else:
            parts.append(words("planned {start}", start=start))
    elif stage.planned_minutes is not None:
        parts.append(words("planned {minutes} min", minutes=stage.planned_minutes))
    if stage.started_at:
        zone = zone_of(room.session.workshop.facts)
        start = words.clock(moment(stage.started_at).astimezone(zone))
        if stage.finished_at:
            end = words.clock(moment(stage.finished_at).astimezone(zone))
            parts.append(words("was {start}–{end}", start=start, end=end))
        else:
            parts.append(words("since {start}", start=start))
    return " · ".join(parts)
