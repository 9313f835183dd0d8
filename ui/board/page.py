"""Sorting notes into themes on a board, and saying what a theme tells."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model import sorting
from facilitator.model.records import Entry, Insight, Record, Theme
from ui.actions import Handlers, keys_of
from ui.board.columns import Columns
from ui.board.lines import Lines
from ui.stages.page import Page, Room, principle_chooser
from ui.widgets.hints import with_hints
from ui.widgets.labels import column


class BoardPage(Page):
    """The notes of a principle as cards in columns: the unsorted ones, and those of each theme."""

    def __init__(self, room: Room) -> None:
        """The page; it belongs to no stage."""
        super().__init__(room)
        self.principles = principle_chooser(room, "board")
        self.columns = Columns(room)
        self.lines = Lines(room, self.columns, lambda: self.principles.id)
        self.new_theme, self.new_insight = self.lines.new_theme, self.lines.new_insight
        words = self.words
        keys = [
            words("{key}: to the notes", key=keys_of("notes_list")),
            words("Space marks"),
            words("1…9: to that column, 0: unsorted"),
            words("{key} edit", key=keys_of("edit")),
            words("{key} move", key="Alt+↑↓"),
        ]
        layout = column(with_hints(self.principles, hints=keys), self.columns, self.lines, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.principles.chosen.connect(self.fill)
        self.columns.left.connect(self.lines.take_focus)
        self.columns.sent.connect(self._sort)
        self.columns.moved.connect(self._move)

    def handlers(self) -> Handlers:
        """Principles, and what is done to notes, themes and insights."""
        return {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "entry": self.lines.other,
            "notes_list": self.columns.enter,
            "assign": self._assign,
            "edit": self.columns.edit,
            "delete": self._delete,
        }

    def take_focus(self) -> None:
        """One goes on in the row that is edited, else in the column or line in which one was."""
        editor = self.columns.editor()
        if editor is not None:
            editor.setFocus()
        elif not self.columns.go_on():
            self.lines.take_focus()

    def reveal(self, record: Record) -> None:
        """Choose a note, a theme or an insight on the board of its principle."""
        if isinstance(record, Insight):
            theme = self.session.workshop.find(Theme, record.theme)
            self.principles.choose(theme.principle if theme else None)
        elif isinstance(record, Entry | Theme):
            self.principles.choose(record.principle)
        if isinstance(record, Entry | Theme | Insight):
            self.columns.reveal(record)

    def fill(self) -> None:
        """Show the board of the principle."""
        self.columns.show_principle(self.principles.id)

    def _sort(self, notes: list[str], theme: str | None) -> None:
        if self.session.do(sorting.sort_entries, notes, theme):
            self.columns.unmark()

    def _assign(self) -> None:
        """Put the marked notes under the chosen theme; take them off where all are under it."""
        theme, notes = self.columns.theme(), self.columns.taken()
        if theme is None or not notes:
            self.session.refused.emit(
                self.words("Mark notes with Space and choose a theme, then sort them.")
            )
            return
        under = [self.session.workshop.get(Entry, id_).theme == theme.id for id_ in notes]
        self._sort(notes, None if all(under) else theme.id)

    def _move(self, record: object, by: int) -> None:
        if isinstance(record, Theme):
            self.session.do(sorting.move_theme, record.id, by)
        elif isinstance(record, Insight):
            self.session.do(sorting.move_insight, record.id, by)

    def _delete(self) -> None:
        """Delete the chosen theme or insight; a chosen note is only taken off its theme."""
        current, focused = self.columns.current(), self.columns.focused()
        if focused is None or current is None:
            return
        if isinstance(current, Entry):
            self._sort(self.columns.taken(), None)
        elif isinstance(current, Theme):
            self.session.do(sorting.delete_theme, current.id)
        else:
            self.session.do(sorting.delete_insight, current.id)
        if self.columns.focused() is None:
            self.columns.enter_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the marks off; Down goes to the insight."""
        if event.key() == Qt.Key.Key_Escape:
            self.columns.unmark()
        elif event.key() == Qt.Key.Key_Down:
            self.lines.go_to_insight()
        else:
            super().keyPressEvent(event)
