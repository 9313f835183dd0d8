"""The plan: typed, changed, put in order; always one that can be written and read again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.exchange.templates import template, template_names
from facilitator.exchange.workshop_json import json_from_workshop, records_from_json
from facilitator.model import conversation, plan, votes
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.change import Act
from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind, Combine, Method, StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.plain import fields_of
from facilitator.model.plan import RULES, begin
from facilitator.model.plan.acts import siblings
from facilitator.model.records import (
    Criterion,
    EvaluationQuestion,
    Facts,
    Idea,
    Mark,
    Principle,
    Record,
    Resource,
    Response,
    Round,
    Sector,
    Stage,
    Table,
)
from facilitator.model.workshop import Workshop
from tests.same_content import same_content

LISTS = tuple(type_ for type_ in RULES if type_ is not Facts)


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


@pytest.fixture
def room() -> Workshop:
    return Workshop(
        [
            Facts("w", title="Hall"),
            Idea("i", 1, "one"),
            Round("r", "The vote", Method.BALLOTS),
            EvaluationQuestion("q", "Why?", AnswerKind.SINGLE, ("To learn", "To talk")),
        ]
    )


def test_the_names_of_all_acts_are_known() -> None:
    for type_, rules in RULES.items():
        verbs = ["edit"] if type_ is Facts else ["add", "edit", "move", "delete"]
        assert {f"{verb}_{rules.noun}" for verb in verbs} <= ACT_NAMES.keys()


def test_every_field_of_a_check_is_the_record_s() -> None:
    for type_, rules in RULES.items():
        assert rules.checks.keys() <= {field.name for field in fields_of(type_)}


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("starts", "9", "09:00"),
        ("starts", " 13h30 ", "13:30"),
        ("starts", "0930", "09:30"),
        ("starts", "", ""),
        ("date", "2017-1-9", "2017-01-09"),
        ("date", "2024/02/29", "2024-02-29"),
        ("description", "one\n\n two \x07", ("one", "two")),
        ("title", " a\nb\t c ", "a b c"),
        ("objective", "a\nb", "a\nb"),
        ("threshold", " 5 ", 5),
        ("timezone", "America/Toronto", "America/Toronto"),
        ("public_address", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_what_is_typed_is_taken_for_what_it_means(
    room: Workshop, field: str, typed: str, kept: object
) -> None:
    did(room, plan.edit(room, Facts, "w", **{field: typed}))
    assert getattr(room.facts, field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("title", " ", "The title is empty"),
        ("title", "x" * (TEXT_LETTERS + 1), "The title has 5,001 letters"),
        ("starts", "25:00", "The start: “25:00” is not a time of day"),
        ("starts", "13:00\n14:00", "not a time of day"),
        ("date", "2017-02-30", "The date: “2017-02-30” is not a date"),
        ("date", "13.10.2017", "not a date"),
        ("timezone", "Toronto", "“Toronto” is not a time zone"),
        ("timezone", "../etc/passwd", "not a time zone"),
        ("timezone", "", "not a time zone"),
        ("language", "english language", "not the code of a language"),
        ("public_address", "javascript:alert(1)", "not an address"),
        ("public_address", "https://", "not an address"),
        ("public_address", "https://example.org/" + "a" * 2_000, "not an address"),
        ("threshold", "-1", "The smallest count shown: type a whole number from 0 to 1,000"),
        ("threshold", "three", "type a whole number"),
        ("threshold", "³", "type a whole number"),
        ("description", "a\n" * 201, "The description has 201 lines"),
    ],
)
def test_what_cannot_be_is_refused(room: Workshop, field: str, typed: str, said: str) -> None:
    with pytest.raises(DomainError, match=said):
        plan.edit(room, Facts, "w", **{field: typed})


@pytest.mark.parametrize(("typed", "kept"), [("45", 45), ("1:30", 90), ("1h", 60), ("", None)])
def test_minutes_are_typed_as_people_say_them(room: Workshop, typed: str, kept: int | None) -> None:
    did(room, plan.add(room, Stage, [{"title": "Talk", "kind": "break", "planned_minutes": typed}]))
    assert room.all(Stage)[0].planned_minutes == kept
    with pytest.raises(DomainError, match="The minutes: type a whole number from 0 to 1,440"):
        plan.edit(room, Stage, room.all(Stage)[0].id, planned_minutes="24:01")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("SWOT analysis", StageKind.SWOT),
        ("Analyse FFOM", StageKind.SWOT),
        ("Dot vote", StageKind.PRIORITIZATION),
        ("Pause café", StageKind.BREAK),
        ("Q&A with the minister", StageKind.QUESTION_AND_ANSWER),
        ("Évaluation", StageKind.EVALUATION),
        ("Devotion", None),
        ("The future", None),
    ],
)
def test_a_title_tells_the_kind_of_stage(title: str, kind: StageKind | None) -> None:
    assert begin.kind_told(title) is kind


def test_what_a_typed_line_begins(room: Workshop) -> None:
    for title in ("Hello", "The numbers", "Dot vote"):
        did(room, plan.add(room, Stage, [begin.stage(room, title)]))
    hello, numbers, vote = room.all(Stage)
    assert (hello.kind, numbers.kind) == (StageKind.INTRODUCTION, StageKind.PRESENTATION)
    for title in ("First", "Second"):
        did(room, plan.add(room, Round, [begin.voting_round(room, title)]))
    assert [r.stage for r in room.all(Round)] == [None, vote.id, vote.id]
    did(room, plan.add(room, Resource, [begin.resource(room, "The paper https://example.org/p")]))
    did(room, plan.add(room, Resource, [begin.resource(room, "http://example.org")]))
    assert [r.label for r in room.all(Resource)] == ["The paper", "example.org"]
    with pytest.raises(DomainError, match="The address: “” is not an address"):
        plan.add(room, Resource, [begin.resource(room, "The paper")])


def test_a_list_holds_what_a_file_can(room: Workshop) -> None:
    rows = [{"round": "r", "name": f"Colour {n}"} for n in range(51)]
    with pytest.raises(DomainError, match="At most 50 fit"):
        plan.add(room, Criterion, rows)
    with pytest.raises(DomainError, match="nothing to add"):
        plan.add(room, Table, [])


def test_names_tell_sectors_and_colours_apart(room: Workshop) -> None:
    with pytest.raises(DomainError, match="“Youth” is there already"):
        plan.add(room, Sector, [{"name": "Youth"}, {"name": "youth"}])
    did(room, plan.add(room, Round, [{"title": "Other", "method": "wall"}]))
    for round_ in room.all(Round):
        did(room, plan.add(room, Criterion, [{"round": round_.id, "name": "Impact"}]))
    did(room, plan.add(room, Criterion, [{"round": "r", "name": "Energy"}]))
    last = room.all(Criterion)[-1]
    with pytest.raises(DomainError, match="“Impact” is there already"):
        plan.edit(room, Criterion, last.id, name="IMPACT")
    did(room, plan.edit(room, Criterion, last.id, name="energy"))


def test_a_round_with_votes_keeps_its_method(room: Workshop) -> None:
    did(room, plan.edit(room, Round, "r", method=Method.WALL))
    did(room, plan.edit(room, Round, "r", method=Method.BALLOTS))
    did(room, votes.record_ballot(room, "r", [Mark("i", 2)]))
    with pytest.raises(DomainError, match=r"“The vote” has votes by this method already \(1\)"):
        plan.edit(room, Round, "r", method=Method.WALL)
    did(room, plan.edit(room, Round, "r", dots="5", stacking="1", combine=Combine.HIGHEST))
    assert (room.get(Round, "r").dots, room.get(Round, "r").stacking) == (5, 1)
    did(room, votes.close_round(room, "r"))
    with pytest.raises(DomainError, match="“The vote” is closed: open it again to change its"):
        plan.edit(room, Round, "r", dots="6")
    with pytest.raises(DomainError, match="is closed"):
        plan.add(room, Criterion, [{"round": "r", "name": "Impact"}])
    did(room, plan.edit(room, Round, "r", title="The big vote"))


def test_dots_that_were_counted_keep_saying_what_for(room: Workshop) -> None:
    did(room, plan.edit(room, Round, "r", method=Method.WALL))
    did(room, votes.count_on_wall(room, "r", "i", 3))
    with pytest.raises(
        DomainError, match=r"“The vote” has counts of dots without a colour already \(1\)"
    ):
        plan.add(room, Criterion, [{"round": "r", "name": "Impact"}])


def test_answers_of_forms_stay_answers(room: Workshop) -> None:
    did(room, plan.edit(room, EvaluationQuestion, "q", options="To learn\nTo talk\nTo eat"))
    did(room, conversation.record_form(room, [Response("", "q", "1", ("To learn",))]))
    did(room, conversation.add_finding(room, "They talk", question="q", option="To talk"))
    refusals: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Forms answered this question already .1.", {"answer": AnswerKind.SEVERAL}),
        ("“To learn” is chosen on forms already .1.", {"options": "To talk"}),
        ("A finding prints the count of “To talk”", {"options": "To learn"}),
        ("A choice needs options", {"options": ""}),
        ("has “To learn” twice", {"options": "To learn\nTo talk\nTo learn"}),
        ("lowest number, 7, is not below the highest, 5", {"lowest": "7"}),
    )
    for said, fields in refusals:
        with pytest.raises(DomainError, match=said):
            plan.edit(room, EvaluationQuestion, "q", **fields)
    did(room, plan.edit(room, EvaluationQuestion, "q", options="To talk\nTo learn"))
    scale = did(room, plan.add(room, EvaluationQuestion, [{"text": "?", "answer": "scale"}]))
    id_ = scale.changes[0].id
    did(room, conversation.record_form(room, [Response("", id_, "1", scale=5)]))
    with pytest.raises(DomainError, match="Forms answered with a number outside 1 to 4"):
        plan.edit(room, EvaluationQuestion, id_, highest="4")


def test_moving_is_one_change_until_no_number_is_left_between(room: Workshop) -> None:
    did(room, plan.add(room, Table, [{"name": name} for name in "abc"]))
    for _ in range(200):
        last = room.all(Table)[-1].id
        act = did(room, plan.move(room, Table, last, 1))
        assert len(act.changes) in {1, 2, 3}
        assert [t.id for t in room.all(Table)][1] == last
    assert plan.move(room, Table, room.all(Table)[0].id, -5).changes == ()
    did(room, plan.move(room, Table, room.all(Table)[0].id, 99))


def test_equal_positions_are_told_apart(room: Workshop) -> None:
    room = Workshop([Facts("w"), *(Principle(id_, id_, position=1.0) for id_ in "abc")])
    did(room, plan.move(room, Principle, "c", 1))
    assert [p.id for p in room.all(Principle)] == ["a", "c", "b"]


# Any sequence

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@st.composite
def _fields(draw: st.DrawFn, type_: type[Record], workshop: Workshop) -> dict[str, Any]:
    """What a person may type into the fields of a type, sensible or not."""
    values: dict[str, Any] = {}
    for field in fields_of(type_):
        if field.name not in RULES[type_].checks or (values and not draw(st.booleans())):
            continue
        base: Any = field.base
        if field.name in {"stage", "principle", "round"}:
            target: Any = {"stage": Stage, "principle": Principle, "round": Round}[field.name]
            values[field.name] = draw(st.sampled_from([r.id for r in workshop.all(target)]))
        elif base is bool:
            values[field.name] = draw(st.booleans())
        elif base not in {str, int, float}:
            values[field.name] = draw(st.sampled_from(list(base)))
        else:
            likely = ["3", "1", "Yes\nNo", "13:00", "2017-10-13", "https://example.org", "#1B6E8C"]
            values[field.name] = draw(LINES | st.sampled_from(likely))
    return values


REQUIRED: dict[type, dict[str, Any]] = {
    Principle: {"name": "Trust"},
    Table: {"name": "1"},
    Stage: {"title": "Hello", "kind": "swot"},
    Sector: {"name": "Youth"},
    Round: {"title": "Vote", "method": "wall"},
    Criterion: {"name": "Impact"},
    EvaluationQuestion: {"text": "Why?", "answer": "text"},
    Resource: {"label": "Paper", "url": "https://example.org"},
}


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(template_names()))
def test_whatever_is_typed_the_plan_keeps_its_order_and_can_be_written(
    data: st.DataObject, name: str
) -> None:
    workshop = Workshop(template(name))
    for type_ in LISTS:
        within = {"round": workshop.all(Round)[0].id} if type_ is Criterion else {}
        if workshop.count(type_) == 0 and not (type_ is Criterion and not workshop.count(Round)):
            did(workshop, plan.add(workshop, type_, [REQUIRED[type_] | within]))
    for _ in range(data.draw(st.integers(1, 12))):
        type_ = data.draw(st.sampled_from(LISTS))
        listed: tuple[Any, ...] = workshop.all(type_)
        before = [record.id for record in listed]
        chosen: Any = data.draw(st.sampled_from(listed))
        verb = data.draw(st.sampled_from(["add", "edit", "move"]))
        place = data.draw(st.integers(-1, len(before) + 1))
        typed = data.draw(_fields(type_, workshop)) if verb != "move" else {}
        try:
            did(workshop, _act(workshop, verb, chosen, typed, place))
        except DomainError:
            continue
        _in_order(workshop, type_, before, chosen, verb, place)
    written = json_from_workshop(workshop)
    same_content(Workshop(records_from_json(written)), workshop)


def _act(workshop: Workshop, verb: str, chosen: Any, typed: dict[str, Any], place: int) -> Act:
    type_: Any = type(chosen)
    within = typed.pop("round", None) and {"round": chosen.round}
    if verb == "add":
        return plan.add(workshop, type_, [REQUIRED[type_] | typed | (within or {})])
    if verb == "edit":
        return plan.edit(workshop, type_, chosen.id, **typed)
    return plan.move(workshop, type_, chosen.id, place)


def _in_order(
    workshop: Workshop, type_: Any, before: list[str], chosen: Any, verb: str, place: int
) -> None:
    records: tuple[Any, ...] = workshop.all(type_)
    after = [own.id for own in records]
    if verb == "add":
        assert after[:-1] == before
    elif verb == "edit":
        assert after == before
    else:
        own = [other.id for other in siblings(workshop, chosen)]
        assert own.index(chosen.id) == max(0, min(place, len(own) - 1))
        rest = [id_ for id_ in before if id_ in own and id_ != chosen.id]
        assert [id_ for id_ in own if id_ != chosen.id] == rest
