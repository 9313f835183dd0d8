"""A stage without a voting round: one line, and a button for each way to vote."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.model.kinds import Method
from facilitator.model.merging import leading_ideas
from ui.stages.page import Room
from ui.widgets.flow import Flow
from ui.widgets.labels import column, label
from ui.widgets.leading import Leading


class NoRound(Leading):
    """What will be here, and how to begin; `chosen` carries the method."""

    chosen = Signal(Method)

    def __init__(self, room: Room) -> None:
        """An invitation."""
        super().__init__()
        self._room = room
        self._line = label("", "prompt", wrap=True)
        texts = {
            Method.BALLOTS: room.words("Add a dot vote by ballot"),
            Method.WALL: room.words("… on the wall"),
            Method.RATING: room.words("… with idea rating sheets"),
        }
        self.buttons = {method: QPushButton(text) for method, text in texts.items()}
        self.buttons[Method.BALLOTS].setObjectName("primary")
        self.buttons[Method.WALL].setAccessibleName(room.words("Add a dot vote on the wall"))
        self.buttons[Method.RATING].setAccessibleName(room.words("Add idea rating sheets"))
        for method, button in self.buttons.items():
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._choose, method))
        ways = QWidget()
        ways.setLayout(Flow(*self.buttons.values()))
        self.setLayout(column(24, self._line, 8, ways, None))
        self.lead_to(self.buttons[Method.BALLOTS])

    def renew(self) -> None:
        """Say how many ideas there are to vote on."""
        words, ideas = self._room.words, len(leading_ideas(self._room.session.workshop))
        if ideas:
            said = words.plural(
                "No vote yet. There is {n} idea to vote on: choose how, and the round begins.",
                "No vote yet. There are {n} ideas to vote on: choose how, and the round begins.",
                ideas,
            )
        else:
            said = words("No vote yet, and no ideas: add ideas first, then choose how to vote.")
        self._line.setText(said)

    def _choose(self, method: Method) -> None:
        self.chosen.emit(method)
