"""What the report says, section by section: pure functions from a workshop to a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.language import Language
from facilitator.model.kinds import Place
from facilitator.model.records import Entry, EvaluationQuestion, Idea, Principle, Theme
from facilitator.model.workshop import Workshop
from facilitator.report.content.agenda import agenda
from facilitator.report.content.context import Context
from facilitator.report.content.evaluation import findings, response_tables
from facilitator.report.content.insights import insights_and_ideas
from facilitator.report.content.notes import raw_notes
from facilitator.report.content.opening import opening, subject
from facilitator.report.content.passages import passages
from facilitator.report.content.process import participants, process
from facilitator.report.content.records import sheets, times
from facilitator.report.content.results import results
from facilitator.report.content.trail import trail
from facilitator.report.content.words import day, said
from facilitator.report.tree import Block, Document

Section = Callable[[Context], Iterator[Block]]

__all__ = ["build_document"]


def build_document(workshop: Workshop, language: Language) -> Document:
    """The summary of a workshop, with what is there so far.

    Raises `DomainError` where the workshop has no facts yet.
    """
    ctx = Context(workshop, language)
    facts = ctx.facts
    title = facts.title or language("Untitled workshop")
    blocks = [*opening(ctx)]
    letters = iter("ABCDEFGH")
    for heading, part in _parts(ctx, title):
        if part:
            label = f"{next(letters)}) "
            shown = heading if heading[:2].casefold() == label[:2].casefold() else label + heading
            blocks += [ctx.typed_heading(1, shown), *part]
    if workshop.count(Entry):
        blocks += [ctx.heading(1, language("Appendix: all notes, verbatim")), *raw_notes(ctx)]
    return Document(
        title,
        language.code,
        language("What we heard: workshop summary"),
        subject(ctx),
        tuple(blocks),
        facts.host,
        day(language, facts.date),
    )


def _parts(ctx: Context, title: str) -> Iterator[tuple[str, tuple[Block, ...]]]:
    t = ctx.t
    yield title, tuple(_part_a(ctx))
    has_b = any(ctx.workshop.count(type_) for type_ in (Principle, Theme, Idea))
    insights_title = ctx.facts.insights_title or t("Insights and ideas")
    told = tuple(insights_and_ideas(ctx)) if has_b or ctx.facts.insights_note else ()
    yield insights_title, (*told, *passages(ctx, Place.CLOSING, level=2))
    yield t("Results, trail and records"), tuple(_part_c(ctx))


def _part_a(ctx: Context) -> Iterator[Block]:
    t = ctx.t
    yield from _section(ctx, t("The process"), process)
    yield from _section(ctx, t("Participants"), participants)
    yield from _section(ctx, t("Agenda"), agenda)
    yield from _section(ctx, t("Evaluation"), findings)


def _part_c(ctx: Context) -> Iterator[Block]:
    t = ctx.t
    yield from _section(ctx, t("Results of the votes"), results)
    yield from _section(ctx, t("The trail, from note to vote"), trail)
    if ctx.workshop.count(EvaluationQuestion):
        yield from _section(ctx, t("The evaluation form"), response_tables)
    yield from _section(ctx, t("Times"), times)
    yield from _section(ctx, t("Sheets"), sheets)
    if ctx.facts.contact:
        yield ctx.heading(2, t("Contact"))
        yield said(ctx.facts.contact)


def _section(ctx: Context, title: str, section: Section) -> Iterator[Block]:
    """A section under its heading, or nothing where it has nothing to say."""
    told = tuple(section(ctx))
    if told:
        yield ctx.heading(2, title)
        yield from told
