"""Questions to a speaker, and the evaluation at the end."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.change import Act, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.limits import clean_text, clean_text_or_none
from facilitator.model.records import EvaluationQuestion, Finding, Question, Response
from facilitator.model.workshop import Workshop


def add_question(
    workshop: Workshop,
    text: str,
    *,
    answer: str = "",
    asker: str = "",
    sector: str | None = None,
    stage: str | None = None,
    language: str = "",
) -> Act:
    """Write down a question, with its answer where there is one."""
    question = Question(
        new_id(),
        workshop.next_number(Question),
        clean_text(text, "The question"),
        clean_text_or_none(answer, "The answer"),
        clean_text_or_none(asker, "The name"),
        sector,
        stage,
        language,
        position=workshop.next_position(Question),
    )
    return Act("add_question", (added(question),))


def answer_question(workshop: Workshop, question_id: str, answer: str) -> Act:
    """Write down or mend the answer to a question."""
    cleaned = clean_text_or_none(answer, "The answer")
    return Act("edit_question", (edited(workshop.get(Question, question_id), answer=cleaned),))


def record_form(workshop: Workshop, responses: Iterable[Response]) -> Act:
    """Record what one evaluation form answers; the ids may be empty."""
    changes = []
    for response in responses:
        workshop.get(EvaluationQuestion, response.question)
        new = edited(response, id=response.id or new_id()).after
        if new is not None:
            changes.append(added(new))
    if not changes:
        raise DomainError("The form has no answer: fill in one, or leave the form out.")
    return Act("record_responses", tuple(changes))


def add_finding(
    workshop: Workshop, text: str, *, question: str | None = None, option: str = ""
) -> Act:
    """Write down what was learned from the evaluation, and whose count stands beside it."""
    position = workshop.next_position(Finding)
    finding = Finding(new_id(), clean_text(text, "The finding"), question, option, position)
    return Act("add_finding", (added(finding),))
