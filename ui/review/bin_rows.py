"""The rows of the bin: deletions, the last first, each with what was deleted beneath it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.model.records import ActHeader, Record
from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Binned

AT_ONCE = 30
"""So many deletions are read at a time."""

FIRST = 6
"""So many things of one deletion are listed until it is unfolded."""


@dataclass(frozen=True, slots=True)
class BinRow:
    """A deletion, or where `record` is given one thing of it.

    `more` stand for those that are not listed; of a `folded` deletion they can be.
    """

    binned: Binned
    record: Record | None = None
    more: int = 0
    folded: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what this row puts back; none for the whole deletion."""
        return () if self.record is None else (self.record.id,)


class BinRows(QAbstractListModel):
    """Reads the bin from the file when it is asked to, a part at a time."""

    def __init__(self, session: Session, card: Callable[[BinRow], Card]) -> None:
        """Nothing is read yet; `card` says how a row looks."""
        super().__init__()
        self._session, self._card = session, card
        self._rows: list[BinRow] = []
        self._cards: dict[int, Card] = {}
        self._unfolded: set[str] = set()
        self._read = session.read_bin()
        self._deletions = 0
        self._more = False

    def renew(self) -> None:
        """Read the bin anew, as far as it was read."""
        self.beginResetModel()
        self._read = self._session.read_bin()
        limit, self._deletions = max(AT_ONCE, self._deletions), 0
        self._rows = self._rows_of(self._next(limit))
        self._cards.clear()
        self.endResetModel()

    def unfold(self, place: int) -> None:
        """List everything of the deletion at a place."""
        self._unfolded.add(self._rows[place].binned.header.id)
        self.renew()

    def row(self, place: int) -> BinRow:
        """The row at a place."""
        return self._rows[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are read."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` its record, or the act's header."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            header: ActHeader = row.binned.header
            return row.record or header
        if index.row() not in self._cards:
            self._cards[index.row()] = self._card(row)
        return card_data(self._cards[index.row()], role)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older deletions."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read older deletions."""
        rows = self._rows_of(self._next(AT_ONCE))
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _next(self, limit: int) -> tuple[Binned, ...]:
        found = self._read(limit)
        self._deletions += len(found)
        self._more = len(found) == limit
        return found

    def _rows_of(self, found: Iterable[Binned]) -> list[BinRow]:
        return [row for b in found for row in _rows(b, folded=b.header.id not in self._unfolded)]


def _rows(binned: Binned, *, folded: bool) -> list[BinRow]:
    folded = folded and len(binned.records) > FIRST + 1  # one more takes no more room
    listed = binned.records[:FIRST] if folded else binned.records
    rows = [BinRow(binned), *(BinRow(binned, record) for record in listed)]
    more = binned.count - len(listed)
    return [*rows, BinRow(binned, more=more, folded=folded)] if more else rows
