"""The outcome of a round of a workshop, whatever its method."""

from __future__ import annotations

from facilitator.model.attendance import people_present
from facilitator.model.records import Ballot, RatingSheet, Round, WallCount
from facilitator.model.voting.dots import DotResult, tabulate_dots
from facilitator.model.voting.electorate import contest
from facilitator.model.voting.rating import RatingResult, tabulate_rating
from facilitator.model.workshop import Workshop


def dot_result(workshop: Workshop, round_: Round) -> DotResult:
    """The result of a dot vote, by ballots or on the wall."""
    return tabulate_dots(contest(workshop, round_), workshop.each(Ballot), workshop.each(WallCount))


def rating_result(workshop: Workshop, round_: Round) -> tuple[RatingResult, ...]:
    """The result of a round of idea rating sheets."""
    people = people_of(workshop, round_)
    return tabulate_rating(contest(workshop, round_), workshop.each(RatingSheet), people)


def people_of(workshop: Workshop, round_: Round) -> int:
    """How many could fill a rating sheet: the voters of the round, else who is present."""
    return len(people_present(workshop)) if round_.voters is None else round_.voters


def still_open(workshop: Workshop) -> tuple[Round, ...]:
    """The rounds that something was cast in, and that nobody closed: their totals are hidden."""
    cast = {ballot.round for ballot in workshop.each(Ballot)}
    cast |= {count.round for count in workshop.each(WallCount)}
    cast |= {sheet.round for sheet in workshop.each(RatingSheet)}
    return tuple(r for r in workshop.all(Round) if r.id in cast and not r.closed)
