"""The columns of the board side by side: the unsorted notes, then a column for each theme."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.model.citing import code_of
from facilitator.model.records import Entry, Insight, Theme
from ui.board.column import BoardList, Column
from ui.board.mending import mend
from ui.models.cards import Card, CardModel
from ui.models.clusters import Clusters, Shown
from ui.models.column import ColumnModel
from ui.models.records import RECORD_ROLE
from ui.stages.cards import insight_card, note_card, theme_card
from ui.stages.page import Room
from ui.widgets.in_place import InPlace
from ui.widgets.labels import row

_LINES = 9
"""So many lines of text of each column are seen at least."""


class Columns(QScrollArea):
    """The columns; `chosen` says that another theme has the keys, `left` that they go to a line.

    `sent` carries ids of notes and the id of the theme they go to, None for no theme; `moved` an
    insight or a theme and by how many places it goes.
    """

    chosen = Signal()
    left = Signal()
    sent = Signal(list, object)
    moved = Signal(object, int)

    def __init__(self, room: Room) -> None:
        """No columns until a principle is shown."""
        super().__init__()
        self._room = room
        self._draft = room.draft("board/edit")
        words = room.words
        self.clusters = Clusters(room.session, self)
        self.unsorted: CardModel[Entry] = CardModel(room.session, Entry, partial(note_card, room))
        empty = words("No note of this principle waits to be sorted.")
        self._columns: dict[str, Column] = {}
        self._models: dict[str, ColumnModel] = {}
        self._theme = ""
        self._sorting = False
        self._sorted: Column | None = None
        self._row = row(gap=12)
        self._first = self._add(Column(0, "", self._list(self.unsorted, words("Unsorted"), empty)))
        inside = QWidget()
        inside.setLayout(self._row)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (
            self.unsorted.rowsInserted,
            self.unsorted.rowsRemoved,
            self.unsorted.modelReset,
        ):
            signal.connect(self._say_unsorted)
        self.clusters.renewed.connect(self._renew)
        self.clusters.touched.connect(self._touch)

    def show_principle(self, principle: str | None) -> None:
        """Show the notes and themes of a principle, and open again what was left half-edited."""
        for column in self._all():
            column.cards.edits.finish()
        self.unsorted.show(
            lambda e: e.principle == principle and e.theme is None,
            self._room.session.workshop.of_principle(Entry, principle),
        )
        self.clusters.show(principle)
        for id_ in self._draft.texts()[:1]:
            self._edit_left(id_)

    def theme(self) -> Theme | None:
        """The theme whose column last had the keys."""
        return self._room.session.workshop.find(Theme, self._theme)

    def choose(self, theme: str) -> None:
        """Make a theme the one to which insights go."""
        self._theme = theme
        if theme in self._columns:
            self.ensureWidgetVisible(self._columns[theme], 12, 0)
        self.chosen.emit()

    def current(self) -> Theme | Insight | Entry | None:
        """The row that has the keys, or had them last in the column of the theme."""
        cards = self.focused() or (self._columns[self._theme].cards if self._theme else None)
        index = cards.currentIndex() if cards is not None else None
        return index.data(RECORD_ROLE) if index is not None and index.isValid() else self.theme()

    def focused(self) -> BoardList | None:
        """The list that has the keys."""
        return next((c.cards for c in self._all() if c.cards.hasFocus()), None)

    def taken(self) -> list[str]:
        """The notes that something is done to: all that are marked, else the current one."""
        focused = self.focused()
        return self.marked() or (focused.taken() if focused is not None else [])

    def marked(self) -> list[str]:
        """The notes that are marked, in all columns."""
        ids = [id_ for column in self._all() for id_ in column.cards.marked()]
        return list(dict.fromkeys(ids))

    def edit(self) -> None:
        """Edit the row that has the keys, else the one that had them last, where it stands."""
        chosen = self._columns.get(self._theme)
        cards = self.focused() or (chosen.cards if chosen is not None else None)
        self._sorting = self.focused() is not None
        if cards is not None and cards.model().rowCount():
            current = cards.currentIndex()
            mend(self._room, cards, current if current.isValid() else cards.model().index(0, 0))

    def editor(self) -> InPlace | None:
        """The row that is edited."""
        return next(filter(None, (column.cards.edits.editor for column in self._all())), None)

    def go_on(self) -> bool:
        """Give the keys back to the column where notes were being sorted; whether they were."""
        cards = next((column.cards for column in self._all() if column is self._sorted), None)
        if cards is not None:
            cards.setFocus()
        return cards is not None

    def leave(self) -> None:
        """The keys are elsewhere on the page, for as long as nobody comes back."""
        self._sorted = None

    def unmark(self) -> None:
        """Take all marks off."""
        for column in self._all():
            column.cards.clearSelection()

    def enter(self) -> None:
        """Give the keys to the unsorted notes, or where there are none to the first theme."""
        for column in self._all():
            if column.cards.model().rowCount():
                column.cards.enter()
                return

    def enter_theme(self) -> None:
        """Give the keys to the column of the chosen theme, else to the unsorted notes."""
        if self._theme in self._columns:
            self._columns[self._theme].cards.enter()
        else:
            self.enter()

    def reveal(self, record: Entry | Theme | Insight) -> None:
        """Choose a record, and bring it into sight."""
        found = self._find(record.id)
        if found is not None:
            place, _ = found
            self._all()[place].cards.choose_id(record.id)
            self._focus(place)

    def _leave_edit(self) -> None:
        """The keys go back to where they were: one goes on sorting, or typing."""
        if not self._sorting:
            self.left.emit()

    def _edit_left(self, id_: str) -> None:
        found = self._find(id_)
        if found is not None:
            place, index = found
            mend(self._room, self._all()[place].cards, index)

    def _find(self, id_: str) -> tuple[int, QModelIndex] | None:
        """The column of a record, and its first row there."""
        for place, column in enumerate(self._all()):
            model = column.cards.model()
            for at in range(model.rowCount()):
                if model.index(at, 0).data(RECORD_ROLE).id == id_:
                    return place, model.index(at, 0)
        return None

    # Columns

    def _all(self) -> list[Column]:
        return [self._first, *self._columns.values()]

    def _list(self, model: CardModel[Entry] | ColumnModel, name: str, empty: str) -> BoardList:
        cards = BoardList(self._room.theme, model, name, empty)
        cards.sideways.connect(self._go)
        cards.carried.connect(self._carry)
        cards.sent.connect(self._send)
        cards.moved.connect(self._move)
        cards.leave.connect(self.left)
        cards.edits.keep_draft(self._draft)
        cards.edits.left.connect(self._leave_edit)
        cards.doubleClicked.connect(lambda _: self.edit())
        return cards

    def _add(self, column: Column) -> Column:
        self._row.addWidget(column, 1)
        cards = column.cards
        cards.focused.connect(partial(self._at, column))
        cards.dropped.connect(partial(self._drop, column))
        return column

    def _renew(self) -> None:
        """Show a column for each theme, keeping those that are there."""
        themes = self.clusters.themes()
        for id_ in self._columns.keys() - {theme.id for theme in themes}:
            gone = self._columns.pop(id_)
            self._models.pop(id_)
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for theme in themes:
            if theme.id not in self._columns:
                model = ColumnModel(self._card, self)
                cards = self._list(model, theme.name, "")
                self._models[theme.id] = model
                self._columns[theme.id] = self._add(Column(0, "", cards))
        self._columns = {theme.id: self._columns[theme.id] for theme in themes}
        for place, theme in enumerate(themes, start=1):
            self._row.removeWidget(self._columns[theme.id])
            self._row.insertWidget(place, self._columns[theme.id], 1)
            self._touch(theme.id)
        for column in self._all():
            column.cards.highest = len(themes)
        if self._theme not in self._columns:
            self._theme = themes[0].id if themes else ""
        self._say_unsorted()
        self.chosen.emit()

    def _touch(self, id_: str) -> None:
        theme = self._room.session.workshop.find(Theme, id_)
        if theme is None or id_ not in self._columns:
            return
        self._models[id_].become(tuple(self.clusters.rows(theme)))
        place = list(self._columns).index(id_) + 1
        notes = self._room.words.plural("{n} note", "{n} notes", self.clusters.count(id_))
        self._columns[id_].say(place, code_of(theme), notes)
        self._columns[id_].cards.setAccessibleName(theme.name)

    def _say_unsorted(self) -> None:
        words = self._room.words
        counted = words.plural("{n} note", "{n} notes", self.unsorted.rowCount())
        self._first.say(0, words("Unsorted").upper(), counted)

    def _card(self, shown: Shown) -> Card:
        record = shown.record
        if isinstance(record, Theme):
            return theme_card(record)
        if isinstance(record, Insight):
            return insight_card(self._room, record)
        return note_card(self._room, record, indented=bool(shown.under))

    # Where the keys and the notes go

    def _at(self, column: Column, came: bool) -> None:  # noqa: FBT001
        if came:
            self._sorted = column
            theme = next((id_ for id_, own in self._columns.items() if own is column), "")
            if theme:
                self.choose(theme)

    def _go(self, by: int) -> None:
        columns = self._all()
        place = next((n for n, column in enumerate(columns) if column.cards.hasFocus()), 0)
        self._focus(max(0, min(len(columns) - 1, place + by)))

    def _focus(self, place: int) -> None:
        column = self._all()[place]
        column.cards.enter()
        column.cards.setFocus()
        self.ensureWidgetVisible(column, 12, 0)

    def _carry(self, by: int) -> None:
        columns = self._all()
        place = next((n for n, column in enumerate(columns) if column.cards.hasFocus()), 0)
        self._send(place + by)

    def _send(self, place: int) -> None:
        if 0 <= place < len(self._all()) and (notes := self.taken()):
            self.sent.emit(notes, [None, *self._columns][place])

    def _drop(self, column: Column, ids: list[str]) -> None:
        theme = next((id_ for id_, own in self._columns.items() if own is column), None)
        self.sent.emit(ids, theme)

    def _move(self, by: int) -> None:
        self.moved.emit(self.current(), by)
