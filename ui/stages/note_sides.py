"""Notes beside a page, to be marked: those that ideas answer, and those to be sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Idea, Insight, Theme
from ui.models.cards import Card, CardModel, code
from ui.stages.cards import note_card
from ui.stages.facts import cited_by
from ui.stages.page import Room
from ui.widgets.card_list import CardList
from ui.widgets.chooser import Chooser
from ui.widgets.panel import Panel

_ANSWERED = {Quadrant.OPPORTUNITY, Quadrant.THREAT}
_UNSORTED, _OF_THEME, _ALL = "unsorted", "theme", "all"


class NotesToAnswer(Panel):
    """The opportunities and threats of a principle, with the ideas that answer each."""

    def __init__(self, room: Room) -> None:
        """No notes until a principle is shown."""
        self._room = room
        self._answers: dict[str, list[str]] = {}
        words = room.words
        self.notes: CardModel[Entry] = CardModel(room.session, Entry, self._card)
        name = words("Opportunities and threats")
        empty = words("The opportunities and threats of the SWOT will stand here, to be answered.")
        super().__init__(name, CardList(room.theme, self.notes, name, empty, marks=True))

    def show_principle(self, principle: str | None, ideas: Iterable[Idea]) -> None:
        """Show the notes of a principle, and what its ideas answer."""
        self._answers = cited_by(ideas)
        self.notes.show(lambda e: e.principle == principle and e.quadrant in _ANSWERED)

    def renew(self, touched: Iterable[str], ideas: Iterable[Idea]) -> None:
        """Say anew which ideas answer the notes of these ids."""
        self._answers = cited_by(ideas)
        self.notes.touch(touched)

    def _card(self, entry: Entry) -> Card:
        answers = self._answers.get(entry.id)
        if not answers:
            return note_card(self._room, entry)
        answered = self._room.words("answered by {ideas}", ideas=", ".join(answers))
        return note_card(self._room, entry, answered)


class NotesToSort(Panel):
    """The notes of a principle: the unsorted ones, those of the chosen theme, or all."""

    def __init__(self, room: Room) -> None:
        """No notes until a principle is shown."""
        self._room = room
        self._told: dict[str, list[str]] = {}
        self._principle: str | None = None
        self._theme = ""
        words = room.words
        self.filter = Chooser(words("Which notes are listed"))
        self.filter.offer(
            [
                (_UNSORTED, words("Unsorted")),
                (_OF_THEME, words("Of the chosen theme")),
                (_ALL, words("All notes")),
            ]
        )
        self.notes: CardModel[Entry] = CardModel(room.session, Entry, self._card)
        name = words("Notes")
        cards = CardList(room.theme, self.notes, name, "", marks=True)
        super().__init__(name, cards, self.filter, 8)
        self.filter.chosen.connect(self._list)

    def show_principle(
        self, principle: str | None, theme: Theme | None, insights: Iterable[Insight]
    ) -> None:
        """Show the notes of a principle, and what its insights rest on."""
        self._principle, self._theme = principle, theme.id if theme else ""
        self._told = cited_by(insights)
        self._list()

    def follow_theme(self, theme: Theme | None) -> None:
        """Another theme is chosen."""
        self._theme = theme.id if theme else ""
        if self.filter.id == _OF_THEME:
            self._list()

    def renew(self, themes: set[str], insights: Iterable[Insight]) -> None:
        """Say anew what insights rest on, and the names of the themes of these ids."""
        before, self._told = self._told, cited_by(insights)
        touched = {e.id for e in self.notes.records() if e.theme in themes} if themes else set()
        if before != self._told:
            touched |= before.keys() | self._told.keys()
        if touched:
            self.notes.touch(touched)

    def _list(self) -> None:
        words, principle, theme = self._room.words, self._principle, self._theme
        listed: Callable[[Entry], bool]
        match self.filter.id:
            case "unsorted":
                empty = words("No note of this principle waits to be sorted.")
                listed = lambda e: e.principle == principle and e.theme is None  # noqa: E731
            case "theme":
                empty = words("No note stands under the chosen theme yet.")
                listed = lambda e: e.theme == theme  # noqa: E731
            case _:
                empty = words("The notes of the SWOT will stand here.")
                listed = lambda e: e.principle == principle  # noqa: E731
        self.cards.say_empty(empty)
        self.notes.show(listed)
        if self.cards.hasFocus():
            self.cards.enter()

    def _card(self, entry: Entry) -> Card:
        remarks = self._told.get(entry.id, [])
        theme = self._room.session.workshop.find(Theme, entry.theme)
        if theme is not None and self.filter.id == _ALL:
            remarks = [f"{code(theme)} {theme.name}", *remarks]
        return note_card(self._room, entry, *remarks)
