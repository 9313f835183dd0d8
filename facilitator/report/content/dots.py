"""The tables of a closed dot vote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.model.citing import code_of
from facilitator.model.records import Criterion
from facilitator.model.voting.dots import (
    CriterionResult,
    DotResult,
    IdeaResult,
    Spoiled,
)
from facilitator.model.voting.electorate import Contest
from facilitator.model.voting.ranks import tied_at_the_top
from facilitator.report.content.breakdown import by_sector
from facilitator.report.content.context import Context
from facilitator.report.content.words import NOTHING, cells, codes, said
from facilitator.report.tree import (
    Align,
    Bar,
    BarChart,
    Block,
    Column,
    Notice,
    NoticeKind,
    Role,
    Span,
    Table,
)

MOST_BARS = 12
LONGEST_LABEL = 200


def dot_tables(ctx: Context, result: DotResult) -> Iterator[Block]:
    """A chart and a table for each criterion, then what became of the dots."""
    for part in result.criteria:
        yield from _criterion(ctx, result, part)
    yield _reconciled(ctx, result)
    if result.spoiled:
        yield _spoiled(ctx, result)
    yield from by_sector(ctx, result)


def _criterion(ctx: Context, result: DotResult, part: CriterionResult) -> Iterator[Block]:
    t = ctx.t
    criterion = ctx.workshop.find(Criterion, part.criterion)
    name = t("Dots: {criterion}", criterion=criterion.name) if criterion else t("Dots")
    if part.dots:
        yield _chart(ctx, name, part)
    else:
        yield said(t("No dot is counted."), Role.ASIDE)
    if part.ideas:
        yield _table(ctx, name, result, part)
    tied = tied_at_the_top([row.rank for row in part.ideas if row.dots])
    if tied:
        places = ", ".join(t.number(rank) for rank in tied)
        hint = t(
            "Tie at rank {places}: the room may vote again on the tied ideas; this report does "
            "not break ties.",
            places=places,
        )
        yield Notice(NoticeKind.LIMITS, hint)


def label(ctx: Context, row_code: str, text: str, language: str) -> Span:
    """An idea beside its bar: a long one is shortened at a word, as the table has all of it."""
    if len(text) > LONGEST_LABEL:
        text = text[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
    span = ctx.typed(text, language)
    return Span(f"{row_code}  {span.text}", language=span.language)


def _chart(ctx: Context, name: str, part: CriterionResult) -> BarChart:
    t = ctx.t
    voted = [row for row in part.ideas if row.dots]
    bars = tuple(
        Bar(
            label(ctx, code_of(row.idea), row.idea.text, row.idea.language),
            row.dots,
            f"{t.number(row.dots)} ({t.percent(row.share or 0.0)})",
        )
        for row in voted[:MOST_BARS]
    )
    caption = name
    if len(bars) < len(part.ideas):
        caption = t.plural(
            "{name}: the idea with the most; the table has every idea",
            "{name}: the {n} ideas with the most; the table has every idea",
            len(bars),
            name=name,
        )
    told = "; ".join(f"{code_of(row.idea)}: {row.dots}" for row in voted[:MOST_BARS])
    return BarChart(caption, bars, t("Bar chart. {bars}.", bars=told))


def _table(ctx: Context, name: str, result: DotResult, part: CriterionResult) -> Table:
    t = ctx.t
    known = result.counted is not None
    columns = [
        Column(t("Rank"), Align.END),
        Column(t("No.")),
        Column(t("Idea"), weight=8),
        Column(t("Dots"), Align.END),
        Column(t("Share"), Align.END),
    ]
    if known:
        columns.append(Column(t("Voters"), Align.END))
    shares = t.percent(1.0) if part.dots else NOTHING
    total = ["", "", t("All"), t.number(part.dots), shares, *([""] if known else [])]
    return Table(
        name,
        tuple(columns),
        tuple(_row(ctx, row) for row in part.ideas),
        cells(*total),
        (*_notes(ctx, part, known=known), *merged_said(ctx, result.contest)),
    )


def merged_said(ctx: Context, contest: Contest) -> Iterator[str]:
    """Which ideas of a round count together, for beneath its table."""
    for idea in contest.ideas:
        others = contest.merged.get(idea.id, ())
        if others:
            yield ctx.t(
                "{idea} stands for {others}, too: merged, as they say the same.",
                idea=code_of(idea),
                others=codes(others),
            )


def _row(ctx: Context, row: IdeaResult) -> tuple[Span, ...]:
    t = ctx.t
    dots = t.number(row.dots) + ("*" if row.unsettled else "")
    share = NOTHING if row.share is None else t.percent(row.share)
    counted = cells(dots, share, *(() if row.voters is None else (t.number(row.voters),)))
    idea = ctx.typed(row.idea.text, row.idea.language)
    return (*cells(t.number(row.rank), code_of(row.idea)), idea, *counted)


def _notes(ctx: Context, part: CriterionResult, *, known: bool) -> Iterator[str]:
    t = ctx.t
    ranks = Counter(row.rank for row in part.ideas)
    if any(number > 1 for number in ranks.values()):
        yield t("Ideas with the same number of dots share a rank, and the next ranks are skipped.")
    if known:
        yield t("Voters: people who gave the idea at least one dot.")
    for row in part.ideas:
        if row.unsettled:
            yield t(
                "* {idea}: the counts of the wall differ ({counts}) and were not settled; the "
                "first is shown.",
                idea=code_of(row.idea),
                counts=", ".join(t.number(count) for count in row.unsettled),
            )


def _reconciled(ctx: Context, result: DotResult) -> Table:
    t, r = ctx.t, result.reconciliation
    unknown = result.counted is None and result.contest.round.spoiled is None

    def shown(number: int | None) -> str:
        return t("not recorded") if number is None else t.number(number)

    if r.voters is not None:
        issued = t.plural(
            "Issued ({voters} × {n} dot)",
            "Issued ({voters} × {n} dots)",
            r.dots_each,
            voters=t.number(r.voters),
        )
    else:
        issued = t("Issued")
    rows = (
        cells(issued, shown(r.issued)),
        cells(t("Used"), shown(r.used)),
        cells(t("Unused"), shown(r.unused)),
        cells(t("Spoiled"), shown(None if unknown else r.spoiled)),
        cells(t("Difference: issued − used − unused − spoiled"), shown(r.difference)),
    )
    notes = []
    if r.merged:
        notes.append(
            t.plural(
                "{n} of the dots used is in no total, by the rule for merged ideas.",
                "{n} of the dots used are in no total, by the rule for merged ideas.",
                r.merged,
            )
        )
    if r.difference:
        notes.append(
            t("The dots do not add up; the difference is printed as it is, not explained away.")
        )
    columns = (Column(t("Dots"), weight=5), Column(t("Number"), Align.END, 1.6))
    return Table(t("What became of the dots"), columns, rows, notes=tuple(notes))


def _spoiled(ctx: Context, result: DotResult) -> Table:
    t = ctx.t
    reasons = {
        Spoiled.BY_HAND: t("Set aside by hand"),
        Spoiled.NEGATIVE: t("A number of dots below zero"),
        Spoiled.UNKNOWN_IDEA: t("An idea that did not stand in the vote"),
        Spoiled.UNKNOWN_CRITERION: t("A colour that was not in use"),
        Spoiled.TOO_MANY_DOTS: t("More dots than a person had"),
        Spoiled.STACKING: t("More dots on one idea than allowed"),
    }
    counts: Counter[tuple[Spoiled, str]] = Counter(
        (one.reason, one.ballot.spoiled) for one in result.spoiled
    )
    rows = [
        (_reason(ctx, reasons[reason], given), *cells(t.number(number)))
        for (reason, given), number in sorted(counts.items(), key=lambda pair: -pair[1])
    ]
    columns = (Column(t("Reason"), weight=5), Column(t("Ballots"), Align.END, 1.6))
    total = cells(t("All"), t.number(len(result.spoiled)))
    return Table(t("Spoiled ballots: kept, and not counted"), columns, tuple(rows), total)


def _reason(ctx: Context, reason: str, given: str) -> Span:
    return ctx.typed(f"{reason}: {given}") if given else Span(reason)
