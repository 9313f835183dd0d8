"""What one act changed, a row for each record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index
from ui.review.telling import Telling
from ui.stages.page import Room

MOST = 25
"""So many records of one act are told."""


class ToldRows(QAbstractListModel):
    """The records that an act changed, the first of them in words."""

    def __init__(self, room: Room) -> None:
        """No act is told yet."""
        super().__init__()
        self._room, self._telling = room, Telling(room)
        self._rows: list[tuple[Any, Card]] = []

    def show(self, act: str) -> None:
        """Tell an act by its id; nothing for none."""
        told, count = self._room.session.told(act, MOST) if act else ((), 0)
        self.beginResetModel()
        self._rows = [(one, self._telling.card(one)) for one in told]
        if count > len(told):
            more = self._room.words.plural("and {n} more", "and {n} more", count - len(told))
            self._rows.append((None, Card(more, muted=True)))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` what is told in it."""
        if not index.isValid():
            return None
        told, card = self._rows[index.row()]
        return told if role == RECORD_ROLE else card_data(card, role)
