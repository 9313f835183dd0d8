"""Small votes to work out by hand, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from facilitator.model.kinds import Method
from facilitator.model.records import Ballot, Criterion, Idea, Mark, Round, WallCount
from facilitator.model.voting.electorate import Contest

IDEAS = tuple(Idea(f"idea {n}", n, f"The idea {n}", position=n) for n in range(1, 5))


def contest(
    *, criteria: dict[str, int | None] | None = None, ideas: int = 4, **fields: Any
) -> Contest:
    """A round on the first ideas; `criteria` are names with their dots."""
    fields.setdefault("method", Method.BALLOTS)
    own = tuple(
        Criterion(name, "round", name, dots=dots) for name, dots in (criteria or {}).items()
    )
    return Contest(Round("round", "The vote", **fields), IDEAS[:ideas], own)


def ballot(number: int, *dots: int, criterion: str | None = None, spoiled: str = "") -> Ballot:
    """A ballot with so many dots on idea 1, idea 2 and so on."""
    marks = tuple(Mark(f"idea {n}", d, criterion) for n, d in enumerate(dots, start=1) if d)
    return Ballot(f"ballot {number}", number, "round", marks, spoiled)


def wall(idea: int, dots: int, counter: int = 1, criterion: str | None = None) -> WallCount:
    """A pass of counting on the wall."""
    id_ = f"count {idea} {counter} {criterion}"
    return WallCount(id_, "round", f"idea {idea}", dots, criterion, counter)


@st.composite
def ballots(draw: st.DrawFn, criteria: tuple[str | None, ...]) -> tuple[Ballot, ...]:
    """Ballots with everything that people do: good ones, and each way of spoiling one."""
    mark = st.builds(
        Mark,
        st.sampled_from([*(idea.id for idea in IDEAS), "no such idea"]),
        st.integers(-1, 4),
        st.sampled_from([*criteria, "no such criterion"]),
    )
    all_marks = draw(st.lists(st.lists(mark, max_size=4), max_size=12))
    return tuple(
        Ballot(f"ballot {n}", n, "round", tuple(marks), draw(st.sampled_from(["", "", "torn"])))
        for n, marks in enumerate(all_marks, start=1)
    )


@st.composite
def votes(draw: st.DrawFn) -> tuple[Contest, tuple[Ballot, ...]]:
    """A dot vote by ballot, with one kind of dots or two."""
    criteria = draw(st.sampled_from([None, {"interest": None, "passion": 2}]))
    own = contest(
        criteria=criteria,
        dots=draw(st.integers(0, 5)),
        stacking=draw(st.none() | st.integers(1, 3)),
        voters=draw(st.none() | st.integers(0, 15)),
    )
    return own, draw(ballots(own.keys))
