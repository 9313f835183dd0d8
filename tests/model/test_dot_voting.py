"""Dot voting: hand-worked examples, and what must always hold."""

from __future__ import annotations

from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.kinds import Method
from facilitator.model.records import Ballot, Mark, WallCount
from facilitator.model.voting.dots import (
    DotResult,
    Spoiled,
    judge,
    tabulate_ballots,
    tabulate_dots,
    tabulate_wall,
)
from facilitator.model.voting.electorate import Contest
from tests.model.voting_samples import IDEAS, ballot, contest, votes, wall


def standings(result: DotResult, part: int = 0) -> list[tuple[int, int, int]]:
    """Rank, idea and dots, as they are listed."""
    return [(r.rank, r.idea.number, r.dots) for r in result.criteria[part].ideas]


def test_four_ballots_by_hand() -> None:
    """Three dots each: A gives 2+1, B 1+1+1, C 3 on idea 3, D hands in an empty ballot."""
    result = tabulate_ballots(
        contest(dots=3), [ballot(1, 2, 1), ballot(2, 1, 1, 1), ballot(3, 0, 0, 3), ballot(4)]
    )
    assert standings(result) == [(1, 3, 4), (2, 1, 3), (3, 2, 2), (4, 4, 0)]
    shares = [row.share for row in result.criteria[0].ideas]
    assert shares == [4 / 9, 3 / 9, 2 / 9, 0.0]
    assert [row.voters for row in result.criteria[0].ideas] == [2, 2, 2, 0]
    sums = result.reconciliation
    assert (sums.voters, sums.issued, sums.used, sums.unused) == (4, 12, 9, 3)
    assert (sums.spoiled, sums.difference) == (0, 0)
    assert result.counted == 4


def test_ties_stay_ties_and_every_idea_is_listed() -> None:
    result = tabulate_ballots(contest(dots=9), [ballot(1, 1, 2, 2, 4)])
    assert standings(result) == [(1, 4, 4), (2, 2, 2), (2, 3, 2), (4, 1, 1)]
    nothing = tabulate_ballots(contest(), [])
    assert standings(nothing) == [(1, 1, 0), (1, 2, 0), (1, 3, 0), (1, 4, 0)]
    assert all(row.share is None for row in nothing.criteria[0].ideas)


@pytest.mark.parametrize(
    ("marks", "by_hand", "reason"),
    [
        ([Mark("idea 1", 4)], "", Spoiled.TOO_MANY_DOTS),
        ([Mark("idea 1", 2), Mark("idea 2", 2)], "", Spoiled.TOO_MANY_DOTS),
        ([Mark("idea 9", 1)], "", Spoiled.UNKNOWN_IDEA),
        ([Mark("idea 1", 1, "passion")], "", Spoiled.UNKNOWN_CRITERION),
        ([Mark("idea 1", -1)], "", Spoiled.NEGATIVE),
        ([Mark("idea 1", 3)], "", Spoiled.STACKING),
        ([Mark("idea 1", 2), Mark("idea 1", 1)], "", Spoiled.STACKING),
        ([Mark("idea 1", 1)], "signed by two", Spoiled.BY_HAND),
        ([Mark("idea 1", 2), Mark("idea 2", 1)], "", None),
        ([], "", None),
    ],
)
def test_every_way_to_spoil_a_ballot(
    marks: list[Mark], by_hand: str, reason: Spoiled | None
) -> None:
    given_in = Ballot("b", 7, "round", tuple(marks), by_hand)
    own = contest(dots=3, stacking=2)
    assert judge(own, given_in) is reason
    result = tabulate_ballots(own, [given_in])
    assert [(s.ballot, s.reason) for s in result.spoiled] == [(given_in, reason)] * bool(reason)
    assert result.reconciliation.spoiled == (3 if reason else 0)
    if reason:
        assert all(row.dots == 0 for row in result.criteria[0].ideas)


def test_criteria_have_dots_of_their_own() -> None:
    """Interest has the round's 3 dots, passion 1: 4 dots a person."""
    own = contest(criteria={"interest": None, "passion": 1}, dots=3)
    marks = (Mark("idea 1", 3, "interest"), Mark("idea 2", 1, "passion"))
    good = Ballot("good", 1, "round", marks)
    greedy = Ballot("greedy", 2, "round", (Mark("idea 2", 2, "passion"),))
    colourless = Ballot("colourless", 3, "round", (Mark("idea 2", 1),))
    result = tabulate_ballots(own, [good, greedy, colourless])
    assert [s.reason for s in result.spoiled] == [Spoiled.TOO_MANY_DOTS, Spoiled.UNKNOWN_CRITERION]
    assert [part.criterion for part in result.criteria] == ["interest", "passion"]
    assert standings(result, 0)[0] == (1, 1, 3)
    assert standings(result, 1)[0] == (1, 2, 1)
    sums = result.reconciliation
    assert (sums.dots_each, sums.issued, sums.used, sums.unused, sums.spoiled) == (4, 12, 4, 0, 8)


def test_more_people_got_dots_than_gave_them_back() -> None:
    result = tabulate_ballots(contest(dots=3, voters=5), [ballot(1, 3), ballot(2, 1)])
    sums = result.reconciliation
    assert (sums.issued, sums.used, sums.unused, sums.difference) == (15, 4, 2, 9)


def test_wall_counts_know_dots_but_not_voters() -> None:
    """Two passes agree on idea 1, differ on idea 2, were settled for idea 3; idea 4 has none."""
    counts = [wall(1, 5), wall(1, 5, 2), wall(2, 4), wall(2, 6, 2)]
    counts += [wall(3, 2), wall(3, 1, 2), wall(3, 3, 0)]
    result = tabulate_wall(contest(method=Method.WALL, dots=3, voters=5, unused=2), counts)
    assert standings(result) == [(1, 1, 5), (2, 2, 4), (3, 3, 3), (4, 4, 0)]
    assert [row.unsettled for row in result.criteria[0].ideas] == [(), (4, 6), (), ()]
    assert all(row.voters is None for row in result.criteria[0].ideas)
    assert result.counted is None
    sums = result.reconciliation
    assert (sums.issued, sums.used, sums.unused, sums.difference) == (15, 12, 2, 1)


@pytest.mark.parametrize(("voters", "unused"), [(None, 2), (5, None), (None, None)])
def test_what_nobody_counted_is_not_invented(voters: int | None, unused: int | None) -> None:
    own = contest(method=Method.WALL, voters=voters, unused=unused)
    sums = tabulate_wall(own, [wall(1, 5)]).reconciliation
    assert sums.difference is None
    assert sums.unused == unused
    assert (sums.issued is None) == (voters is None)


def test_a_round_counts_its_own_votes_only_and_by_its_method() -> None:
    other = Ballot("other", 9, "another round", (Mark("idea 1", 1),))
    result = tabulate_dots(contest(), [ballot(1, 1), other], [wall(1, 50)])
    assert result.criteria[0].dots == 1
    elsewhere = WallCount("elsewhere", "another round", "idea 1", 9)
    on_wall = contest(method=Method.WALL)
    assert tabulate_dots(on_wall, [ballot(1, 1)], [wall(1, 50), elsewhere]).criteria[0].dots == 50


@given(votes())
def test_dots_add_up(vote: tuple[Contest, tuple[Ballot, ...]]) -> None:
    own, given_in = vote
    result = tabulate_ballots(own, given_in)
    sums = result.reconciliation
    assert sums.issued is not None
    assert sums.unused is not None
    assert sums.difference is not None
    assert sums.issued == sums.used + sums.unused + sums.spoiled + sums.difference
    assert sums.unused >= 0
    assert sums.used == sum(part.dots for part in result.criteria)
    assert result.counted == len(given_in) - len(result.spoiled)
    if own.round.voters is None:
        assert sums.difference == 0


@given(votes())
def test_every_list_is_whole(vote: tuple[Contest, tuple[Ballot, ...]]) -> None:
    own, given_in = vote
    result = tabulate_ballots(own, given_in)
    for part in result.criteria:
        rows = part.ideas
        assert sorted(row.idea.number for row in rows) == [idea.number for idea in IDEAS]
        assert part.dots == sum(row.dots for row in rows)
        shares = [row.share for row in rows if row.share is not None]
        assert isclose(sum(shares), 1) if part.dots else not shares
        for row in rows:
            assert row.rank == 1 + sum(other.dots > row.dots for other in rows)
            assert row.voters is not None
            assert row.voters <= row.dots
        assert [row.rank for row in rows] == sorted(row.rank for row in rows)


@given(votes(), st.randoms())
def test_the_order_of_entry_does_not_matter(
    vote: tuple[Contest, tuple[Ballot, ...]], chance: Random
) -> None:
    own, given_in = vote
    shuffled = list(given_in)
    chance.shuffle(shuffled)
    assert tabulate_ballots(own, shuffled) == tabulate_ballots(own, given_in)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 9), st.integers(0, 2)), max_size=9),
    st.randoms(),
)
def test_the_order_of_counting_does_not_matter(
    passes: list[tuple[int, int, int]], chance: Random
) -> None:
    counts = [wall(*one) for one in {(i, c): (i, d, c) for i, d, c in passes}.values()]
    shuffled = list(counts)
    chance.shuffle(shuffled)
    own = contest(method=Method.WALL, voters=9)
    assert tabulate_wall(own, shuffled) == tabulate_wall(own, counts)
