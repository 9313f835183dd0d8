"""Text wrapped between words, and within a word only where it is longer than the line."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """How high a text is at a width."""
    return _laid_out(font, text, width)[1]


def draw_wrapped(painter: QPainter, rect: QRect, font: QFont, text: str) -> int:
    """Draw a text from the top of a rectangle with the painter's pen; gives its height."""
    layout, height = _laid_out(font, text, rect.width())
    layout.draw(painter, QPointF(rect.topLeft()))
    return height


class Heights:
    """The heights of the rows of a list at one width.

    Qt asks for that of every row whenever one is added, and setting each in type takes long. What
    was kept goes where the width changes, so that a window that is drawn wider and narrower for
    hours does not fill the memory.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._width = -1
        self._known: dict[Hashable, int] = {}

    def of(self, row: Hashable, width: int, measure: Callable[[], int]) -> int:
        """The height of a row, known by all that it shows."""
        if width != self._width or len(self._known) >= _MOST_KEPT:
            self._width = width
            self._known.clear()
        if row not in self._known:
            self._known[row] = measure()
        return self._known[row]


def _laid_out(font: QFont, text: str, width: int) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    layout.setTextOption(_OPTION)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, int(height + 0.5)


_MOST_KEPT = 10_000
_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
