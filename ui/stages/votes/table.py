"""The table of a closed round: its item model, its columns, the sentences beneath."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTreeView,
    QWidget,
)

from ui.actions import keys_of
from ui.models.records import Index
from ui.stages.page import Room
from ui.stages.votes.result_cells import LINE_ROLE, CellDelegate, alignment
from ui.stages.votes.results import BAR_COLUMN, IDEA_COLUMN, Line, Table
from ui.theme import Theme
from ui.widgets.labels import column, label, row
from ui.widgets.leading import Leading

_LETTERS = {0: 6, 1: 5, 4: 8, 5: 8}
"""How wide the columns of numbers are, in letters of the type."""
_BAR_LETTERS = 34
_BAR_SHARE = 0.42
"""Bars are that wide at most, and have that share of what the numbers leave at most."""


class ResultModel(QAbstractTableModel):
    """Rows of results; a heading has its text in the first column only."""

    def __init__(self) -> None:
        """No results yet."""
        super().__init__()
        self._table = Table((), (), ())

    def show(self, table: Table) -> None:
        """Show other results."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def line(self, row: int) -> Line:
        """A row of the results."""
        return self._table.lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are, headings among them."""
        return 0 if parent.isValid() else len(self._table.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; with `LINE_ROLE` its whole row."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role == LINE_ROLE:
            return line
        text = line.texts[index.column()] if index.column() < len(line.texts) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            beneath = (line.remark, line.detail) if index.column() == IDEA_COLUMN else ()
            return ", ".join(part for part in (text, *beneath) if part)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The title of a column; titles of numbers stand at the right."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(alignment(section) | Qt.AlignmentFlag.AlignVCenter)
        return None


class ResultTree(QTreeView):
    """The table, read with the arrow keys."""

    def __init__(self, theme: Theme, model: ResultModel, name: str) -> None:
        """Show a model under an accessible name."""
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(24)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def arrange(self) -> None:
        """Give the columns their widths, and headings the whole row."""
        header = self.header()
        for section in range(self._model.columnCount()):
            stretch = section == IDEA_COLUMN
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(section, mode)
        self._fit()
        for place in range(self._model.rowCount()):
            self.setFirstColumnSpanned(place, QModelIndex(), self._model.line(place).heading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bars give way to the texts where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Numbers have the room that they need; of the rest bars have some, texts the most."""
        header, letter = self.header(), self.fontMetrics().averageCharWidth()
        rest = self.viewport().width()
        for section in range(self._model.columnCount()):
            if section in _LETTERS:
                width = max(letter * _LETTERS[section], header.sectionSizeHint(section))
                header.resizeSection(section, width)
                rest -= width
        if self._model.columnCount() > BAR_COLUMN:
            width = min(letter * _BAR_LETTERS, int(rest * _BAR_SHARE))
            header.resizeSection(BAR_COLUMN, width)


class Results(Leading):
    """What a closed round says, and how far it can be trusted.

    `revote` is sent for the button that is there where ideas tie at the top.
    """

    revote = Signal()

    def __init__(self, room: Room) -> None:
        """No results yet."""
        super().__init__()
        self._room = room
        self.model = ResultModel()
        self.tree = ResultTree(room.theme, self.model, room.words("Results"))
        self.lead_to(self.tree)
        self._said: tuple[str, ...] = ()
        self.tied: tuple[str, ...] = ()
        self._warning = label("", wrap=True)
        self._warning.setStyleSheet(f"color: {room.theme.colours['warn']};")
        self._note = label("", "small", wrap=True)
        self._limits = label("", wrap=True)
        self._ties = label("", "strong", wrap=True)
        self._revote = QPushButton(f"{room.words('Vote again on these')}  {keys_of('revote')}")
        self._revote.clicked.connect(self.revote)
        tie = row(self._ties, self._revote, gap=24)
        tie.setStretch(0, 1)
        self._tie = QWidget()
        self._tie.setLayout(tie)
        beneath = column(self._tie, self._warning, self._limits, self._note, gap=4)
        layout = column(self.tree, beneath, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_table(self, table: Table) -> None:
        """Show the results of a round."""
        self.model.show(table)
        self.tree.arrange()
        limits = self._room.words(
            "Shows the priorities of the people in the room; not a representative sample."
        )
        self._warning.setText("\n".join(f"⚠  {warning}" for warning in table.warnings))
        self._warning.setVisible(bool(table.warnings))
        self._note.setText(" ".join(table.notes))
        self._limits.setText(limits)
        self.tied = table.tied
        self._ties.setText("\n".join(table.ties))
        self._tie.setVisible(bool(table.tied))
        self._said = (*table.ties, *table.warnings, *table.notes, limits)

    def notes(self) -> tuple[str, ...]:
        """The sentences beneath the table."""
        return self._said
