"""A colour is chosen from a few that are told apart in print, too, or typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton

from facilitator.language import Language
from facilitator.resources import resource
from ui.prepare.editors import LineEditor
from ui.theme import Theme
from ui.widgets.labels import column, row
from ui.widgets.leading import Leading


@cache
def palette() -> dict[str, str]:
    """The colours by name, in the order in which new records take them."""
    return tomllib.loads(resource("theme", "palette.toml").read_text(encoding="utf-8"))


def next_colour(taken: Iterable[str]) -> str:
    """The first colour that nothing has yet, or the one that the fewest have."""
    used = [colour.upper() for colour in taken]
    return min(palette().values(), key=lambda colour: used.count(colour.upper()))


def colour_name(words: Language, colour: str) -> str:
    """How a colour is called, so that it never tells something alone."""
    names = {
        "teal": words("Teal"),
        "orange": words("Orange"),
        "purple": words("Purple"),
        "yellow": words("Yellow"),
        "red": words("Red"),
        "pink": words("Pink"),
        "blue": words("Blue"),
        "green": words("Green"),
    }
    own = next((n for n, value in palette().items() if value.upper() == colour.upper()), "")
    return names.get(own, colour)


def swatch(theme: Theme, colour: str, side: int) -> QIcon:
    """A square of a colour in a frame that is seen on every surface."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("muted"), 1))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, side - 2, side - 2, 4, 4)
    painter.end()
    return QIcon(pixmap)


class ColourEditor(Leading):
    """Swatches, gone through with the arrow keys, and a line for any other colour."""

    left = Signal()
    entered = Signal()
    changed = Signal()
    focused = Signal(bool)

    def __init__(self, name: str, words: Language, theme: Theme) -> None:
        """No colour is chosen yet."""
        super().__init__()
        self._words = words
        self._group = QButtonGroup(self)
        self._swatches = {c: self._swatch(theme, c) for c in palette().values()}
        self.line = LineEditor(name)
        self.line.setPlaceholderText(words("#RRGGBB, or none"))
        self.line.left.connect(self.left)
        self.line.entered.connect(self.entered)
        self.line.changed.connect(self.changed)
        self.line.focused.connect(self.focused)
        self._name = name
        self.setLayout(column(row(*self._swatches.values(), None, gap=4), self.line, gap=4))
        self.lead_to(self.line)

    def value(self) -> Any:
        """The colour that stands in the line."""
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        """Show a colour; its swatch is marked where it has one."""
        self.line.show_value(value)
        self._group.setExclusive(False)
        for colour, button in self._swatches.items():
            button.setChecked(colour.upper() == str(value).upper())
        own = any(button.isChecked() for button in self._swatches.values())
        self._group.setExclusive(own)  # where none is chosen, Tab goes to each of them

    def _swatch(self, theme: Theme, colour: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("swatch")
        button.setCheckable(True)
        side = int(theme.sizes["swatch"])
        button.setIcon(swatch(theme, colour, side))
        button.setIconSize(QSize(side, side))
        name = colour_name(self._words, colour)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._choose, colour))
        self._group.addButton(button)
        return button

    def _choose(self, colour: str) -> None:
        self.line.setText(colour)
        self.left.emit()
