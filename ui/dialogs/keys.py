"""Every key, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.actions import Action, grouped
from ui.stages.page import Room
from ui.widgets.labels import column, label, row
from ui.widgets.sheet import Sheet

_GAP = 40
_MOST_COLUMNS = 3


class KeysDialog(Sheet):
    """The keys, menu by menu, in as many columns as there is room for.

    `print_asked` is sent for the button that makes a sheet of them.
    """

    print_asked = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        words = room.words
        super().__init__(parent, words("Keys"))
        groups = [self._group(room, menu, actions) for menu, actions in grouped()]
        widest = max(group.sizeHint().width() for group in groups) + _GAP
        fit = min(_MOST_COLUMNS, max(1, (self.room.width() - 64 + _GAP) // widest))
        sides = row(*(column(*part, None, gap=12) for part in _columns(groups, fit)), gap=_GAP)
        close = QPushButton(words("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        printed = QPushButton(words("Print…"))
        printed.setAutoDefault(False)
        printed.clicked.connect(self._print)
        self.fill(sides, buttons=(printed, close), gap=16)
        close.setFocus()

    def _print(self) -> None:
        self.accept()
        self.print_asked.emit()

    @staticmethod
    def _group(room: Room, menu: str, actions: tuple[Action, ...]) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(room.words(menu).upper(), "caption"), 0, 0, 1, 2)
        for place, action in enumerate(actions, start=1):
            grid.addWidget(label(room.words(action.text).rstrip("…")), place, 0)
            keys = " · ".join(
                QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText)
                for k in action.keys
            )
            grid.addWidget(label(keys, "muted"), place, 1)
        whole = QWidget()
        whole.setLayout(grid)
        return whole


def _columns(groups: list[QWidget], count: int) -> list[list[QWidget]]:
    """The groups in columns, about equally long."""
    total = sum(group.sizeHint().height() for group in groups)
    columns: list[list[QWidget]] = [[]]
    filled = 0
    for group in groups:
        if filled * count >= total * len(columns):
            columns.append([])
        columns[-1].append(group)
        filled += group.sizeHint().height()
    return columns
