"""The workshop file: what goes out comes back, and what people type becomes records."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.exchange.workshop_json import (
    ExchangeError,
    json_from_workshop,
    records_from_json,
)
from facilitator.model.change import removed
from facilitator.model.conversation import edit_question
from facilitator.model.course import note_stage
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Method, Quadrant
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
    Ballot,
    Criterion,
    Entry,
    Facts,
    Idea,
    Insight,
    Mark,
    Participant,
    Principle,
    Question,
    Record,
    Response,
    Round,
    Sector,
    Stage,
    Theme,
    WallCount,
)
from facilitator.model.voting.outcome import dot_result
from facilitator.model.workshop import Workshop
from tests.exchange.random_workshops import workshops

UUID = "01900000-0000-7000-8000-0000000000ab"


def document(**lists: Any) -> str:
    head = {"format": "facilitator-workshop", "version": 1, "workshop": {"title": "A day"}}
    return json.dumps({**head, **lists})


def read(**lists: Any) -> Workshop:
    return Workshop(records_from_json(document(**lists)))


def refused(**lists: Any) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        records_from_json(document(**lists))
    return caught.value


def without_place(record: Any) -> Any:
    return replace(record, position=0.0) if hasattr(record, "position") else record


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_an_export_that_is_read_gives_the_same_records_and_the_same_bytes(w: Workshop) -> None:
    exported = json_from_workshop(w)
    again = Workshop(records_from_json(exported.encode()))
    assert json_from_workshop(again) == exported
    for type_ in RECORD_TYPES:
        if type_ is not ActHeader:
            ours = {record.id: without_place(record) for record in w.all(type_)}
            theirs = {record.id: without_place(record) for record in again.all(type_)}
            assert theirs == ours


def test_an_export_is_indented_text_with_one_final_newline() -> None:
    text = json_from_workshop(read(ideas=[{"text": "Économie : « bâtir »\n—漢"}]))
    assert text.startswith('{\n  "format": "facilitator-workshop",\n  "version": 2,\n')
    assert text.endswith("}\n")
    assert "Économie : « bâtir »\\n—漢" in text


def test_fields_with_their_default_and_empty_lists_are_not_written() -> None:
    written = json.loads(json_from_workshop(read(sectors=[{"id": UUID, "name": "Youth"}])))
    assert list(written) == ["format", "version", "workshop", "sectors"]
    assert list(written["workshop"]) == ["id", "title"]
    assert written["sectors"] == [{"id": UUID, "name": "Youth"}]


def test_labels_become_fresh_ids_and_uuids_are_kept() -> None:
    lists = {
        "sectors": [{"id": "youth", "name": "Youth"}, {"id": UUID.upper(), "name": "Academics"}],
        "participants": [{"sector": "youth", "further_sectors": [UUID]}],
    }
    first, second = read(**lists), read(**lists)
    youth, academics = first.all(Sector)
    assert academics.id == UUID
    assert len(youth.id) == 36
    assert first.all(Participant)[0].sector == youth.id
    assert first.all(Participant)[0].further_sectors == (UUID,)
    assert second.all(Sector)[0].id != youth.id


def test_parents_and_order_are_read_from_the_nesting() -> None:
    w = read(
        principles=[
            {
                "name": "P",
                "themes": [{"name": "T", "insights": [{"text": "I1"}, {"text": "I2"}]}],
                "ideas": [{"text": "A"}, {"text": "B"}],
            },
        ],
        themes=[{"name": "Loose"}],
        ideas=[{"text": "C"}],
    )
    (principle,) = w.all(Principle)
    theme, loose = w.all(Theme)
    assert (theme.principle, loose.principle) == (principle.id, None)
    assert [i.text for i in w.all(Insight) if i.theme == theme.id] == ["I1", "I2"]
    assert [(i.text, i.principle, i.number) for i in w.all(Idea)] == [
        ("A", principle.id, 1),
        ("B", principle.id, 2),
        ("C", None, 3),
    ]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ([None, None], [1, 2]),
        ([None, 1], [2, 1]),
        ([5, None, 7, None], [5, 6, 7, 8]),
        ([3, None, 4], [3, 5, 4]),
        ([1_000_000, None], [1_000_000, 1]),
    ],
)
def test_missing_numbers_are_given_around_those_that_are_there(
    given_: list[int | None], expected: list[int]
) -> None:
    rows = [
        {"quadrant": "threat", "text": str(place), **({} if n is None else {"number": n})}
        for place, n in enumerate(given_)
    ]
    entries = read(entries=rows).all(Entry)
    assert [e.number for e in sorted(entries, key=lambda e: e.text)] == expected


def test_count_stands_for_many_alike_and_is_exported_one_by_one() -> None:
    w = read(
        sectors=[{"id": "y", "name": "Youth"}],
        participants=[{"sector": "y", "count": 10}],
        rounds=[{"title": "R", "method": "ballots", "ballots": [{"count": 3}, {"number": 2}]}],
        evaluation={
            "questions": [
                {"id": "a", "text": "Why?", "answer": "single", "options": ["x", "z"]},
                {"id": "b", "text": "How?", "answer": "text"},
            ],
            "responses": [
                {"question": "a", "choices": ["x"], "count": 2},
                {"question": "a", "choices": ["z"], "form": "1"},
                {"question": "b", "text": "Well", "count": 2},
            ],
        },
    )
    assert w.count(Participant) == 10
    assert sorted(b.number for b in w.all(Ballot)) == [1, 2, 3, 4]
    forms = [(r.form, r.choices or r.text) for r in w.all(Response)]
    assert forms == [("2", ("x",)), ("3", ("x",)), ("1", ("z",)), ("1", "Well"), ("2", "Well")]
    assert '"count"' not in json_from_workshop(w)


@pytest.mark.parametrize(
    ("lists", "place"),
    [
        ({"participants": [{"count": 2, "name": "Ann"}]}, "participants[0].name"),
        ({"participants": [{"count": 10_001}]}, "participants[0].count"),
        ({"sectors": [{"name": "x", "count": 2}]}, "sectors[0].count"),
    ],
)
def test_count_is_only_for_records_that_can_be_alike(lists: dict[str, Any], place: str) -> None:
    assert refused(**lists).place == place


def test_a_ballot_that_breaks_the_rules_is_let_in_and_counts_as_spoiled() -> None:
    marks = [{"idea": "a", "dots": 9}], [{"idea": "a", "dots": -1}], [{"idea": "ghost", "dots": 1}]
    odd = [{"idea": "a", "dots": 1, "criterion": "no such colour"}]
    w = read(
        ideas=[{"id": "a", "text": "A"}],
        rounds=[
            {
                "title": "R",
                "method": "ballots",
                "ballots": [{"marks": m} for m in (*marks, odd, [{"idea": "a", "dots": 1}])],
            }
        ],
    )
    result = dot_result(w, w.all(Round)[0])
    assert [s.reason.value for s in result.spoiled] == [
        "too_many_dots",
        "negative",
        "unknown_idea",
        "unknown_criterion",
    ]
    assert result.criteria[0].dots == 1
    assert w.all(Ballot)[2].marks == (Mark("ghost", 1),)


def test_ideas_merged_in_a_circle_are_refused() -> None:
    ideas = [{"id": n, "text": n, "merged_into": to} for n, to in ("xa", "ab", "ba")]
    assert refused(ideas=ideas).place == "ideas[1].merged_into"
    w = read(ideas=[{"id": "a", "text": "A", "merged_into": "b"}, {"id": "b", "text": "B"}])
    assert [idea.merged_into is None for idea in w.all(Idea)] == [False, True]


def test_what_points_nowhere_is_refused_with_its_place() -> None:
    error = refused(principles=[{"name": "P", "ideas": [{"text": "A", "answers": ["n1"]}]}])
    assert error.place == "principles[0].ideas[0].answers[0]"
    assert str(error).endswith("expected an id in entries, found the text “n1”, no such id.")


def test_what_points_to_another_kind_is_refused() -> None:
    error = refused(
        tables=[{"id": "t", "name": "1"}],
        entries=[{"quadrant": "threat", "text": "x", "principle": "t"}],
    )
    assert error.place == "entries[0].principle"
    assert "the id of tables[0]" in str(error)


def test_an_id_or_a_number_twice_is_refused() -> None:
    twice = [{"id": "a", "name": "1"}, {"id": "a", "name": "2"}]
    assert refused(tables=twice).place == "tables[1].id"
    assert refused(workshop={"id": "a"}, tables=twice[:1]).place == "tables[0].id"
    ideas = [{"text": "x", "number": 4}, {"text": "y"}, {"text": "z", "number": 4}]
    assert refused(ideas=ideas).place == "ideas[2].number"


def test_an_option_that_the_question_does_not_have_is_refused() -> None:
    question = {"id": "q", "text": "Why?", "answer": "single", "options": ["Learn"]}
    response = {"question": "q", "choices": ["Lern"]}
    error = refused(evaluation={"questions": [question], "responses": [response]})
    assert error.place == "evaluation.responses[0].choices[0]"
    assert "“Learn”" in str(error)
    finding = {"text": "F", "question": "q", "option": "Lern"}
    error = refused(evaluation={"questions": [question]}, findings=[finding])
    assert error.place == "findings[0].option"
    assert refused(findings=[{"text": "F", "option": "Learn"}]).place == "findings[0].question"


def test_dots_in_a_colour_that_the_round_does_not_have_are_refused() -> None:
    ideas = [{"id": "a", "text": "A"}]
    count = {"idea": "a", "dots": 3}
    coloured = {"title": "R", "method": "wall", "criteria": [{"id": "red", "name": "Red"}]}
    error = refused(ideas=ideas, rounds=[{**coloured, "wall_counts": [count]}])
    assert error.place == "rounds[0].wall_counts[0].criterion"
    other = {"title": "S", "method": "wall", "wall_counts": [{**count, "criterion": "red"}]}
    assert refused(ideas=ideas, rounds=[coloured, other]).place == (
        "rounds[1].wall_counts[0].criterion"
    )


def test_texts_are_kept_as_they_were_typed() -> None:
    text = "  two  spaces,\ta tab\n\nand an empty line \u00a0"
    assert read(ideas=[{"text": text}]).all(Idea)[0].text == text


def test_an_export_leaves_out_links_to_what_is_gone() -> None:
    w = read(
        entries=[{"id": "n", "quadrant": "threat", "text": "x"}],
        ideas=[{"text": "A", "answers": ["n"]}],
    )
    w.apply([removed(w.all(Entry)[0])])
    assert Workshop(records_from_json(json_from_workshop(w))).all(Idea)[0].answers == ()


@pytest.mark.parametrize(
    "orphan",
    [
        Insight(UUID, 1, "gone", "x"),
        Criterion(UUID, "gone", "x"),
        WallCount(UUID, "r", "gone", 1),
    ],
)
def test_an_export_never_drops_a_record_in_silence(orphan: Record) -> None:
    w = Workshop([Facts(UUID), Round("r", "R", Method.WALL), orphan])
    with pytest.raises(ExchangeError):
        json_from_workshop(w)


def test_an_idea_whose_principle_is_gone_is_exported_without_one() -> None:
    w = Workshop([Facts(UUID), Idea(UUID[:-1] + "c", 1, "x", "gone")])
    assert json.loads(json_from_workshop(w))["ideas"][0]["text"] == "x"


def test_what_is_typed_into_notes_and_answers_can_be_exported_and_read_again() -> None:
    w = read(agenda=[{"id": "s", "kind": "break", "title": "Pause"}], questions=[{"text": "Why?"}])
    stage, question = w.all(Stage)[0], w.all(Question)[0]
    w.apply(note_stage(w, stage.id, "a\r\nb\x00\ud800c ").changes)
    w.apply(edit_question(w, question.id, "Why?", "\x1b[31m", None).changes)
    again = Workshop(records_from_json(json_from_workshop(w)))
    assert again.all(Stage)[0].notes == "a \nb  c"
    with pytest.raises(DomainError, match="5,001 letters"):
        note_stage(w, stage.id, "a" * 5001)
    with pytest.raises(DomainError, match="5,001 letters"):
        edit_question(w, question.id, "Why?", "a" * 5001, None)


def test_the_words_of_the_field_are_read_as_such() -> None:
    entry = read(entries=[{"quadrant": "threat", "text": "x", "legible": False}]).all(Entry)[0]
    assert entry.quadrant is Quadrant.THREAT
    assert entry.legible is False


@pytest.mark.parametrize(
    ("typed", "closed"),
    [
        ({}, False),
        ({"ballots": [{}]}, True),
        ({"ballots": [{}], "closed": False}, False),
        ({"wall_counts": []}, False),
        ({"closed": True}, True),
    ],
)
def test_a_round_typed_with_its_votes_is_over_unless_it_says_otherwise(
    typed: dict[str, Any], closed: bool
) -> None:
    round_ = {"title": "Which first?", "method": "ballots", **typed}
    document = {
        "format": "facilitator-workshop",
        "version": 1,
        "workshop": {"title": "A vote"},
        "rounds": [round_],
    }
    records = records_from_json(json.dumps(document))
    assert next(r for r in records if isinstance(r, Round)).closed is closed
    again = records_from_json(json_from_workshop(Workshop(records)))
    assert next(r for r in again if isinstance(r, Round)).closed is closed
