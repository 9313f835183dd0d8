"""Part A: what was learned from the evaluation; and, later, every answer counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.model.kinds import AnswerKind, Illustrative, Place
from facilitator.model.records import EvaluationQuestion, Finding, Response
from facilitator.report.content.context import Context
from facilitator.report.content.passages import passages
from facilitator.report.content.words import said
from facilitator.report.tree import (
    Bar,
    BarChart,
    Block,
    Bullets,
    Item,
    Paragraph,
    Role,
    Span,
)

Answers = dict[str, list[Response]]


def answers(ctx: Context) -> Answers:
    """The responses to each question."""
    found: Answers = {}
    for response in ctx.workshop.all(Response):
        found.setdefault(response.question, []).append(response)
    return found


def findings(ctx: Context) -> Iterator[Block]:
    """The findings in their order, each with the count that it rests on."""
    if ctx.facts.evaluation_note:
        yield Paragraph((ctx.typed(ctx.facts.evaluation_note),))
    given = answers(ctx)
    items = tuple(_finding(ctx, finding, given) for finding in ctx.workshop.all(Finding))
    if items:
        yield Bullets(items)
    yield from passages(ctx, Place.EVALUATION)


def _finding(ctx: Context, finding: Finding, given: Answers) -> Item:
    text = (ctx.typed(finding.text),)
    question = ctx.workshop.find(EvaluationQuestion, finding.question)
    if question is None or not finding.option:
        return Item(text)
    responses = [r for r in given.get(question.id, ()) if _answered(question, r)]
    if not responses:
        return Item(text)
    chosen = sum(_chose(question, response, finding.option) for response in responses)
    t = ctx.t
    shown = t.plural(
        "{chosen} of {n} response, {share}",
        "{chosen} of {n} responses, {share}",
        len(responses),
        chosen=t.number(chosen),
        share=t.percent(chosen / len(responses)),
    )
    return Item(text, ((Span(ctx.flagged(Illustrative.RESPONSES, shown)),),))


def _answered(question: EvaluationQuestion, response: Response) -> bool:
    if question.answer is AnswerKind.SCALE:
        return response.scale is not None
    if question.answer is AnswerKind.TEXT:
        return bool(response.text)
    return bool(response.choices)


def _chose(question: EvaluationQuestion, response: Response, option: str) -> bool:
    if question.answer is AnswerKind.SCALE:
        return str(response.scale) == option
    return option in response.choices


def response_tables(ctx: Context) -> Iterator[Block]:
    """Every question of the form with all that was answered."""
    yield from ctx.warning(
        Illustrative.RESPONSES,
        ctx.t("Illustrative: these responses were made up to show how results look."),
    )
    given = answers(ctx)
    for question in ctx.workshop.all(EvaluationQuestion):
        yield ctx.typed_heading(3, question.text)
        responses = [r for r in given.get(question.id, ()) if _answered(question, r)]
        if not responses:
            yield said(ctx.t("No response is recorded."), Role.ASIDE)
        elif question.answer is AnswerKind.TEXT:
            yield from _texts(ctx, responses)
        elif question.answer is AnswerKind.SCALE:
            yield from _scale(ctx, question, responses)
        else:
            yield from _choices(ctx, question, responses)


def _n(ctx: Context, number: int) -> str:
    return ctx.t.plural("n = {n} response", "n = {n} responses", number)


def _texts(ctx: Context, responses: list[Response]) -> Iterator[Block]:
    yield said(_n(ctx, len(responses)), Role.ASIDE)
    yield Bullets(tuple(Item((ctx.typed(response.text),)) for response in responses))


def _scale(
    ctx: Context, question: EvaluationQuestion, responses: list[Response]
) -> Iterator[Block]:
    t = ctx.t
    given = [r.scale for r in responses if r.scale is not None]
    mean = sum(given) / len(given)
    counts = Counter(given)
    inside = range(question.lowest, question.highest + 1)
    steps = [*inside, *sorted(step for step in counts if step not in inside)]
    notes = t(
        "{n}; mean {mean} on a scale from {lowest} to {highest}",
        n=_n(ctx, len(given)),
        mean=t.number(round(mean, 1)),
        lowest=question.lowest,
        highest=question.highest,
    )
    rows = [(Span(str(step)), counts[step]) for step in steps]
    yield _counted(ctx, notes, rows, len(given))


def _choices(
    ctx: Context, question: EvaluationQuestion, responses: list[Response]
) -> Iterator[Block]:
    t = ctx.t
    counts = Counter(choice for r in responses for choice in dict.fromkeys(r.choices))
    options = list(dict.fromkeys((*question.options, *sorted(counts))))
    several = question.answer is AnswerKind.SEVERAL
    notes = _n(ctx, len(responses))
    if several:
        notes = t("{n}; several answers were possible", n=notes)
    rows = [(ctx.typed(option), counts[option]) for option in options]
    rows.sort(key=lambda row: -row[1])
    yield _counted(ctx, notes, rows, len(responses))


def _counted(ctx: Context, caption: str, rows: list[tuple[Span, int]], total: int) -> BarChart:
    t = ctx.t
    bars = tuple(Bar(label, n, f"{t.number(n)} ({t.percent(n / total)})") for label, n in rows)
    told = "; ".join(f"{bar.label.text}: {bar.shown}" for bar in bars)
    return BarChart(caption, bars, t("Bar chart. {bars}.", bars=told))
