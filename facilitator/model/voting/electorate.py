"""What a round is about: its ideas in ballot order and its criteria."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.model.merging import leader_of
from facilitator.model.records import Criterion, Idea, Principle, Round
from facilitator.model.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Contest:
    """A round with what may be marked on it.

    `ideas` are those that are offered: none that is merged into another. `merged` has, by the id
    of an idea that leads, the ideas of the round that are merged into it: they may be marked,
    too, as on a ballot printed before. `criteria` is empty where there is one kind of dot; marks
    then carry no criterion.
    """

    round: Round
    ideas: tuple[Idea, ...]
    criteria: tuple[Criterion, ...]
    merged: Mapping[str, tuple[Idea, ...]] = field(default_factory=dict, compare=False)
    leaders: Mapping[str, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Look up once for which idea the votes of each count."""
        own = {idea.id: idea.id for idea in self.ideas}
        for leader, ideas in self.merged.items():
            own |= dict.fromkeys((idea.id for idea in ideas), leader)
        object.__setattr__(self, "leaders", own)

    @property
    def keys(self) -> tuple[str | None, ...]:
        """The criterion ids that marks may carry, in order; `(None,)` where there are none."""
        return tuple(criterion.id for criterion in self.criteria) or (None,)

    def dots_for(self, criterion: str | None) -> int:
        """Dots that one person has for a criterion."""
        for own in self.criteria:
            if own.id == criterion and own.dots is not None:
                return own.dots
        return self.round.dots

    @property
    def dots_each(self) -> int:
        """Dots that one person has in all."""
        return sum(self.dots_for(key) for key in self.keys)


def contest(workshop: Workshop, round_: Round) -> Contest:
    """The ideas and criteria of a round.

    The ideas that the round names, else those of its principle, else all; ideas stand in the
    order of the principles and of their positions within one. For ideas that are merged the one
    that leads them is offered.
    """
    criteria = tuple(c for c in workshop.all(Criterion) if c.round == round_.id)
    stood = ideas_that_stood(workshop, round_)
    own = {idea.id for idea in stood}
    offered: dict[str, Idea] = {}
    merged: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea in stood:
        leader = leader_of(workshop, idea)
        if leader.id == idea.id or leader.id not in own:
            offered.setdefault(leader.id, leader)
        if leader.id != idea.id:
            merged[leader.id].append(idea)
    groups = {id_: tuple(ideas) for id_, ideas in merged.items()}
    return Contest(round_, tuple(offered.values()), criteria, groups)


def ideas_that_stood(workshop: Workshop, round_: Round) -> tuple[Idea, ...]:
    """The ideas of a round, merged ones among them."""
    if round_.ideas:
        found = (workshop.find(Idea, id_) for id_ in round_.ideas)
        return tuple(idea for idea in found if idea is not None)
    if round_.principle is not None:
        return tuple(idea for idea in workshop.all(Idea) if idea.principle == round_.principle)
    return ideas_in_order(workshop)


def ideas_in_order(workshop: Workshop) -> tuple[Idea, ...]:
    """All ideas, principle by principle in the principles' order; those without one come last."""
    order = {principle.id: place for place, principle in enumerate(workshop.all(Principle))}
    last = len(order)
    return tuple(sorted(workshop.all(Idea), key=lambda idea: order.get(idea.principle or "", last)))
