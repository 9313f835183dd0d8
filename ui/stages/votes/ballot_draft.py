"""The dots of the ballot that is typed, as they stand beside the ideas: never those of the vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from facilitator.model.records import Idea, Mark
from facilitator.model.voting.electorate import Contest

_MOST_DRAWN = 10


class BallotDraft:
    """What the line gives to each idea, on each kind of dots."""

    def __init__(self, contest: Contest) -> None:
        """No dots yet."""
        self.contest = contest
        self._dots: Counter[tuple[str | None, str]] = Counter()

    def take(self, marks: Iterable[Mark]) -> set[str]:
        """Take other marks; gives the ids of the ideas beside which something changed."""
        dots = Counter({(mark.criterion, mark.idea): mark.dots for mark in marks})
        changed = {idea for (_, idea), _ in dots.items() ^ self._dots.items()}
        self._dots = dots
        return {self.contest.leaders.get(idea, idea) for idea in changed}

    def beside(self, idea: Idea) -> str:
        """The dots for an idea, and for those merged into it."""
        own = (idea, *self.contest.merged.get(idea.id, ()))
        parts = [self._said(one, named=one is not idea) for one in own]
        return "  ".join(part for part in parts if part)

    def widest(self) -> str:
        """Room for the dots of a ballot, so that texts do not move while one types."""
        limit, names = self.contest.round.stacking, self._names()
        return max(
            (
                names.get(key, "") + "●" * min(self.contest.dots_for(key), limit or 3, 5)
                for key in self.contest.keys
            ),
            key=len,
        )

    def _said(self, idea: Idea, *, named: bool) -> str:
        names = self._names()
        parts = [
            names.get(key, "") + ("●" * dots if dots <= _MOST_DRAWN else f"● × {dots}")
            for key in self.contest.keys
            if (dots := self._dots[key, idea.id])
        ]
        said = "  ".join(parts)
        return f"{idea.number} {said}" if named and said else said

    def _names(self) -> dict[str | None, str]:
        return {criterion.id: f"{criterion.name} " for criterion in self.contest.criteria}
