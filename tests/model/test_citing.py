"""Notes cited by number in a typed line, and what is mended and removed by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import conversation, ideas, sorting, swot
from facilitator.model.change import Act
from facilitator.model.citing import Typed, cited_numbers, read_line, write_line
from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind, Quadrant
from facilitator.model.records import (
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Insight,
    Question,
    Response,
    Theme,
)
from facilitator.model.workshop import Workshop


@pytest.fixture
def room() -> Workshop:
    workshop = Workshop([Facts("w")])
    did(workshop, swot.add_entries(workshop, swot.Target(Quadrant.THREAT), ["one", "two", "three"]))
    return workshop


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


def numbered(workshop: Workshop, *numbers: int) -> tuple[str, ...]:
    return tuple(e.id for number in numbers for e in workshop.all(Entry) if e.number == number)


@pytest.mark.parametrize(
    ("line", "text", "numbers"),
    [
        ("plain", "plain", ()),
        ("#1 one", "one", (1,)),
        ("  #2, #1: both", "both", (2, 1)),
        ("#1 #1 twice", "twice", (1,)),
        ("#1", "", (1,)),
        ("#1st thing", "#1st thing", ()),
        ("# 1 thing", "# 1 thing", ()),
        ("we are #1", "we are #1", ()),
        ("#1 two\nlines", "two\nlines", (1,)),
    ],
)
def test_numbers_at_the_head_of_a_line_are_notes(
    room: Workshop, line: str, text: str, numbers: tuple[int, ...]
) -> None:
    assert read_line(room, line) == Typed(text, numbered(room, *numbers))


def test_notes_chosen_otherwise_come_after_those_that_are_cited(room: Workshop) -> None:
    chosen = numbered(room, 1, 2)
    assert read_line(room, "#3 #2 text", chosen).entries == numbered(room, 3, 2, 1)
    assert read_line(room, "text", chosen).entries == chosen


def test_an_unknown_number_is_refused_by_its_name(room: Workshop) -> None:
    with pytest.raises(DomainError, match=r"There is no note #4, #90:"):
        read_line(room, "#1 #4 #90 text")


@given(st.text(max_size=30), st.lists(st.integers(1, 3), max_size=3, unique=True))
def test_a_written_line_is_read_again(text: str, numbers: list[int]) -> None:
    workshop = Workshop([Facts("w")])
    did(workshop, swot.add_entries(workshop, swot.Target(Quadrant.THREAT), ["a", "b", "c"]))
    cited = numbered(workshop, *numbers)
    text = text.lstrip(" \t\r\n,;:\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0").lstrip()
    if cited_numbers(text) or text.startswith((",", ";", ":", "#")):
        return
    assert read_line(workshop, write_line(workshop, text, cited)) == Typed(text, cited)


def test_a_theme_is_made_of_notes_and_gone_with_its_insights(room: Workshop) -> None:
    one, two = numbered(room, 1, 2)
    act = did(room, sorting.add_theme(room, None, "theme", [one, two]))
    assert len(act.changes) == 3
    theme = room.all(Theme)[0]
    did(room, sorting.add_insight(room, theme.id, "insight", [one]))
    did(room, sorting.rename_theme(room, theme.id, " renamed "))
    assert room.get(Theme, theme.id).name == "renamed"
    insight = room.all(Insight)[0]
    did(room, sorting.edit_insight(room, insight.id, "mended"))
    assert room.get(Insight, insight.id).entries == (one,)
    did(room, sorting.edit_insight(room, insight.id, "mended", [two]))
    assert room.get(Insight, insight.id).entries == (two,)
    act = did(room, sorting.delete_theme(room, theme.id))
    assert act.count == 1
    assert not room.count(Theme)
    assert not room.count(Insight)
    assert [entry.theme for entry in room.all(Entry)] == [None] * 3


def test_support_is_taken_back_last_first(room: Workshop) -> None:
    did(room, ideas.add_ideas(room, None, ["idea"]))
    idea = room.all(Idea)[0].id
    for people in (1, 2):
        did(room, ideas.endorse(room, idea, people))
    did(room, ideas.withdraw_support(room, idea))
    assert [support.people for support in room.each(Endorsement)] == [1]
    did(room, ideas.withdraw_support(room, idea))
    with pytest.raises(DomainError, match="Idea 1 has no support"):
        ideas.withdraw_support(room, idea)


def test_questions_forms_and_findings_are_mended_and_removed(room: Workshop) -> None:
    did(room, conversation.add_questions(room, ["Why?", "How?"], sector="s"))
    first = room.all(Question)[0]
    did(room, conversation.edit_question(room, first.id, "Why now?", " So. ", None))
    assert (room.get(Question, first.id).text, room.get(Question, first.id).answer) == (
        "Why now?",
        "So.",
    )
    did(room, conversation.delete_question(room, first.id))
    assert [(q.number, q.text) for q in room.all(Question)] == [(2, "How?")]

    room._put(EvaluationQuestion("q", "Well?", AnswerKind.SCALE))
    did(room, conversation.record_form(room, [Response("", "q", "1", scale=2)]))
    did(room, conversation.edit_form(room, "1", [Response("", "q", "1", scale=3)]))
    assert [r.scale for r in room.all(Response)] == [3]
    did(room, conversation.delete_form(room, "1"))
    assert not room.count(Response)

    did(room, conversation.add_findings(room, ["a", "b"]))
    finding = room.all(Finding)[0]
    did(room, conversation.edit_finding(room, finding.id, "c", question="q", option="3"))
    assert room.get(Finding, finding.id).option == "3"
    did(room, conversation.delete_finding(room, finding.id))
    assert [f.text for f in room.all(Finding)] == ["b"]


@pytest.mark.parametrize(
    "attempt",
    [
        lambda room: conversation.delete_form(room, "9"),
        lambda room: conversation.add_findings(room, []),
        lambda room: conversation.add_questions(room, []),
        lambda room: sorting.sort_entries(room, numbered(room, 1), "gone"),
        lambda room: sorting.delete_theme(room, "gone"),
        lambda room: ideas.edit_idea(room, "gone", "text"),
    ],
)
def test_what_makes_no_sense_is_refused(room: Workshop, attempt: object) -> None:
    assert callable(attempt)
    with pytest.raises(DomainError):
        attempt(room)
