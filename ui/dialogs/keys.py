"""Every key, from the table of actions."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QWidget

from ui.actions import ACTIONS, MENUS
from ui.stages.page import Room
from ui.widgets.labels import column, label, row


class KeysDialog(QDialog):
    """The keys, menu by menu, side by side."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        super().__init__(parent)
        words = room.words
        self.setWindowTitle(words("Keys"))
        sides = row(*(self._column(room, menus) for menus in _columns()), gap=40)
        close = QPushButton(words("Close"))
        close.clicked.connect(self.accept)
        heading = label(words("Keys"), "title")
        self.setLayout(column(heading, sides, row(None, close), margins=(24, 24, 24, 20), gap=16))

    def _column(self, room: Room, menus: list[str]) -> QGridLayout:
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


def _columns() -> list[list[str]]:
    """The menus in three columns, about equally long."""
    with_keys = [action.menu for action in ACTIONS if action.keys]
    lengths = {menu: with_keys.count(menu) for menu in MENUS if menu in with_keys}
    lines = sum(length + 1 for length in lengths.values())
    columns: list[list[str]] = [[]]
    filled = 0
    for menu, length in lengths.items():
        if filled * 3 >= lines * len(columns):
            columns.append([])
        columns[-1].append(menu)
        filled += length + 1
    return columns
