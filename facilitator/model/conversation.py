"""Questions to a speaker, and the evaluation at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.model.change import Act, added, edited, removed
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.limits import clean_text, clean_text_or_none
from facilitator.model.records import EvaluationQuestion, Finding, Question, Response
from facilitator.model.removal import remove
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


def add_questions(
    workshop: Workshop,
    texts: Iterable[str],
    *,
    sector: str | None = None,
    stage: str | None = None,
) -> Act:
    """Write down several questions, all of them one act."""
    number, position = workshop.next_number(Question), workshop.next_position(Question)
    questions = [
        Question(
            new_id(),
            number + place,
            clean_text(text, "The question"),
            sector=sector,
            stage=stage,
            position=position + place,
        )
        for place, text in enumerate(texts)
    ]
    if not questions:
        raise DomainError("There is no question to add: type one first.")
    return Act("add_question", tuple(added(question) for question in questions), len(questions))


def edit_question(
    workshop: Workshop, question_id: str, text: str, answer: str, sector: str | None
) -> Act:
    """Mend a question, its answer and the sector that asked."""
    question = workshop.get(Question, question_id)
    mended = edited(
        question,
        text=clean_text(text, "The question"),
        answer=clean_text_or_none(answer, "The answer"),
        sector=sector,
    )
    return Act("edit_question", (mended,))


def set_asker(workshop: Workshop, question_id: str, sector: str | None) -> Act:
    """Say which sector asked a question; None: not stated."""
    return Act("edit_question", (edited(workshop.get(Question, question_id), sector=sector),))


def exchange_questions(workshop: Workshop, question_id: str, other_id: str) -> Act:
    """Let two questions change places."""
    question, other = workshop.get(Question, question_id), workshop.get(Question, other_id)
    first, second = question.position, other.position
    if first != second:
        changes = (edited(question, position=second), edited(other, position=first))
        return Act("move_question", changes)
    in_order = list(workshop.all(Question))  # some stand at one position: each gets its own
    a, b = in_order.index(question), in_order.index(other)
    in_order[a], in_order[b] = other, question
    moved = (edited(each, position=float(n)) for n, each in enumerate(in_order, start=1))
    return Act("move_question", tuple(change for change in moved if change.before != change.after))


def mark_question_language(workshop: Workshop, question_id: str, language: str) -> Act:
    """Say in what language a question is written; empty: the workshop's own."""
    question = workshop.get(Question, question_id)
    return Act("mark_question_language", (edited(question, language=language),))


def delete_question(workshop: Workshop, question_id: str) -> Act:
    """Remove a question with its answer."""
    return remove(workshop, Question, [question_id], "delete_question")


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


def edit_form(workshop: Workshop, form: str, responses: Iterable[Response]) -> Act:
    """Record a form anew: what it answered before goes."""
    before = (removed(response) for response in _form(workshop, form))
    return Act("edit_form", (*before, *record_form(workshop, responses).changes))


def delete_form(workshop: Workshop, form: str) -> Act:
    """Remove an evaluation form."""
    answers = [response.id for response in _form(workshop, form)]
    return replace(remove(workshop, Response, answers, "delete_form"), count=1)


def _form(workshop: Workshop, form: str) -> tuple[Response, ...]:
    answers = tuple(r for r in workshop.each(Response) if r.form == form)
    if not answers:
        raise DomainError("There is no form {form} any more.", form=form)
    return answers


def add_finding(
    workshop: Workshop, text: str, *, question: str | None = None, option: str = ""
) -> Act:
    """Write down what was learned from the evaluation, and whose count stands beside it."""
    return add_findings(workshop, [text], question=question, option=option)


def add_findings(
    workshop: Workshop, texts: Iterable[str], *, question: str | None = None, option: str = ""
) -> Act:
    """Write down several things that were learned, all of them one act."""
    position = workshop.next_position(Finding)
    findings = [
        Finding(new_id(), clean_text(text, "The finding"), question, option, position + place)
        for place, text in enumerate(texts)
    ]
    if not findings:
        raise DomainError("There is no finding to add: type one first.")
    return Act("add_finding", tuple(added(finding) for finding in findings), len(findings))


def edit_finding(
    workshop: Workshop, finding_id: str, text: str, *, question: str | None, option: str
) -> Act:
    """Mend a finding, and whose count stands beside it."""
    finding = workshop.get(Finding, finding_id)
    words = clean_text(text, "The finding")
    return Act("edit_finding", (edited(finding, text=words, question=question, option=option),))


def delete_finding(workshop: Workshop, finding_id: str) -> Act:
    """Remove a finding."""
    return remove(workshop, Finding, [finding_id], "delete_finding")
