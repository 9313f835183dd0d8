"""What acts change in a workshop, and what they refuse."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import facilitator.model
from facilitator.model import conversation, ideas, sorting, swot, votes
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.change import Act
from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind, Method, Quadrant
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import (
    Ballot,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Idea,
    Insight,
    Mark,
    Question,
    RatingSheet,
    Response,
    Round,
    Theme,
    WallCount,
)
from facilitator.model.workshop import Workshop

WALL = swot.Target(Quadrant.STRENGTH)


@pytest.fixture
def room() -> Workshop:
    """A workshop with three notes and two ideas, and a round by ballots."""
    workshop = Workshop([Facts("facts"), Round("round", "The vote", Method.BALLOTS)])
    did(workshop, swot.add_entries(workshop, WALL, ["one", "two", "three"]))
    did(workshop, ideas.add_ideas(workshop, None, ["first", "second"]))
    return workshop


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


def note(workshop: Workshop, text: str) -> str:
    return next(entry.id for entry in workshop.all(Entry) if entry.text == text)


def test_every_act_of_the_model_has_a_name() -> None:
    """Also those that are named in a condition, such as mark_legible."""
    used = set()
    for path in Path(*facilitator.model.__path__).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Act":
                used |= {c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)}
    assert len(used) > 20
    assert used <= ACT_NAMES.keys()


@pytest.mark.parametrize(
    ("pasted", "notes"),
    [
        ("- one\n* two\n• three\r\n\n–\tfour\n·five\u2028six", "one|two|three|four|five|six"),
        ("  one  \n-\n   \n*\n", "one"),
        ("-5% jobs\n*really*\n--- ruled", "-5% jobs|*really*|ruled"),
        ("- - twice", "- twice"),
        ("", ""),
    ],
)
def test_a_pasted_list_becomes_notes(pasted: str, notes: str) -> None:
    assert "|".join(swot.lines_of(pasted)) == notes


def test_notes_are_numbered_on_and_no_number_comes_back(room: Workshop) -> None:
    assert [entry.number for entry in room.all(Entry)] == [1, 2, 3]
    did(room, swot.delete_entries(room, [note(room, "three")]))
    act = did(room, swot.add_entries(room, WALL, ["four"]))
    assert act.count == 1
    assert [entry.number for entry in room.all(Entry)] == [1, 2, 4]


def test_deleting_notes_takes_the_links_to_them(room: Workshop) -> None:
    one, two, three = (entry.id for entry in room.all(Entry))
    did(room, sorting.add_theme(room, None, "theme"))
    theme = room.all(Theme)[0].id
    did(room, sorting.sort_entries(room, [one, two], theme))
    did(room, sorting.add_insight(room, theme, "insight", [one, three]))
    first = room.all(Idea)[0].id
    did(room, ideas.link_idea(room, first, [two, three]))
    act = did(room, swot.delete_entries(room, [one, two]))
    assert act.count == 2
    assert room.all(Insight)[0].entries == (three,)
    assert room.get(Idea, first).answers == (three,)
    assert [entry.theme for entry in room.all(Entry)] == [None]


def test_moving_mending_and_marking(room: Workshop) -> None:
    one = note(room, "one")
    did(room, swot.move_entries(room, [one, note(room, "two")], Quadrant.THREAT))
    did(room, swot.edit_entry(room, one, "  one, mended \x07 "))
    did(room, swot.mark_legible(room, [one], legible=False))
    entry = room.get(Entry, one)
    assert (entry.quadrant, entry.text, entry.legible) == (Quadrant.THREAT, "one, mended", False)


def test_what_is_written_on_a_rating_sheet_is_tidied(room: Workshop) -> None:
    sheet = RatingSheet("", "round", room.all(Idea)[0].id, signatures=1, comments=(" yes\x07 ",))
    did(room, votes.record_rating(room, sheet))
    assert [own.comments for own in room.each(RatingSheet)] == [("yes",)]
    with pytest.raises(DomainError, match="not from 0 to"):
        votes.record_rating(room, replace(sheet, signatures=-1))


def test_an_idea_with_votes_stays(room: Workshop) -> None:
    first, second = (idea.id for idea in room.all(Idea))
    did(room, ideas.endorse(room, second, 3))
    did(room, votes.record_ballot(room, "round", [Mark(first, 1)]))
    with pytest.raises(DomainError, match="Idea 1 has votes"):
        ideas.delete_idea(room, first)
    did(room, ideas.delete_idea(room, second))
    assert [idea.id for idea in room.all(Idea)] == [first]
    assert not room.count(Endorsement)
    did(room, votes.delete_ballot(room, room.all(Ballot)[0].id))
    did(room, ideas.delete_idea(room, first))


def test_counting_again_replaces_the_pass(room: Workshop) -> None:
    idea = room.all(Idea)[0].id
    did(room, votes.count_on_wall(room, "round", idea, 4))
    did(room, votes.count_on_wall(room, "round", idea, 5))
    did(room, votes.count_on_wall(room, "round", idea, 6, counter=2))
    assert sorted((c.counter, c.dots) for c in room.all(WallCount)) == [(1, 5), (2, 6)]


def test_a_closed_round_takes_no_votes(room: Workshop) -> None:
    idea = room.all(Idea)[0].id
    did(room, votes.close_round(room, "round"))
    attempts: tuple[Callable[[], Act], ...] = (
        lambda: votes.record_ballot(room, "round", [Mark(idea, 1)]),
        lambda: votes.count_on_wall(room, "round", idea, 1),
        lambda: votes.record_rating(room, RatingSheet("", "round", idea)),
        lambda: votes.close_round(room, "round"),
    )
    for attempt in attempts:
        with pytest.raises(DomainError, match="“The vote” is closed: open it again"):
            attempt()
    did(room, votes.reopen_round(room, "round"))
    did(room, votes.record_rating(room, RatingSheet("", "round", idea, agreement=3)))
    assert room.all(RatingSheet)[0].id


def test_questions_and_forms(room: Workshop) -> None:
    did(room, conversation.add_question(room, "Why?"))
    asked = room.all(Question)[0]
    did(room, conversation.edit_question(room, asked.id, "Why?", " Because. ", None))
    assert room.get(Question, asked.id).answer == "Because."
    question = EvaluationQuestion("q", "How was it?", AnswerKind.SCALE)
    workshop = Workshop([question])
    did(workshop, conversation.record_form(workshop, [Response("", "q", "1", scale=4)]))
    assert [(r.form, r.scale) for r in workshop.all(Response)] == [("1", 4)]


def test_what_makes_no_sense_is_refused_in_a_sentence(room: Workshop) -> None:
    idea = room.all(Idea)[0].id
    attempts: tuple[Callable[[], Act], ...] = (
        lambda: swot.add_entries(room, WALL, []),
        lambda: swot.add_entries(room, WALL, [" \x00\n"]),
        lambda: swot.add_entries(room, WALL, ["x" * (TEXT_LETTERS + 1)]),
        lambda: swot.edit_entry(room, "gone", "text"),
        lambda: ideas.add_ideas(room, None, []),
        lambda: ideas.add_ideas(room, None, ["idea"], answers=["gone"]),
        lambda: ideas.endorse(room, idea, 0),
        lambda: votes.count_on_wall(room, "round", idea, -1),
        lambda: votes.count_on_wall(room, "round", "gone", 1),
        lambda: votes.record_voters(room, "round", -1),
        lambda: votes.record_rating(room, RatingSheet("", "round", idea, neutral=-1)),
        lambda: conversation.record_form(room, []),
        lambda: sorting.add_insight(room, "gone", "text"),
    )
    for attempt in attempts:
        with pytest.raises(DomainError, match=r"^[A-Z0-9-].*\.$"):
            attempt()
