"""Dot voting: which ballots count, and what the dots say.

Terms and rules after the design's domain notes: a spoiled ballot is kept and counted as spoiled,
distinct voters are known only from ballots, ties stay ties, every idea is listed, and the dots
that were issued are reconciled with what became of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.model.kinds import Combine, Method
from facilitator.model.records import Ballot, Idea, Mark, WallCount
from facilitator.model.voting.electorate import Contest
from facilitator.model.voting.ranks import competition_ranks

Cell = tuple[str | None, str]
"""A criterion and an idea."""


class Spoiled(StrEnum):
    """Why a ballot does not count."""

    BY_HAND = "by_hand"
    NEGATIVE = "negative"
    UNKNOWN_IDEA = "unknown_idea"
    UNKNOWN_CRITERION = "unknown_criterion"
    TOO_MANY_DOTS = "too_many_dots"
    STACKING = "stacking"


@dataclass(frozen=True, slots=True)
class IdeaResult:
    """What one idea got on one criterion.

    `share` is of all dots counted on the criterion, 0 to 1, None where there are none; `voters`
    counts distinct people, None where the method cannot know; `unsettled` holds the passes of a
    wall count that differ.
    """

    idea: Idea
    dots: int
    share: float | None
    voters: int | None
    rank: int
    unsettled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The ideas on one criterion, most dots first, ideas with the same dots in ballot order."""

    criterion: str | None
    ideas: tuple[IdeaResult, ...]
    dots: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What became of the dots: `issued` = used + unused + spoiled + difference.

    `issued`, `unused` and `difference` are None where the number of voters, or the dots left
    over, were not recorded. `voters` is the number of people who were given dots. Of the used
    dots, `merged` are in no total: those of merged ideas that the round's rule leaves out.
    """

    voters: int | None
    dots_each: int
    issued: int | None
    used: int
    unused: int | None
    spoiled: int
    difference: int | None
    merged: int = 0


@dataclass(frozen=True, slots=True)
class SpoiledBallot:
    """A ballot that does not count, and why."""

    ballot: Ballot
    reason: Spoiled


@dataclass(frozen=True, slots=True)
class DotResult:
    """A dot vote, tabulated. `counted` is the number of valid ballots, None for a wall count."""

    contest: Contest
    criteria: tuple[CriterionResult, ...]
    reconciliation: Reconciliation
    counted: int | None
    spoiled: tuple[SpoiledBallot, ...]


def judge(contest: Contest, ballot: Ballot) -> Spoiled | None:
    """Why a ballot is spoiled, or None where it counts. A ballot without a dot counts.

    It is judged as it was filled in: before the dots of merged ideas are combined.
    """
    if ballot.spoiled:
        return Spoiled.BY_HAND
    on_criterion: dict[str | None, int] = {}
    on_idea: dict[Cell, int] = {}
    known, negative = True, False
    for mark in ballot.marks:  # one look at each: there may be many thousand
        cell = mark.criterion, mark.idea
        on_criterion[mark.criterion] = on_criterion.get(mark.criterion, 0) + mark.dots
        on_idea[cell] = on_idea.get(cell, 0) + mark.dots
        known = known and mark.idea in contest.leaders
        negative = negative or mark.dots < 0
    if negative:
        return Spoiled.NEGATIVE
    if not known:
        return Spoiled.UNKNOWN_IDEA
    if not on_criterion.keys() <= set(contest.keys):
        return Spoiled.UNKNOWN_CRITERION
    if any(dots > contest.dots_for(key) for key, dots in on_criterion.items()):
        return Spoiled.TOO_MANY_DOTS
    limit = contest.round.stacking
    if limit is not None and on_idea and max(on_idea.values()) > limit:
        return Spoiled.STACKING
    return None


def tabulate_ballots(contest: Contest, ballots: Iterable[Ballot]) -> DotResult:
    """The result of a vote by ballot; the order of the ballots does not matter."""
    valid: list[Ballot] = []
    spoiled: list[SpoiledBallot] = []
    for ballot in sorted(ballots, key=lambda b: (b.number, b.id)):
        reason = judge(contest, ballot)
        if reason is None:
            valid.append(ballot)
        else:
            spoiled.append(SpoiledBallot(ballot, reason))
    dots: defaultdict[Cell, int] = defaultdict(int)
    voters: defaultdict[Cell, int] = defaultdict(int)
    for ballot in valid:
        for cell, number in combined(contest, ballot.marks).items():
            dots[cell] += number
            voters[cell] += number > 0
    criteria = tuple(
        _criterion(
            key,
            contest.ideas,
            {idea.id: dots[key, idea.id] for idea in contest.ideas},
            {idea.id: voters[key, idea.id] for idea in contest.ideas},
        )
        for key in contest.keys
    )
    used = sum(mark.dots for ballot in valid for mark in ballot.marks)
    sums = _reconcile_ballots(contest, used, len(valid), len(spoiled))
    left_out = replace(sums, merged=used - sum(dots.values()))
    return DotResult(contest, criteria, left_out, len(valid), tuple(spoiled))


def combined(contest: Contest, marks: Iterable[Mark]) -> dict[Cell, int]:
    """The dots of a valid ballot for each idea that leads, by the round's rule for merged ones."""
    given: dict[Cell, int] = {}
    for mark in marks:
        cell = mark.criterion, mark.idea
        given[cell] = given.get(cell, 0) + mark.dots
    if not contest.merged:
        return given
    counted: dict[Cell, int] = {}
    for (criterion, idea), dots in given.items():
        cell = criterion, contest.leaders[idea]
        counted[cell] = _together(contest, (counted.get(cell, 0), dots))
    return counted


def _together(contest: Contest, dots: Iterable[int]) -> int:
    """The dots of ideas that were merged, as those of one."""
    return max(dots) if contest.round.combine is Combine.HIGHEST else sum(dots)


def _reconcile_ballots(contest: Contest, used: int, valid: int, spoiled: int) -> Reconciliation:
    """Where no number of voters was recorded, the ballots that came back are taken for it."""
    each = contest.dots_each
    voters = contest.round.voters if contest.round.voters is not None else valid + spoiled
    issued = voters * each
    unused = valid * each - used
    lost = spoiled * each
    return Reconciliation(voters, each, issued, used, unused, lost, issued - used - unused - lost)


def tabulate_wall(contest: Contest, counts: Iterable[WallCount]) -> DotResult:
    """The result of dots counted on the wall.

    Of two passes that differ and are not settled the first is taken, and the idea is marked.
    """
    passes: defaultdict[Cell, dict[int, int]] = defaultdict(dict)
    for count in sorted(counts, key=lambda c: (c.counter, c.id)):
        passes[count.criterion, count.idea][count.counter] = count.dots
    used, criteria = 0, []
    for key in contest.keys:
        dots, unsettled = {}, {}
        for idea in contest.ideas:
            own = (idea, *contest.merged.get(idea.id, ()))
            found = [settled(passes[key, one.id]) for one in own]
            used += sum(number for number, _ in found)
            dots[idea.id] = _together(contest, (number for number, _ in found))
            unsettled[idea.id] = _unsettled(contest, found)
        criteria.append(_criterion(key, contest.ideas, dots, None, unsettled))
    left_out = used - sum(criterion.dots for criterion in criteria)
    sums = replace(_reconcile_wall(contest, used), merged=left_out)
    return DotResult(contest, tuple(criteria), sums, None, ())


def _unsettled(contest: Contest, found: Sequence[tuple[int, tuple[int, ...]]]) -> tuple[int, ...]:
    """What each pass makes of an idea with those merged into it, where a count is not settled."""
    passes = max((len(differing) for _, differing in found), default=0)
    return tuple(
        _together(
            contest, (differing[n] if n < len(differing) else dots for dots, differing in found)
        )
        for n in range(passes)
    )


def settled(passes: dict[int, int]) -> tuple[int, tuple[int, ...]]:
    """The dots of an idea from its counters' passes, and the passes where they disagree."""
    if not passes:
        return 0, ()
    if 0 in passes:
        return passes[0], ()
    values = tuple(passes[counter] for counter in sorted(passes))
    return values[0], (values if len(set(values)) > 1 else ())


def _reconcile_wall(contest: Contest, used: int) -> Reconciliation:
    round_, each = contest.round, contest.dots_each
    issued = None if round_.voters is None else round_.voters * each
    lost = round_.spoiled or 0
    if issued is None or round_.unused is None:
        difference = None
    else:
        difference = issued - used - round_.unused - lost
    return Reconciliation(round_.voters, each, issued, used, round_.unused, lost, difference)


def _criterion(
    key: str | None,
    ideas: Sequence[Idea],
    dots: dict[str, int],
    voters: dict[str, int] | None,
    unsettled: dict[str, tuple[int, ...]] | None = None,
) -> CriterionResult:
    total = sum(dots.values())
    ranks = competition_ranks([dots[idea.id] for idea in ideas])
    results = [
        IdeaResult(
            idea,
            dots[idea.id],
            dots[idea.id] / total if total else None,
            None if voters is None else voters[idea.id],
            rank,
            unsettled[idea.id] if unsettled else (),
        )
        for idea, rank in zip(ideas, ranks, strict=True)
    ]
    return CriterionResult(key, tuple(sorted(results, key=lambda r: r.rank)), total)


def tabulate_dots(
    contest: Contest, ballots: Iterable[Ballot], counts: Iterable[WallCount]
) -> DotResult:
    """The result of a dot vote by the round's own method."""
    own = contest.round.id
    if contest.round.method is Method.WALL:
        return tabulate_wall(contest, (count for count in counts if count.round == own))
    return tabulate_ballots(contest, (ballot for ballot in ballots if ballot.round == own))
