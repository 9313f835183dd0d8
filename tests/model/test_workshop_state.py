"""The state in memory: order, numbers, and copies that stay as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.change import Change, added, edited, removed
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Facts, Idea, Theme
from facilitator.model.workshop import Workshop

A, B = Theme("a", 1, "A", position=2.0), Theme("b", 2, "B", position=1.0)


def test_records_stand_in_their_own_order() -> None:
    """By position where they have one, otherwise by number; ties by id."""
    assert Workshop([A, B]).all(Theme) == (B, A)
    notes = [Entry(id_, n, Quadrant.THREAT, "t") for id_, n in (("c", 2), ("b", 1), ("a", 2))]
    assert [entry.id for entry in Workshop(notes).all(Entry)] == ["b", "a", "c"]


def test_numbers_are_never_given_twice() -> None:
    workshop = Workshop([A, B])
    assert workshop.next_number(Theme) == 3
    assert workshop.next_position(Theme) == 3.0
    workshop.apply([removed(B)])
    assert workshop.next_number(Theme) == 3
    assert Workshop([A], {"themes": 40}).next_number(Theme) == 41
    assert workshop.next_number(Idea) == 1


def test_a_frozen_copy_stays_as_it_was() -> None:
    workshop = Workshop([A])
    copy = workshop.frozen()
    workshop.apply([added(B), edited(A, name="changed")])
    assert copy.all(Theme) == (A,)
    assert copy.next_number(Theme) == 2
    assert [theme.name for theme in workshop.all(Theme)] == ["B", "changed"]


_STEP = st.tuples(st.integers(0, 4), st.sampled_from(["p", "q", None, "gone"]))


@given(st.lists(_STEP, max_size=12), st.lists(_STEP, max_size=12))
def test_notes_are_found_by_their_principle(
    first: list[tuple[int, str | None]], then: list[tuple[int, str | None]]
) -> None:
    """Whatever was added, moved and removed, before it was first asked for and after."""
    workshop = Workshop()
    for steps in (first, then):
        for number, principle in steps:
            before = workshop.find(Entry, str(number))
            after = Entry(str(number), number, Quadrant.THREAT, "t", principle)
            gone = principle == "gone"
            if before is not None or not gone:
                workshop.apply([Change(before, None if gone else after)])
        for principle in ("p", "q", None):
            found = {entry.id: entry for entry in workshop.of_principle(Entry, principle)}
            assert found == {e.id: e for e in workshop.all(Entry) if e.principle == principle}


def test_what_is_not_there() -> None:
    workshop = Workshop()
    assert workshop.find(Theme, None) is None
    assert workshop.find(Theme, "gone") is None
    with pytest.raises(DomainError, match="themes"):
        workshop.get(Theme, "gone")
    with pytest.raises(DomainError, match="no facts"):
        _ = workshop.facts
    workshop.apply([added(Facts("facts"))])
    assert workshop.facts.id == "facts"
