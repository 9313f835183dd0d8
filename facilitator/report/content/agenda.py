"""Part A: the agenda as it stands, group by group, with the questions to the speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from facilitator.model.kinds import Place, StageKind
from facilitator.model.records import EvaluationQuestion, Finding, Stage
from facilitator.report.content.context import Context
from facilitator.report.content.passages import passages
from facilitator.report.content.questions import (
    question_items,
    questions_of,
    unplaced_questions,
)
from facilitator.report.content.words import said
from facilitator.report.tree import Block, Bullets, Item, Paragraph, Role, Span


@dataclass
class Exercise:
    """One item of the agenda: a stage, or consecutive stages that are one exercise."""

    stages: list[Stage]

    @property
    def number(self) -> str:
        """The number that it has in its group, where one was typed."""
        typed = self.stages[0].exercise.strip().rstrip(".)")
        return typed if typed.isdecimal() else ""

    @property
    def title(self) -> str:
        """The name of the exercise, else the titles of its stages."""
        if self.stages[0].exercise and not self.number:
            return self.stages[0].exercise
        return " + ".join(dict.fromkeys(stage.title for stage in self.stages))

    @property
    def is_bare(self) -> bool:
        """Whether there is no more to say than the title."""
        return not any(s.description or s.prompt or s.notes or s.skipped for s in self.stages)


def agenda(ctx: Context) -> Iterator[Block]:
    """Groups as headings; what stands in a group is numbered; then passages of the organizer.

    The numbers of a group go on where something else stood in between. A plain list of titles
    stays one; among items with more to say a title alone is a heading, too, as it would look
    like a part of the item before it.
    """
    asked = questions_of(ctx)
    told = tuple(_told(ctx))
    if told and all(not s.group and _is_bare(Exercise([s]), asked) for s in told):
        titles = (exercise.title for exercise in _exercises(told))
        yield Bullets(tuple(Item((ctx.typed(title, strong=True),)) for title in titles))
        told = ()
    numbers: Counter[str] = Counter()
    for group, stages in groupby(told, key=lambda stage: stage.group):
        exercises = _exercises(stages)
        if group:
            yield from _group(ctx, group, exercises, asked, numbers)
        else:
            yield from _alone(ctx, exercises, asked)
    rest = unplaced_questions(ctx)
    if rest:
        yield ctx.heading(3, ctx.t("Questions and answers"))
        yield Bullets(question_items(ctx, rest))
    yield from passages(ctx, Place.AGENDA)
    yield from passages(ctx, Place.QUESTIONS)


def _told(ctx: Context) -> Iterator[Stage]:
    """The stages to list: an evaluation with nothing of its own is told by its section."""
    has_section = bool(
        ctx.workshop.count(Finding)
        or ctx.workshop.count(EvaluationQuestion)
        or ctx.facts.evaluation_note
    )
    for stage in ctx.workshop.all(Stage):
        bare = Exercise([stage]).is_bare
        if not (has_section and stage.kind is StageKind.EVALUATION and bare):
            yield stage


def _exercises(stages: Iterable[Stage]) -> list[Exercise]:
    found: list[Exercise] = []
    for stage in stages:
        before = found[-1].stages[-1] if found else None
        if before is not None and stage.exercise and before.exercise == stage.exercise:
            found[-1].stages.append(stage)
        else:
            found.append(Exercise([stage]))
    return found


Asked = dict[str, tuple[Item, ...]]


def _is_bare(exercise: Exercise, asked: Asked) -> bool:
    return exercise.is_bare and not any(asked.get(stage.id) for stage in exercise.stages)


def _group(
    ctx: Context, group: str, exercises: list[Exercise], asked: Asked, numbers: Counter[str]
) -> Iterator[Block]:
    yield ctx.typed_heading(3, group)
    for exercise in exercises:
        if exercise.title.casefold() != group.casefold():
            title = exercise.title
            if exercise.stages[0].kind is not StageKind.BREAK:
                numbers[group] = int(exercise.number or numbers[group] + 1)
                title = f"{numbers[group]}. {title}"
            yield ctx.typed_heading(4, title)
        yield from _body(ctx, exercise, asked)


def _alone(ctx: Context, exercises: list[Exercise], asked: Asked) -> Iterator[Block]:
    """Stages without a group: a heading each."""
    for exercise in exercises:
        yield ctx.typed_heading(3, exercise.title)
        yield from _body(ctx, exercise, asked)


def _body(ctx: Context, exercise: Exercise, asked: Asked) -> Iterator[Block]:
    """First every description, then the questions asked of the speaker or the room, then notes."""
    described = [text for stage in exercise.stages for text in stage.description]
    questions = tuple(item for stage in exercise.stages for item in asked.get(stage.id, ()))
    if described:
        *first, last = (Item((ctx.typed(text),)) for text in described)
        yield Bullets((*first, Item(last.spans, last.asides, questions)))
    elif questions:
        yield Bullets(questions)
    for prompt in dict.fromkeys(stage.prompt for stage in exercise.stages):
        if prompt:
            yield Paragraph((ctx.typed(prompt),), Role.PROMPT)
    for stage in exercise.stages:
        yield from _aftermath(ctx, stage, several=len(exercise.stages) > 1)


def _aftermath(ctx: Context, stage: Stage, *, several: bool) -> Iterator[Block]:
    t = ctx.t
    if stage.skipped:
        said_so = t("“{title}” was skipped.", title=stage.title) if several else t("Skipped.")
        yield said(said_so, Role.ASIDE)
    if stage.notes:
        yield Paragraph((Span(t("Notes:"), strong=True), Span(" "), ctx.typed(stage.notes)))
