"""What may stand in each field of the plan, and what a record as a whole must keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.model.errors import Phrase
from facilitator.model.kinds import AnswerKind, Combine, Method, StageKind
from facilitator.model.plan import checks, questions, rounds
from facilitator.model.plan.checks import Check
from facilitator.model.plan.names import unique_name
from facilitator.model.records import (
    Criterion,
    EvaluationQuestion,
    Facts,
    Principle,
    Resource,
    Round,
    Sector,
    Stage,
    Table,
)
from facilitator.model.workshop import Workshop

Planned = (
    Facts | Principle | Table | Stage | Sector | Round | Criterion | EvaluationQuestion | Resource
)

Settle = Callable[[Workshop, Any, Any], None]
"""Raises `DomainError` where a record cannot become so; the one before is None where it is new."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one type.

    `noun` ends the names of its acts; `within` is the field that says to which list a record
    belongs, where there are several; `most` is how many a list can hold.
    """

    noun: str
    checks: Mapping[str, Check]
    settle: tuple[Settle, ...] = ()
    within: str = ""
    most: int = 1_000


MOST_SCALE = 1_000

RULES: dict[type, Rules] = {
    Facts: Rules(
        "facts",
        {
            "title": checks.needed_text(Phrase("The title")),
            "host": checks.text(Phrase("The host")),
            "venue": checks.text(Phrase("The venue")),
            "place": checks.text(Phrase("The place")),
            "date": checks.day(Phrase("The date")),
            "starts": checks.clock(Phrase("The start")),
            "timezone": checks.zone(Phrase("The time zone")),
            "language": checks.language(Phrase("The language")),
            "objective": checks.long_text(Phrase("The objective")),
            "description": checks.lines(Phrase("The description")),
            "decision": checks.long_text(Phrase("The decision")),
            "participants_note": checks.long_text(Phrase("The note on participants")),
            "evaluation_note": checks.long_text(Phrase("The note on the evaluation")),
            "insights_title": checks.text(Phrase("The title of the insights")),
            "insights_note": checks.lines(Phrase("The note on the insights")),
            "facilitator": checks.text(Phrase("The facilitator")),
            "contact": checks.text(Phrase("The contact")),
            "public_address": checks.address(Phrase("The public address")),
            "threshold": checks.whole(Phrase("The smallest count shown"), 0, 1_000),
        },
    ),
    Principle: Rules(
        "principle",
        {
            "name": checks.needed_text(Phrase("The name")),
            "statement": checks.long_text(Phrase("The statement")),
            "colour": checks.colour(Phrase("The colour")),
        },
    ),
    Table: Rules("table", {"name": checks.needed_text(Phrase("The name"))}),
    Stage: Rules(
        "stage",
        {
            "kind": checks.one_of(StageKind),
            "title": checks.needed_text(Phrase("The title")),
            "group": checks.text(Phrase("The group")),
            "exercise": checks.text(Phrase("The exercise")),
            "description": checks.lines(Phrase("The description")),
            "prompt": checks.long_text(Phrase("The prompt")),
            "private_notes": checks.long_text(Phrase("The text of the notes")),
            "planned_start": checks.clock(Phrase("The start")),
            "planned_minutes": checks.minutes(Phrase("The minutes")),
        },
    ),
    Sector: Rules(
        "sector", {"name": checks.needed_text(Phrase("The name"))}, settle=(unique_name,)
    ),
    Round: Rules(
        "round",
        {
            "title": checks.needed_text(Phrase("The title")),
            "method": checks.one_of(Method),
            "dots": checks.whole(Phrase("The dots a person has"), 1, rounds.MOST_DOTS),
            "stacking": checks.whole(
                Phrase("The dots on one idea"), 1, rounds.MOST_DOTS, optional=True
            ),
            "open": checks.yes_or_no,
            "stage": checks.reference(Stage),
            "principle": checks.reference(Principle),
            "combine": checks.one_of(Combine),
        },
        settle=(rounds.open_for_rules, rounds.method_stays),
    ),
    Criterion: Rules(
        "criterion",
        {
            "round": checks.reference(Round),
            "name": checks.needed_text(Phrase("The name")),
            "meaning": checks.text(Phrase("The meaning")),
            "colour": checks.colour(Phrase("The colour")),
            "dots": checks.whole(Phrase("The dots of this colour"), 0, 1_000, optional=True),
        },
        settle=(unique_name, rounds.open_for_colours, rounds.counts_have_colours),
        within="round",
        most=50,
    ),
    EvaluationQuestion: Rules(
        "evaluation_question",
        {
            "text": checks.needed_text(Phrase("The question")),
            "answer": checks.one_of(AnswerKind),
            "options": checks.lines(Phrase("The list of options"), unique=True),
            "lowest": checks.whole(Phrase("The lowest number"), -MOST_SCALE, MOST_SCALE),
            "highest": checks.whole(Phrase("The highest number"), -MOST_SCALE, MOST_SCALE),
        },
        settle=(questions.can_be_answered, questions.answers_stay),
        most=200,
    ),
    Resource: Rules(
        "resource",
        {
            "label": checks.needed_text(Phrase("The label")),
            "url": checks.address(Phrase("The address"), needed=True),
            "caption": checks.text(Phrase("The caption")),
            "needs_internet": checks.yes_or_no,
        },
    ),
}
