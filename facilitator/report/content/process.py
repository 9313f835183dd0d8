"""Part A: what the workshop was for and who took part."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.kinds import Place
from facilitator.model.records import Sector
from facilitator.report.content.context import Context
from facilitator.report.content.passages import passages
from facilitator.report.content.words import cells, said
from facilitator.report.tree import (
    Align,
    Bar,
    BarChart,
    Block,
    Column,
    Paragraph,
    Role,
    Span,
    Table,
)


def process(ctx: Context) -> Iterator[Block]:
    """Description, objective and decision."""
    facts, t = ctx.facts, ctx.t
    if facts.description:
        yield ctx.heading(3, t("Description"))
        for text in facts.description:
            yield Paragraph((ctx.typed(text),))
    if facts.objective:
        yield ctx.heading(3, t("Objective"))
        yield Paragraph((ctx.typed(facts.objective),))
    if facts.decision:
        yield ctx.heading(3, t("Decision"))
        yield Paragraph((ctx.typed(facts.decision),))
    yield from passages(ctx, Place.PROCESS)


def participants(ctx: Context) -> Iterator[Block]:
    """How many people took part, and from which sectors."""
    if ctx.facts.participants_note:
        yield Paragraph((ctx.typed(ctx.facts.participants_note),))
    people = len(ctx.present)
    if people:
        yield Paragraph((Span(f"N = {ctx.t.number(people)}", strong=True),), Role.LEAD)
        yield from _by_sector(ctx, people)
    yield from passages(ctx, Place.PARTICIPANTS)


def _by_sector(ctx: Context, people: int) -> Iterator[Block]:
    t = ctx.t
    counts = [(ctx.typed(s.name), ctx.people_of[s.id]) for s in ctx.workshop.all(Sector)]
    if not any(number for _, number in counts):
        yield said(t("No sector is recorded for the participants."), Role.ASIDE)
        return
    unstated = ctx.people_of[None]
    if unstated:
        counts.append((Span(t("Not stated")), unstated))
    yield _chart(ctx, [(label, number) for label, number in counts if number], people)
    yield Table(
        t("Participants by primary sector"),
        (Column(t("Sector"), weight=5), Column(t("People"), Align.END), Column("%", Align.END)),
        tuple((label, *cells(t.number(n), t.percent(n / people))) for label, n in counts),
        cells(t("All"), t.number(people), t.percent(1.0)),
        _sector_notes(ctx),
    )


def _chart(ctx: Context, counts: list[tuple[Span, int]], people: int) -> BarChart:
    t = ctx.t
    ordered = sorted(counts, key=lambda pair: -pair[1])
    bars = tuple(Bar(label, n, f"{t.number(n)} ({t.percent(n / people)})") for label, n in ordered)
    told = "; ".join(f"{bar.label.text}: {bar.shown}" for bar in bars)
    return BarChart(t("Participants by sector"), bars, t("Bar chart. {bars}.", bars=told))


def _sector_notes(ctx: Context) -> tuple[str, ...]:
    t = ctx.t
    notes = [
        t(
            "Each person is counted once, in the sector that they named first. Percentages are "
            "computed from the counts and rounded, so they may not add up to 100."
        )
    ]
    hats = sum(1 for person in ctx.present if person.further_sectors)
    if hats:
        notes.append(
            t.plural(
                "{n} participant named further sectors.",
                "{n} participants named further sectors.",
                hats,
            )
        )
    return tuple(notes)
