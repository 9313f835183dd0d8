"""Everybody who is expected, as a table that follows the session."""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from facilitator.model.change import Change
from facilitator.model.records import Participant, Sector
from facilitator.model.workshop import sort_key
from ui.models.records import RECORD_ROLE, Index
from ui.people import said
from ui.session import Changes
from ui.stages.page import Room
from ui.widgets.wrapped import draw_wrapped

_MANY = 20
_PADDING = 6
_SIDE = 8
_ARRIVED = 4


class PeopleModel(QAbstractTableModel):
    """A row a participant, in the order in which they came into the list."""

    def __init__(self, room: Room) -> None:
        """Read everybody, and follow the session from now on."""
        super().__init__()
        self._room, self._session = room, room.session
        self._rows: list[Participant] = []
        self._keys: list[tuple[float, str]] = []
        words = room.words
        self.titles = (
            words("Name"),
            words("Organization"),
            words("Sector"),
            words("Further sectors"),
            words("Arrived"),
        )
        self._texts: tuple[Callable[[Room, Participant], str], ...] = (
            said.name_of,
            lambda _, participant: participant.organization,
            said.sector_of,
            said.further_of,
            said.arrived,
        )
        self._fill()
        self._session.changed.connect(self._follow)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many participants there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(self.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; with `RECORD_ROLE` the participant."""
        if not index.isValid():
            return None
        participant = self._rows[index.row()]
        if role == RECORD_ROLE:
            return participant
        text = self._texts[index.column()](self._room, participant)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.titles[index.column()]}: {text}" if text else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape(text[:500])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        shown = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        wanted = orientation is Qt.Orientation.Horizontal and section < len(self.titles)
        return self.titles[section] if shown and wanted else None

    def row_of(self, id_: str) -> int | None:
        """The row of a participant, or None."""
        return next((row for row, key in enumerate(self._keys) if key[1] == id_), None)

    def _fill(self) -> None:
        self._rows = list(self._session.workshop.all(Participant))
        self._keys = [sort_key(participant) for participant in self._rows]

    def _follow(self, changes: Changes) -> None:
        own = [change for change in changes if isinstance(change.record, Participant)]
        if len(own) > _MANY:
            self.beginResetModel()
            self._fill()
            self.endResetModel()
            return
        for change in own:
            self._take(change)
        if self._rows and any(isinstance(change.record, Sector) for change in changes):
            self.dataChanged.emit(self.index(0, 2), self.index(len(self._rows) - 1, 3))

    def _take(self, change: Change) -> None:
        before, after = change.before, change.after
        row = bisect_left(self._keys, sort_key(before)) if before is not None else None
        if (
            row is not None
            and isinstance(after, Participant)
            and sort_key(after) == self._keys[row]
        ):
            self._rows[row] = after
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.titles) - 1))
            return
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row], self._keys[row]
            self.endRemoveRows()
        if isinstance(after, Participant):
            row = bisect_left(self._keys, sort_key(after))
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, after)
            self._keys.insert(row, sort_key(after))
            self.endInsertRows()


class _Delegate(QStyledItemDelegate):
    """Draws a cell on one line; a missing name is muted."""

    def __init__(self, room: Room, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = room.theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, QFontMetrics(self._theme.font()).height() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect, theme = option.rect, self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        current = self._view.currentIndex().row() == index.row() and self._view.hasFocus()
        if index.column() == 0 and current:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.colour("accent"))
        participant: Participant = index.data(RECORD_ROLE)
        plain = index.column() == 0 and participant.name
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text" if plain else "muted"))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        metrics = QFontMetrics(theme.font())
        text = index.data()[:500]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class PeopleTable(QTreeView):
    """The table, of which rows are chosen; `leave` is sent past its end, and for Esc and Enter."""

    leave = Signal()

    def __init__(self, room: Room, model: PeopleModel, empty: str) -> None:
        """Show a model; `empty` stands where there is nobody."""
        super().__init__()
        self._room, self._empty = room, empty
        self.setModel(model)
        self.setAccessibleName(room.words("Participants"))
        self.setAccessibleDescription(empty)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Delegate(room, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for section in range(_ARRIVED):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_ARRIVED, QHeaderView.ResizeMode.Fixed)
        time = QFontMetrics(room.theme.font()).horizontalAdvance("00 h 00") + 2 * _SIDE
        header.resizeSection(_ARRIVED, max(header.sectionSizeHint(_ARRIVED), time))
        model.rowsInserted.connect(self._show_last)

    def chosen(self) -> list[str]:
        """The ids of those who are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.model().index(row, 0).data(RECORD_ROLE).id for row in rows]

    def choose(self, row: int) -> None:
        """Choose one row."""
        self.setCurrentIndex(self.model().index(row, 0))

    def enter_from_below(self) -> None:
        """Take the focus, with the last row chosen where none was."""
        rows = self.model().rowCount()
        if rows:
            if not self.selectionModel().hasSelection():
                self.choose(rows - 1)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down past the end, Enter and Esc go back to the entry line."""
        down = event.key() == Qt.Key.Key_Down and not event.modifiers()
        past = down and self.currentIndex().row() == self.model().rowCount() - 1
        if past or event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.leave.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is nobody, one line says how to begin."""
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self._room.theme.colour("muted"))
            room = self.viewport().rect().adjusted(_SIDE, _SIDE, -_SIDE, -_SIDE)
            draw_wrapped(painter, room, self._room.theme.font(), self._empty)
            painter.end()

    def _show_last(self, _parent: QModelIndex, _first: int, last: int) -> None:
        if last == self.model().rowCount() - 1:
            self.scrollToBottom()
