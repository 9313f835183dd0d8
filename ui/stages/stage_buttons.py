"""What can be done with a stage, by mouse: the buttons in the head of its page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.model.agenda import is_set_aside, state_of
from facilitator.model.kinds import StageState
from facilitator.model.records import Stage
from ui.actions import ACTIONS, keys_of
from ui.stages.page import Room
from ui.widgets.dress import rename
from ui.widgets.flow import Flow

_MINUTES = {"minus_5": "−5", "minus_1": "−1", "plus_1": "+1", "plus_5": "+5"}


class StageButtons(QWidget):
    """Start or finish, pause, skip, minutes more or less; `asked` carries an action's id."""

    asked = Signal(str)

    def __init__(self, room: Room) -> None:
        """The buttons of one stage."""
        super().__init__()
        self._words = room.words
        self._minutes = [self._button(id_, text) for id_, text in _MINUTES.items()]
        for button in self._minutes:
            rename(button, "minutes")
        self._pause = self._button("pause")
        self._skip = self._button("skip")
        self._main = self._button("start_finish")
        buttons = (*self._minutes, self._pause, self._skip, self._main)
        self.setLayout(Flow(*buttons, gap=4, right=True))

    def show_stage(self, stage: Stage) -> None:
        """Offer what can be done with a stage as it stands."""
        words, state = self._words, state_of(stage)
        running, aside = state is StageState.RUNNING, is_set_aside(stage)
        for button in (*self._minutes, self._pause):
            button.setVisible(running)
        self._pause.setText(words("Pause") if stage.paused_at is None else words("Go on"))
        self._skip.setVisible(state in {StageState.PLANNED, StageState.SKIPPED} or aside)
        skipped = state is StageState.SKIPPED
        self._skip.setText(words("Bring back") if skipped else words("Skip"))
        texts = {
            StageState.PLANNED: words("Start stage"),
            StageState.RUNNING: words("Finish stage"),
            StageState.DONE: words("Go on with stage"),
            StageState.SKIPPED: words("Start stage"),
        }
        self._main.setText(f"{texts[state]}  {keys_of('start_finish')}")
        rename(self._main, "primary" if aside or state is not StageState.DONE else "")

    def _button(self, id_: str, text: str = "") -> QPushButton:
        """A button that leaves the focus where one types, unless it is reached with Tab."""
        button = QPushButton(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action = next(action for action in ACTIONS if action.id == id_)
        spoken = self._words(action.text)
        button.setToolTip(f"{spoken}  ({keys_of(id_)})")
        if text:
            button.setAccessibleName(spoken)
        button.clicked.connect(partial(self.asked.emit, id_))
        return button
