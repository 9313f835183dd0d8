from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.voting.ranks import competition_ranks, tied_at_the_top


def test_ranks_by_hand() -> None:
    assert competition_ranks([4, 9, 7, 7]) == (4, 1, 2, 2)
    assert competition_ranks([]) == ()


def test_only_ties_at_the_top_are_revoted() -> None:
    assert tied_at_the_top([1, 2, 2, 4]) == (2,)
    assert tied_at_the_top([1, 1, 3, 4, 4, 6, 6]) == (1, 4)
    assert tied_at_the_top([1, 2, 3, 4, 5, 5]) == ()


@given(st.lists(st.integers(0, 5)))
def test_a_rank_says_how_many_are_ahead(scores: list[int]) -> None:
    ranks = competition_ranks(scores)
    assert ranks == tuple(1 + sum(other > score for other in scores) for score in scores)
