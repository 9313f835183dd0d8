"""Setting text: as large as it fits, else smaller, and at last cut with “…”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

LEFT, CENTRE, RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A text, broken into lines; `whole` tells that none of it is left out."""

    layout: QTextLayout
    text: str
    width: float
    height: float
    font: QFont
    whole: bool


def set_text(
    text: str,
    font: QFont,
    width: float,
    most: int | None = None,
    align: Qt.AlignmentFlag = LEFT,
) -> Block:
    """Break a text into lines of a width, at most so many."""
    text = text.replace("\n", "\N{LINE SEPARATOR}")
    layout, starts = _broken(text, font, width, align, most)
    whole = most is None or len(starts) <= most
    if most is not None and not whole:
        start = starts[most - 1]
        elide = Qt.TextElideMode.ElideRight
        rest = text[start:].replace("\N{LINE SEPARATOR}", " ")
        text = text[:start] + QFontMetricsF(font).elidedText(rest, elide, width)
        layout, starts = _broken(text, font, width, align)
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    widest = max((line.naturalTextWidth() for line in lines), default=0.0)
    height = sum(line.height() for line in lines)
    return Block(layout, text, widest, height, font, whole)


def fit(
    text: str,
    fonts: Sequence[QFont],
    width: float,
    height: float,
    align: Qt.AlignmentFlag = LEFT,
) -> Block:
    """The text in the first font, from large to small, in which all of it fits; else cut."""
    for font in fonts:
        block = set_text(text, font, width, align=align)
        if block.height <= height and block.width <= width + 0.5:
            return block
    lines = max(1, int(height / QFontMetricsF(fonts[-1]).height()))
    return set_text(text, fonts[-1], width, lines, align)


def _broken(
    text: str, font: QFont, width: float, align: Qt.AlignmentFlag, most: int | None = None
) -> tuple[QTextLayout, list[int]]:
    """The text in lines, and where each begins; no more than one line over the most is set."""
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    top, starts = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, top))
        starts.append(line.textStart())
        top += line.height()
        if most is not None and len(starts) > most:
            break
    layout.endLayout()
    return layout, starts
