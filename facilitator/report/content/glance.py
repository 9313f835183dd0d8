"""The top ideas at a glance, from the closed votes; without one, the first of each principle."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.citing import code_of
from facilitator.model.kinds import Illustrative, Method
from facilitator.model.records import Criterion, Idea, Round
from facilitator.model.voting.dots import CriterionResult
from facilitator.model.voting.outcome import rating_result
from facilitator.report.content.context import Context
from facilitator.report.content.votes import agreement_said, round_title
from facilitator.report.content.words import cells, said
from facilitator.report.tree import Align, Block, Bullets, Column, Item, Role, Span, Table

PLACES = 3
MOST_ROWS = 8

Row = tuple[Span, ...]


def top_ideas(ctx: Context) -> Iterator[Block]:
    """The best placed ideas of each closed vote, ties whole."""
    if not ctx.ideas:
        return
    tables = [table for round_ in ctx.rounds if round_.closed for table in _tables(ctx, round_)]
    yield ctx.heading(2, ctx.t("The top ideas at a glance"))
    if not tables:
        yield from _first_of_each(ctx)
        return
    yield from ctx.warning(
        Illustrative.VOTES, ctx.t("Illustrative: the votes were made up to show how results look.")
    )
    yield from tables
    yield said(_people_in_the_room(ctx), Role.ASIDE)


def _people_in_the_room(ctx: Context) -> str:
    return ctx.t("Shows the priorities of the people in the room; not a representative sample.")


def _tables(ctx: Context, round_: Round) -> Iterator[Table]:
    if round_.method is Method.RATING:
        yield from _rated(ctx, round_)
        return
    result = ctx.dot_results[round_.id]
    for criterion in result.criteria:
        name = ctx.workshop.find(Criterion, criterion.criterion)
        title = round_title(ctx, round_)
        if name is not None:
            title = ctx.t("{title}: {criterion}", title=title, criterion=name.name)
        table = _dotted(ctx, title, criterion)
        if table is not None:
            yield table


def _dotted(ctx: Context, caption: str, criterion: CriterionResult) -> Table | None:
    t = ctx.t
    top = [row for row in criterion.ideas if row.rank <= PLACES and row.dots]
    if not top:
        return None
    rows = [
        (
            *cells(t.number(row.rank), code_of(row.idea)),
            _text(ctx, row.idea),
            Span(t.number(row.dots)),
        )
        for row in top[:MOST_ROWS]
    ]
    return Table(caption, _columns(ctx, t("Dots")), tuple(rows), notes=_rest(ctx, len(top)))


def _rated(ctx: Context, round_: Round) -> Iterator[Table]:
    t = ctx.t
    top = [r for r in rating_result(ctx.workshop, round_) if r.rank and r.rank <= PLACES]
    if top:
        rows = [
            (
                *cells(t.number(row.rank or 0), code_of(row.idea)),
                _text(ctx, row.idea),
                Span(agreement_said(ctx, row.distribution)),
            )
            for row in top[:MOST_ROWS]
        ]
        columns = _columns(ctx, t("Agreement"), 3)
        yield Table(round_title(ctx, round_), columns, tuple(rows), notes=_rest(ctx, len(top)))


def _columns(ctx: Context, last: str, weight: float = 1.0) -> tuple[Column, ...]:
    t = ctx.t
    return (
        Column(t("Rank"), Align.END),
        Column(t("No.")),
        Column(t("Idea"), weight=9),
        Column(last, Align.END, weight),
    )


def _text(ctx: Context, idea: Idea) -> Span:
    return ctx.typed(idea.text, idea.language)


def _rest(ctx: Context, found: int) -> tuple[str, ...]:
    more = found - MOST_ROWS
    if more <= 0:
        return ()
    return (
        ctx.t.plural(
            "{n} more idea shares these places; all of them are in the results.",
            "{n} more ideas share these places; all of them are in the results.",
            more,
        ),
    )


def _first_of_each(ctx: Context) -> Iterator[Block]:
    """Without a closed vote: the idea that stands first in each list, and nothing claimed."""
    t = ctx.t
    items = []
    for key in (*(principle.id for principle in ctx.principles), None):
        ideas = sorted(ctx.ideas_of.get(key, ()), key=lambda idea: (idea.position, idea.number))
        if ideas:
            items.append(_first(ctx, ideas[0]))
    yield said(
        t("No closed vote is recorded: these stand first in the list of each principle.")
        if ctx.principles
        else t("No closed vote is recorded: this idea stands first in the list."),
        Role.ASIDE,
    )
    yield Bullets(tuple(items))


def _first(ctx: Context, idea: Idea) -> Item:
    name = next((p.name for p in ctx.principles if p.id == idea.principle), "")
    asides = ((ctx.typed(name),),) if name else ()
    return Item((_text(ctx, idea),), asides, number=code_of(idea))
