"""One line above a round: what the room sees, or what should be done before people vote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from ui.actions import keys_of
from ui.stages.page import Room
from ui.widgets.dress import set_property
from ui.widgets.flow import Flow
from ui.widgets.labels import label


class Notice(QFrame):
    """A sentence with a sign and a button; `pressed` carries the id of the button's action."""

    pressed = Signal(str)

    def __init__(self, room: Room) -> None:
        """A hidden line."""
        super().__init__()
        self.setObjectName("roundNotice")
        self._room = room
        self._action = ""
        self._text = label("", wrap=True)
        self._button = QPushButton()
        self._button.clicked.connect(lambda: self.pressed.emit(self._action))
        self.setLayout(
            Flow(self._text, self._button, margins=(12, 4, 4, 4), gap=12, stretch=self._text)
        )
        self.hide()

    def show_totals(self, *, revealed: bool) -> None:
        """Say whether the room sees the totals of the closed round."""
        words = self._room.words
        if revealed:
            self._say("● " + words("The room sees these totals."), words("Hide them"), "reveal")
        else:
            said = words("The room does not see these totals yet.")
            self._say("○ " + said, words("Show them to the room"), "reveal")
        set_property(self, "shown", "true" if revealed else "false")

    def show_alike(self, pairs: int) -> None:
        """Say how many pairs of ideas look alike; nothing where none does."""
        words = self._room.words
        said = words.plural(
            "{n} pair of ideas looks alike: merged before the vote, they do not share out its "
            "dots.",
            "{n} pairs of ideas look alike: merged before the vote, they do not share out its "
            "dots.",
            pairs,
        )
        set_property(self, "shown", "false")
        self._say(f"≈ {said}", words("Look at them"), "alike")
        self.setVisible(pairs > 0)

    @property
    def sentence(self) -> str:
        """What it says now; nothing where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _say(self, sentence: str, button: str, action: str) -> None:
        self._action = action
        self._text.setText(sentence)
        self._button.setText(f"{button}  {keys_of(action)}")
        self.show()
