"""Every key, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui.actions import Action, grouped
from ui.stages.page import Room
from ui.widgets.labels import column, label, row
from ui.widgets.sheet import Sheet

Groups = list[tuple[str, tuple[Action, ...]]]

_GAP, _BETWEEN = 40, 24
_MOST_COLUMNS = 3
_WRAPPED = 0.8
"""A column may be narrower than its longest line by this much: that line is wrapped then."""


class KeysDialog(Sheet):
    """The keys, menu by menu, in as many columns as there is room for.

    `print_asked` is sent for the button that makes a sheet of them.
    """

    print_asked = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        words = room.words
        super().__init__(parent, words("Keys"))
        self._words = words
        groups = grouped()
        count, width = self._places(groups)
        sides = row(
            *(
                column(*(self._group(*group, width) for group in part), None, gap=12)
                for part in _columns(groups, count)
            ),
            gap=_GAP,
        )
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

    def _places(self, groups: Groups) -> tuple[int, int]:
        """How many columns there are, and how wide each is."""
        measure = self.fontMetrics().horizontalAdvance
        lines = [
            measure(self._text(action)) + _BETWEEN + measure(_keys(action))
            for _, actions in groups
            for action in actions
        ]
        room, widest = self.inner_width, max(lines)
        for count in range(_MOST_COLUMNS, 1, -1):
            width = (room - _GAP * (count - 1)) // count
            if width >= _WRAPPED * widest:
                return count, min(width, widest)
        return 1, min(room, widest)

    def _text(self, action: Action) -> str:
        return self._words(action.text).rstrip("…")

    def _group(self, menu: str, actions: tuple[Action, ...], width: int) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(self._words(menu).upper(), "caption"), 0, 0, 1, 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for place, action in enumerate(actions, start=1):
            grid.addWidget(label(self._text(action), wrap=True), place, 0)
            grid.addWidget(label(_keys(action), "muted"), place, 1, right)
        whole = QWidget()
        whole.setFixedWidth(width)
        whole.setLayout(grid)
        return whole


def _keys(action: Action) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " · ".join(QKeySequence(keys).toString(native) for keys in action.keys)


def _columns(groups: Groups, count: int) -> list[Groups]:
    """The menus in columns, about equally long."""
    lines = [len(actions) + 2 for _, actions in groups]  # the name of the menu, and a gap
    columns: list[Groups] = [[]]
    filled = 0
    for group, own in zip(groups, lines, strict=True):
        if columns[-1] and (filled + own / 2) * count >= sum(lines) * len(columns):
            columns.append([])
        columns[-1].append(group)
        filled += own
    return columns
