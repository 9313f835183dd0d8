from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.limits import TEXT_LETTERS, clean_text, tidy


def test_ids_sort_by_time_even_within_a_millisecond() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert {(len(id_), uuid.UUID(id_).version) for id_ in ids} == {(36, 7)}


def test_the_longest_text_fits_and_one_letter_more_does_not() -> None:
    assert len(clean_text(" " + "é" * TEXT_LETTERS)) == TEXT_LETTERS
    with pytest.raises(DomainError, match="5,001 letters"):
        clean_text("é" * (TEXT_LETTERS + 1))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two\nlines\t", "two\nlines"),
        ("bell\x07 del\x7f c1\x85", "bell  del  c1"),
        ("half\ud800 pair", "half  pair"),
        ("مرحبا ᐃᓄᒃ 漢 👩🏽‍🏫 e\u0301", "مرحبا ᐃᓄᒃ 漢 👩🏽‍🏫 e\u0301"),
    ],
)
def test_texts_are_kept_but_for_what_is_no_text(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(st.text(st.characters(exclude_categories=[])))
def test_a_tidy_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    kept = tidy(text)
    assert tidy(kept) == kept
    assert kept.encode().decode() == kept
