"""Part B: principle by principle, what was understood and what was proposed."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.citing import code_of
from facilitator.model.kinds import Illustrative, Place
from facilitator.model.records import Endorsement, Entry, Idea, Insight, Theme
from facilitator.model.voting.rating import Distribution
from facilitator.report.content.context import Context
from facilitator.report.content.passages import passages
from facilitator.report.content.votes import (
    closed_ratings,
    origin_said,
    support_said,
    votes_said,
)
from facilitator.report.content.words import codes, joined, said
from facilitator.report.tree import Block, Bullets, Item, Numbered, Paragraph, Role, Span


def insights_and_ideas(ctx: Context) -> Iterator[Block]:
    """The paragraphs over part B, then each principle, then what belongs to none."""
    for text in ctx.facts.insights_note:
        yield Paragraph((ctx.typed(text),))
    ratings = closed_ratings(ctx)
    if ctx.themes_of or ctx.ideas_of:
        yield said(_legend(ctx), Role.ASIDE)
    for principle in ctx.principles:
        yield ctx.typed_heading(2, principle.name, principle.colour)
        if principle.statement:
            yield Paragraph((ctx.typed(principle.statement),))
        told = tuple(_of_principle(ctx, principle.id, ratings))
        yield from told or (said(ctx.t("No insight or idea is recorded yet."), Role.ASIDE),)
    rest = tuple(_of_principle(ctx, None, ratings))
    if rest:
        if ctx.principles:
            yield ctx.heading(2, ctx.t("Without a principle"))
        yield from rest
    yield from passages(ctx, Place.INSIGHTS)


def _legend(ctx: Context) -> str:
    return ctx.t(
        "Numbers in the margin stay the same wherever they are cited: TH a theme, IN an insight, "
        "ID an idea, N a note, word for word in the appendix."
    )


def _of_principle(
    ctx: Context, principle: str | None, ratings: dict[str, Distribution]
) -> Iterator[Block]:
    themes = ctx.themes_of.get(principle, [])
    if themes:
        yield ctx.heading(3, ctx.t("Insights"))
        for theme in themes:
            yield ctx.typed_heading(4, theme.name, number=code_of(theme))
            yield from _of_theme(ctx, theme)
    ideas = sorted(ctx.ideas_of.get(principle, ()), key=lambda idea: (idea.position, idea.number))
    if ideas:
        yield ctx.heading(3, ctx.t("Ideas"))
        yield Numbered(tuple(_idea(ctx, idea, ratings) for idea in ideas))


def _of_theme(ctx: Context, theme: Theme) -> Iterator[Block]:
    insights = ctx.insights_of.get(theme.id, [])
    if insights:
        yield Bullets(tuple(_insight(ctx, insight) for insight in insights))
        return
    t = ctx.t
    notes = len(ctx.notes_of.get(theme.id, ()))
    counted = t.plural("{n} note", "{n} notes", notes)
    yield said(t("{notes}; no insight is written yet.", notes=counted), Role.ASIDE)


def _insight(ctx: Context, insight: Insight) -> Item:
    found = [ctx.entries[id_] for id_ in insight.entries if id_ in ctx.entries]
    evidence = _evidence(ctx, found)
    asides = ((Span(evidence),),) if evidence else ()
    return Item((ctx.typed(insight.text),), asides, number=code_of(insight))


def _evidence(ctx: Context, entries: list[Entry]) -> str:
    if not entries:
        return ""
    rests = ctx.t("rests on {notes}", notes=codes(entries))
    return ctx.flagged(Illustrative.ENTRIES, rests)


def _idea(ctx: Context, idea: Idea, ratings: dict[str, Distribution]) -> Item:
    t = ctx.t
    notes = ctx.answered(idea)
    answers = t("answers {notes}", notes=codes(notes)) if notes else ""
    origin = origin_said(ctx, idea)
    made = ctx.together(
        (
            (votes_said(ctx, idea, ratings), Illustrative.VOTES),
            (answers, Illustrative.ENTRIES),
            (support_said(ctx, idea), Illustrative.ENDORSEMENTS),
        )
    )
    aside = joined((origin, made))
    comments = tuple(
        _comment(ctx, endorsement)
        for endorsement in ctx.endorsements_of.get(idea.id, ())
        if endorsement.text
    )
    merged = tuple(_merged(ctx, other) for other in ctx.merged.get(idea.id, ()))
    asides = (*merged, *(((Span(aside),),) if aside else ()), *comments)
    return Item((ctx.typed(idea.text, idea.language),), asides, number=code_of(idea))


def _merged(ctx: Context, idea: Idea) -> tuple[Span, ...]:
    """An idea under the one into which it was merged, in its own words."""
    origin = origin_said(ctx, idea)
    named = f"{code_of(idea)}, {origin}" if origin else code_of(idea)
    label = ctx.t("Merged with it, {idea}: ", idea=named)
    return (Span(label), ctx.typed(idea.text, idea.language))


def _comment(ctx: Context, endorsement: Endorsement) -> tuple[Span, ...]:
    label = ctx.flagged(Illustrative.ENDORSEMENTS, ctx.t("Said in support"))
    return (Span(ctx.t("{label}: ", label=label)), ctx.typed(endorsement.text))
