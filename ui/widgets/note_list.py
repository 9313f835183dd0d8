"""A list of numbered texts, wrapped, each as high as it needs."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ui.models.records import RECORD_ROLE, Index
from ui.theme import Theme
from ui.widgets.dragging import drag, dragged
from ui.widgets.in_place import Edits
from ui.widgets.wrapped import Heights, draw_wrapped, wrapped_height

_PADDING = 6


class TextRows(QStyledItemDelegate):
    """Draws rows of which the text can be edited where it stands."""

    def text_left(self, index: Index) -> int:
        """Where the text of a row begins."""
        raise NotImplementedError


class NoteDelegate(TextRows):
    """Draws a row: its number in muted figures, its text wrapped, a remark beneath if any."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        """Draw in the colours of a theme, as wide as the view is."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights = Heights()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the wrapped text."""
        text, width = index.data() or "", self._view.viewport().width()

        def measure() -> int:
            room = width - self._gutter(QFontMetrics(option.font)) - 2 * _PADDING
            return wrapped_height(option.font, text, room)

        height = self._heights.of((text, option.font.pointSizeF()), width, measure)
        return QSize(width, height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        painter.save()
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        rect = option.rect
        if chosen:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        if focused:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.colour("accent")
            )
        metrics = QFontMetrics(option.font)
        gutter = self._gutter(metrics)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        record = index.data(RECORD_ROLE)
        painter.setPen(self._theme.colour("muted"))
        number = str(getattr(record, "number", ""))
        gutter_rect = QRect(inner.left(), inner.top(), gutter - 10, inner.height())
        painter.drawText(gutter_rect, int(Qt.AlignmentFlag.AlignRight), number)
        painter.setPen(self._theme.colour("text" if getattr(record, "legible", True) else "muted"))
        draw_wrapped(painter, inner.adjusted(gutter, 0, 0, 0), option.font, index.data() or "")
        painter.restore()

    def text_left(self, index: Index) -> int:
        """Where the text of a row begins."""
        return _PADDING + self._gutter(QFontMetrics(self._theme.font()))

    @staticmethod
    def _gutter(metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance("0000") + 10


class NoteList(QTreeView):
    """A list of notes. `leave` is sent when the keys go past its end or Esc is pressed.

    Where `allow_dragging` was called for it, its chosen rows can be dragged to another list;
    `dropped` carries the ids of those that were dragged here. Its rows are edited where they
    stand with `edits`.
    """

    leave = Signal()
    dropped = Signal(list)

    def __init__(self, theme: Theme, model: QAbstractItemModel, name: str) -> None:
        """Show a model under an accessible name."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self._theme, self._empty = theme, ""
        self.setItemDelegate(NoteDelegate(theme, self))
        self.edits = Edits(self, self._text_left)
        self.edits.left.connect(self.leave)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setMinimumHeight(round(2.5 * self.fontMetrics().height()))
        model.rowsInserted.connect(self._show_last)
        for signal in (model.rowsRemoved, model.modelReset):
            signal.connect(self.viewport().update)

    def say_empty(self, sentence: str) -> None:
        """What stands where there is nothing to show."""
        self._empty = sentence
        self.setAccessibleDescription(sentence)
        self.viewport().update()

    def chosen(self) -> list[str]:
        """The ids of the chosen records, in order."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [index.data(RECORD_ROLE).id for index in indexes]

    def has_keys(self) -> bool:
        """Whether the keys come here, or to a row that is edited."""
        return self.hasFocus() or self.edits.has_keys()

    def enter_from_below(self) -> None:
        """Take the focus with the last row chosen."""
        rows = self.model().rowCount()
        if rows:
            if not self.currentIndex().isValid() or not self.selectedIndexes():
                self.setCurrentIndex(self.model().index(rows - 1, 0))
            self.setFocus()

    def choose(self, row: int) -> None:
        """Choose one row."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down past the end and Esc go back to the entry line."""
        last = self.currentIndex().row() == self.model().rowCount() - 1
        down = event.key() == Qt.Key.Key_Down and not event.modifiers()
        if event.key() == Qt.Key.Key_Escape or (down and last):
            self.leave.emit()
            return
        super().keyPressEvent(event)

    def verticalOffset(self) -> int:
        """How far the list is scrolled, for the mouse.

        Qt adds up the heights of all rows above for it, and asks for it at each painting, too, to
        place a background that there is not.
        """
        return super().verticalOffset() if QGuiApplication.mouseButtons() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew when the width changes."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is nothing, one line says what will be here."""
        super().paintEvent(event)
        if self._empty and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour("muted"))
            room = self.viewport().rect().adjusted(14, 8, -14, -8)
            draw_wrapped(painter, room, self._theme.font(), self._empty)
            painter.end()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the chosen rows."""
        texts = (index.data() or "" for index in self.selectedIndexes())
        drag(self, self.chosen(), "\n".join(texts))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what comes from another list."""
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it at any place."""
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped here."""
        self._consider(event)
        if event.isAccepted():
            self.dropped.emit(dragged(event))

    def _consider(self, event: QDropEvent) -> None:
        if dragged(event) and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _text_left(self, index: QModelIndex) -> int:
        delegate = self.itemDelegate()
        return delegate.text_left(index) if isinstance(delegate, TextRows) else 0

    def _show_last(self, _parent: QModelIndex, _first: int, last: int) -> None:
        if last == self.model().rowCount() - 1:
            self.scrollToBottom()
