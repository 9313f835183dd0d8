"""One short figure of the votes for an idea, to stand beside it."""

from __future__ import annotations

from facilitator.model.kinds import Method, Origin
from facilitator.model.records import Idea, Round
from facilitator.model.voting.outcome import rating_result
from facilitator.model.voting.rating import Distribution
from facilitator.report.content.context import Context


def votes_said(ctx: Context, idea: Idea, ratings: dict[str, Distribution]) -> str:
    """What an idea got in the closed votes; empty where it stood in none."""
    parts = (_dots_said(ctx, idea), _ratings_said(ctx, idea, ratings))
    return ", ".join(part for part in parts if part)


def _dots_said(ctx: Context, idea: Idea) -> str:
    """The dots of an idea in the closed dot votes, with what is needed to tell them apart."""
    t = ctx.t
    found = ctx.dots_of.get(idea.id, [])
    several = len({part.round.id for part in found}) > 1
    parts = []
    for part in found:
        said = t.plural("{n} dot", "{n} dots", part.dots)
        if part.criterion is not None:
            said = t("{dots} for “{criterion}”", dots=said, criterion=part.criterion.name)
        if several:
            said = t("{dots} in “{round}”", dots=said, round=round_title(ctx, part.round))
        parts.append(said)
    return ", ".join(parts)


def agreement_said(ctx: Context, distribution: Distribution) -> str:
    """How many of those who rated an idea agree with it."""
    agree = distribution.strong_agreement + distribution.agreement
    return ctx.t.plural(
        "{agree} of {n} person agrees",
        "{agree} of {n} people agree",
        distribution.people,
        agree=ctx.t.number(agree),
    )


def _ratings_said(ctx: Context, idea: Idea, ratings: dict[str, Distribution]) -> str:
    """The agreement with an idea on closed rating sheets."""
    distribution = ratings.get(idea.id)
    if distribution is None or not distribution.people:
        return ""
    return agreement_said(ctx, distribution)


def closed_ratings(ctx: Context) -> dict[str, Distribution]:
    """The distribution of each idea on the rating sheets of the last closed round that has it."""
    found: dict[str, Distribution] = {}
    for round_ in ctx.rounds:
        if round_.closed and round_.method is Method.RATING:
            for result in rating_result(ctx.workshop, round_):
                found[result.idea.id] = result.distribution
    return found


def support_said(ctx: Context, idea: Idea) -> str:
    """How many people supported an idea outside the vote."""
    people = sum(endorsement.people for endorsement in ctx.endorsements_of.get(idea.id, ()))
    if not people:
        return ""
    return ctx.t.plural(
        "supported by {n} person outside the vote",
        "supported by {n} people outside the vote",
        people,
    )


def origin_said(ctx: Context, idea: Idea) -> str:
    """Where the idea arose, if not in the ideation."""
    return ctx.t("from the gallery walk") if idea.origin is Origin.GALLERY_WALK else ""


def round_title(ctx: Context, round_: Round) -> str:
    """The title of a round; one without gets a plain name."""
    return round_.title or ctx.t("Voting round")
