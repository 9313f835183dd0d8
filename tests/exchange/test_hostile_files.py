"""Files that are broken, mistyped or hostile: one error, in one sentence, with its place."""

from __future__ import annotations

import contextlib
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.exchange import reading
from facilitator.exchange.workshop_json import ExchangeError, records_from_json


def document(**lists: Any) -> str:
    head = {"format": "facilitator-workshop", "version": 1, "workshop": {"title": "A day"}}
    return json.dumps({**head, **lists})


def refused(data: bytes | str) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        records_from_json(data)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 400
    return caught.value


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        (
            {"principles": [{"name": "P"}, {"name": "Q", "themes": [{"name": 5}]}]},
            "principles[1].themes[0].name: expected text, found the number 5.",
        ),
        (
            {"workshop": {"titel": "x"}},
            "workshop.titel: there is no field “titel” here; did you mean “title”?",
        ),
        (
            {"questions": [{"answer": "x"}]},
            "questions[0].text: expected text, found nothing.",
        ),
        (
            {"agenda": [{"kind": "lunch", "title": "x"}]},
            (
                "agenda[0].kind: expected one of introduction, presentation, break, swot, "
                "ideation, prioritization, gallery_walk, question_and_answer, evaluation, "
                "found the text “lunch”."
            ),
        ),
        (
            {"ideas": [{"text": " \n"}]},
            "ideas[0].text: expected text that is not empty, found an empty text.",
        ),
        (
            {"ideas": [{"text": "a" * 5001}]},
            "ideas[0].text: expected text of at most 5,000 letters, found 5,001 letters.",
        ),
        (
            {"passages": [{"place": "closing", "bullets": ["a"] * 201}]},
            "passages[0].bullets: expected at most 200 items, found 201 items.",
        ),
        (
            {"workshop": {"threshold": True}},
            "workshop.threshold: expected a whole number from 0 to 1,000, found true.",
        ),
        ({"ideas": {}}, "ideas: expected a list [ … ], found a group of fields."),
        ({"version": "1"}, "version: expected one of 1, 2, found the text “1”."),
        ({"format": None}, "format: expected “facilitator-workshop”, found null."),
        (
            {"version": 3},
            "version: this file needs a newer program: it is of version 3, this one reads up to 2.",
        ),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_was_expected(
    lists: dict[str, Any], sentence: str
) -> None:
    assert str(refused(document(**lists))) == sentence


def test_the_first_slip_in_the_file_is_the_one_told() -> None:
    ideas = [{"text": "x", "number": 0}, {"txt": "x"}]
    assert refused(document(ideas=ideas, sectors=[{}])).place == "ideas[0].number"


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ({"date": "2017-10-13"}, True),
        ({"date": ""}, True),
        ({"date": "2017-02-30"}, False),
        ({"date": "20171013"}, False),
        ({"date": "2017-10-13\n"}, False),
        ({"date": "٢٠١٧-10-13"}, False),
        ({"starts": "13:00"}, True),
        ({"starts": "25:00"}, False),
        ({"starts": "1 pm"}, False),
        ({"timezone": "America/Toronto"}, True),
        ({"timezone": "America"}, False),
        ({"timezone": "../../etc/passwd"}, False),
        ({"timezone": "Toronto"}, False),
        ({"timezone": ""}, False),
        ({"language": "fr-CA"}, True),
        ({"language": "French"}, False),
        ({"public_address": "https://example.org/a"}, True),
        ({"public_address": "http://"}, False),
        ({"public_address": "https://[broken"}, False),
        ({"public_address": "javascript:alert(1)"}, False),
        ({"public_address": "https://a b"}, False),
        ({"public_address": "file:///etc/passwd"}, False),
        ({"threshold": 5.0}, True),
        ({"threshold": 5.5}, False),
    ],
)
def test_dates_times_zones_languages_and_addresses_are_checked(
    fields: dict[str, Any], fits: bool
) -> None:
    text = document(workshop=fields)
    if fits:
        records_from_json(text)
    else:
        assert refused(text).place == f"workshop.{next(iter(fields))}"


@pytest.mark.parametrize(
    ("lists", "place"),
    [
        ({"principles": [{"name": "P", "colour": "red"}]}, "principles[0].colour"),
        ({"resources": [{"label": "x", "url": "ftp://x"}]}, "resources[0].url"),
        ({"resources": [{"label": "x", "url": ""}]}, "resources[0].url"),
        ({"endorsements": [{"idea": "a", "people": 0}]}, "endorsements[0].people"),
        (
            {
                "ideas": [{"id": "a", "text": "A"}],
                "rounds": [
                    {"title": "R", "method": "wall", "wall_counts": [{"idea": "a", "dots": -1}]}
                ],
            },
            "rounds[0].wall_counts[0].dots",
        ),
    ],
)
def test_values_that_cannot_be_are_refused(lists: dict[str, Any], place: str) -> None:
    assert refused(document(**lists)).place == place


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ("[]", "found a list"),
        ("null", "found null"),
        ("{", "not JSON"),
        ('{"a": NaN}', "a: expected a number, found NaN"),
        ('{"a": [-Infinity]}', "a[0]: expected a number, found -Infinity"),
        ('{"a": 1e999}', "a: expected a number of at most 1,000,000,000,000"),
        ('{"a": ' + "9" * 10_000 + "}", "a: expected a number of at most 1,000,000,000,000"),
        ('{"a": 1, "a": 1}', "a: expected each field once"),
        ('{"a": "\\ud800"}', "U+D800"),
        ('{"a": "\\u0000"}', "U+0000"),
        ('{"a": ["\\u001b[31m"]}', "a[0]: expected text without control characters"),
        ('{"\\u0000": 1}', "U+0000"),
        ('{"a": "\x1b[31m"}', "not JSON"),
        ("[" * 200_000, "levels"),
        ('{"a":' * 200_000, "levels"),
        ("[" * 13 + "]" * 13, "levels"),
        (b"\xff\xfe{\x00}\x00", "line 1: expected text in UTF-8, found the byte 0xff"),
        (b'{"a":\n "\xed\xa0\x80"}', "line 2: expected text in UTF-8"),
        (b"\x00" * 100, "not JSON"),
        ("[" + "[]," * 2_000_000 + "[]]", "more values than a workshop can have"),
    ],
)
def test_a_hostile_file_gives_one_error(text: bytes | str, problem: str) -> None:
    assert problem in str(refused(text))


def test_a_repeated_field_is_found_wherever_it_stands() -> None:
    text = document(ideas=[{"text": "x"}]).replace('"text": "x"', '"text": "x", "text": "y"')
    assert str(refused(text)) == "ideas[0].text: expected each field once, found it a second time."


def test_a_huge_file_is_refused_before_it_fills_the_memory() -> None:
    empty_lists = b"[" + b"[]," * 15_000_000 + b"[]]"
    tracemalloc.start()
    refused(empty_lists)
    refused(b" " * 50_000_001)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000_000


def test_records_have_a_bound_that_counts_cannot_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_RECORDS", 1000)
    records_from_json(document(participants=[{"count": 999}]))
    error = refused(document(participants=[{"count": 500}, {"count": 500}]))
    assert error.place == "participants[1]"


def test_a_byte_order_mark_is_no_fault() -> None:
    assert records_from_json("\ufeff" + document())
    assert records_from_json(b"\xef\xbb\xbf" + document().encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "text", "count", "ideas", "marks", "position", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
LISTS = ["workshop", "participants", "principles", "agenda", "rounds", "evaluation", "entries"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*LISTS, "format", "version", "y"]), JSON))
def test_no_file_gives_another_error(lists: dict[str, Any]) -> None:
    with contextlib.suppress(ExchangeError):
        records_from_json(document(**lists))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_give_another_error(data: bytes) -> None:
    refused(data)
