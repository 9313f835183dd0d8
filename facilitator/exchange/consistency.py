"""Slips between records that no schema sees, and that would make a printed figure wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from facilitator.exchange.errors import ExchangeError, described, shortened
from facilitator.exchange.reading import Node
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import (
    Criterion,
    EvaluationQuestion,
    Finding,
    Idea,
    Record,
    Response,
    WallCount,
)

_OF_CHOICES = (AnswerKind.SINGLE, AnswerKind.SEVERAL)


def check_consistency(nodes: Sequence[Node], records: Sequence[Record]) -> None:
    """Raise `ExchangeError` for a slip between records; `nodes` say where they stand.

    That is a choice that its question does not offer, or dots of a colour that their round does
    not have: neither would be counted anywhere; or an idea that is merged into itself, so that
    none would lead.
    """
    pairs = list(zip(nodes, records, strict=True))
    ideas = {r.id: r for r in records if isinstance(r, Idea)}
    questions = {r.id: r for r in records if isinstance(r, EvaluationQuestion)}
    criteria = defaultdict(list)
    for record in records:
        if isinstance(record, Criterion):
            criteria[record.round].append(record)
    for node, record in pairs:
        if isinstance(record, Response):
            _check_response(node, record, questions[record.question])
        elif isinstance(record, Finding) and record.option:
            _check_finding(node, record, questions.get(record.question or ""))
        elif isinstance(record, WallCount):
            _check_count(node, record, criteria[record.round])
        elif isinstance(record, Idea):
            _check_merged(node, record, ideas)


def _check_response(node: Node, response: Response, question: EvaluationQuestion) -> None:
    for index, choice in enumerate(response.choices):
        if question.answer in _OF_CHOICES:
            _check_option(f"{node.place}.choices[{index}]", choice, question)


def _check_finding(node: Node, finding: Finding, question: EvaluationQuestion | None) -> None:
    if question is None:
        raise ExchangeError(
            f"{node.place}.question", "the id of the question that has the option", "nothing"
        )
    _check_option(f"{node.place}.option", finding.option, question)


def _check_option(place: str, choice: str, question: EvaluationQuestion) -> None:
    if choice not in question.options:
        offered = ", ".join(f"“{shortened(option)}”" for option in question.options)
        raise ExchangeError(place, f"one of the question's options {offered}", described(choice))


def _check_count(node: Node, count: WallCount, criteria: Iterable[Criterion]) -> None:
    ids = {criterion.id for criterion in criteria}
    if count.criterion is None and not ids:
        return
    if count.criterion not in ids:
        expected = "the id of a criterion of this round" if ids else "no criterion, as in its round"
        found = described(node.plain.get("criterion")) if count.criterion else "nothing"
        raise ExchangeError(f"{node.place}.criterion", expected, found)


def _check_merged(node: Node, idea: Idea, ideas: Mapping[str, Idea]) -> None:
    """Refuse an idea that leads back to itself; one further on in a circle is refused there."""
    seen, further = {idea.id}, ideas.get(idea.merged_into or "")
    while further is not None and further.id not in seen:
        seen.add(further.id)
        further = ideas.get(further.merged_into or "")
    if further is not None and further.id == idea.id:
        expected = "an idea that is not itself merged into this one"
        raise ExchangeError(
            f"{node.place}.merged_into", expected, described(node.plain.get("merged_into"))
        )
