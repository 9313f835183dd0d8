"""Time goes on as it does in the room, whatever is done to the computer's clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.steady import TOLD_FROM, Anchor, Reading

START = Reading(1_795_000_000.0, 5_000.0, "first")


@pytest.mark.parametrize("text", ["", "[]", "7", "[1,2,3]", '[1,2,"a","b"]', "{", '{"a": 1}'])
def test_what_is_no_anchor_is_none(text: str) -> None:
    assert Anchor.from_text(text) is None


def test_a_change_is_news_once_and_back_again() -> None:
    anchor = Anchor(START)
    later = Reading(START.wall + 60 + 3540, START.steady + 60, "first")
    assert anchor.news(later) == pytest.approx(3540)
    told = Anchor(START, told=anchor.change(later))
    assert told.news(later) is None
    back = Reading(START.wall + 90, START.steady + 90, "first")
    assert told.news(back) == pytest.approx(-3540)
    assert anchor.news(Reading(START.wall + 60 + TOLD_FROM / 2, START.steady + 60, "first")) is None


events = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.floats(0, 90_000)),  # awake or asleep, it is the same
        st.tuples(st.just("set"), st.floats(-100_000, 100_000)),
        st.tuples(st.just("restart"), st.just(0.0)),
    ),
    max_size=20,
)


@given(events)
def test_only_what_passed_has_passed(happened: list[tuple[str, float]]) -> None:
    anchor, reading, passed = Anchor(START), START, 0.0
    for what, seconds in happened:
        if what == "pass":
            reading = Reading(reading.wall + seconds, reading.steady + seconds, "first")
            passed += seconds
        elif what == "set":
            reading = Reading(reading.wall + seconds, reading.steady, "first")
        else:
            again = Anchor.from_text(anchor.to_text())
            assert again == anchor
            anchor = again
        assert anchor.time(reading) - START.wall == pytest.approx(passed, abs=0.01)
        assert anchor.change(reading) == pytest.approx(reading.wall - START.wall - passed, abs=0.01)


@given(st.floats(0, 1e6), st.floats(-1e6, 1e6))
def test_after_a_start_of_the_machine_the_wall_is_all_there_is(up: float, changed: float) -> None:
    reading = Reading(START.wall + changed, up, "second")
    assert not Anchor(START).holds(reading)
    assert Anchor(START).time(reading) == reading.wall
    assert Anchor(START).news(reading) is None
    rewound = Reading(START.wall + changed, START.steady - 1, "first")  # a machine put back
    assert Anchor(START).time(rewound) == rewound.wall
