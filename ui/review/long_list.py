"""A list of cards that reads what is older when one gets there, and does something on Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.card_list import CardList


class LongList(CardList):
    """Older rows come at the end, and are not scrolled to; `entered` is sent for Enter."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does something to the row; Down at the end stays there."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        last = self.currentIndex().row() == self.model().rowCount() - 1
        if event.key() == Qt.Key.Key_Down and last:
            return
        super().keyPressEvent(event)

    def go(self, row: int) -> None:
        """Make a row current, or the one nearest to it."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.choose(max(0, min(row, last)))
            self.scrollTo(self.currentIndex())

    def _show_last(self, _parent: QModelIndex, _first: int, last: int) -> None:
        """What comes at the end is older: one stays where one is."""
