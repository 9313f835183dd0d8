"""How the results of a round are drawn: texts wrapped, numbers at the right, bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.models.records import Index
from ui.stages.votes.results import BAR_COLUMN, IDEA_COLUMN, Line
from ui.theme import Theme
from ui.widgets.bars import Bar, Stack, draw_bar, draw_stack
from ui.widgets.wrapped import draw_wrapped, wrapped_height

LINE_ROLE = Qt.ItemDataRole.UserRole + 20
_PADDING = 6
_SIDE = 8
_UNDER_BAR = 4


def alignment(section: int) -> Qt.AlignmentFlag:
    """Texts and bars begin at the left, numbers end at the right."""
    left = section in {IDEA_COLUMN, BAR_COLUMN}
    return Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight


class CellDelegate(QStyledItemDelegate):
    """Draws cells: texts wrapped, numbers at the right, bars."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        """Draw in the colours of a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font = theme.font()
        self._bold = theme.font(bold=True)
        self._small = theme.font("caption")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text of the idea needs."""
        line: Line = index.data(LINE_ROLE)
        metrics = QFontMetrics(self._font)
        if index.column() == BAR_COLUMN and not line.heading:
            return QSize(40, self._bar_height(line) + 2 * _PADDING)
        if index.column() != IDEA_COLUMN or line.heading:
            more = 2 * _PADDING if line.heading else 0
            return QSize(40, metrics.height() + 2 * _PADDING + more)
        width = self._view.columnWidth(IDEA_COLUMN) - 2 * _SIDE
        height = wrapped_height(self._font, line.texts[IDEA_COLUMN], width)
        beneath = (text for text in (line.remark, line.detail) if text)
        height += sum(wrapped_height(self._small, text, width) for text in beneath)
        return QSize(width, height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setFont(self._bold if line.heading else self._font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        inner = option.rect.adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        if line.heading:
            self._draw_heading(painter, inner, index)
        elif index.column() == BAR_COLUMN:
            self._draw_bar(painter, inner, line)
        elif index.column() == IDEA_COLUMN:
            self._draw_idea(painter, inner, line)
        else:
            top = bool(line.texts[0] == "1") and index.column() == 0
            painter.setPen(self._theme.colour("muted" if index.column() == 1 else "text"))
            painter.setFont(self._bold if top else self._font)
            flags = int(alignment(index.column()) | Qt.AlignmentFlag.AlignTop)
            painter.drawText(inner, flags, index.data())
        painter.restore()

    def _draw_heading(self, painter: QPainter, inner: QRect, index: Index) -> None:
        painter.setPen(self._theme.colour("text"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, flags, index.data())

    def _draw_idea(self, painter: QPainter, inner: QRect, line: Line) -> None:
        painter.setPen(self._theme.colour("text"))
        height = draw_wrapped(painter, inner, self._font, line.texts[IDEA_COLUMN])
        for text, tone in ((line.remark, "warn"), (line.detail, "muted")):
            if text:
                painter.setPen(self._theme.colour(tone))
                place = inner.adjusted(0, height, 0, 0)
                height += draw_wrapped(painter, place, self._small, text)

    def _draw_bar(self, painter: QPainter, inner: QRect, line: Line) -> None:
        first = QFontMetrics(self._font).height()
        rect = QRectF(inner.left(), inner.top(), inner.width(), first)
        if isinstance(line.bar, Bar):
            draw_bar(painter, rect, line.bar, self._theme)
        elif isinstance(line.bar, Stack):
            painter.setFont(self._small)
            draw_stack(painter, rect, line.bar, self._theme)
            painter.setPen(self._theme.colour("muted"))
            beneath = inner.adjusted(0, first + _UNDER_BAR, 0, 0)
            draw_wrapped(painter, beneath, self._small, line.texts[BAR_COLUMN])

    def _bar_height(self, line: Line) -> int:
        """How high a bar is; beneath one of several parts all of its numbers stand."""
        height = QFontMetrics(self._font).height()
        if isinstance(line.bar, Stack):
            width = self._view.columnWidth(BAR_COLUMN) - 2 * _SIDE
            height += _UNDER_BAR + wrapped_height(self._small, line.texts[BAR_COLUMN], width)
        return height
