"""Text wrapped between words, and within a word only where it is longer than the line."""

from __future__ import annotations

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


_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
