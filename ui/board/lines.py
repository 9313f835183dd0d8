"""The two lines under the board: one for the names of themes, one for insights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.model import sorting
from facilitator.model.change import Act
from facilitator.model.citing import cited_numbers, code_of, read_line
from facilitator.model.records import Theme
from facilitator.model.workshop import Workshop
from ui.board.columns import Columns
from ui.stages.page import Room
from ui.widgets.entry_line import EntryLine
from ui.widgets.labels import column


class Lines(QWidget):
    """Enter adds a theme or an insight, with the marked notes and those cited before it."""

    def __init__(self, room: Room, columns: Columns, principle: Callable[[], str | None]) -> None:
        """Empty lines; `principle` is that to which themes belong."""
        super().__init__()
        self._session, self._words = room.session, room.words
        self._columns, self._principle = columns, principle
        words = room.words
        self.new_theme = EntryLine(
            words("Type the name of a theme; first its notes, if any: #12 #40 …")
        )
        self.new_insight = EntryLine(words("Type an insight"))
        self.new_theme.keep_draft(room.draft("board/theme"))
        self.new_insight.keep_draft(room.draft("board/insight"))
        self._line = self.new_theme
        self.setLayout(column(self.new_theme, self.new_insight))
        self.new_theme.entered.connect(self._enter_theme)
        self.new_insight.entered.connect(self._enter_insight)
        self.new_theme.up.connect(columns.enter_theme)
        self.new_insight.up.connect(partial(self._go, self.new_theme))
        for line in (self.new_theme, self.new_insight):
            line.pasted.connect(partial(_insert, line))
            line.line.textChanged.connect(self._say)
            line.line.focused.connect(partial(self._at, line))
        columns.chosen.connect(self._say)
        self._session.changed.connect(lambda _: self._say())
        self._say()

    def take_focus(self) -> None:
        """Typing goes on in the line in which it was."""
        self._line.setFocus()

    def go_to_insight(self) -> None:
        """Typing goes to the insights."""
        self._go(self.new_insight)

    def other(self) -> None:
        """Typing goes to the other line, or from the board to the one in which it was."""
        if self.new_theme.line.hasFocus():
            self._go(self.new_insight)
        elif self.new_insight.line.hasFocus():
            self._go(self.new_theme)
        else:
            self.take_focus()

    def _say(self) -> None:
        words, theme = self._words, self._columns.theme()
        self.new_theme.say(self._adds_theme())
        how = words("Type an insight: add a theme first")
        if theme is not None:
            how = words("Type an insight on {theme}", theme=f"{code_of(theme)} {theme.name}")
        self.new_insight.say(self._adds_insight(), how)

    def _adds_theme(self) -> str:
        cited = self._cited(self.new_theme)
        if not cited:
            return self._words("Enter adds the theme")
        return self._words.plural(
            "Enter adds the theme with {n} note", "Enter adds the theme with {n} notes", cited
        )

    def _adds_insight(self) -> str:
        cited = self._cited(self.new_insight)
        if not cited:
            return self._words("Enter adds the insight")
        return self._words.plural(
            "Enter adds the insight, on {n} note", "Enter adds the insight, on {n} notes", cited
        )

    def _cited(self, line: EntryLine) -> int:
        return len(self._columns.marked()) + len(cited_numbers(line.text()))

    def _go(self, line: EntryLine) -> None:
        self._line = line
        line.setFocus()

    def _at(self, line: EntryLine, came: bool) -> None:  # noqa: FBT001
        if came:
            self._line = line
            self._columns.leave()
            self._say()

    def _enter_theme(self, text: str) -> None:
        def add(workshop: Workshop) -> Act:
            typed = read_line(workshop, text, self._columns.marked())
            return sorting.add_theme(workshop, self._principle(), typed.text, typed.entries)

        if performed := self._session.do(add):
            self.new_theme.clear()
            self._columns.unmark()
            self._columns.choose(performed.changes[0].id)

    def _enter_insight(self, text: str) -> None:
        theme = self._columns.theme()

        def add(workshop: Workshop, theme: Theme) -> Act:
            typed = read_line(workshop, text, self._columns.marked())
            return sorting.add_insight(workshop, theme.id, typed.text, typed.entries)

        if theme is None:
            sentence = self._words("Add a theme first: insights stand under one.")
            self._session.refused.emit(sentence)
        elif self._session.do(add, theme):
            self.new_insight.clear()
            self._columns.unmark()


def _insert(entry: EntryLine, text: str) -> None:
    entry.line.insert(" ".join(text.split()))
