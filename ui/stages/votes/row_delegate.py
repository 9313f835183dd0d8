"""How the rows of a vote are drawn: number, text, line beneath, and value or cells at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.records import RECORD_ROLE, Index
from ui.theme import Theme
from ui.widgets.wrapped import Heights, draw_wrapped, wrapped_height

if TYPE_CHECKING:
    from ui.stages.votes.rows import RowList

ROW_ROLE = RECORD_ROLE + 10
_PADDING = 6
_GAP = 12
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of cells: its title, and the widest text that a cell has room for."""

    title: str
    widest: str = "0,000"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column; `name` is said before it by a screen reader."""

    name: str
    text: str
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is shown; the tones are colours of the theme. A heading has no number.

    `reserve` is the widest value for which the text keeps room; `detail` stands in small type
    beneath the text.
    """

    number: str
    text: str
    value: str = ""
    tone: str = "text"
    value_tone: str = "muted"
    heading: bool = False
    reserve: str = ""
    cells: tuple[Cell, ...] = ()
    detail: str = ""
    detail_tone: str = "muted"
    indented: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        numbered = f"{self.number}: {self.text}" if self.number else self.text
        cells = (f"{cell.name} {cell.text}".strip() for cell in self.cells if cell.text)
        return ", ".join(part for part in (numbered, self.value, *cells, self.detail) if part)


class RowDelegate(QStyledItemDelegate):
    """Draws rows: number in muted figures, text wrapped, value or cells at the right."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        """Draw in the colours of a theme, as wide as the view is."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._font = theme.font()
        self._small = theme.font("caption")
        self._bold = theme.font("caption", bold=True)
        self._metrics = QFontMetrics(self._font)
        self._heights = Heights()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the wrapped text."""
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, QFontMetrics(self._bold).height() + 3 * _PADDING)
        if self._view.uniformRowHeights():
            return QSize(width, self._metrics.height() + 2 * _PADDING)
        room = self._text_width(row, width)

        def measure() -> int:
            height = wrapped_height(self._font, row.text, room)
            return height + (wrapped_height(self._small, row.detail, room) if row.detail else 0)

        height = self._heights.of((row.text, row.detail, room), width, measure)
        return QSize(width, height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if row.heading:
            self._draw_heading(painter, rect, row)
        else:
            if chosen:
                painter.fillRect(rect, self._theme.colour("accent_soft"))
                bar = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(bar, self._theme.colour("accent"))
            self._draw(painter, rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING), row)
            self._draw_cells(painter, rect, row, chosen=chosen)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(self._bold)
        painter.setPen(self._theme.colour("muted"))
        box = rect.adjusted(_PADDING, 2 * _PADDING, -_PADDING, -_PADDING)
        shown = QFontMetrics(self._bold).elidedText(
            row.text, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), shown)

    def _draw(self, painter: QPainter, inner: QRect, row: Row) -> None:
        left = self._left(row)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted"))
        number = QRect(inner.left(), inner.top(), left - 10, inner.height())
        painter.drawText(number, _RIGHT, row.number)
        painter.setPen(self._theme.colour(row.tone))
        width = self._text_width(row, inner.width() + 2 * _PADDING)
        text = QRect(inner.left() + left, inner.top(), width, inner.height())
        if self._view.uniformRowHeights():
            shown = self._metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft), shown)
        else:
            height = draw_wrapped(painter, text, self._font, row.text)
            painter.setPen(self._theme.colour(row.detail_tone))
            draw_wrapped(painter, text.adjusted(0, height, 0, 0), self._small, row.detail)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour(row.value_tone))
        painter.drawText(inner, _RIGHT, self._value(row, inner.width()))

    def _draw_cells(self, painter: QPainter, rect: QRect, row: Row, *, chosen: bool) -> None:
        places = self.places(rect.right())
        for at, (cell, (left, width)) in enumerate(zip(row.cells, places, strict=False)):
            box = QRect(left, rect.top() + _PADDING, width, self._metrics.height())
            if chosen and at == self._view.current_column:
                self._frame(painter, box)
            painter.setPen(self._theme.colour(cell.tone))
            painter.drawText(box.adjusted(0, 0, -_PADDING, 0), _RIGHT, cell.text)

    def _frame(self, painter: QPainter, box: QRect) -> None:
        """Where the number that is typed will stand."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(2.5, -2.5, -0.5, 2.5), 4, 4)

    def places(self, right: int) -> list[tuple[int, int]]:
        """Where each column begins, and how wide it is."""
        widths = [self._column_width(column) for column in self._view.columns]
        left = right - _PADDING - sum(widths)
        return [(left + sum(widths[:at]), width) for at, width in enumerate(widths)]

    def _column_width(self, column: Column) -> int:
        title = QFontMetrics(self._bold).horizontalAdvance(column.title)
        return max(title, self._metrics.horizontalAdvance(column.widest)) + _GAP + _PADDING

    def _value(self, row: Row, width: int) -> str:
        return self._metrics.elidedText(row.value, Qt.TextElideMode.ElideRight, width // 2)

    def _text_width(self, row: Row, width: int) -> int:
        room = width - self._left(row) - 2 * _PADDING
        if self._view.columns:
            cells = sum(self._column_width(column) for column in self._view.columns)
            return max(80, room - _GAP - cells)
        value = self._metrics.horizontalAdvance(self._value(row, width))
        kept = min(self._metrics.horizontalAdvance(row.reserve), width // 2)
        return room - _GAP - max(value, kept) if value or kept else room

    def _left(self, row: Row) -> int:
        """Where the text begins."""
        gutter = self._metrics.horizontalAdvance("000") + 10
        return gutter + (self._metrics.horizontalAdvance("000") if row.indented else 0)


class RowHeader(QHeaderView):
    """The titles of the columns, each over its cells."""

    def __init__(self, theme: Theme, view: RowList, rows: RowDelegate) -> None:
        """The titles of a list, whose rows are drawn so."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme, self._view, self._rows = theme, view, rows
        self.setSectionsClickable(False)

    def titles(self) -> Iterator[str]:
        """What stands above the columns, from the left."""
        return (column.title for column in self._view.columns)

    def sizeHint(self) -> QSize:
        """A line of small type."""
        height = QFontMetrics(self._theme.font("caption", bold=True)).height()
        return QSize(super().sizeHint().width(), height + 2 * _PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, _section: int) -> None:
        """Draw the titles and the line beneath them."""
        painter.save()
        painter.setFont(self._theme.font("caption", bold=True))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        places = self._rows.places(rect.left() + self._view.viewport().width() - 1)
        for at, (title, (left, width)) in enumerate(zip(self.titles(), places, strict=True)):
            current = at == self._view.current_column
            painter.setPen(self._theme.colour("accent" if current else "muted"))
            painter.drawText(QRect(left, rect.top(), width - _PADDING, rect.height()), flags, title)
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("line")
        )
        painter.restore()
