"""Evaluation forms typed in: a number or a few for each question, as they stand on the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind
from facilitator.model.limits import clean_text_or_none
from facilitator.model.records import EvaluationQuestion, Response


@dataclass(frozen=True, slots=True)
class Answer:
    """What a form answers to one question."""

    choices: tuple[str, ...] = ()
    scale: int | None = None
    text: str = ""

    def response(self, question: str, form: str, sector: str | None = None) -> Response:
        """The answer as a record to be; its id is empty."""
        return Response("", question, form, self.choices, self.scale, self.text, sector)


def read_answer(question: EvaluationQuestion, typed: str) -> Answer | None:
    """What a typed line answers; None where it is empty. Raises `DomainError` where it cannot be.

    Options are typed as their numbers, from 1 in their order. Several stand next to each other
    where none has two figures; otherwise, or if one likes, with a space, a comma, or another sign
    of the number pad between them.
    """
    if not typed.strip():
        return None
    if question.answer is AnswerKind.TEXT:
        return Answer(text=clean_text_or_none(typed, "The answer"))
    most = 1 if question.answer is not AnswerKind.SEVERAL else len(question.options)
    lowest, highest = bounds(question)
    parts = _parts(question, typed.strip())
    numbers = [int(part) if _NUMBER.fullmatch(part) else None for part in parts]
    known = [n for n in dict.fromkeys(numbers) if n is not None and lowest <= n <= highest]
    if len(known) > most or None in numbers or len(set(numbers)) != len(known):
        raise DomainError(
            "“{typed}” is not an answer: type a number {low} to {high}.",
            typed=typed.strip(),
            low=lowest,
            high=highest,
        )
    if question.answer is AnswerKind.SCALE:
        return Answer(scale=known[0])
    return Answer(choices=tuple(question.options[number - 1] for number in sorted(known)))


def write_answer(question: EvaluationQuestion, response: Response) -> str:
    """The line that `read_answer` would read so."""
    if question.answer is AnswerKind.TEXT:
        return response.text
    if question.answer is AnswerKind.SCALE:
        return "" if response.scale is None else str(response.scale)
    chosen = (place for place, o in enumerate(question.options, start=1) if o in response.choices)
    return " ".join(str(place) for place in chosen)


def bounds(question: EvaluationQuestion) -> tuple[int, int]:
    """The lowest and the highest number that can be typed."""
    if question.answer is AnswerKind.SCALE:
        return question.lowest, question.highest
    return 1, len(question.options)


def decides(question: EvaluationQuestion, typed: str) -> bool:
    """Whether what is typed is an answer to which no further figure could belong."""
    if question.answer not in {AnswerKind.SINGLE, AnswerKind.SCALE} or not typed.isascii():
        return False
    lowest, highest = bounds(question)
    if not _NUMBER.fullmatch(typed) or not lowest <= int(typed) <= highest:
        return False
    return typed == "0" or int(typed) * 10 > highest


def _parts(question: EvaluationQuestion, typed: str) -> list[str]:
    """The numbers in a typed line."""
    if question.answer is not AnswerKind.SEVERAL:
        return re.split(r"[\s,;]+", typed.strip(",;"))
    parts = re.split(r"[\s,;.+/*-]+", typed.strip(",;.+/*-"))
    if len(question.options) < 10 and all(map(str.isdecimal, parts)):
        return [figure for part in parts for figure in part]
    return parts


_NUMBER = re.compile(r"-?\d{1,9}")
