"""The themes of a principle, each with its insights beneath it, as one list."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.model.records import Entry, Insight, Theme
from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index
from ui.session import Changes, Session

Row = Theme | Insight
Key = tuple[float, str, float, str]


class ThemeRows(QAbstractListModel):
    """Themes and insights; it follows the session row by row, and counts the notes of a theme."""

    def __init__(self, session: Session, card: Callable[[Row], Card]) -> None:
        """No rows until a principle is shown; `card` says how a row looks."""
        super().__init__()
        self._session, self._card = session, card
        self._principle: str | None = None
        self._rows: list[Row] = []
        self._keys: list[Key] = []
        self._notes = Counter(e.theme for e in session.workshop.each(Entry) if e.theme)
        session.changed.connect(self._follow)

    def show(self, principle: str | None) -> None:
        """Show the themes of a principle."""
        self._principle = principle
        self.beginResetModel()
        themes = [t for t in self._session.workshop.each(Theme) if t.principle == principle]
        shown = {theme.id for theme in themes}
        insights = [i for i in self._session.workshop.each(Insight) if i.theme in shown]
        self._rows = sorted((*themes, *insights), key=self._key)
        self._keys = [self._key(row) for row in self._rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many themes and insights there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` its record."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if role == RECORD_ROLE else card_data(self._card(row), role)

    def notes_of(self, theme: str) -> int:
        """How many notes stand under a theme."""
        return self._notes[theme]

    def insights(self) -> list[Insight]:
        """The insights that are shown."""
        return [row for row in self._rows if isinstance(row, Insight)]

    def _key(self, row: Row) -> Key:
        if isinstance(row, Theme):
            return (row.position, row.id, float("-inf"), "")
        theme = self._session.workshop.get(Theme, row.theme)
        return (theme.position, theme.id, row.position, row.id)

    def _belongs(self, row: Row) -> bool:
        of = row if isinstance(row, Theme) else self._session.workshop.find(Theme, row.theme)
        return of is not None and of.principle == self._principle

    def _follow(self, changes: Changes) -> None:
        if any(_moved(change.before, change.after) for change in changes):
            self.show(self._principle)
        touched: set[str] = set()
        for change in changes:
            if isinstance(change.record, Entry):
                touched |= self._count(change.before, change.after)
            elif isinstance(change.record, Row):
                self._put(change.id, change.after if isinstance(change.after, Row) else None)
        for place, row in enumerate(self._rows):
            if row.id in touched:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _count(self, *before_after: Any) -> set[str]:
        themes = [None if entry is None else entry.theme for entry in before_after]
        if themes[0] == themes[1]:
            return set()
        for theme, by in zip(themes, (-1, 1), strict=True):
            if theme is not None:
                self._notes[theme] += by
        return {theme for theme in themes if theme is not None}

    def _put(self, id_: str, after: Row | None) -> None:
        place = next((n for n, row in enumerate(self._rows) if row.id == id_), None)
        stays = after if after is not None and self._belongs(after) else None
        if place is not None and stays is not None:
            self._rows[place] = stays
            self.dataChanged.emit(self.index(place), self.index(place))
        elif place is not None:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place], self._keys[place]
            self.endRemoveRows()
        elif stays is not None:
            key = self._key(stays)
            place = bisect_left(self._keys, key)
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, stays)
            self._keys.insert(place, key)
            self.endInsertRows()


def _moved(before: Any, after: Any) -> bool:
    """Whether a theme or an insight has another place than before."""
    if isinstance(before, Theme) and isinstance(after, Theme):
        return (before.position, before.principle) != (after.position, after.principle)
    if isinstance(before, Insight) and isinstance(after, Insight):
        return (before.position, before.theme) != (after.position, after.theme)
    return False
