"""Search and commands in one line: type, choose with the arrows, Enter goes there or does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListView, QWidget

from ui.stages.page import Room
from ui.widgets.entry_line import Line
from ui.widgets.labels import column, label
from ui.widgets.offers import KIND_ROLE, OffersDelegate

_OFFER_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to go to or to do: its text, what kind of thing it is, or its keys."""

    text: str
    kind: str
    run: Callable[[], object]


Offers = Callable[[str], Sequence[Offer]]


class Palette(QDialog):
    """A line and what it finds; `chosen` is sent with what to run, once the dialog is gone."""

    chosen = Signal(object)

    def __init__(self, room: Room, parent: QWidget, offers: Offers) -> None:
        """A palette over a window; `offers` says what there is for a text."""
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._offers = offers
        self._words = room.words
        self.setObjectName("palette")
        self.setWindowTitle(room.words("Search or command"))
        self.line = Line(room.words("Search notes, people, pages, or a command"), "entryLine")
        self.line.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setAccessibleName(room.words("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(OffersDelegate(room.theme, self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _: self._enter())
        self._told = label("", "small")
        layout = column(self.line, self.list, self._told, margins=(12, 12, 12, 8), gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.line.textChanged.connect(lambda _: self.renew())
        self.line.returnPressed.connect(self._enter)
        self.renew()
        self._place(parent)

    def renew(self) -> None:
        """Show what there is for the text that stands in the line."""
        found = self._offers(self.line.text())
        self._model.clear()
        for offer in found:
            item = QStandardItem(offer.text)
            item.setData(offer.kind, KIND_ROLE)
            item.setData(offer, _OFFER_ROLE)
            item.setData(f"{offer.text}, {offer.kind}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if found:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self._told.setText(self._words("Up and down choose, Enter goes there, Esc closes"))
        else:
            self._told.setText(self._words("Nothing here holds these words."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(event.key()))
            if by is not None:
                self._step(by)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = max(0, min(rows - 1, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _enter(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            offer: Offer = index.data(_OFFER_ROLE)
            self.accept()
            self.chosen.emit(offer.run)

    def _place(self, parent: QWidget) -> None:
        """Over the upper middle of the window."""
        width, height = min(760, parent.width() - 48), min(480, parent.height() - 96)
        self.resize(width, height)
        self.move(parent.mapToGlobal(QPoint((parent.width() - width) // 2, 48)))
