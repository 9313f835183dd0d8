"""A list whose rows are put in order, by dragging or by keys."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent

from ui.theme import Theme
from ui.widgets.card_list import CardList
from ui.widgets.dragging import allow_dragging, dragged

_LINES = 4
"""The least height of a list, in lines."""


class OrderedList(CardList):
    """Cards in an order of their own; `moved` carries an id and the place to which it goes.

    `opened` is sent for Enter on a row, and for a double click.
    """

    moved = Signal(str, int)
    opened = Signal()

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, name: str, empty: str, gutter: str
    ) -> None:
        """Show a model; `empty` stands where there is nothing."""
        super().__init__(theme, model, name, empty, gutter=gutter)
        self._drop_at: int | None = None
        self.setMinimumHeight(_LINES * self.fontMetrics().height())
        allow_dragging(self)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def current_id(self) -> str | None:
        """The id of the chosen row."""
        return next(iter(self.chosen()), None)

    def row_at(self, point: QPoint) -> int:
        """The place between rows that is nearest to a point."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.model().rowCount()
        rect = self.visualRect(index)
        return index.row() + (1 if point.y() > rect.center().y() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the row goes."""
        self._consider(event)
        if event.isAccepted():
            (id_,) = dragged(event)[:1]
            place, before = self.row_at(event.position().toPoint()), self.currentIndex().row()
            self.moved.emit(id_, place - 1 if before < place else place)
        self._mark(None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What is dragged goes elsewhere."""
        self._mark(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line shows where a dragged row would go."""
        super().paintEvent(event)
        if self._drop_at is None or not self.model().rowCount():
            return
        last = self.model().rowCount() - 1
        rect = self.visualRect(self.model().index(min(self._drop_at, last), 0))
        y = rect.bottom() if self._drop_at > last else rect.top()
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(rect.left(), y - 1, rect.width(), 3), self._theme.colour("accent"))

    def _consider(self, event: QDropEvent) -> None:
        """Only the list's own rows can be put in its order."""
        if dragged(event) and event.source() is self:
            event.acceptProposedAction()
            self._mark(self.row_at(event.position().toPoint()))
        else:
            event.ignore()

    def _mark(self, place: int | None) -> None:
        if place != self._drop_at:
            self._drop_at = place
            self.viewport().update()
