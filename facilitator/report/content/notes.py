"""The appendix: every note as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.citing import code_of
from facilitator.model.kinds import Illustrative, Quadrant
from facilitator.model.records import Entry
from facilitator.report.content.context import Context
from facilitator.report.content.words import (
    joined,
    language_name,
    quadrant_name,
    said,
)
from facilitator.report.tree import Block, Quote


def raw_notes(ctx: Context) -> Iterator[Block]:
    """All notes word for word, by principle and quadrant, in their own languages."""
    yield said(
        ctx.t(
            "Every note as it was written, in its own words and language: nothing is mended, "
            "shortened or left out."
        )
    )
    yield from ctx.warning(
        Illustrative.ENTRIES,
        ctx.t("Illustrative: these notes were made up to show how the appendix looks."),
    )
    known = {principle.id for principle in ctx.principles}
    walls: dict[str | None, dict[Quadrant, list[Entry]]] = {}
    for entry in ctx.entries.values():
        key = entry.principle if entry.principle in known else None
        walls.setdefault(key, {}).setdefault(entry.quadrant, []).append(entry)
    for principle in ctx.principles:
        if principle.id in walls:
            yield ctx.typed_heading(2, principle.name, principle.colour)
            yield from _wall(ctx, walls[principle.id])
    if None in walls:
        if ctx.principles:
            yield ctx.heading(2, ctx.t("Without a principle"))
        yield from _wall(ctx, walls[None])


def _wall(ctx: Context, quadrants: dict[Quadrant, list[Entry]]) -> Iterator[Block]:
    t = ctx.t
    for quadrant in Quadrant:
        entries = quadrants.get(quadrant, [])
        if entries:
            counted = t.plural("{n} note", "{n} notes", len(entries))
            name = quadrant_name(t, quadrant)
            yield ctx.heading(3, t("{quadrant}: {notes}", quadrant=name, notes=counted))
            yield from (_quote(ctx, entry) for entry in entries)


def _quote(ctx: Context, entry: Entry) -> Quote:
    t = ctx.t
    remarks = []
    if entry.language and entry.language != ctx.facts.language:
        remarks.append(language_name(t, entry.language))
    if not entry.legible:
        remarks.append(t("could not be read with certainty") if entry.text else t("illegible"))
    span = ctx.typed(entry.text, entry.language)
    return Quote(code_of(entry), entry.text, span.language, entry.legible, joined(remarks, ", "))
