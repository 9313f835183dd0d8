"""Rows of a list that say a text, and at their right end in small type what kind of thing it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.records import Index
from ui.theme import Theme

KIND_ROLE = Qt.ItemDataRole.UserRole

_PADDING = 10


class OffersDelegate(QStyledItemDelegate):
    """Draws such rows in the colours of a theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw for a view."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line with room above and below."""
        return QSize(0, QFontMetrics(self._theme.font()).height() + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; the chosen one has the accent at its left edge."""
        painter.save()
        rect = option.rect
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(rect, self._theme.colour("accent_soft"))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(edge, self._theme.colour("accent"))
        inside = rect.adjusted(_PADDING + 3, 0, -_PADDING, 0)
        small = self._theme.font("caption")
        kind: str = index.data(KIND_ROLE)
        room = QFontMetrics(small).horizontalAdvance(kind)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, kind)
        font = self._theme.font()
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        width = max(0, inside.width() - room - 2 * _PADDING)
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(inside.adjusted(0, 0, -room - _PADDING, 0), middle, text)
        painter.restore()
