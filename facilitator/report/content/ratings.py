"""The tables of a closed round of idea rating sheets."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.citing import code_of
from facilitator.model.records import Round
from facilitator.model.voting.electorate import Contest, contest
from facilitator.model.voting.outcome import rating_result
from facilitator.model.voting.ranks import tied_at_the_top
from facilitator.model.voting.rating import MANY_CONFUSED, Distribution, RatingResult
from facilitator.report.content.context import Context
from facilitator.report.content.dots import label, merged_said
from facilitator.report.content.words import NOTHING, cells
from facilitator.report.tree import (
    Align,
    Block,
    Bullets,
    Column,
    Item,
    Notice,
    NoticeKind,
    Span,
    StackedBar,
    StackedChart,
    Table,
)


def rating_tables(ctx: Context, round_: Round) -> Iterator[Block]:
    """The whole distribution of every sheet, then what makes one doubtful, then the comments."""
    rows = rating_result(ctx.workshop, round_)
    if not rows:
        return
    yield _chart(ctx, rows)
    yield _table(ctx, rows, contest(ctx.workshop, round_))
    tied = tied_at_the_top([row.rank for row in rows if row.rank is not None])
    if tied:
        places = ", ".join(ctx.t.number(rank) for rank in tied)
        hint = ctx.t(
            "Tie at rank {places}: the room may vote again on the tied ideas; this report does "
            "not break ties.",
            places=places,
        )
        yield Notice(NoticeKind.LIMITS, hint)
    yield from _comments(ctx, rows)


def _answers(ctx: Context) -> tuple[str, ...]:
    t = ctx.t
    return (
        t("Strong agreement"),
        t("Agreement"),
        t("Neutral"),
        t("Disagreement"),
        t("Strong disagreement"),
        t("Confusion"),
    )


def _short(ctx: Context) -> tuple[str, ...]:
    return tuple(ctx.t("SA, A, N, D, SD, C").split(", "))


def _counts(d: Distribution) -> tuple[int, ...]:
    return (
        d.strong_agreement,
        d.agreement,
        d.neutral,
        d.disagreement,
        d.strong_disagreement,
        d.confusion,
    )


def _chart(ctx: Context, rows: tuple[RatingResult, ...]) -> StackedChart:
    t = ctx.t
    bars = tuple(
        StackedBar(
            label(ctx, code_of(row.idea), row.idea.text, row.idea.language),
            _counts(row.distribution),
        )
        for row in rows
        if row.distribution.people
    )
    told = "; ".join(
        f"{code_of(row.idea)}: {', '.join(map(str, _counts(row.distribution)))}"
        for row in rows
        if row.distribution.people
    )
    alternative = t(
        "Stacked bar chart. {answers}. {bars}.", answers=", ".join(_answers(ctx)), bars=told
    )
    caption = t("How people rated the ideas")
    return StackedChart(caption, _answers(ctx), _short(ctx), bars, alternative)


def _table(ctx: Context, rows: tuple[RatingResult, ...], about: Contest) -> Table:
    t = ctx.t
    columns = [Column(t("Rank"), Align.END), Column(t("No.")), Column(t("Idea"), weight=6)]
    titles = (*_short(ctx), t("All"), t("Score"))
    columns += [Column(title, Align.END) for title in titles]
    body = tuple(_row(ctx, row) for row in rows)
    notes = (*_notes(ctx, rows), *merged_said(ctx, about))
    return Table(t("Every answer counted"), tuple(columns), body, notes=notes)


def _row(ctx: Context, row: RatingResult) -> tuple[Span, ...]:
    t = ctx.t
    numbers = [t.number(n) for n in (*_counts(row.distribution), row.distribution.people)]
    score = NOTHING if row.score is None else t.number(round(row.score, 1))
    rank = NOTHING if row.rank is None else t.number(row.rank)
    text = ctx.typed(row.idea.text, row.idea.language)
    return (*cells(rank, code_of(row.idea)), text, *cells(*numbers, score))


def _notes(ctx: Context, rows: tuple[RatingResult, ...]) -> Iterator[str]:
    t = ctx.t
    yield t(
        "SA strong agreement, A agreement, N neutral, D disagreement, SD strong disagreement, "
        "C confusion. The score puts the sheets in order and says no more: "
        "(10 SA + 5 A − 5 D − 10 SD) ÷ (SA + A + N + D + SD), from −10 to 10."
    )
    unscored = [code_of(row.idea) for row in rows if row.score is None]
    if unscored:
        yield t(
            "No score for {ideas}: fewer than the {n} dots that a score needs.",
            ideas=", ".join(unscored),
            n=t.number(rows[0].minimum),
        )
    confused = [code_of(row.idea) for row in rows if row.many_confused]
    if confused:
        yield t(
            "{n} people or more were confused by {ideas}: the idea may need other words.",
            n=t.number(MANY_CONFUSED),
            ideas=", ".join(confused),
        )
    for row in rows:
        if row.signatures_differ:
            yield t(
                "{idea}: {signatures} signatures, but {dots} dots.",
                idea=code_of(row.idea),
                signatures=t.number(row.signatures or 0),
                dots=t.number(row.distribution.people),
            )


def _comments(ctx: Context, rows: tuple[RatingResult, ...]) -> Iterator[Block]:
    commented = [row for row in rows if row.comments]
    if commented:
        yield ctx.heading(4, ctx.t("Comments on the sheets"))
        yield Bullets(
            tuple(
                Item(
                    (Span(code_of(row.idea), strong=True),),
                    items=tuple(Item((ctx.typed(comment),)) for comment in row.comments),
                )
                for row in commented
            )
        )
