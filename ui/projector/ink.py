"""What stands on the screen: texts, boxes, dots and ticks, each with its place and colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.projector.setting import Block


@dataclass(frozen=True, slots=True)
class Said:
    """A text, set in a place that it does not leave."""

    rect: QRectF
    block: Block
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        """Draw the lines."""
        painter.setPen(self.colour)
        self.block.layout.draw(painter, self.rect.topLeft())


@dataclass(frozen=True, slots=True)
class Box:
    """A surface, perhaps with round corners and a border."""

    rect: QRectF
    fill: QColor
    radius: float = 0.0
    border: QColor | None = None
    width: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw it; the border stands inside."""
        inset = self.width / 2
        painter.setBrush(self.fill)
        if self.border is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(QPen(self.border, self.width))
        painter.drawRoundedRect(
            self.rect.adjusted(inset, inset, -inset, -inset), self.radius, self.radius
        )


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick, for what is done."""

    rect: QRectF
    colour: QColor
    width: float

    def paint(self, painter: QPainter) -> None:
        """Draw two strokes."""
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(self.colour, self.width, Qt.PenStyle.SolidLine, cap, join))
        left, top, side = self.rect.left(), self.rect.top(), self.rect.width()
        corners = ((0.12, 0.55), (0.40, 0.82), (0.90, 0.20))
        painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in corners])


Ink = Said | Box | Tick


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture; `pages` tells in how many its matter is shown, one after the other."""

    items: tuple[Ink, ...]
    pages: int = 1

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text in it, in the order of reading."""
        return tuple(item.block.text for item in self.items if isinstance(item, Said))

    def paint(self, painter: QPainter) -> None:
        """Draw all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for item in self.items:
            item.paint(painter)
