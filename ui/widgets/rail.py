"""The rail: the agenda with each stage's state, and the pages beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ui.theme import Theme

KEY_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3
_HEIGHT = 44
_ICON, _LARGEST_ICON = 20, 30


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the rail: the page's key, its title, an icon's name, a note in small type.

    `tone` is the colour token of the note, where it should stand out.
    """

    key: str
    title: str
    icon: str
    note: str
    spoken: str
    tone: str = ""


class _Delegate(QStyledItemDelegate):
    """Draws a row: state, title, and beneath it the times."""

    def __init__(self, theme: Theme, parent: QTreeView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._icons: dict[str, QIcon] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(120, max(_HEIGHT, 2 * metrics.height() + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        rect = option.rect
        if index.row() == self._view.currentIndex().row():  # QStyle itself would cost 7 ms
            painter.fillRect(rect, self._theme.colour("raised"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.colour("accent")
            )
        icon = self._icon(index.data(STATE_ROLE))
        side = min(self._theme.scaled(_ICON), _LARGEST_ICON)
        icon.paint(painter, QRect(rect.left() + 12, rect.center().y() - side // 2, side, side))
        font = self._theme.font("body", bold=index.data(STATE_ROLE) == "running")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left = rect.left() + side + 24
        width = rect.right() - left - 8
        note = index.data(NOTE_ROLE)
        block = metrics.height() * (2 if note else 1)
        top = rect.center().y() - block // 2
        painter.setPen(self._theme.colour("text"))
        title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top, width, metrics.height()), 0, title)
        if note:
            tone = index.data(TONE_ROLE)
            small = self._theme.font("caption", bold=bool(tone))
            painter.setFont(small)
            painter.setPen(self._theme.colour(tone or "muted"))
            note = QFontMetrics(small).elidedText(note, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top + metrics.height(), width, metrics.height()), 0, note)
        painter.restore()

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = self._theme.icon(name, "accent" if name == "running" else "muted")
        return self._icons[name]


class Rail(QTreeView):
    """The only navigation while a workshop runs; `went` carries the key of the page."""

    went = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """An empty rail under an accessible name."""
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemDelegate(_Delegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._go)

    def show_places(self, places: list[Place]) -> None:
        """Show these rows; the current page stays current, or the first is where it is gone."""
        if [self._key(row) for row in range(self._model.rowCount())] == [p.key for p in places]:
            for row, place in enumerate(places):
                self._fill(self._model.item(row), place)
            return
        current = self.current
        self._model.clear()
        for place in places:
            item = QStandardItem()
            self._fill(item, place)
            self._model.appendRow(item)
        self.go(current)
        if current and not self.current and places:
            self.go(places[0].key)

    def show_place(self, place: Place) -> None:
        """Show one row anew, without touching the others."""
        for row in range(self._model.rowCount()):
            if self._key(row) == place.key:
                self._fill(self._model.item(row), place)

    @property
    def current(self) -> str:
        """The key of the page that is shown."""
        index = self.currentIndex()
        return index.data(KEY_ROLE) if index.isValid() else ""

    def go(self, key: str) -> None:
        """Go to a page by its key."""
        for row in range(self._model.rowCount()):
            if self._key(row) == key:
                self.setCurrentIndex(self._model.index(row, 0))

    def step(self, by: int) -> None:
        """Go a number of rows down, or up."""
        row = self.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, 0))

    def _key(self, row: int) -> str:
        key: str = self._model.index(row, 0).data(KEY_ROLE)
        return key

    @staticmethod
    def _fill(item: QStandardItem, place: Place) -> None:
        item.setText(place.title)
        item.setData(place.key, KEY_ROLE)
        item.setData(place.icon, STATE_ROLE)
        item.setData(place.note, NOTE_ROLE)
        item.setData(place.tone, TONE_ROLE)
        lines = (escape(line) for line in (place.title, place.note) if line)
        item.setToolTip(f"<p>{'<br>'.join(lines)}</p>")
        item.setData(place.spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(index.data(KEY_ROLE))
