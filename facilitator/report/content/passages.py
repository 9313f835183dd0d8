"""The organizer's own passages, at the places that they chose."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.kinds import Place
from facilitator.report.content.context import Context
from facilitator.report.tree import Block, Bullets, Item, Paragraph


def passages(ctx: Context, place: Place, level: int = 3) -> Iterator[Block]:
    """The passages at a place, each under its heading where it has one."""
    for passage in ctx.passages_at.get(place, ()):
        if passage.heading:
            yield ctx.typed_heading(level, passage.heading)
        for paragraph in passage.paragraphs:
            yield Paragraph((ctx.typed(paragraph),))
        if passage.bullets:
            yield Bullets(tuple(Item((ctx.typed(text),)) for text in passage.bullets))
