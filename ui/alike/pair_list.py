"""The list of pairs: both ideas side by side; arrows choose the leading one, Enter merges."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.merging import Pair
from facilitator.model.records import Idea
from ui.alike.pairs import PAIR_ROLE, SECOND_LEADS_ROLE, PairModel
from ui.models.records import Index
from ui.theme import Theme
from ui.widgets.card_list import CardList
from ui.widgets.wrapped import Heights, draw_wrapped, wrapped_height

_PADDING = 10
_GAP = 28
_BETWEEN = 6


class PairDelegate(QStyledItemDelegate):
    """Draws a pair: two cards, the leading one framed and marked, “≈” between them."""

    def __init__(self, theme: Theme, words: Language, view: PairList) -> None:
        """Draw in the colours of a theme, as wide as the view is."""
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view
        self._font, self._small = theme.font(), theme.font("caption", bold=True)
        self._caption = QFontMetrics(self._small).height() + 2
        self._heights = Heights()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the longer text needs."""
        pair: Pair = index.data(PAIR_ROLE)
        width = self._view.viewport().width()

        def measure() -> int:
            room = self._half(width) - 2 * _PADDING
            return max(wrapped_height(self._font, i.text, room) for i in (pair.first, pair.second))

        texts = (pair.first.text, pair.second.text)
        height = self._heights.of(texts, width, measure)
        return QSize(width, height + self._caption + 2 * _PADDING + 2 * _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        pair: Pair = index.data(PAIR_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        second: bool = index.data(SECOND_LEADS_ROLE)
        left, right = self.boxes(option.rect)
        self._draw(painter, left, pair.first, leads=not second, chosen=chosen)
        self._draw(painter, right, pair.second, leads=second, chosen=chosen)
        painter.setFont(self._theme.font("lead"))
        painter.setPen(self._theme.colour("muted"))
        between = QRect(left.right(), left.top(), right.left() - left.right(), left.height())
        painter.drawText(between, int(Qt.AlignmentFlag.AlignCenter), "≈")
        painter.restore()

    def boxes(self, rect: QRect) -> tuple[QRect, QRect]:
        """Where both ideas stand."""
        half = self._half(rect.width())
        inner = rect.adjusted(_BETWEEN, _BETWEEN, -_BETWEEN, -_BETWEEN)
        left = QRect(inner.left(), inner.top(), half, inner.height())
        return left, left.translated(half + _GAP, 0)

    def _half(self, width: int) -> int:
        return max(80, (width - 2 * _BETWEEN - _GAP) // 2)

    def _draw(
        self, painter: QPainter, box: QRect, idea: Idea, *, leads: bool, chosen: bool
    ) -> None:
        frame = QPen(self._theme.colour("accent" if leads and chosen else "line"))
        frame.setWidthF(2.0 if leads and chosen else 1.0)
        painter.setPen(frame)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)
        inner = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._draw_caption(painter, inner, idea, leads=leads)
        painter.setPen(self._theme.colour("text"))
        draw_wrapped(painter, inner.adjusted(0, self._caption, 0, 0), self._font, idea.text)

    def _draw_caption(self, painter: QPainter, inner: QRect, idea: Idea, *, leads: bool) -> None:
        """The number, and what becomes of the idea when the pair is merged."""
        words, metrics = self._words, QFontMetrics(self._small)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        number = code_of(idea)
        top = QRect(inner.left(), inner.top(), inner.width(), self._caption)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignLeft), number)
        painter.setPen(self._theme.colour("accent" if leads else "muted"))
        said = f"▸ {words('leads')}" if leads else words("merged into it")
        room = inner.width() - metrics.horizontalAdvance(number) - _BETWEEN
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignRight), shown)


class PairList(CardList):
    """Pairs, one of them chosen; `merged` is sent when Enter takes it."""

    merged = Signal()

    def __init__(self, theme: Theme, words: Language, model: PairModel, empty: str) -> None:
        """Show the pairs of a model."""
        super().__init__(theme, model, words("Ideas that look alike"), empty)
        self._pairs = model
        self._drawn = PairDelegate(theme, words, self)
        self.setItemDelegate(self._drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose the idea that leads, Enter merges."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._pairs.lead(row, second=event.key() == Qt.Key.Key_Right)
            return
        if row >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.merged.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on an idea lets it lead."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            left, right = self._drawn.boxes(self.visualRect(index))
            place = event.position().toPoint()
            if left.contains(place) or right.contains(place):
                self._pairs.lead(index.row(), second=right.contains(place))
