"""The list at the door: who is found, and who of them has arrived."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.model.records import Participant
from ui.models.records import RECORD_ROLE, Index
from ui.people import said
from ui.stages.page import Room

_PADDING = 7
_GAP = 12
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class ArrivalsModel(QAbstractListModel):
    """The participants that are found, in the order of the finding."""

    def __init__(self, room: Room) -> None:
        """Nobody yet."""
        super().__init__()
        self._room = room
        self._rows: Sequence[Participant] = ()

    def show(self, found: Sequence[Participant]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are found."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Who stands in a row; as a record with `RECORD_ROLE`."""
        if not index.isValid():
            return None
        participant = self._rows[index.row()]
        if role == RECORD_ROLE:
            return participant
        if role == Qt.ItemDataRole.DisplayRole:
            return said.whole(self._room, participant)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            when = said.arrived(self._room, participant)
            whole = said.whole(self._room, participant)
            return (
                self._room.words("{who}, arrived {time}", who=whole, time=when) if when else whole
            )
        return None


class _Delegate(QStyledItemDelegate):
    """Draws a row: name, muted organization and sector, and when the person arrived."""

    def __init__(self, room: Room, view: QListView) -> None:
        super().__init__(view)
        self._room, self._view = room, view
        self._tick = room.theme.icon("done", "accent")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(self._room.theme.font()).height() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        theme, participant = self._room.theme, index.data(RECORD_ROLE)
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
            )
        font = theme.font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        inner = rect.adjusted(14, 0, -14, 0)
        when = said.arrived(self._room, participant)
        if when:
            painter.setPen(theme.colour("muted"))
            painter.drawText(inner, _RIGHT, when)
            inner.setRight(inner.right() - metrics.horizontalAdvance(when) - 8)
            side = metrics.ascent()
            place = QRect(inner.right() - side, inner.center().y() - side // 2, side, side)
            self._tick.paint(painter, place)
            inner.setRight(place.left() - _GAP)
        self._draw_person(painter, inner, participant, metrics)
        painter.restore()

    def _draw_person(
        self, painter: QPainter, inner: QRect, participant: Participant, metrics: QFontMetrics
    ) -> None:
        theme, elide = self._room.theme, Qt.TextElideMode.ElideRight
        name = said.name_of(self._room, participant)
        painter.setPen(theme.colour("text" if participant.name else "muted"))
        shown = metrics.elidedText(name, elide, inner.width())
        painter.drawText(inner, _LEFT, shown)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(shown) + _GAP)
        more = (participant.organization, said.sector_of(self._room, participant))
        painter.setPen(theme.colour("muted"))
        about = " · ".join(part for part in more if part)
        if inner.width() > metrics.horizontalAdvance("M…"):
            painter.drawText(inner, _LEFT, metrics.elidedText(about, elide, inner.width()))


class ArrivalsList(QListView):
    """Who is found; one is chosen with the arrow keys while the typing goes on in the line."""

    def __init__(self, room: Room, model: ArrivalsModel) -> None:
        """Show a model."""
        super().__init__()
        self._room = room
        self.empty = ""
        self.setModel(model)
        self.setAccessibleName(room.words("Participants"))
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(room, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Participant | None:
        """Who is chosen."""
        index = self.currentIndex()
        participant: Participant | None = index.data(RECORD_ROLE) if index.isValid() else None
        return participant

    def choose(self, row: int) -> None:
        """Choose a row, where there is one."""
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, 0))

    def choose_id(self, id_: str) -> None:
        """Choose a participant, where it is found."""
        for row in range(self.model().rowCount()):
            if self.model().index(row, 0).data(RECORD_ROLE).id == id_:
                self.choose(row)
                return

    def step(self, by: int) -> None:
        """Choose a number of rows down, or up; from nowhere the first."""
        rows = self.model().rowCount()
        at = self.currentIndex().row()
        self.choose(max(0, min(rows - 1, at + by)) if at >= 0 else 0)

    def paintEvent(self, event: Any) -> None:
        """Where there is nobody, one line says what will be here."""
        super().paintEvent(event)
        if not self.model().rowCount() and self.empty:
            painter = QPainter(self.viewport())
            painter.setPen(self._room.theme.colour("muted"))
            room = self.viewport().rect().adjusted(14, 8, -14, -8)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self.empty)
            painter.end()
