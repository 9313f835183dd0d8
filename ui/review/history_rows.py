"""The rows of the history: acts, the last first, read when one gets to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index
from ui.session import Session

if TYPE_CHECKING:
    from ui.session import Happened, Wanted

AT_ONCE = 80
"""So many acts are read at a time."""

_NEW = 5
"""More than one act is never new: each is told as it is done."""


class HistoryRows(QAbstractListModel):
    """The acts of a workshop, or those that are wanted."""

    def __init__(self, session: Session, card: Callable[[Happened], Card]) -> None:
        """Nothing is read yet; `card` says how a row looks."""
        super().__init__()
        self._session, self._card = session, card
        self._wanted: Wanted | None = None
        self._rows: list[Happened] = []
        self._cards: dict[Happened, Card] = {}
        self._more = False

    def show(self, wanted: Wanted | None) -> None:
        """Read the latest acts, of all or of those wanted."""
        self.beginResetModel()
        self._wanted = wanted
        self._cards.clear()  # the venue's zone may be another
        self._rows = self._read("")
        self.endResetModel()

    def renew(self) -> None:
        """Show what was done, undone or redone last."""
        last = self._session.last_touched()
        if last is None:
            return
        place = next(
            (n for n, row in enumerate(self._rows) if row.header.hlc <= last.header.hlc),
            len(self._rows),
        )
        if place < len(self._rows) and self._rows[place].header.id == last.header.id:
            self._rows[place] = last
            self.dataChanged.emit(self.index(place), self.index(place))
        elif place == 0:
            self._put_before_all()

    def _put_before_all(self) -> None:
        """Whatever is newer than the first row, where it is wanted."""
        newest = self._rows[0].header.hlc if self._rows else ""
        latest = self._session.history(_NEW, wanted=self._wanted)
        new = [happened for happened in latest if happened.header.hlc > newest]
        if new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._rows[:0] = new
            self.endInsertRows()

    def row(self, place: int) -> Happened:
        """The act at a place."""
        return self._rows[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many acts are read."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` the act's header."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            return row.header
        if row not in self._cards:
            self._cards[row] = self._card(row)
        return card_data(self._cards[row], role)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older acts."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read older acts."""
        older = self._read(self._rows[-1].header.hlc)
        if older:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._rows += older
            self.endInsertRows()

    def _read(self, before: str) -> list[Happened]:
        found = self._session.history(AT_ONCE, before, self._wanted)
        self._more = len(found) == AT_ONCE
        return list(found)
