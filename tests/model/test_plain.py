"""Records as plain values, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from facilitator.model.plain import from_plain, to_plain
from facilitator.model.records import BY_KIND, RECORD_TYPES, Entry, Record
from tests.model.record_samples import RECORDS


@given(RECORDS)
def test_every_record_comes_back_from_its_plain_values(record: Record) -> None:
    plain = json.loads(json.dumps(to_plain(record)))
    again = from_plain(type(record), plain)
    assert again == record
    assert to_plain(again) == to_plain(record)


def test_every_kind_is_known_once() -> None:
    assert list(BY_KIND.values()) == list(RECORD_TYPES)
    assert set(RECORD_TYPES) == set(Record.__args__)


@pytest.mark.parametrize(
    "plain",
    [
        {"id": "e", "number": 1, "quadrant": "no such quadrant", "text": "t"},
        {"id": "e", "number": 1, "quadrant": "threat"},
        {"id": "e", "number": 1, "quadrant": "threat", "text": "t", "no such field": 1},
    ],
)
def test_what_is_no_record_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        from_plain(Entry, plain)
