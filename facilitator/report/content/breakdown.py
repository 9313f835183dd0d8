"""Who voted for what by sector, with small cells masked so that nobody is pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.model.citing import code_of
from facilitator.model.privacy import Cells, mask_small_cells
from facilitator.model.records import Ballot, Idea, Sector
from facilitator.model.voting.dots import DotResult
from facilitator.model.voting.electorate import Contest
from facilitator.report.content.context import Context
from facilitator.report.content.words import NOTHING, cells
from facilitator.report.tree import Align, Block, Column, Span, Table

MOST_COLUMNS = 5


def by_sector(ctx: Context, result: DotResult) -> Iterator[Block]:
    """How many people of each sector gave each idea a dot, where the ballots know the sector."""
    spoiled = {one.ballot.id for one in result.spoiled}
    ballots = [b for b in ctx.ballots_of.get(result.contest.round.id, ()) if b.id not in spoiled]
    if result.counted is None or not any(ballot.sector for ballot in ballots):
        return
    sectors: list[Sector | None] = [
        s for s in ctx.workshop.all(Sector) if any(b.sector == s.id for b in ballots)
    ]
    known = {sector.id for sector in sectors if sector is not None}
    if any(ballot.sector not in known for ballot in ballots):
        sectors.append(None)
    ideas = result.contest.ideas
    counts = _counts(result.contest, ballots, [s.id if s else None for s in sectors])
    masked = mask_small_cells(counts, ctx.facts.threshold)
    for start in range(0, len(sectors), MOST_COLUMNS):
        part = sectors[start : start + MOST_COLUMNS]
        chosen = tuple(row[start : start + MOST_COLUMNS] for row in masked)
        yield _table(ctx, ideas, part, chosen, first=start == 0)


def _counts(
    contest: Contest, ballots: Sequence[Ballot], sectors: list[str | None]
) -> list[list[int]]:
    rows = {idea.id: [0] * len(sectors) for idea in contest.ideas}
    place = {sector: at for at, sector in enumerate(sectors)}
    for ballot in ballots:
        at = place.get(ballot.sector, place.get(None, 0))
        for idea in {contest.leaders[mark.idea] for mark in ballot.marks if mark.dots}:
            rows[idea][at] += 1
    return list(rows.values())


def _table(
    ctx: Context,
    ideas: Sequence[Idea],
    sectors: Sequence[Sector | None],
    masked: Cells,
    *,
    first: bool,
) -> Table:
    t = ctx.t
    columns = [Column(t("No.")), Column(t("Idea"), weight=5)]
    columns += [Column(s.name if s else t("Not stated"), Align.END, 1.5) for s in sectors]
    rows = []
    for idea, counts in zip(ideas, masked, strict=True):
        shown = (NOTHING if count is None else t.number(count) for count in counts)
        text = ctx.typed(idea.text, idea.language)
        rows.append((Span(code_of(idea)), text, *cells(*shown)))
    notes: tuple[str, ...] = ()
    if any(count is None for row in masked for count in row):
        notes = (
            t(
                "– stands for fewer than {n} people, or for a number that would give such a one "
                "away.",
                n=t.number(ctx.facts.threshold),
            ),
        )
    caption = t("People who gave an idea at least one dot, by sector")
    if not first:
        caption = t("{caption} (continued)", caption=caption)
    return Table(caption, tuple(columns), tuple(rows), notes=notes)
