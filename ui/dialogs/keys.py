"""Every key, from the table of actions."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QWidget

from ui.actions import ACTIONS, MENUS
from ui.stages.page import Room
from ui.widgets.labels import column, label, row


class KeysDialog(QDialog):
    """The keys, menu by menu, in two columns."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        super().__init__(parent)
        words = room.words
        self.setWindowTitle(words("Keys"))
        halves = [menu for menu in MENUS if any(a.menu == menu and a.keys for a in ACTIONS)]
        middle = (len(halves) + 1) // 2
        sides = row(self._half(room, halves[:middle]), self._half(room, halves[middle:]), gap=48)
        close = QPushButton(words("Close"))
        close.clicked.connect(self.accept)
        heading = label(words("Keys"), "title")
        self.setLayout(column(heading, sides, row(None, close), margins=(24, 24, 24, 20), gap=16))

    def _half(self, room: Room, menus: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for menu in menus:
            place = grid.rowCount()
            grid.addWidget(label(room.words(menu).upper(), "caption"), place, 0, 1, 2)
            for action in (a for a in ACTIONS if a.menu == menu and a.keys):
                place = grid.rowCount()
                grid.addWidget(label(room.words(action.text).rstrip("…")), place, 0)
                keys = " · ".join(
                    QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText)
                    for k in action.keys
                )
                grid.addWidget(label(keys, "muted"), place, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid
