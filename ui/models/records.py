"""One item model for every list of records: it follows the session row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.model.records import Record
from facilitator.model.workshop import sort_key
from ui.session import Changes, Session

R = TypeVar("R", bound=Record)
Index = QModelIndex | QPersistentModelIndex

RECORD_ROLE = Qt.ItemDataRole.UserRole

ROW_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: Qt asks for them of every row whenever it lays a list out."""


def none_yet(_record: Record) -> bool:
    """What belongs to a list that does not show anything yet: no record is looked at."""
    return False


class RecordModel(QAbstractListModel, Generic[R]):
    """The records of a type that belong to a list, in their own order.

    `belongs` chooses them and may be replaced with `show`; `text` says what a row reads.
    """

    def __init__(
        self,
        session: Session,
        type_: type[R],
        text: Callable[[R], str],
        belongs: Callable[[R], bool] = lambda _: True,
    ) -> None:
        """Read the records, and follow the session from now on."""
        super().__init__()
        self._session = session
        self._type = type_
        self._text = text
        self._belongs = belongs
        self._rows: list[R] = []
        self._keys: list[tuple[float, str]] = []
        self._fill(() if belongs is none_yet else None)
        session.changed.connect(self._follow)

    def show(self, belongs: Callable[[R], bool], among: Iterable[R] | None = None) -> None:
        """Show other records of the type; `among` has all of them that may belong."""
        self._belongs = belongs
        self.beginResetModel()
        self._fill(among)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a row, or with `RECORD_ROLE` its record."""
        if not index.isValid():
            return None
        record = self._rows[index.row()]
        if role == RECORD_ROLE:
            return record
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(record)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be chosen and, where the view allows it, dragged."""
        return ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def record(self, row: int) -> R:
        """The record of a row."""
        return self._rows[row]

    def records(self) -> tuple[R, ...]:
        """Every record shown, in order."""
        return tuple(self._rows)

    def row_of(self, id_: str) -> int | None:
        """The row of a record, or None."""
        return next((row for row, key in enumerate(self._keys) if key[1] == id_), None)

    def _fill(self, among: Iterable[R] | None) -> None:
        if among is None:
            among = self._session.workshop.each(self._type)
        self._rows = sorted(filter(self._belongs, among), key=sort_key)
        self._keys = [sort_key(record) for record in self._rows]

    def _follow(self, changes: Changes) -> None:
        for change in changes:
            if isinstance(change.record, self._type):
                self._replace(change.before, change.after)

    def _replace(self, before: Any, after: Any) -> None:
        row = None if before is None else self._row(sort_key(before))
        stays = after is not None and self._belongs(after)
        if row is not None and stays and sort_key(after) == self._keys[row]:
            self._rows[row] = after
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row], self._keys[row]
            self.endRemoveRows()
        if stays:
            self._insert(after)

    def _insert(self, record: R) -> None:
        key = sort_key(record)
        row = bisect_left(self._keys, key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, record)
        self._keys.insert(row, key)
        self.endInsertRows()

    def _row(self, key: tuple[float, str]) -> int | None:
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None
