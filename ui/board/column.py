"""A column of the board: a list of notes under the key that sends notes there."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.model.records import Entry
from ui.models.records import RECORD_ROLE
from ui.theme import Theme
from ui.widgets.card_list import CardList
from ui.widgets.dragging import allow_dragging
from ui.widgets.dress import set_property
from ui.widgets.drop_frame import DropFrame
from ui.widgets.labels import OneLine, column, label, row

_LETTERS_WIDE = 34
_DIGITS_BELONG_TOGETHER = 700


class BoardList(CardList):
    """The cards of a column; notes are marked with Space, and sent to a column by its number.

    `sideways` carries by how many columns the keys go, `carried` by how many the notes go with
    them, `sent` the number of the column to which they go, `moved` by how many places the current
    row goes within its list. `highest` is the number of the last column.
    """

    sideways = Signal(int)
    carried = Signal(int)
    sent = Signal(int)
    moved = Signal(int)

    def __init__(self, theme: Theme, model: QAbstractItemModel, name: str, empty: str) -> None:
        """The list of a column."""
        super().__init__(theme, model, name, empty, marks=True, gutter="TH0")
        allow_dragging(self)
        self.edits.left.disconnect(self.leave)  # the board says where the keys go
        self.highest = 0
        self._number, self._later = 0, QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DIGITS_BELONG_TOGETHER)
        self._later.timeout.connect(self._send)

    def marked(self) -> list[str]:
        """The ids of the notes that are marked."""
        found = (index.data(RECORD_ROLE) for index in self.selectedIndexes())
        return list(dict.fromkeys(record.id for record in found if isinstance(record, Entry)))

    def taken(self) -> list[str]:
        """The notes that something is done to: the marked ones, else the current one."""
        current = self.currentIndex()
        record = current.data(RECORD_ROLE) if current.isValid() else None
        return self.marked() or ([record.id] if isinstance(record, Entry) else [])

    def _show_last(self, _parent: QModelIndex, _first: int, last: int) -> None:
        """A column stays where it is when notes come to its end: one reads from its head."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the next column, with Ctrl they take the notes along."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in steps and not held:
            self.sideways.emit(steps[key])
        elif key in steps and held == Qt.KeyboardModifier.ControlModifier:
            self.carried.emit(steps[key])
        elif key in rows and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(rows[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Send the notes to the column of a typed number, as soon as it can be no other."""
        if not search.isdecimal():
            return
        self._number = self._number * 10 + int(search)
        if self._number * 10 > self.highest or not self._number:
            self._send()
        else:
            self._later.start()

    def _send(self) -> None:
        self._later.stop()
        number, self._number = self._number, 0
        self.sent.emit(number)


class Column(DropFrame):
    """A framed list of a board under its number and its name; the frame shows where keys go."""

    def __init__(self, place: int, title: str, cards: BoardList) -> None:
        """A column at a place, the unsorted notes being at 0."""
        super().__init__()
        self.setObjectName("panel")
        self.cards = cards
        self._key = label(str(place), "key")
        self._title = OneLine(title, "caption")
        self._count = label("", "small")
        head = row(self._key, self._title, self._count, margins=(10, 8, 14, 4))
        head.setStretch(1, 1)
        layout = column(head, cards, margins=(2, 0, 2, 6), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.take_drops_for(cards)
        cards.focused.connect(self._frame)

    def say(self, place: int, title: str, counted: str) -> None:
        """Say at what place the column stands, its name, and how much is in it."""
        self._key.setText(str(place))
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self._count.setText(counted)

    def _frame(self, current: bool) -> None:  # noqa: FBT001
        set_property(self, "current", "true" if current else "false")
