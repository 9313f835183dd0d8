"""Part C: each voting round, tabulated honestly, with what a reader needs to judge it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.kinds import Combine, Illustrative, Method
from facilitator.model.records import Round
from facilitator.model.voting.electorate import Contest, contest
from facilitator.report.content.context import Context
from facilitator.report.content.dots import dot_tables
from facilitator.report.content.ratings import rating_tables
from facilitator.report.content.votes import round_title
from facilitator.report.content.words import said
from facilitator.report.tree import Block, Bullets, Item, Notice, NoticeKind, Span


def results(ctx: Context) -> Iterator[Block]:
    """Every round under a heading of its own."""
    for round_ in ctx.rounds:
        yield ctx.typed_heading(3, round_title(ctx, round_))
        yield from _round(ctx, round_)


def _round(ctx: Context, round_: Round) -> Iterator[Block]:
    t = ctx.t
    about = contest(ctx.workshop, round_)
    yield said(_method(ctx, round_))
    yield Bullets(tuple(Item((Span(rule),)) for rule in _rules(ctx, about)))
    if not round_.closed:
        yield Notice(NoticeKind.OPEN, _so_far(ctx, round_))
        return
    yield from ctx.warning(
        Illustrative.VOTES,
        t("Illustrative: these votes were made up to show how results look."),
    )
    yield Notice(
        NoticeKind.LIMITS,
        t("Shows the priorities of the people in the room; not a representative sample."),
    )
    if round_.method is Method.RATING:
        yield from rating_tables(ctx, round_)
    else:
        yield from dot_tables(ctx, ctx.dot_results[round_.id])


def _method(ctx: Context, round_: Round) -> str:
    t = ctx.t
    return {
        Method.BALLOTS: t(
            "Dot voting on ballots: each person had a fixed number of dots and marked on a paper "
            "ballot which ideas they gave them to. Every ballot was counted by itself."
        ),
        Method.WALL: t(
            "Dot voting on the wall: each person had a fixed number of sticker dots and put them "
            "beside ideas on the wall. The dots were counted, so how many people stand behind "
            "them is not known."
        ),
        Method.RATING: t(
            "Idea rating sheets: each idea has a sheet of its own, on which everyone may fill one "
            "of six answers, from strong agreement to strong disagreement, or confusion. People "
            "rate as many or as few ideas as they like."
        ),
    }[round_.method]


def _rules(ctx: Context, about: Contest) -> Iterator[str]:
    t, round_ = ctx.t, about.round
    if round_.method is not Method.RATING:
        yield from _dots_each(ctx, about)
        if round_.stacking is None:
            yield t("Stacking: any number of one's dots may go to one idea.")
        else:
            yield t.plural(
                "Stacking: at most {n} dot of a person may go to one idea.",
                "Stacking: at most {n} dots of a person may go to one idea.",
                round_.stacking,
            )
    if round_.open:
        yield t("Open vote: people could see the totals while they voted.")
    else:
        yield t("Blind vote: the totals were hidden until voting closed.")
    yield t.plural("{n} idea stood in the vote.", "{n} ideas stood in the vote.", len(about.ideas))
    if about.merged and round_.method is not Method.RATING:
        yield _combined(ctx, round_)
    yield _voters(ctx, round_)


def _combined(ctx: Context, round_: Round) -> str:
    """The rule by which the dots of merged ideas became those of one."""
    t = ctx.t
    if round_.combine is Combine.SUM:
        return t("Merged ideas: every dot given to any of them counts.")
    if round_.method is Method.WALL:
        return t(
            "Merged ideas: of each colour, only the dots of the one that got the most count, so "
            "that nobody counts twice."
        )
    return t(
        "Merged ideas: of each ballot, only the dots of the one to which it gave the most count, "
        "so that nobody counts twice."
    )


def _dots_each(ctx: Context, about: Contest) -> Iterator[str]:
    t = ctx.t
    if not about.criteria:
        yield t.plural("{n} dot for each person.", "{n} dots for each person.", about.round.dots)
        return
    for criterion in about.criteria:
        dots = t.plural(
            "{n} dot for each person", "{n} dots for each person", about.dots_for(criterion.id)
        )
        meaning = f" ({criterion.meaning})" if criterion.meaning else ""
        yield t("{criterion}: {dots}.", criterion=f"{criterion.name}{meaning}", dots=dots)


def _voters(ctx: Context, round_: Round) -> str:
    t = ctx.t
    people = len(ctx.present)
    of = t.plural("{n} participant", "{n} participants", people) if people else ""
    if round_.voters is not None:
        voters = t.plural("{n} voter", "{n} voters", round_.voters)
    elif round_.method is Method.BALLOTS and round_.closed:
        voters = t.plural(
            "{n} ballot came back", "{n} ballots came back", len(ctx.ballots_of.get(round_.id, ()))
        )
    else:
        voters = t("The number of voters is not recorded")
    return t("{voters}; {people} in all.", voters=voters, people=of) if of else f"{voters}."


def _so_far(ctx: Context, round_: Round) -> str:
    t = ctx.t
    if round_.method is Method.BALLOTS:
        so_far = t.plural(
            "{n} ballot so far", "{n} ballots so far", len(ctx.ballots_of.get(round_.id, ()))
        )
        return t(
            "Voting is still open: {so_far}. Totals stay hidden until it is closed.", so_far=so_far
        )
    if round_.method is Method.RATING:
        so_far = t.plural(
            "{n} sheet so far", "{n} sheets so far", len(ctx.rating_sheets_of.get(round_.id, ()))
        )
        return t(
            "Voting is still open: {so_far}. Totals stay hidden until it is closed.", so_far=so_far
        )
    return t("Voting is still open. Totals stay hidden until it is closed.")
