"""What every section needs: the workshop, the words, and what belongs to what, looked up once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TypeVar

from facilitator.language import Language
from facilitator.model.attendance import people_present
from facilitator.model.kinds import Illustrative, Method, Place
from facilitator.model.merging import leader_of, merged_ideas
from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    Facts,
    Idea,
    Insight,
    Participant,
    Passage,
    Principle,
    RatingSheet,
    Round,
    Sector,
    Theme,
)
from facilitator.model.voting.dots import DotResult
from facilitator.model.voting.electorate import ideas_in_order
from facilitator.model.voting.outcome import dot_result
from facilitator.model.workshop import Workshop
from facilitator.report.tree import Heading, Notice, NoticeKind, Span

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class IdeaDots:
    """What an idea got in a round, on one criterion or on the only one."""

    round: Round
    criterion: Criterion | None
    dots: int


@dataclass
class Context:
    """A snapshot of a workshop, and the language in which the report speaks."""

    workshop: Workshop
    t: Language
    _ids: count[int] = field(default_factory=lambda: count(1))

    @property
    def facts(self) -> Facts:
        """What the workshop is."""
        return self.workshop.facts

    def typed(self, text: str, language: str = "", *, strong: bool = False) -> Span:
        """What a person typed, marked with its language where it is not the report's."""
        own = language or self.facts.language
        return Span(text, strong, "" if own == self.t.code else own)

    def heading(self, level: int, text: str, colour: str = "") -> Heading:
        """A heading in the report's own words."""
        return Heading(level, text, f"h{next(self._ids)}", colour)

    def typed_heading(self, level: int, text: str, colour: str = "", number: str = "") -> Heading:
        """A heading that a person typed."""
        span = self.typed(text)
        return Heading(level, text, f"h{next(self._ids)}", colour, span.language, number)

    def made_up(self, area: Illustrative) -> bool:
        """Whether something in the workshop is illustrative."""
        return area in self.facts.illustrative

    def warning(self, area: Illustrative, text: str) -> tuple[Notice, ...]:
        """The notice that stands beside something illustrative, where it is so."""
        return (Notice(NoticeKind.ILLUSTRATIVE, text),) if self.made_up(area) else ()

    def flagged(self, area: Illustrative, text: str) -> str:
        """A short text with a word of warning where it is illustrative."""
        return self.t("{what} (illustrative)", what=text) if self.made_up(area) else text

    def together(self, parts: Iterable[tuple[str, Illustrative | None]]) -> str:
        """Short texts in a row; a word of warning once where all of them are illustrative."""
        found = [(text, area) for text, area in parts if text]
        if found and all(area is not None and self.made_up(area) for _, area in found):
            return self.t("{what} (illustrative)", what=" · ".join(text for text, _ in found))
        return " · ".join(self.flagged(area, text) if area else text for text, area in found)

    @cached_property
    def principles(self) -> tuple[Principle, ...]:
        """The principles, in order."""
        return self.workshop.all(Principle)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The notes by id, in the order of their numbers."""
        return {entry.id: entry for entry in self.workshop.all(Entry)}

    @cached_property
    def insights(self) -> tuple[Insight, ...]:
        """The insights, in order."""
        return self.workshop.all(Insight)

    @cached_property
    def ideas(self) -> tuple[Idea, ...]:
        """The ideas that lead, principle by principle; `merged` has the others."""
        return tuple(i for i in ideas_in_order(self.workshop) if self._leaders[i.id] is i)

    @cached_property
    def merged(self) -> dict[str, tuple[Idea, ...]]:
        """The ideas merged into each that leads some."""
        return merged_ideas(self.workshop)

    @cached_property
    def _leaders(self) -> dict[str, Idea]:
        """The idea that leads each idea: most lead themselves."""
        return {i.id: leader_of(self.workshop, i) for i in self.workshop.each(Idea)}

    def answered(self, idea: Idea) -> tuple[Entry, ...]:
        """The notes that an idea answers, and those that ideas merged into it answer."""
        own = (idea, *self.merged.get(idea.id, ()))
        ids = dict.fromkeys(id_ for one in own for id_ in one.answers)
        return tuple(self.entries[id_] for id_ in ids if id_ in self.entries)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The voting rounds, in order."""
        return self.workshop.all(Round)

    @cached_property
    def themes_of(self) -> dict[str | None, list[Theme]]:
        """The themes of each principle; those of an unknown one stand under None."""
        known = {principle.id for principle in self.principles}
        return _grouped(
            self.workshop.all(Theme), lambda t: t.principle if t.principle in known else None
        )

    @cached_property
    def ideas_of(self) -> dict[str | None, list[Idea]]:
        """The ideas of each principle; those of an unknown one stand under None."""
        known = {principle.id for principle in self.principles}
        return _grouped(self.ideas, lambda i: i.principle if i.principle in known else None)

    @cached_property
    def insights_of(self) -> dict[str, list[Insight]]:
        """The insights of each theme."""
        return _grouped(self.insights, lambda insight: insight.theme)

    @cached_property
    def notes_of(self) -> dict[str | None, list[Entry]]:
        """The notes of each theme; those not sorted stand under None."""
        themes = {theme.id for theme in self.workshop.each(Theme)}
        return _grouped(self.entries.values(), lambda e: e.theme if e.theme in themes else None)

    @cached_property
    def answering(self) -> dict[str, list[Idea]]:
        """The ideas that answer each note, by themselves or by what is merged into them."""
        found: defaultdict[str, list[Idea]] = defaultdict(list)
        for idea in self.ideas:
            for entry in self.answered(idea):
                found[entry.id].append(idea)
        return dict(found)

    @cached_property
    def endorsements_of(self) -> dict[str, list[Endorsement]]:
        """The support outside the vote for each idea, with that for those merged into it."""
        return _grouped(self.workshop.all(Endorsement), self._supported)

    def _supported(self, endorsement: Endorsement) -> str:
        leader = self._leaders.get(endorsement.idea)
        return leader.id if leader is not None else endorsement.idea

    @cached_property
    def passages_at(self) -> dict[Place, list[Passage]]:
        """The organizer's own passages at each place."""
        return _grouped(self.workshop.all(Passage), lambda passage: passage.place)

    @cached_property
    def ballots_of(self) -> dict[str, list[Ballot]]:
        """The ballots of each round."""
        return _grouped(self.workshop.all(Ballot), lambda ballot: ballot.round)

    @cached_property
    def rating_sheets_of(self) -> dict[str, list[RatingSheet]]:
        """The rating sheets of each round."""
        return _grouped(self.workshop.all(RatingSheet), lambda sheet: sheet.round)

    @cached_property
    def dot_results(self) -> dict[str, DotResult]:
        """The results of the dot votes that are closed, by round; others stay hidden."""
        return {
            round_.id: dot_result(self.workshop, round_)
            for round_ in self.rounds
            if round_.closed and round_.method is not Method.RATING
        }

    @cached_property
    def dots_of(self) -> dict[str, list[IdeaDots]]:
        """The dots of each idea in each closed dot vote, apart for each criterion.

        Criteria may mean opposite things, so their dots are never added up.
        """
        found: defaultdict[str, list[IdeaDots]] = defaultdict(list)
        for result in self.dot_results.values():
            for part in result.criteria:
                criterion = self.workshop.find(Criterion, part.criterion)
                for row in part.ideas:
                    dots = IdeaDots(result.contest.round, criterion, row.dots)
                    found[row.idea.id].append(dots)
        return dict(found)

    @cached_property
    def present(self) -> tuple[Participant, ...]:
        """The people whom N counts."""
        return people_present(self.workshop)

    @cached_property
    def people_of(self) -> Counter[str | None]:
        """How many people are of each primary sector; None: not stated."""
        known = {sector.id for sector in self.workshop.each(Sector)}
        return Counter(p.sector if p.sector in known else None for p in self.present)


def _grouped(things: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: defaultdict[K, list[T]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return dict(found)
