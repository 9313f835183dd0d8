"""Sorting notes into themes, and saying what a theme tells."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model import sorting
from facilitator.model.change import Act
from facilitator.model.citing import cited_numbers, read_line, reread_line, write_line
from facilitator.model.records import Entry, Insight, Theme
from facilitator.model.workshop import Workshop
from ui.actions import Handlers, keys_of
from ui.models.cards import Card, code
from ui.models.theme_rows import Row, ThemeRows
from ui.session import Changes
from ui.stages.cards import insight_card, theme_card
from ui.stages.note_sides import NotesToSort
from ui.stages.page import Page, Room, principle_chooser
from ui.widgets.card_list import CardList
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, row
from ui.widgets.panel import Panel

_HINT_WIDTH = 268


class ThemesPage(Page):
    """The notes of a principle on the left, its themes with their insights on the right."""

    def __init__(self, room: Room) -> None:
        """The page; it belongs to no stage."""
        super().__init__(room)
        words = self.words
        self._editing: str | None = None
        self.principles = principle_chooser(room)
        self.sorting = NotesToSort(room)
        self.notes, self.note_list = self.sorting.notes, self.sorting.cards
        self.rows = ThemeRows(self.session, self._row_card)
        self.theme_list = CardList(
            self.theme,
            self.rows,
            words("Themes and insights"),
            words(
                "Themes and their insights will stand here. Mark notes that belong together, "
                "and type a name for them below."
            ),
            gutter="TH00",
        )
        self.new_theme = EntryLine(
            words("Type the name of a theme; first its notes, if any: #12 #40 …"),
            hint_width=_HINT_WIDTH,
        )
        self.new_insight = EntryLine(words("Type an insight"), hint_width=_HINT_WIDTH)
        self._line = self.new_theme
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("Up: to the themes"),
            words("{key}: to the notes, Space marks", key=keys_of("notes_list")),
            words("{key} sort", key=keys_of("assign")),
            words("{key}: other notes", key=keys_of("filter")),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]
        head = row(self.principles, KeyHints(keys), gap=8)
        head.setStretch(1, 1)
        lists = row(
            self.sorting,
            Panel(words("Themes and insights"), self.theme_list, counted=False),
            gap=12,
        )
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        layout = column(head, lists, column(self.new_theme, self.new_insight), gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.principles.chosen.connect(self._show)
        self.new_theme.entered.connect(self._enter_theme)
        self.new_insight.entered.connect(self._enter_insight)
        self.new_theme.up.connect(self.theme_list.enter_from_below)
        self.new_insight.up.connect(partial(self._go, self.new_theme))
        for line in (self.new_theme, self.new_insight):
            line.pasted.connect(partial(_insert, line))
            line.line.textChanged.connect(self._say)
            line.line.focused.connect(partial(self._at, line))
        for cards in (self.note_list, self.theme_list):
            cards.leave.connect(self.take_focus)
        self.note_list.selectionModel().selectionChanged.connect(self._say)
        self.theme_list.selectionModel().selectionChanged.connect(self._choose)
        self.theme_list.doubleClicked.connect(self.edit)
        self.session.changed.connect(self._follow)

    def handlers(self) -> Handlers:
        """Principles, which notes are listed, and what is done to notes, themes and insights."""
        return {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "entry": self._other_line,
            "notes_list": self.note_list.enter,
            "filter": partial(self.sorting.filter.step, 1),
            "assign": self._assign,
            "edit": self.edit,
            "delete": self._delete,
        }

    def take_focus(self) -> None:
        """Typing goes on in the line in which it was."""
        self._line.setFocus()

    def edit(self) -> None:
        """Take the chosen theme or insight into its line."""
        chosen = self._chosen()
        if chosen is None:
            return
        self._leave_edit()
        self._editing = chosen.id
        if isinstance(chosen, Theme):
            self.new_theme.line.setText(chosen.name)
            self._go(self.new_theme)
        else:
            line = write_line(self.session.workshop, chosen.text, chosen.entries)
            self.new_insight.line.setText(line)
            self._go(self.new_insight)
        self._say()

    # What the lists show

    def _row_card(self, shown: Row) -> Card:
        if isinstance(shown, Theme):
            return theme_card(self.room, shown, self.rows.notes_of(shown.id))
        return insight_card(self.room, shown)

    def _show(self) -> None:
        self.rows.show(self.principles.id)
        if self.rows.rowCount():
            self.theme_list.choose(0)
        self.sorting.show_principle(self.principles.id, self._theme(), self.rows.insights())
        self._say()

    def _choose(self) -> None:
        self.sorting.follow_theme(self._theme())
        self._say()

    def _follow(self, changes: Changes) -> None:
        told = [change for change in changes if isinstance(change.record, Row)]
        if told:
            renamed = {change.id for change in told if isinstance(change.record, Theme)}
            self.sorting.renew(renamed, self.rows.insights())
        if self._editing and self._edited() is None:
            self._editing = None
        self._say()

    # What is chosen

    def _chosen(self) -> Row | None:
        ids = self.theme_list.chosen()
        if not ids:
            return None
        workshop = self.session.workshop
        return workshop.find(Theme, ids[0]) or workshop.find(Insight, ids[0])

    def _edited(self) -> Row | None:
        workshop = self.session.workshop
        return workshop.find(Theme, self._editing) or workshop.find(Insight, self._editing)

    def _theme(self) -> Theme | None:
        """The theme that is chosen, itself or through one of its insights."""
        chosen = self._chosen()
        if isinstance(chosen, Insight):
            return self.session.workshop.find(Theme, chosen.theme)
        return chosen

    # The two lines

    def _say(self) -> None:
        words, theme, edited = self.words, self._theme(), self._edited()
        saves = words("Enter saves the change, Esc leaves it")
        self.new_theme.say(saves if isinstance(edited, Theme) else self._adds_theme())
        how = words("Type an insight: add a theme first")
        if theme is not None:
            how = words("Type an insight on {theme}", theme=f"{code(theme)} {theme.name}")
        self.new_insight.say(saves if isinstance(edited, Insight) else self._adds_insight(), how)

    def _adds_theme(self) -> str:
        cited = self._cited(self.new_theme)
        if not cited:
            return self.words("Enter adds the theme")
        return self.words.plural(
            "Enter adds the theme with {n} note", "Enter adds the theme with {n} notes", cited
        )

    def _adds_insight(self) -> str:
        cited = self._cited(self.new_insight)
        if not cited:
            return self.words("Enter adds the insight")
        return self.words.plural(
            "Enter adds the insight, on {n} note", "Enter adds the insight, on {n} notes", cited
        )

    def _cited(self, line: EntryLine) -> int:
        return len(self.note_list.chosen()) + len(cited_numbers(line.text()))

    def _go(self, line: EntryLine) -> None:
        self._line = line
        line.setFocus()

    def _at(self, line: EntryLine, came: bool) -> None:  # noqa: FBT001
        if came:
            self._line = line

    def _other_line(self) -> None:
        at_theme = self.new_theme.line.hasFocus()
        self._go(self.new_insight if at_theme else self.new_theme)

    def _enter_theme(self, text: str) -> None:
        edited = self._edited()

        def add(workshop: Workshop) -> Act:
            typed = read_line(workshop, text, self.note_list.chosen())
            return sorting.add_theme(workshop, self.principles.id, typed.text, typed.entries)

        if isinstance(edited, Theme):
            same = text.strip() == edited.name
            if same or self.session.do(sorting.rename_theme, edited.id, text):
                self._leave_edit()
        elif performed := self.session.do(add):
            self.new_theme.clear()
            self.note_list.clearSelection()
            self.theme_list.choose_id(performed.changes[0].id)

    def _enter_insight(self, text: str) -> None:
        edited, theme = self._edited(), self._theme()

        def mend(workshop: Workshop, insight: Insight) -> Act:
            typed = reread_line(workshop, text, insight.text, insight.entries)
            return sorting.edit_insight(workshop, insight.id, typed.text, typed.entries)

        def add(workshop: Workshop, theme: Theme) -> Act:
            typed = read_line(workshop, text, self.note_list.chosen())
            return sorting.add_insight(workshop, theme.id, typed.text, typed.entries)

        if isinstance(edited, Insight):
            before = write_line(self.session.workshop, edited.text, edited.entries)
            if text.strip() == before or self.session.do(mend, edited):
                self._leave_edit()
        elif theme is None:
            self.session.refused.emit(self.words("Add a theme first: insights stand under one."))
        elif self.session.do(add, theme):
            self.new_insight.clear()
            self.note_list.clearSelection()

    # What is done to the chosen

    def _assign(self) -> None:
        """Put the marked notes under the chosen theme; take them off where all are under it."""
        theme, marked = self._theme(), self.note_list.chosen()
        if theme is None or not marked:
            self.session.refused.emit(
                self.words("Mark notes with Space and choose a theme, then sort them.")
            )
            return
        under = [self.session.workshop.get(Entry, id_).theme == theme.id for id_ in marked]
        if self.session.do(sorting.sort_entries, marked, None if all(under) else theme.id):
            self.note_list.clearSelection()

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen is None or self.note_list.hasFocus():
            return
        act = sorting.delete_theme if isinstance(chosen, Theme) else sorting.delete_insight
        self.session.do(act, chosen.id)
        if not self.rows.rowCount():
            self.take_focus()

    def _leave_edit(self) -> None:
        if self._editing:
            self._editing = None
            self.new_theme.clear()
            self.new_insight.clear()
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an edit, else takes the marks off; Down goes to the insight."""
        if event.key() == Qt.Key.Key_Escape:
            if self._editing:
                self._leave_edit()
            else:
                self.note_list.clearSelection()
        elif event.key() == Qt.Key.Key_Down:
            self._go(self.new_insight)
        else:
            super().keyPressEvent(event)


def _insert(entry: EntryLine, text: str) -> None:
    entry.line.insert(" ".join(text.split()))
