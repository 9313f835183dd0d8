"""The rows of a column of the board: a theme, its insights, and its notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from facilitator.model.records import Entry
from ui.models.cards import Card, card_data
from ui.models.clusters import Shown
from ui.models.records import RECORD_ROLE, ROW_FLAGS, Index

_HEADING_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class ColumnModel(QAbstractListModel):
    """Rows that become others with the fewest changes, so that what is chosen stays chosen."""

    def __init__(self, card: Callable[[Shown], Card], parent: QObject | None = None) -> None:
        """No rows yet; `card` says how one looks."""
        super().__init__(parent)
        self._card = card
        self._rows: list[Shown] = []

    def become(self, rows: Sequence[Shown]) -> None:
        """Show these rows."""
        before, after = [row.key for row in self._rows], [row.key for row in rows]
        first = _same(before, after)
        last = _same(before[first:][::-1], after[first:][::-1])
        if len(before) - last > first:
            self.beginRemoveRows(QModelIndex(), first, len(before) - last - 1)
            del self._rows[first : len(before) - last]
            self.endRemoveRows()
        if len(after) - last > first:
            self.beginInsertRows(QModelIndex(), first, len(after) - last - 1)
            self._rows[first:first] = rows[first : len(after) - last]
            self.endInsertRows()
        self._rows = list(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` its record."""
        if not index.isValid():
            return None
        shown = self._rows[index.row()]
        return shown.record if role == RECORD_ROLE else card_data(self._card(shown), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes may be marked and, where the view allows it, dragged; nothing else may."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        note = isinstance(self._rows[index.row()].record, Entry)
        return ROW_FLAGS if note else _HEADING_FLAGS


def _same(first: Sequence[object], second: Sequence[object]) -> int:
    """How many items two sequences begin with alike."""
    pairs = zip(first, second, strict=False)
    return next(
        (n for n, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second))
    )
