"""What a voting round keeps once votes are in: its method, and what each dot was for."""

from __future__ import annotations

from dataclasses import replace

from facilitator.model.errors import DomainError
from facilitator.model.records import Ballot, Criterion, RatingSheet, Round, WallCount
from facilitator.model.workshop import Workshop

MOST_DOTS = 1_000


def votes_in(workshop: Workshop, round_id: str) -> int:
    """How many ballots, counts on the wall or rating sheets a round has."""
    types: tuple[type[Ballot | WallCount | RatingSheet], ...] = (Ballot, WallCount, RatingSheet)
    return sum(vote.round == round_id for type_ in types for vote in workshop.each(type_))


def open_for_rules(_: Workshop, before: Round | None, after: Round) -> None:
    """A closed round keeps its rules; what it is called and where it stands may change."""
    if before is None or not before.closed:
        return
    if replace(before, title=after.title, stage=after.stage) != after:
        raise _closed(before)


def open_for_colours(workshop: Workshop, before: Criterion | None, after: Criterion) -> None:
    """A closed round keeps its colours and their dots; their names may be mended."""
    round_ = workshop.get(Round, after.round)
    if round_.closed and (before is None or before.dots != after.dots):
        raise _closed(round_)


def _closed(round_: Round) -> DomainError:
    return DomainError(
        "“{title}” is closed: open it again to change its rules.", title=round_.title
    )


def method_stays(workshop: Workshop, before: Round | None, after: Round) -> None:
    """Votes that were taken by one method cannot be read by another."""
    if before is None or before.method is after.method:
        return
    votes = votes_in(workshop, after.id)
    if votes:
        raise DomainError(
            "“{title}” has votes by this method already ({n}): add another round for the new "
            "one, or delete the votes first.",
            title=before.title,
            n=votes,
        )


def counts_have_colours(workshop: Workshop, before: Criterion | None, after: Criterion) -> None:
    """A first colour would leave dots that were counted without one."""
    if before is not None:
        return
    plain = sum(
        count.round == after.round and count.criterion is None for count in workshop.each(WallCount)
    )
    if plain:
        raise DomainError(
            "“{title}” has counts of dots without a colour already ({n}): delete those first, "
            "or add another round.",
            title=workshop.get(Round, after.round).title,
            n=plain,
        )
