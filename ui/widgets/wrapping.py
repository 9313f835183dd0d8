"""Texts wrapped at words, and within a word only where it is longer than the line."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_OPTION = QTextOption()
_OPTION.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """How high a text is when it is wrapped to a width."""
    layout = QTextLayout(text.replace("\n", "\u2028") or " ", font)
    layout.setTextOption(_OPTION)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        height += line.height()
    layout.endLayout()
    return math.ceil(height)


def draw_wrapped(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw a text wrapped to a rectangle, in the font of the painter."""
    painter.drawText(QRectF(rect), text, _OPTION)
