"""N by sector, live: people counted once, further sectors apart."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.model.attendance import Tally
from facilitator.model.records import Sector
from ui.models.records import Index
from ui.stages.page import Room
from ui.widgets.bars import HEIGHT, Bar, draw_bar
from ui.widgets.labels import column, label

_ROW_ROLE = Qt.ItemDataRole.UserRole + 30
_PADDING = 7
_GAP = 10
_ROWS = 3
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class Row:
    """A sector with its key at the door, how many have arrived, and who wears it as a hat."""

    number: int
    sector: str
    arrived: int
    counted: str
    hats: str
    most: int

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        told = f"{self.number}: {self.sector}, {self.counted}"
        return f"{told}, {self.hats}" if self.hats else told


class CountsModel(QAbstractListModel):
    """A row a sector, in the plan's order; last, where anybody has not stated one, that."""

    def __init__(self, room: Room, tally: Tally) -> None:
        """The counts as they stand."""
        super().__init__()
        self._room, self._tally = room, tally
        self._rows: list[Row] = []
        self.renew()

    def renew(self) -> None:
        """Show the counts as they are now."""
        words, tally = self._room.words, self._tally
        sectors: list[tuple[int, str | None, str]] = [
            (number, sector.id, sector.name)
            for number, sector in enumerate(self._room.session.workshop.all(Sector), start=1)
        ]
        if tally.expected[None] or not sectors:
            sectors.append((0, None, words("Not stated")))
        most = max(tally.expected.values(), default=0)
        rows = []
        for number, id_, name in sectors:
            here, all_, hats = tally.arrived[id_], tally.expected[id_], tally.hats[id_]
            counted = words("{n} of {all}", n=words.number(here), all=words.number(all_))
            hatted = f"+{words.number(hats)}" if hats else ""
            rows.append(Row(number, name, here, counted, hatted, most))
        if len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many sectors there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A sector with its counts."""
        if not index.isValid():
            return None
        own = self._rows[index.row()]
        if role == _ROW_ROLE:
            return own
        if role == Qt.ItemDataRole.DisplayRole:
            return own.sector
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return own.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(own.sector)
        return None


class _Delegate(QStyledItemDelegate):
    """Draws a sector: its number, its name and hats, and beneath a bar of those who are here."""

    def __init__(self, room: Room, view: QListView) -> None:
        super().__init__(view)
        self._theme = room.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(self._theme.font()).height()
        return QSize(0, max(line, round(HEIGHT)) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        own: Row = index.data(_ROW_ROLE)
        painter.save()
        font = self._theme.font()
        metrics = QFontMetrics(font)
        inner = option.rect.adjusted(14, 0, -14, 0)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(inner, _LEFT, str(own.number))
        inner.setLeft(inner.left() + metrics.horizontalAdvance("00") + _GAP)
        painter.drawText(inner, _RIGHT, own.hats)
        inner.setRight(inner.right() - metrics.horizontalAdvance("+00") - _GAP)
        name = QRect(inner.left(), inner.top(), inner.width() * 11 // 20, inner.height())
        painter.setPen(self._theme.colour("text"))
        shown = metrics.elidedText(own.sector, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _LEFT, shown)
        room = QRectF(inner.adjusted(name.width() + _GAP, 0, 0, 0))
        draw_bar(painter, room, Bar(own.arrived, own.most, own.counted), self._theme)
        painter.restore()


class Counts(QFrame):
    """How many have arrived of how many are expected, in all and by sector."""

    def __init__(self, room: Room, tally: Tally) -> None:
        """The counts of a tally; `renew` when it has changed."""
        super().__init__()
        self.setObjectName("panel")
        self._words, self._tally = room.words, tally
        self.model = CountsModel(room, tally)
        self.total = label("", "title")
        self._of = label("", "muted", wrap=True)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(room, self.list))
        self.list.setAccessibleName(room.words("People by sector"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(_ROWS * (self.list.fontMetrics().height() + 2 * _PADDING))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note = label(
            room.words(
                "Each person is counted once, in the first sector; +1: a person who names it, too."
            ),
            "small",
            wrap=True,
        )
        head = column(self.total, self._of, margins=(14, 8, 14, 8), gap=2)
        foot = column(note, margins=(14, 4, 14, 8))
        layout = column(head, self.list, foot, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.renew()

    def renew(self) -> None:
        """Show the counts as they are now."""
        here, all_ = self._tally.arrived.total(), self._tally.expected.total()
        self.total.setText(self._words("N = {n}", n=self._words.number(here)))
        self._of.setText(self._said_of(here, all_))
        self.model.renew()

    def _said_of(self, here: int, expected: int) -> str:
        if expected and not here:
            return self._words.plural(
                "{n} expected, not here yet",
                "{n} expected, nobody is here yet",
                expected,
            )
        return self._words.plural(
            "{here} arrived of {n} participant",
            "{here} arrived of {n} participants",
            expected,
            here=self._words.number(here),
        )
