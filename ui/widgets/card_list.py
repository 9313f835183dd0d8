"""A list of cards: number, text, what is beneath it; rows are chosen, or marked with Space."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
)

from ui.models.cards import CARD_ROLE, Card
from ui.models.records import RECORD_ROLE, Index
from ui.theme import Theme
from ui.widgets.note_list import NoteList, TextRows
from ui.widgets.wrapped import Heights, draw_wrapped, wrapped_height

_PADDING = 6
_GAP = 8
_BOX = 16
_LETTER = 20
_INDENT = 10
_KEYS_BELONG_TOGETHER = 1000


class CardDelegate(TextRows):
    """Draws a card: a box where rows are marked, a quadrant's letter, the number, the texts."""

    def __init__(self, theme: Theme, view: CardList) -> None:
        """Draw in the colours of a theme, as wide as the view is."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._heights = Heights()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the wrapped texts."""
        card: Card = index.data(CARD_ROLE)
        width = self._view.viewport().width()

        def measure() -> int:
            room = max(40, width - self._left(card) - 2 * _PADDING - self._right(card))
            heights = [wrapped_height(font, text, room) for text, font, _ in self._texts(card)]
            return sum(heights) + 2 * (len(heights) - 1)

        return QSize(width, self._heights.of(card, width, measure) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card: Card = index.data(CARD_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        if chosen:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._draw_signs(painter, inner, card, chosen=chosen)
        if card.tally:
            painter.setFont(self._theme.font(bold=True))
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight), card.tally)
        place = inner.adjusted(self._left(card), 0, -self._right(card), 0)
        for text, font, token in self._texts(card):
            painter.setPen(self._theme.colour(token))
            height = draw_wrapped(painter, place, font, text)
            place = place.adjusted(0, height + 2, 0, 0)
        painter.restore()

    def text_left(self, index: Index) -> int:
        """Where the text of a card begins."""
        return _PADDING + self._left(index.data(CARD_ROLE))

    def _texts(self, card: Card) -> list[tuple[str, QFont, str]]:
        main = self._theme.font("body", bold=card.heading)
        texts = [(card.text, main, "muted" if card.muted else "text")]
        if card.detail:
            texts.append((card.detail, self._theme.font("body"), "muted"))
        if card.remark:
            texts.append((card.remark, self._theme.font("caption"), "muted"))
        return texts

    def _left(self, card: Card) -> int:
        """Where the texts begin."""
        width = QFontMetrics(self._theme.font()).horizontalAdvance(self._view.gutter) + _GAP
        width += self._box + _GAP if self._marks(card) else 0
        width += self._badge(card) + _GAP if card.quadrant or card.colour else 0
        return width + (_INDENT if card.indented else 0) + 2

    def _right(self, card: Card) -> int:
        """How much room the number at the right end takes."""
        if not card.tally:
            return 0
        return QFontMetrics(self._theme.font(bold=True)).horizontalAdvance(card.tally) + _GAP

    @property
    def _box(self) -> int:
        """The side of the box of a mark."""
        return self._theme.scaled(_BOX)

    def _badge(self, card: Card) -> int:
        """The width of a quadrant's letter: in some languages it is two."""
        font = self._theme.font("caption", bold=True)
        return max(
            self._theme.scaled(_LETTER), QFontMetrics(font).horizontalAdvance(card.letter) + 6
        )

    def _draw_signs(self, painter: QPainter, inner: QRect, card: Card, *, chosen: bool) -> None:
        line = QFontMetrics(self._theme.font()).height()
        x = inner.left() + 2 + (_INDENT if card.indented else 0)
        if self._marks(card):
            side = self._box
            self._draw_box(painter, QRect(x, inner.top() + (line - side) // 2, side, side), chosen)
            x += side + _GAP
        wide, high = self._badge(card), self._theme.scaled(_LETTER)
        badge = QRect(x, inner.top() + (line - high) // 2, wide, high)
        if card.colour:
            painter.setPen(QPen(self._theme.colour("muted"), 1))
            painter.setBrush(QColor(card.colour))
            painter.drawRoundedRect(badge, 4, 4)
            x += wide + _GAP
        if card.quadrant:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.quadrant(card.quadrant))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setFont(self._theme.font("caption", bold=True))
            painter.setPen(self._theme.colour("raised"))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), card.letter)
            x += wide + _GAP
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("muted"))
        room = QRect(x, inner.top(), inner.left() + self._left(card) - _GAP - x, line)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), card.code)

    def _marks(self, card: Card) -> bool:
        """Whether the row can be marked: a note can, its theme or insight cannot."""
        return self._view.marks and card.quadrant is not None

    def _draw_box(self, painter: QPainter, box: QRect, marked: bool) -> None:  # noqa: FBT001
        painter.setPen(QPen(self._theme.colour("accent" if marked else "muted"), 1))
        painter.setBrush(self._theme.colour("accent" if marked else "raised"))
        painter.drawRoundedRect(box, 3, 3)
        if marked:
            painter.setPen(QPen(self._theme.colour("on_accent"), 2))
            x, y = box.left(), box.top()
            corners = ((4, 8), (7, 11), (12, 5))
            scale = self._theme.scaled
            painter.drawPolyline([QPoint(x + scale(a), y + scale(b)) for a, b in corners])


class CardList(NoteList):
    """A list of cards, of which one is chosen; with `marks` any number are marked with Space.

    Typed digits go to the card of that number; Enter and Esc send `leave`.
    """

    focused = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        empty: str,
        *,
        gutter: str = "N00",
        marks: bool = False,
    ) -> None:
        """Show a model; `empty` stands where there is nothing, `gutter` is the widest number."""
        super().__init__(theme, model, name)
        self._theme = theme
        self.gutter, self.marks = gutter, marks
        self._digits, self._since = "", QElapsedTimer()
        self.setItemDelegate(CardDelegate(theme, self))
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.MultiSelection if marks else mode.SingleSelection)
        self.say_empty(empty)

    def choose_id(self, id_: str) -> None:
        """Choose the card of a record, where it is shown."""
        for row in range(self.model().rowCount()):
            if self.model().index(row, 0).data(RECORD_ROLE).id == id_:
                self._go(row)

    def enter_from_below(self) -> None:
        """Take the focus; the last card is current where none was."""
        if self.model().rowCount():
            if not self.currentIndex().isValid():
                self._go(self.model().rowCount() - 1)
            self.setFocus()

    def enter(self) -> None:
        """Take the focus; the first card is current where none was."""
        if self.model().rowCount():
            if not self.currentIndex().isValid():
                self._go(0)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes back to the entry line, as Esc does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the card of a typed number."""
        if not search.isdecimal():  # “²” is a digit, but no number
            return
        if not self._since.isValid() or self._since.elapsed() > _KEYS_BELONG_TOGETHER:
            self._digits = ""
        self._since.start()
        self._digits += search
        for row in range(self.model().rowCount()):
            record = self.model().index(row, 0).data(RECORD_ROLE)
            if getattr(record, "number", None) == int(self._digits):
                self._go(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys come here now."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that they do no longer."""
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003

    def _go(self, row: int) -> None:
        """Make a row current; where rows are marked, no mark changes."""
        flags = QItemSelectionModel.SelectionFlag
        flag = flags.NoUpdate if self.marks else flags.ClearAndSelect | flags.Rows
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
