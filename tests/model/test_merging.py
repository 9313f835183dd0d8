"""Ideas merged for the vote: what is counted, what is refused, and that unmerging restores."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import merging, votes
from facilitator.model.change import Act
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Combine, Method
from facilitator.model.merging import (
    alike_ideas,
    leader_of,
    leading_ideas,
    merge_ideas,
    merged_ideas,
    most_alike_first,
    unmerge_idea,
)
from facilitator.model.records import (
    Ballot,
    Criterion,
    Idea,
    Mark,
    Principle,
    RatingSheet,
    Record,
    Round,
    WallCount,
)
from facilitator.model.voting.dots import DotResult
from facilitator.model.voting.electorate import contest
from facilitator.model.voting.outcome import dot_result, rating_result
from facilitator.model.workshop import Workshop

IDEAS = 6
COLOURS = ("red", "blue")


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


def id_(number: int) -> str:
    return f"idea {number}"


def vote(**fields: Any) -> Round:
    own: dict[str, Any] = {"method": Method.BALLOTS, "dots": 6, "combine": Combine.SUM}
    return Round("round", "The vote", **(own | fields))


def room(*records: Record, round_: Round | None = None, **fields: Any) -> Workshop:
    """Six ideas of one principle, a round, and whatever else."""
    own = [Idea(id_(n), n, f"The idea {n}", "p", position=n) for n in range(1, IDEAS + 1)]
    return Workshop([Principle("p", "P"), *own, round_ or vote(**fields), *records])


def ballot(number: int, *ideas: int, criterion: str | None = None) -> Ballot:
    """A ballot with a dot on each idea, or several."""
    marks = tuple(Mark(id_(n), ideas.count(n), criterion) for n in dict.fromkeys(ideas))
    return Ballot(f"ballot {number}", number, "round", marks)


def result(workshop: Workshop) -> DotResult:
    return dot_result(workshop, workshop.get(Round, "round"))


def dots(workshop: Workshop) -> dict[int, tuple[int, int | None]]:
    """The dots and the voters of each idea by its number."""
    rows = result(workshop).criteria[0].ideas
    return {row.idea.number: (row.dots, row.voters) for row in rows}


# What is counted


def test_dots_of_merged_ideas_count_for_the_one_that_leads() -> None:
    workshop = room(ballot(1, 1, 2, 2), ballot(2, 2, 3), ballot(3, 1))
    did(workshop, merge_ideas(workshop, id_(1), [id_(2)]))
    assert dots(workshop) == {1: (5, 3), 3: (1, 1), 4: (0, 0), 5: (0, 0), 6: (0, 0)}
    did(workshop, votes.choose_combine(workshop, "round", Combine.HIGHEST))
    assert dots(workshop)[1] == (4, 3)
    sums = result(workshop).reconciliation
    assert (sums.used, sums.merged, sums.difference) == (6, 1, 0)


def test_a_ballot_is_judged_as_it_was_filled_in() -> None:
    """Two dots on one idea are too many; one on each of two that were merged later are not."""
    workshop = room(ballot(1, 1, 2), ballot(2, 1, 1), stacking=1)
    did(workshop, merge_ideas(workshop, id_(1), [id_(2)]))
    assert [s.ballot.number for s in result(workshop).spoiled] == [2]
    assert dots(workshop)[1] == (2, 1)


def test_the_wall_is_combined_for_each_colour() -> None:
    colours = [Criterion(name, "round", name, position=n) for n, name in enumerate(COLOURS)]
    counts = [
        WallCount(f"{idea} {colour} {pass_}", "round", id_(idea), number, colour, pass_)
        for idea, colour, pass_, number in (
            (1, "red", 1, 5),
            (2, "red", 1, 3),
            (2, "red", 2, 4),
            (2, "blue", 1, 2),
        )
    ]
    workshop = room(*colours, *counts, method=Method.WALL)
    did(workshop, merge_ideas(workshop, id_(1), [id_(2)]))
    red, blue = result(workshop).criteria
    assert (red.ideas[0].dots, red.ideas[0].unsettled, blue.ideas[0].dots) == (8, (8, 9), 2)
    did(workshop, votes.choose_combine(workshop, "round", Combine.HIGHEST))
    red, blue = result(workshop).criteria
    assert (red.ideas[0].dots, blue.ideas[0].dots) == (5, 2)
    assert result(workshop).reconciliation.used == 10
    assert result(workshop).reconciliation.merged == 3


def test_a_merged_idea_is_not_offered_but_may_be_marked() -> None:
    workshop = room(ideas=(id_(2), id_(3)))
    did(workshop, merge_ideas(workshop, id_(1), [id_(2)]))
    about = contest(workshop, workshop.get(Round, "round"))
    assert [idea.number for idea in about.ideas] == [1, 3]
    assert {id_(1), id_(2), id_(3)} == about.leaders.keys()
    did(workshop, votes.close_round(workshop, "round"))
    assert workshop.get(Round, "round").ideas == (id_(2), id_(3))


def test_a_quarter_of_the_ideas_that_are_offered() -> None:
    workshop = room()
    did(workshop, merge_ideas(workshop, id_(1), [id_(2), id_(3)]))
    assert [idea.number for idea in leading_ideas(workshop)] == [1, 4, 5, 6]


# Who leads


def test_merging_into_a_merged_idea_goes_to_the_one_that_leads() -> None:
    workshop = room()
    did(workshop, merge_ideas(workshop, id_(1), [id_(2)]))
    act = did(workshop, merge_ideas(workshop, id_(2), [id_(3), id_(4)]))
    assert act.count == 2
    assert workshop.get(Idea, id_(3)).merged_into == id_(1)
    did(workshop, merge_ideas(workshop, id_(5), [id_(4)]))
    assert leader_of(workshop, workshop.get(Idea, id_(2))).number == 5
    assert [i.number for i in merged_ideas(workshop)[id_(5)]] == [1, 2, 3, 4]
    with pytest.raises(DomainError, match="nothing to merge into idea 5"):
        merge_ideas(workshop, id_(1), [id_(5), id_(2)])
    did(workshop, unmerge_idea(workshop, id_(1)))
    assert [i.number for i in merged_ideas(workshop)[id_(1)]] == [2, 3, 4]
    with pytest.raises(DomainError, match="not merged"):
        unmerge_idea(workshop, id_(1))


def test_a_circle_in_a_damaged_file_ends() -> None:
    circle = [Idea(id_(n), n, "x", merged_into=id_(n % 3 + 1)) for n in (1, 2, 3)]
    alone = Idea(id_(4), 4, "x", merged_into="gone")
    workshop = Workshop([*circle, alone, Idea(id_(5), 5, "x", merged_into=id_(1))])
    assert [leader_of(workshop, i).number for i in workshop.all(Idea)] == [1, 2, 3, 4, 1]


def test_only_ideas_of_one_principle() -> None:
    workshop = room(Principle("q", "Q"), Idea("other", 9, "Elsewhere", "q"))
    with pytest.raises(DomainError, match="Ideas 1 and 9 belong to different principles"):
        merge_ideas(workshop, id_(1), ["other"])


def test_an_idea_that_was_rated_keeps_its_words() -> None:
    workshop = room(RatingSheet("s", "round", id_(2), agreement=3), method=Method.RATING)
    for leader, other in ((1, 2), (2, 1)):
        with pytest.raises(DomainError, match="Idea 2 has rating sheets"):
            merge_ideas(workshop, id_(leader), [id_(other)])
    did(workshop, merge_ideas(workshop, id_(3), [id_(4)]))
    with pytest.raises(DomainError, match="Idea 4 is merged into idea 3"):
        votes.record_rating(workshop, RatingSheet("", "round", id_(4)))
    did(workshop, votes.record_rating(workshop, RatingSheet("", "round", id_(3), agreement=2)))
    rows = rating_result(workshop, workshop.get(Round, "round"))
    assert {row.idea.number: row.distribution.people for row in rows}[3] == 2
    assert len(rows) == IDEAS - 1


# What must hold for every vote


@st.composite
def votes_with_groups(draw: st.DrawFn) -> tuple[Workshop, list[tuple[int, int]]]:
    """A vote by ballot or on the wall in one colour or two, and merges, one after another."""
    colours: list[str | None] = [None] if draw(st.booleans()) else [*COLOURS]
    numbers = st.integers(1, IDEAS)
    mark = st.builds(Mark, numbers.map(id_), st.integers(0, 3), st.sampled_from(colours))
    cast: list[Record] = [
        Ballot(f"b{n}", n, "round", tuple(marks))
        for n, marks in enumerate(draw(st.lists(st.lists(mark, max_size=4), max_size=6)), start=1)
    ]
    counted = st.tuples(numbers, st.sampled_from(colours), st.integers(0, 2))
    for (idea, colour, pass_), number in draw(
        st.dictionaries(counted, st.integers(0, 9), max_size=8)
    ).items():
        cast.append(WallCount(f"{idea}{colour}{pass_}", "round", id_(idea), number, colour, pass_))
    cast += [Criterion(c, "round", c) for c in colours if c is not None]
    round_ = vote(
        method=draw(st.sampled_from([Method.BALLOTS, Method.WALL])),
        dots=draw(st.integers(1, 6)),
        stacking=draw(st.none() | st.integers(1, 3)),
    )
    merges = draw(st.lists(st.tuples(numbers, numbers), max_size=4))
    return room(*cast, round_=round_), merges


def merged(workshop: Workshop, merges: list[tuple[int, int]]) -> list[Act]:
    acts = []
    for leader, other in merges:
        try:
            acts.append(did(workshop, merge_ideas(workshop, id_(leader), [id_(other)])))
        except DomainError:
            assert leader_of(workshop, workshop.get(Idea, id_(leader))) == leader_of(
                workshop, workshop.get(Idea, id_(other))
            )
    return acts


@given(votes_with_groups())
def test_unmerging_restores_every_outcome(case: tuple[Workshop, list[tuple[int, int]]]) -> None:
    workshop, merges = case
    stood = []
    for merge in merges:
        before = workshop.all(Idea), result(workshop)
        stood += [(act, before) for act in merged(workshop, [merge])]
    for act, before in reversed(stood):
        for change in act.changes:
            did(workshop, unmerge_idea(workshop, change.id))
        assert (workshop.all(Idea), result(workshop)) == before


@given(votes_with_groups())
def test_no_dot_is_lost_and_nobody_counts_twice(
    case: tuple[Workshop, list[tuple[int, int]]],
) -> None:
    workshop, merges = case
    before = result(workshop)
    merged(workshop, merges)
    summed = result(workshop)
    did(workshop, votes.choose_combine(workshop, "round", Combine.HIGHEST))
    highest = result(workshop)
    assert [c.dots for c in summed.criteria] == [c.dots for c in before.criteria]
    assert summed.spoiled == highest.spoiled
    assert [s.ballot for s in summed.spoiled] == [s.ballot for s in before.spoiled]
    for one, other in zip(summed.criteria, highest.criteria, strict=True):
        less = {row.idea.id: row for row in other.ideas}
        for row in one.ideas:
            assert less[row.idea.id].dots <= row.dots
            assert less[row.idea.id].voters == row.voters
            assert row.voters is None or row.voters <= min(row.dots, summed.counted or 0)
    for outcome in (summed, highest):
        sums = outcome.reconciliation
        assert sums.used - sums.merged == sum(c.dots for c in outcome.criteria)
        assert sums.used == before.reconciliation.used
        assert sums.difference == before.reconciliation.difference


# What is offered


def test_ideas_that_look_alike_are_offered() -> None:
    texts = (
        ("p", "Share the data openly"),
        ("p", "Plant trees along the road"),
        ("p", "share data, openly!"),
        ("q", "Share the data openly"),
        ("p", "Share the data open"),
    )
    own = [Idea(id_(n), n, text, principle) for n, (principle, text) in enumerate(texts, start=1)]
    workshop = Workshop(own)

    def offered() -> list[tuple[int, int]]:
        found = (pair for pairs in alike_ideas(workshop.each(Idea)) for pair in pairs)
        return [(pair.first.number, pair.second.number) for pair in most_alike_first(found)]

    assert offered() == [(1, 5), (1, 3), (3, 5)]
    did(workshop, merging.merge_ideas(workshop, id_(1), [id_(3)]))
    assert offered() == [(1, 5)]
