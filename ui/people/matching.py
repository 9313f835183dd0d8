"""The first rows of a table, and over each column what it is taken for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from facilitator.exchange.people import Column, Matching
from facilitator.exchange.tables_in import Grid
from facilitator.language import Language
from ui.widgets.chooser import Chooser
from ui.widgets.labels import OneLine

_ROWS = 4
_BAR = 12
_LETTERS = 60
_WIDTH_IN_LETTERS = 22


class Preview(QScrollArea):
    """Choosers over the columns of a table, and its first rows; `changed` when one is chosen."""

    changed = Signal()

    def __init__(self, words: Language) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._words = words
        self.choosers: list[Chooser] = []
        self.setObjectName("preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_grid(self, grid: Grid, matching: Matching) -> None:
        """Show a table, its columns matched so."""
        whole = QWidget()
        cells = QGridLayout(whole)
        cells.setContentsMargins(14, 10, 14, 10)
        cells.setHorizontalSpacing(12)
        cells.setVerticalSpacing(6)
        rows = [row for row in grid.rows if any(row)][: _ROWS + 1]
        self.choosers = []
        for place, column in enumerate(matching.columns):
            chooser = self._chooser(place, column)
            self.choosers.append(chooser)
            cells.addWidget(chooser, 0, place)
            for number, row in enumerate(rows, start=1):
                text = " ".join(row[place].split())[:_LETTERS]
                cell = OneLine(text, "muted" if number == 1 and matching.header else "")
                cells.addWidget(cell, number, place)
        width = self.fontMetrics().averageCharWidth() * _WIDTH_IN_LETTERS
        for place in range(grid.width):
            cells.setColumnMinimumWidth(place, width)
            cells.setColumnStretch(place, 1)
        cells.setRowStretch(len(rows) + 1, 1)
        self.setWidget(whole)
        self.setFixedHeight(whole.sizeHint().height() + _BAR)

    def columns(self) -> tuple[Column | None, ...]:
        """What each column is taken for."""
        ids = [chooser.id for chooser in self.choosers]
        return tuple(None if id_ is None else Column(id_) for id_ in ids)

    def _chooser(self, place: int, column: Column | None) -> Chooser:
        words = self._words
        chooser = Chooser(words("Column {n} is matched to", n=place + 1))
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.offer(
            [
                (None, words("Left out")),
                (Column.NAME.value, words("Name")),
                (Column.FIRST_NAME.value, words("First name")),
                (Column.LAST_NAME.value, words("Last name")),
                (Column.ORGANIZATION.value, words("Organization")),
                (Column.SECTOR.value, words("Sector")),
                (Column.FURTHER.value, words("Further sectors")),
            ]
        )
        chooser.choose(None if column is None else column.value)
        chooser.chosen.connect(partial(self._choose, place))
        return chooser

    def _choose(self, place: int, chosen: str | None) -> None:
        """Only further sectors may stand in several columns."""
        for other, chooser in enumerate(self.choosers):
            same = chooser.id == chosen and chosen not in {None, Column.FURTHER}
            if other != place and same:
                chooser.blockSignals(True)  # noqa: FBT003
                chooser.choose(None)
                chooser.blockSignals(False)  # noqa: FBT003
        self.changed.emit()
