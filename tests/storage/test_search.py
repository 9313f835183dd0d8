"""Search finds what was typed, by words, parts, numbers; and follows every change."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Idea, Participant, Question
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from facilitator.storage.search import SearchIndex


def index(*texts: str) -> SearchIndex:
    return SearchIndex(
        Workshop(
            Entry(str(number), number, Quadrant.STRENGTH, text)
            for number, text in enumerate(texts, start=1)
        )
    )


def found(index: SearchIndex, query: str) -> set[str]:
    return {hit.id for hit in index.find(query)}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("library", {"1"}),
        ("lib", {"1"}),
        ("the lib sun", {"1"}),
        ("économie", {"2"}),
        ("ECONOMIE", {"2"}),
        ("brary", {"1"}),
        ("N3", {"3"}),
        ("50%", {"3"}),
        ("", set()),
        ("   ", set()),
        ("nothing here", set()),
        ('" OR text:*', set()),
        ("NEAR(", set()),
        ("漢字", {"4"}),
    ],
)
def test_what_is_found(query: str, ids: set[str]) -> None:
    texts = ("Open the library on Sunday", "L’économie d’ici", "50% off", "漢字を学ぶ")
    assert found(index(*texts), query) == ids


@given(st.text(max_size=60))
def test_no_query_is_an_error(query: str) -> None:
    index("a", "b c").find(query)


@given(
    st.lists(st.text(string.ascii_letters + " éü", min_size=1, max_size=20), max_size=8),
    st.integers(0, 7),
)
def test_each_word_of_a_note_finds_it(texts: list[str], which: int) -> None:
    whole = index(*texts)
    for place, text in enumerate(texts, start=1):
        for word in text.split()[:1]:
            assert str(place) in found(whole, word)


def test_every_kind_of_text_is_found_and_changes_are_followed(tmp_path: Path) -> None:
    records = (
        Idea("i", 7, "A night bus"),
        Participant("p", name="Bea Okoro", organization="Bus riders"),
        Question("q", 1, "When?", "After the busy season"),
    )
    with WorkshopFile.create(tmp_path / "a.workshop", records) as file:
        index = SearchIndex(file.workshop)
        assert found(index, "bus") == {"i", "p", "q"}
        assert found(index, "ID7") == {"i"}
        done = file.perform(
            swot.add_entries(file.workshop, swot.Target(Quadrant.THREAT), ["No bus on Sunday"])
        )
        assert done is not None
        index.follow(done.changes)
        (note,) = file.workshop.all(Entry)
        assert found(index, "sunday") == {note.id}
        done = file.perform(swot.edit_entry(file.workshop, note.id, "No tram"))
        assert done is not None
        index.follow(done.changes)
        assert (found(index, "sunday"), found(index, "tram")) == (set(), {note.id})
        undone = file.undo()
        assert undone is not None
        index.follow(undone.changes)
        assert (found(index, "sunday"), found(index, "tram")) == ({note.id}, set())
