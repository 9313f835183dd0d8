"""Labels and layouts: text is always plain, spacing always in steps of four."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text; `name` is its style in the sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


L = TypeVar("L", bound=QBoxLayout)


class OneLine(QLabel):
    """One line of plain text that ends in “…” where it does not fit."""

    def __init__(self, text: str, name: str = "") -> None:
        """A line that is as wide as its text, and may become narrower."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Another text; in full in the tool tip, as plain text."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(escape(text))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        fits = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.setPen(self.palette().windowText().color())
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter | side, fits)


Part = QWidget | QLayout | int | None


def row(
    *parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """Parts side by side; a number is a space of that width, None takes what is left."""
    return _filled(QHBoxLayout(), parts, margins, gap)


def column(
    *parts: Part, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """Parts below each other; a number is a space of that height, None takes what is left."""
    return _filled(QVBoxLayout(), parts, margins, gap)


def _filled(layout: L, parts: Sequence[Part], margins: tuple[int, int, int, int], gap: int) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
