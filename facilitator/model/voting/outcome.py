"""The outcome of a round of a workshop, whatever its method."""

from __future__ import annotations

from facilitator.model.kinds import Method
from facilitator.model.records import Ballot, Participant, RatingSheet, Round, WallCount
from facilitator.model.voting.dots import DotResult, tabulate_dots
from facilitator.model.voting.electorate import contest
from facilitator.model.voting.rating import RatingResult, tabulate_rating
from facilitator.model.workshop import Workshop


def dot_result(workshop: Workshop, round_: Round) -> DotResult:
    """The result of a dot vote, by ballots or on the wall."""
    return tabulate_dots(contest(workshop, round_), workshop.each(Ballot), workshop.each(WallCount))


def rating_result(workshop: Workshop, round_: Round) -> tuple[RatingResult, ...]:
    """The result of a round of idea rating sheets."""
    people = round_.voters if round_.voters is not None else workshop.count(Participant)
    return tabulate_rating(contest(workshop, round_), workshop.each(RatingSheet), people)


def dots_by_idea(workshop: Workshop) -> dict[str, tuple[tuple[Round, int], ...]]:
    """For every idea that stood in a dot vote: the rounds and the dots, all criteria together."""
    found: dict[str, list[tuple[Round, int]]] = {}
    for round_ in workshop.all(Round):
        if round_.method is Method.RATING:
            continue
        result = dot_result(workshop, round_)
        for idea in result.contest.ideas:
            dots = sum(
                row.dots for part in result.criteria for row in part.ideas if row.idea.id == idea.id
            )
            found.setdefault(idea.id, []).append((round_, dots))
    return {idea: tuple(rounds) for idea, rounds in found.items()}
