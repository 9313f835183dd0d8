"""Questions to a speaker. Who asked is told by sector only, never by name."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.kinds import Illustrative, StageKind
from facilitator.model.records import Question, Sector, Stage
from facilitator.report.content.context import Context
from facilitator.report.tree import Item, Span


def questions_of(ctx: Context) -> dict[str, tuple[Item, ...]]:
    """The questions of each stage; those of no stage stand under the first Q+A stage."""
    first = _first(ctx)
    found: dict[str, list[Question]] = {}
    for question in ctx.workshop.all(Question):
        stage = ctx.workshop.find(Stage, question.stage)
        key = stage.id if stage is not None else first
        if key is not None:
            found.setdefault(key, []).append(question)
    return {stage: question_items(ctx, asked) for stage, asked in found.items()}


def unplaced_questions(ctx: Context) -> tuple[Question, ...]:
    """The questions of no stage, where no stage takes them."""
    if _first(ctx) is not None:
        return ()
    return tuple(q for q in ctx.workshop.all(Question) if not ctx.workshop.find(Stage, q.stage))


def _first(ctx: Context) -> str | None:
    stages = ctx.workshop.all(Stage)
    return next((s.id for s in stages if s.kind is StageKind.QUESTION_AND_ANSWER), None)


def question_items(ctx: Context, questions: Iterable[Question]) -> tuple[Item, ...]:
    """Questions, each with its answer where one was written down."""
    return tuple(_item(ctx, question) for question in questions)


def _item(ctx: Context, question: Question) -> Item:
    t = ctx.t
    asides: list[tuple[Span, ...]] = []
    if question.answer:
        label = ctx.flagged(Illustrative.ANSWERS, t("Answer"))
        answer = ctx.typed(question.answer, question.language)
        asides.append((Span(t("{label}: ", label=label), strong=True), answer))
    sector = ctx.workshop.find(Sector, question.sector)
    if sector is not None and not _points_at_someone(ctx, sector):
        asides.append((Span(t("Asked by: ")), ctx.typed(sector.name)))
    return Item((ctx.typed(question.text, question.language),), tuple(asides))


def _points_at_someone(ctx: Context, sector: Sector) -> bool:
    """A sector with fewer people than the threshold would name the one who asked."""
    return 0 < ctx.people_of[sector.id] < ctx.facts.threshold
