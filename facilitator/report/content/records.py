"""Part C: times and sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time

from facilitator.model.agenda import moment, planned_times, state_of, zone_of
from facilitator.model.kinds import Illustrative, SheetKind, StageState
from facilitator.model.records import Sheet, Stage
from facilitator.report.content.context import Context
from facilitator.report.content.words import NOTHING, cells, said
from facilitator.report.tree import Block, Column, Table


def times(ctx: Context) -> Iterator[Block]:
    """When each stage was planned, and when it took place."""
    t = ctx.t
    planned = planned_times(ctx.workshop)
    if not any(row.start or row.stage.planned_minutes or row.stage.started_at for row in planned):
        return
    yield from ctx.warning(
        Illustrative.TIMES, t("Illustrative: these times were made up to show how they look.")
    )
    yield Table(
        "",
        (
            Column(t("Stage"), weight=4),
            Column(t("Planned"), weight=2),
            Column(t("As it went"), weight=2),
        ),
        tuple(
            (
                ctx.typed(row.stage.title),
                *cells(_plan(ctx, row.start, row.end, row.stage), _actual(ctx, row.stage)),
            )
            for row in planned
        ),
        notes=(t("Clock times of the venue: {zone}.", zone=zone_of(ctx.facts).key),),
    )


def _plan(ctx: Context, start: time | None, end: time | None, stage: Stage) -> str:
    if start is None:
        return _minutes(ctx, stage.planned_minutes) if stage.planned_minutes else NOTHING
    return _span(ctx, start, end)


def _minutes(ctx: Context, minutes: int) -> str:
    return ctx.t.plural("{n} minute", "{n} minutes", minutes)


def _span(ctx: Context, start: time | datetime, end: time | datetime | None) -> str:
    clock = ctx.t.clock
    return f"{clock(start)}–{clock(end)}" if end is not None else clock(start)


def _actual(ctx: Context, stage: Stage) -> str:
    t, zone = ctx.t, zone_of(ctx.facts)
    state = state_of(stage)
    if state is StageState.SKIPPED:
        return t("skipped")
    if not stage.started_at:
        return NOTHING
    start = moment(stage.started_at).astimezone(zone)
    if state is StageState.RUNNING or not stage.finished_at:
        span = t("{start}, still running", start=t.clock(start))
    else:
        span = _span(ctx, start, moment(stage.finished_at).astimezone(zone))
    paused = round(stage.paused_seconds / 60)
    if not paused:
        return span
    return t.plural(
        "{span}, paused for {n} minute", "{span}, paused for {n} minutes", paused, span=span
    )


def sheets(ctx: Context) -> Iterator[Block]:
    """How many sheets were printed for the room."""
    t = ctx.t
    counts = Counter(sheet.kind for sheet in ctx.workshop.each(Sheet))
    said_of = {
        SheetKind.AGENDA: t.plural("{n} agenda", "{n} agendas", counts[SheetKind.AGENDA]),
        SheetKind.SWOT: t.plural("{n} SWOT sheet", "{n} SWOT sheets", counts[SheetKind.SWOT]),
        SheetKind.IDEA: t.plural("{n} idea card", "{n} idea cards", counts[SheetKind.IDEA]),
        SheetKind.BALLOT: t.plural("{n} ballot", "{n} ballots", counts[SheetKind.BALLOT]),
        SheetKind.POSTER: t.plural("{n} poster", "{n} posters", counts[SheetKind.POSTER]),
    }
    listed = ", ".join(words for kind, words in said_of.items() if counts[kind])
    if listed:
        yield said(t("Sheets printed for the room: {sheets}.", sheets=listed))
