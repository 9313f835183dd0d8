"""The keys of a page in one small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.flow import Flow
from ui.widgets.sides import Sides

_LINES = 2
_BETWEEN = " · "
_GAP = 8


class KeyHints(QLabel):
    """What which key does, in two lines at most; where there is too little room, the first ones.

    The keys are listed in full under F1.
    """

    def __init__(self, hints: Sequence[str]) -> None:
        """Hints side by side; none is broken over two lines."""
        self._hints = [_whole(hint) for hint in hints]
        super().__init__(_BETWEEN.join(self._hints))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("small")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def heightForWidth(self, width: int) -> int:
        """Two lines at most."""
        return min(super().heightForWidth(width), self._most())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many of the first hints as fit, each of them whole."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self._flags(), self.seen())

    def seen(self) -> str:
        """The hints that fit."""
        for count in range(len(self._hints), 0, -1):
            text = _BETWEEN.join(self._hints[:count])
            needed = self.fontMetrics().boundingRect(self.contentsRect(), self._flags(), text)
            if needed.height() <= self._most() and needed.width() <= self.width():
                return text
        return ""

    def _flags(self) -> int:
        return int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)

    def in_two_lines(self) -> int:
        """The width that its two lines take, at most."""
        return self.fontMetrics().horizontalAdvance(self.text()) * 3 // 5

    def _most(self) -> int:
        return _LINES * self.fontMetrics().lineSpacing() + 2


def _whole(hint: str) -> str:
    """A hint that is not broken, neither at a space nor in “1…9”."""
    joined = "\N{WORD JOINER}…\N{WORD JOINER}"
    return hint.replace(" ", "\N{NO-BREAK SPACE}").replace("…", joined)


def with_hints(*choosers: QWidget, hints: Sequence[str]) -> Sides:
    """The head of a page: choosers, and its keys beside them, or beneath where it is narrow."""
    chosen, keys = QWidget(), KeyHints(hints)
    chosen.setLayout(Flow(*choosers))
    wide = chosen.sizeHint().width() + keys.in_two_lines() + _GAP
    return Sides(chosen, keys, shares=(0, 1), wide=wide, gap=_GAP)
