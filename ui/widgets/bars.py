"""Bars in a table: labels on or beside them carry what colour carries."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ui.theme import Theme

HEIGHT = 14.0
STACKED_HEIGHT = 20.0
_RADIUS = 3.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of `value`, where `most` fills the room; its label stands behind it."""

    value: float
    most: float
    label: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a stacked bar: what it stands for, how much, its colour and its strength."""

    name: str
    value: int
    tone: str
    strength: float


@dataclass(frozen=True, slots=True)
class Stack:
    """Segments side by side, where `most` fills the room."""

    segments: tuple[Segment, ...]
    most: int


def draw_bar(painter: QPainter, rect: QRectF, bar: Bar, theme: Theme) -> None:
    """Draw a bar with its label behind it."""
    metrics = QFontMetrics(painter.font())
    room = rect.width() - metrics.horizontalAdvance(bar.label) - _GAP
    width = max(0.0, room) * (bar.value / bar.most if bar.most else 0.0)
    top = rect.top() + (rect.height() - HEIGHT) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if width >= 1:
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(rect.left(), top, width, HEIGHT), _RADIUS, _RADIUS)
    painter.setPen(theme.colour(bar.tone))
    left = rect.left() + (width + _GAP if width >= 1 else 0.0)
    label = QRectF(left, rect.top(), rect.right() - left, rect.height())
    painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter), bar.label)


def draw_stack(painter: QPainter, rect: QRectF, stack: Stack, theme: Theme) -> None:
    """Draw segments, each with its name and number where there is room, else its number."""
    metrics = QFontMetrics(painter.font())
    unit = rect.width() / stack.most if stack.most else 0.0
    top = rect.top() + (rect.height() - STACKED_HEIGHT) / 2
    left = rect.left()
    for segment in stack.segments:
        if not segment.value:
            continue
        box = QRectF(left, top, max(unit * segment.value - 1, 1.0), STACKED_HEIGHT)
        painter.fillRect(box, _tint(theme, segment))
        painter.setPen(theme.colour("text"))
        for label in (f"{segment.name} {segment.value}", str(segment.value)):
            if metrics.horizontalAdvance(label) + 6 <= box.width():
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)
                break
        left += unit * segment.value


def _tint(theme: Theme, segment: Segment) -> QColor:
    full, ground, share = theme.colour(segment.tone), theme.colour("raised"), segment.strength
    return QColor.fromRgbF(
        full.redF() * share + ground.redF() * (1 - share),
        full.greenF() * share + ground.greenF() * (1 - share),
        full.blueF() * share + ground.blueF() * (1 - share),
    )
