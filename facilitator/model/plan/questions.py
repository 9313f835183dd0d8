"""What a question of the evaluation keeps once forms are in: how, and what, they answered."""

from __future__ import annotations

from collections import Counter

from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import EvaluationQuestion, Finding, Response
from facilitator.model.workshop import Workshop

OF_CHOICES = (AnswerKind.SINGLE, AnswerKind.SEVERAL)


def can_be_answered(
    _: Workshop, _before: EvaluationQuestion | None, after: EvaluationQuestion
) -> None:
    """A choice offers something, and a scale goes up."""
    if after.answer in OF_CHOICES and not after.options:
        raise DomainError("A choice needs options: type them, a line each.")
    if after.lowest >= after.highest:
        raise DomainError(
            "The lowest number, {low}, is not below the highest, {high}: change the other one "
            "first.",
            low=after.lowest,
            high=after.highest,
        )


def answers_stay(
    workshop: Workshop, before: EvaluationQuestion | None, after: EvaluationQuestion
) -> None:
    """What forms answered stays an answer."""
    if before is None or before == after:
        return
    responses = [r for r in workshop.each(Response) if r.question == after.id]
    if before.answer is not after.answer and responses:
        raise DomainError(
            "Forms answered this question already ({n}): add another one instead.",
            n=len(responses),
        )
    _options_stay(workshop, before, after, responses)
    outside = sum(
        r.scale is not None and not after.lowest <= r.scale <= after.highest for r in responses
    )
    if after.answer is AnswerKind.SCALE and outside:
        raise DomainError(
            "Forms answered with a number outside {low} to {high} ({n}): leave room for it.",
            n=outside,
            low=after.lowest,
            high=after.highest,
        )


def _options_stay(
    workshop: Workshop,
    before: EvaluationQuestion,
    after: EvaluationQuestion,
    responses: list[Response],
) -> None:
    gone = set(before.options) - set(after.options)
    if not gone:
        return
    chosen = Counter(choice for r in responses for choice in r.choices if choice in gone)
    for option, forms in chosen.items():
        raise DomainError(
            "“{option}” is chosen on forms already ({n}): keep its line as it is.",
            option=option,
            n=forms,
        )
    for finding in workshop.each(Finding):
        if finding.question == after.id and finding.option in gone:
            raise DomainError(
                "A finding prints the count of “{option}”: keep its line as it is, or change the "
                "finding first.",
                option=finding.option,
            )
