"""Lists of a vote: a number, a text, and at the right what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from facilitator.model.records import Idea
from ui.models.records import RECORD_ROLE, Index
from ui.theme import Theme
from ui.widgets.note_list import NoteList
from ui.widgets.wrapped import draw_wrapped, wrapped_height

ROW_ROLE = RECORD_ROLE + 10
_PADDING = 6
_GAP = 12
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is shown; the tones are colours of the theme. A heading has no number.

    `reserve` is the widest value for which the text keeps room.
    """

    number: str
    text: str
    value: str = ""
    tone: str = "text"
    value_tone: str = "muted"
    heading: bool = False
    reserve: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        numbered = f"{self.number}: {self.text}" if self.number else self.text
        return f"{numbered}, {self.value}" if self.value else numbered


class RowDelegate(QStyledItemDelegate):
    """Draws rows: number in muted figures, text wrapped, value at the right."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        """Draw in the colours of a theme, as wide as the view is."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._font = theme.font()
        self._bold = theme.font("caption", bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the wrapped text."""
        row: Row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if row.heading:
            return QSize(width, QFontMetrics(self._bold).height() + 3 * _PADDING)
        metrics = QFontMetrics(self._font)
        if self._view.uniformRowHeights():
            return QSize(width, metrics.height() + 2 * _PADDING)
        room = self._text_width(row, metrics, width)
        return QSize(width, wrapped_height(self._font, row.text, room) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: Row = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        if row.heading:
            painter.setFont(self._bold)
            painter.setPen(self._theme.colour("muted"))
            box = rect.adjusted(_PADDING, 2 * _PADDING, -_PADDING, -_PADDING)
            shown = QFontMetrics(self._bold).elidedText(
                row.text, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), shown)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, self._theme.colour("accent_soft"))
                bar = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(bar, self._theme.colour("accent"))
            self._draw(painter, rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING), row)
        painter.restore()

    def _draw(self, painter: QPainter, inner: QRect, row: Row) -> None:
        metrics = QFontMetrics(self._font)
        gutter = self._gutter(metrics)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("muted"))
        number = QRect(inner.left(), inner.top(), gutter - 10, inner.height())
        painter.drawText(number, _RIGHT, row.number)
        painter.setPen(self._theme.colour(row.tone))
        width = self._text_width(row, metrics, inner.width() + 2 * _PADDING)
        text = QRect(inner.left() + gutter, inner.top(), width, inner.height())
        self._draw_text(painter, text, row, metrics)
        painter.setPen(self._theme.colour(row.value_tone))
        painter.drawText(inner, _RIGHT, self._value(row, metrics, inner.width()))

    def _draw_text(self, painter: QPainter, box: QRect, row: Row, metrics: QFontMetrics) -> None:
        if self._view.uniformRowHeights():
            shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), shown)
        else:
            draw_wrapped(painter, box, self._font, row.text)

    @staticmethod
    def _value(row: Row, metrics: QFontMetrics, width: int) -> str:
        return metrics.elidedText(row.value, Qt.TextElideMode.ElideRight, width // 2)

    def _text_width(self, row: Row, metrics: QFontMetrics, width: int) -> int:
        room = width - self._gutter(metrics) - 2 * _PADDING
        value = metrics.horizontalAdvance(self._value(row, metrics, width))
        kept = min(metrics.horizontalAdvance(row.reserve), width // 2)
        return room - _GAP - max(value, kept) if value or kept else room

    @staticmethod
    def _gutter(metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance("000") + 10


class RowList(NoteList):
    """A list of rows, one of them chosen at most.

    `flat` rows are a line each, shortened at the end: for lists that grow long.
    """

    def __init__(
        self, theme: Theme, model: QAbstractItemModel, name: str, *, flat: bool = False
    ) -> None:
        """Show a model under an accessible name."""
        super().__init__(theme, model, name)
        self.setUniformRowHeights(flat)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_row(self, row: int) -> None:
        """Scroll so that a row and the one after it are in sight, without choosing it."""
        for place in (min(row + 1, self.model().rowCount() - 1), row):
            self.scrollTo(self.model().index(place, 0))


class IdeaModel(QAbstractListModel):
    """The ideas of a round in ballot order, under the names of their principles.

    `value` says what stands at the right of an idea, and in which tone; `reserve` is the widest
    of them, for which the texts keep room.
    """

    def __init__(self, value: Callable[[Idea], tuple[str, str]]) -> None:
        """No ideas yet."""
        super().__init__()
        self.reserve = ""
        self._value = value
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
        """Show the value of an idea anew."""
        row = self._places.get(idea_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def renew_all(self) -> None:
        """Show every value anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _row(self, own: Idea | str) -> Row:
        if isinstance(own, str):
            return Row("", own, heading=True)
        value, tone = self._value(own)
        return Row(str(own.number), own.text, value, value_tone=tone, reserve=self.reserve)
