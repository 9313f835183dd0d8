"""Lists of a vote: a number, a text, and at the right what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from facilitator.model.records import Idea
from ui.models.records import RECORD_ROLE, Index
from ui.stages.votes.row_delegate import ROW_ROLE, Cell, Column, Row, RowDelegate, RowHeader
from ui.theme import Theme
from ui.widgets.note_list import NoteList

__all__ = ["ROW_ROLE", "Beside", "Cell", "Column", "IdeaModel", "Row", "RowList"]


class RowList(NoteList):
    """A list of rows, one of them chosen at most.

    `flat` rows are a line each, shortened at the end: for lists that grow long. With `columns`
    their titles stand above the list, and each row has a cell for every one of them.
    """

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, name: str, *, flat: bool = False
    ) -> None:
        """Show a model under an accessible name."""
        super().__init__(theme, model, name)
        self.columns: tuple[Column, ...] = ()
        self.current_column = -1
        self.setUniformRowHeights(flat)
        rows = RowDelegate(theme, self)
        self.setItemDelegate(rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = RowHeader(theme, self, rows)
        self.setHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHeaderHidden(True)

    def show_columns(self, columns: Sequence[Column], current: int = -1) -> None:
        """Show other columns; of the current one the cell under the cursor is framed."""
        self.columns, self.current_column = tuple(columns), current
        self.setHeaderHidden(not columns)
        self.header().viewport().update()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_row(self, row: int) -> None:
        """Scroll so that a row and the one after it are in sight, without choosing it."""
        for place in (min(row + 1, self.model().rowCount() - 1), row):
            self.scrollTo(self.model().index(place, 0))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a vote has beside an idea: a value or cells at the right, a line beneath."""

    value: str = ""
    tone: str = "muted"
    cells: tuple[Cell, ...] = ()
    detail: str = ""
    detail_tone: str = "muted"
    indented: bool = False


class IdeaModel(QAbstractListModel):
    """The ideas of a round in ballot order, under the names of their principles.

    `beside` says what stands with an idea; `reserve` is the widest value, for which the texts
    keep room.
    """

    def __init__(self, beside: Callable[[Idea], Beside]) -> None:
        """No ideas yet."""
        super().__init__()
        self.reserve = ""
        self._beside = beside
        self._rows: list[Idea | str] = []
        self._places: dict[str, int] = {}

    def show(self, ideas: Sequence[Idea], heading: Callable[[Idea], str]) -> None:
        """Show other ideas; a heading stands above each change of it."""
        self.beginResetModel()
        self._rows = []
        last = ""
        for idea in ideas:
            name = heading(idea)
            if name and name != last:
                self._rows.append(name)
            last = name
            self._rows.append(idea)
        self._places = {
            idea.id: row for row, idea in enumerate(self._rows) if isinstance(idea, Idea)
        }
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row with `ROW_ROLE`, its idea with `RECORD_ROLE`, else its text."""
        if not index.isValid():
            return None
        own = self._rows[index.row()]
        if role == RECORD_ROLE:
            return own if isinstance(own, Idea) else None
        if role not in {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self._row(own)
        if role == ROW_ROLE:
            return row
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else row.text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def row_of(self, idea_id: str) -> int | None:
        """The row of an idea, or None."""
        return self._places.get(idea_id)

    def renew(self, idea_id: str) -> None:
        """Show what stands beside an idea anew."""
        row = self._places.get(idea_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def renew_all(self) -> None:
        """Show what stands beside every idea anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _row(self, own: Idea | str) -> Row:
        if isinstance(own, str):
            return Row("", own, heading=True)
        known = self._beside(own)
        return Row(
            str(own.number),
            own.text,
            known.value,
            value_tone=known.tone,
            reserve=self.reserve,
            cells=known.cells,
            detail=known.detail,
            detail_tone=known.detail_tone,
            indented=known.indented,
        )
