"""The questions of the evaluation form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.model.kinds import AnswerKind
from facilitator.model.plan import begin
from facilitator.model.plan.questions import OF_CHOICES
from facilitator.model.records import EvaluationQuestion, Response
from ui.kind_words import answer_kinds
from ui.models.cards import Card
from ui.prepare.described import Field, Listing, Now, Section
from ui.prepare.editors import ChoiceEditor, NumberEditor, TextEditor
from ui.stages.page import Room


def evaluation(room: Room) -> Listing:
    """The questions on the form."""
    words, workshop = room.words, room.session.workshop
    names = answer_kinds(words)

    def card(question: EvaluationQuestion) -> Card:
        parts = [names[question.answer]]
        if question.answer in OF_CHOICES:
            parts.append(words.plural("{n} option", "{n} options", len(question.options)))
        if question.answer is AnswerKind.SCALE:
            parts.append(words("{low} to {high}", low=question.lowest, high=question.highest))
        return Card(question.text, remark=" · ".join(parts))

    def remark(question: EvaluationQuestion) -> str:
        forms = sum(response.question == question.id for response in workshop.each(Response))
        if not forms:
            return ""
        return words.plural(
            "{n} form answered this question: what it chose stays as it is.",
            "{n} forms answered this question: what they chose stays as it is.",
            forms,
        )

    return Listing(
        EvaluationQuestion,
        words("Questions on the form"),
        words("What people are asked at the end. Type the first question below."),
        words("Type a question"),
        words("Enter adds it; Tab goes to how it is answered"),
        card,
        lambda line: begin.question(workshop, line),
        (Section("", _fields(room)),),
        counts=(Response,),
        remark=remark,
    )


def _of_choices(now: Now) -> bool:
    return now("answer") in OF_CHOICES


def _of_scale(now: Now) -> bool:
    return now("answer") is AnswerKind.SCALE


def _fields(room: Room) -> Sequence[Field]:
    words = room.words
    answers = list(answer_kinds(words).items())

    def with_options(question: EvaluationQuestion, answer: AnswerKind) -> dict[str, Any]:
        """A choice begins with two options, to be written over."""
        begun = (words("Yes"), words("No"))
        return {"options": begun} if answer in OF_CHOICES and not question.options else {}

    return (
        Field(
            "answer",
            words("How it is answered"),
            lambda name: ChoiceEditor(name, lambda: answers),
            along=with_options,
        ),
        Field("text", words("Question"), TextEditor),
        Field(
            "options",
            words("Options"),
            lambda name: TextEditor(name, lowest=3, highest=10),
            words("An option a line, in the order of the form."),
            shown=_of_choices,
        ),
        Field(
            "lowest",
            words("From"),
            NumberEditor,
            words("Say in the question what it means."),
            shown=_of_scale,
        ),
        Field("highest", words("To"), NumberEditor, beside=True, shown=_of_scale),
    )
