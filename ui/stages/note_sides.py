"""Notes beside a page, to be marked: those that ideas answer."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Idea
from ui.models.cards import Card, CardModel
from ui.stages.cards import note_card
from ui.stages.facts import cited_by
from ui.stages.page import Room
from ui.widgets.card_list import CardList
from ui.widgets.panel import Panel

_ANSWERED = {Quadrant.OPPORTUNITY, Quadrant.THREAT}


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
        super().__init__(
            name, CardList(room.theme, self.notes, name, empty, gutter="N000", marks=True)
        )

    def show_principle(self, principle: str | None, ideas: Iterable[Idea]) -> None:
        """Show the notes of a principle, and what its ideas answer."""
        self._answers = cited_by(ideas)
        self.notes.show(
            lambda e: e.principle == principle and e.quadrant in _ANSWERED,
            self._room.session.workshop.of_principle(Entry, principle),
        )

    def renew(self, touched: Iterable[str], ideas: Iterable[Idea]) -> None:
        """Say anew which ideas answer the notes of these ids."""
        self._answers = cited_by(ideas)
        self.notes.touch(touched)
        self._tell_count()

    def count(self) -> str:
        """How many of the notes are answered."""
        notes = self.notes.records()
        answered = sum(entry.id in self._answers for entry in notes)
        if not notes:
            return ""
        return self._room.words("{n} of {all} answered", n=answered, all=len(notes))

    def _card(self, entry: Entry) -> Card:
        answers = self._answers.get(entry.id)
        if not answers:
            return note_card(self._room, entry)
        answered = self._room.words("answered by {ideas}", ideas=", ".join(answers))
        return note_card(self._room, entry, answered, settled=True)
