"""Ideas that say the same: merged for the vote, and parted again as they were.

A merged idea keeps its words, its votes and its support; it only names the idea that leads it.
How the dots of both become those of one is the rule of each round (`Round.combine`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from facilitator.model.change import Act, edited
from facilitator.model.errors import DomainError
from facilitator.model.likeness import Likeness
from facilitator.model.records import Idea, RatingSheet
from facilitator.model.workshop import Workshop

_LOOKED_AT = 3
"""So many of the ideas most like one are offered with it."""


def leader_of(workshop: Workshop, idea: Idea) -> Idea:
    """The idea for which the votes of an idea count: itself where it is not merged.

    An idea merged into one that was merged later follows it there. One whose leader is gone, or
    that a damaged file leads in a circle, leads itself.
    """
    seen = {idea.id}
    while (further := workshop.find(Idea, idea.merged_into)) is not None:
        idea = further
        if idea.id in seen:
            break
        seen.add(idea.id)
    return idea


def leading_ideas(workshop: Workshop) -> tuple[Idea, ...]:
    """The ideas that are not merged into another, in their own order."""
    return tuple(i for i in workshop.all(Idea) if leader_of(workshop, i).id == i.id)


def merged_ideas(workshop: Workshop) -> dict[str, tuple[Idea, ...]]:
    """The ideas merged into each that leads some, by its id, in the order of their numbers."""
    found: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea in workshop.each(Idea):
        leader = leader_of(workshop, idea)
        if leader.id != idea.id:
            found[leader.id].append(idea)
    return {id_: tuple(sorted(ideas, key=_number)) for id_, ideas in found.items()}


def _number(idea: Idea) -> tuple[int, str]:
    return idea.number, idea.id


def merge_ideas(workshop: Workshop, leader_id: str, idea_ids: Iterable[str]) -> Act:
    """Merge ideas, with what is merged into them, into one that leads.

    Where that one is merged itself, they go to the idea that leads it. Raises `DomainError` for
    ideas of different principles, and where one of them was rated already.
    """
    leader = leader_of(workshop, workshop.get(Idea, leader_id))
    found = (leader_of(workshop, workshop.get(Idea, id_)) for id_ in idea_ids)
    others = {idea.id: idea for idea in found if idea.id != leader.id}
    if not others:
        raise DomainError(
            "There is nothing to merge into idea {number}: choose another idea that says the same.",
            number=leader.number,
        )
    for other in others.values():
        if other.principle != leader.principle:
            raise DomainError(
                "Ideas {one} and {other} belong to different principles: "
                "only ideas of one principle are voted on side by side.",
                one=leader.number,
                other=other.number,
            )
    _refuse_if_rated(workshop, {leader.id, *others})
    changes = tuple(edited(other, merged_into=leader.id) for other in others.values())
    return Act("merge_ideas", changes, len(changes))


def _refuse_if_rated(workshop: Workshop, leaders: Collection[str]) -> None:
    """The text of an idea must not change once people filled its sheet."""
    for sheet in workshop.each(RatingSheet):
        idea = workshop.find(Idea, sheet.idea)
        if idea is not None and leader_of(workshop, idea).id in leaders:
            raise DomainError(
                "Idea {number} has rating sheets: people rated its own words, "
                "so that it cannot be merged any more.",
                number=idea.number,
            )


def unmerge_idea(workshop: Workshop, idea_id: str) -> Act:
    """Let an idea stand for itself again, with its own votes and what was merged into it."""
    idea = workshop.get(Idea, idea_id)
    if idea.merged_into is None:
        raise DomainError("Idea {number} is not merged into another.", number=idea.number)
    return Act("unmerge_idea", (edited(idea, merged_into=None),))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ideas that look alike, the one with the lower number first; `share` is up to 1."""

    first: Idea
    second: Idea
    share: float

    @property
    def key(self) -> frozenset[str]:
        """What tells this pair from others, whichever of the two leads."""
        return frozenset((self.first.id, self.second.id))


def alike_ideas(ideas: Iterable[Idea]) -> Iterator[tuple[Pair, ...]]:
    """Of each idea that is not merged, the pairs with those before it that look like it.

    Only ideas of one principle are compared. It comes idea by idea, as comparing many takes long.
    """
    indexes: defaultdict[str | None, Likeness] = defaultdict(Likeness)
    known: dict[str, Idea] = {}
    for idea in sorted(ideas, key=_number):
        if idea.merged_into is None:
            index = indexes[idea.principle]
            found = index.like(idea.text, _LOOKED_AT)
            yield tuple(Pair(known[id_], idea, share) for id_, share in found)
            index.add(idea.id, idea.text)
            known[idea.id] = idea


def most_alike_first(pairs: Iterable[Pair]) -> list[Pair]:
    """Pairs in the order in which they are offered."""
    return sorted(pairs, key=lambda p: (-p.share, _number(p.first), _number(p.second)))
