"""The table of a closed round: its item model, how it is drawn, the sentences beneath."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.actions import keys_of
from ui.models.records import Index
from ui.stages.page import Room
from ui.stages.votes.results import BAR_COLUMN, IDEA_COLUMN, Line, Table
from ui.theme import Theme
from ui.widgets.bars import Bar, Stack, draw_bar, draw_stack
from ui.widgets.labels import column, label, row
from ui.widgets.leading import Leading
from ui.widgets.wrapped import draw_wrapped, wrapped_height

LINE_ROLE = Qt.ItemDataRole.UserRole + 20
_LETTERS = {0: 6, 1: 5, 4: 8, 5: 8}
"""How wide the columns of numbers are, in letters of the type."""
_BAR_LETTERS = 34
_BAR_SHARE = 0.42
"""Bars are that wide at most, and have that share of what the numbers leave at most."""
_PADDING = 6
_SIDE = 8
_UNDER_BAR = 4


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
            return int(_alignment(section) | Qt.AlignmentFlag.AlignVCenter)
        return None


def _alignment(section: int) -> Qt.AlignmentFlag:
    left = section in {IDEA_COLUMN, BAR_COLUMN}
    return Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight


class CellDelegate(QStyledItemDelegate):
    """Draws cells: texts wrapped, numbers at the right, bars."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        """Draw in the colours of a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font = theme.font()
        self._bold = theme.font(bold=True)
        self._small = theme.font("caption")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text of the idea needs."""
        line: Line = index.data(LINE_ROLE)
        metrics = QFontMetrics(self._font)
        if index.column() == BAR_COLUMN and not line.heading:
            return QSize(40, self._bar_height(line) + 2 * _PADDING)
        if index.column() != IDEA_COLUMN or line.heading:
            more = 2 * _PADDING if line.heading else 0
            return QSize(40, metrics.height() + 2 * _PADDING + more)
        width = self._view.columnWidth(IDEA_COLUMN) - 2 * _SIDE
        height = wrapped_height(self._font, line.texts[IDEA_COLUMN], width)
        beneath = (text for text in (line.remark, line.detail) if text)
        height += sum(wrapped_height(self._small, text, width) for text in beneath)
        return QSize(width, height + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line: Line = index.data(LINE_ROLE)
        painter.save()
        painter.setFont(self._bold if line.heading else self._font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        inner = option.rect.adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        if line.heading:
            self._draw_heading(painter, inner, index)
        elif index.column() == BAR_COLUMN:
            self._draw_bar(painter, inner, line)
        elif index.column() == IDEA_COLUMN:
            self._draw_idea(painter, inner, line)
        else:
            top = bool(line.texts[0] == "1") and index.column() == 0
            painter.setPen(self._theme.colour("muted" if index.column() == 1 else "text"))
            painter.setFont(self._bold if top else self._font)
            flags = int(_alignment(index.column()) | Qt.AlignmentFlag.AlignTop)
            painter.drawText(inner, flags, index.data())
        painter.restore()

    def _draw_heading(self, painter: QPainter, inner: QRect, index: Index) -> None:
        painter.setPen(self._theme.colour("text"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, flags, index.data())

    def _draw_idea(self, painter: QPainter, inner: QRect, line: Line) -> None:
        painter.setPen(self._theme.colour("text"))
        height = draw_wrapped(painter, inner, self._font, line.texts[IDEA_COLUMN])
        for text, tone in ((line.remark, "warn"), (line.detail, "muted")):
            if text:
                painter.setPen(self._theme.colour(tone))
                place = inner.adjusted(0, height, 0, 0)
                height += draw_wrapped(painter, place, self._small, text)

    def _draw_bar(self, painter: QPainter, inner: QRect, line: Line) -> None:
        first = QFontMetrics(self._font).height()
        rect = QRectF(inner.left(), inner.top(), inner.width(), first)
        if isinstance(line.bar, Bar):
            draw_bar(painter, rect, line.bar, self._theme)
        elif isinstance(line.bar, Stack):
            painter.setFont(self._small)
            draw_stack(painter, rect, line.bar, self._theme)
            painter.setPen(self._theme.colour("muted"))
            beneath = inner.adjusted(0, first + _UNDER_BAR, 0, 0)
            draw_wrapped(painter, beneath, self._small, line.texts[BAR_COLUMN])

    def _bar_height(self, line: Line) -> int:
        """How high a bar is; beneath one of several parts all of its numbers stand."""
        height = QFontMetrics(self._font).height()
        if isinstance(line.bar, Stack):
            width = self._view.columnWidth(BAR_COLUMN) - 2 * _SIDE
            height += _UNDER_BAR + wrapped_height(self._small, line.texts[BAR_COLUMN], width)
        return height


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
