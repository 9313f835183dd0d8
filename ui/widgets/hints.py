"""The keys of a page in one small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.flow import Flow
from ui.widgets.sides import Sides

_LINES = 2
_GAP = 8


class KeyHints(QLabel):
    """What which key does, in two lines at most; where that is too little room, nothing.

    The keys are listed in full under F1.
    """

    def __init__(self, hints: Sequence[str]) -> None:
        """Hints side by side; none is broken over two lines."""
        super().__init__(" · ".join(hint.replace(" ", "\N{NO-BREAK SPACE}") for hint in hints))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("small")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def heightForWidth(self, width: int) -> int:
        """Two lines at most."""
        return min(super().heightForWidth(width), self._most())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing is drawn rather than half of it."""
        if super().heightForWidth(self.width()) <= self._most():
            super().paintEvent(event)

    def in_two_lines(self) -> int:
        """The width that its two lines take, at most."""
        return self.fontMetrics().horizontalAdvance(self.text()) * 3 // 5

    def _most(self) -> int:
        return _LINES * self.fontMetrics().lineSpacing() + 2


def with_hints(*choosers: QWidget, hints: Sequence[str]) -> Sides:
    """The head of a page: choosers, and its keys beside them, or beneath where it is narrow."""
    chosen, keys = QWidget(), KeyHints(hints)
    chosen.setLayout(Flow(*choosers))
    wide = chosen.sizeHint().width() + keys.in_two_lines() + _GAP
    return Sides(chosen, keys, shares=(0, 1), wide=wide, gap=_GAP)
