"""Pairs of ideas that look alike, side by side, one of each leading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.merging import Pair
from facilitator.model.records import Idea
from ui.models.records import RECORD_ROLE, Index

PAIR_ROLE = RECORD_ROLE + 30
SECOND_LEADS_ROLE = RECORD_ROLE + 31


class PairModel(QAbstractListModel):
    """The pairs that are offered; the idea with the lower number leads until one says otherwise."""

    def __init__(self, words: Language) -> None:
        """No pairs yet."""
        super().__init__()
        self._words = words
        self._pairs: list[Pair] = []
        self._second: set[frozenset[str]] = set()

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs; rows that go are taken out one by one, so that the list stays."""
        wanted = {pair.key for pair in pairs}
        if [p.key for p in pairs] == [p.key for p in self._pairs if p.key in wanted]:
            for row in reversed(range(len(self._pairs))):
                if self._pairs[row].key not in wanted:
                    self.beginRemoveRows(QModelIndex(), row, row)
                    del self._pairs[row]
                    self.endRemoveRows()
            self._pairs = list(pairs)
            if pairs:
                self.dataChanged.emit(self.index(0), self.index(len(pairs) - 1))
            return
        self.beginResetModel()
        self._pairs = list(pairs)
        self.endResetModel()

    def pair(self, row: int) -> Pair:
        """The pair of a row."""
        return self._pairs[row]

    def row_of(self, key: frozenset[str]) -> int | None:
        """The row of a pair, or None."""
        return next((row for row, pair in enumerate(self._pairs) if pair.key == key), None)

    def lead(self, row: int, *, second: bool) -> None:
        """Choose which idea of a pair leads."""
        if second:
            self._second.add(self._pairs[row].key)
        else:
            self._second.discard(self._pairs[row].key)
        self.dataChanged.emit(self.index(row), self.index(row))

    def parts(self, row: int) -> tuple[Idea, Idea]:
        """The idea of a pair that leads, and the other."""
        pair = self._pairs[row]
        second = pair.key in self._second
        return (pair.second, pair.first) if second else (pair.first, pair.second)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self._pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The pair, whether its second idea leads, or all of it in words."""
        if not index.isValid():
            return None
        pair = self._pairs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return pair.first.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(index.row())
            case _:
                known = {
                    RECORD_ROLE: pair.first,
                    PAIR_ROLE: pair,
                    SECOND_LEADS_ROLE: pair.key in self._second,
                }
                return known.get(role)

    def _said(self, row: int) -> str:
        leader, other = self.parts(row)
        return self._words(
            "{leader} “{leading}” leads; {other} “{alike}” looks like it",
            leader=code_of(leader),
            leading=leader.text,
            other=code_of(other),
            alike=other.text,
        )
