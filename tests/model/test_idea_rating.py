"""Idea rating sheets: the agreement score, its minimum, and the flags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.kinds import Method
from facilitator.model.records import RatingSheet
from facilitator.model.voting.rating import (
    Distribution,
    agreement_score,
    minimum_dots,
    tabulate_rating,
)
from tests.model.voting_samples import contest

COUNTS = st.integers(0, 30)
DISTRIBUTIONS = st.builds(Distribution, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)


def sheet(idea: int, *counts: int, signatures: int | None = None, copy: int = 1) -> RatingSheet:
    """A sheet with counts from strong agreement on, as many as are given."""
    six = (*counts, 0, 0, 0, 0, 0, 0)
    comments = (f"comment {idea}.{copy}",)
    return RatingSheet(
        f"sheet {idea}.{copy}",
        "round",
        f"idea {idea}",
        strong_agreement=six[0],
        agreement=six[1],
        neutral=six[2],
        disagreement=six[3],
        strong_disagreement=six[4],
        confusion=six[5],
        signatures=signatures,
        comments=comments,
    )


def test_a_score_by_hand() -> None:
    """5 strong agreements, 4 agreements, 2 neutral, 1 disagreement, 1 strong: (50+20-5-10)/13."""
    assert agreement_score(Distribution(5, 4, 2, 1, 1, confusion=9), 12) == 55 / 13


@pytest.mark.parametrize(
    ("participants", "minimum"),
    [(0, 12), (1, 1), (2, 2), (9, 6), (10, 7), (11, 8), (16, 11), (17, 12), (18, 12), (400, 12)],
)
def test_the_minimum_is_twelve_or_two_thirds_of_a_small_room(
    participants: int, minimum: int
) -> None:
    assert minimum_dots(participants) == minimum


def test_a_score_needs_its_minimum_of_dots_in_all() -> None:
    """Diceman asks for twelve total dots; those for confusion show that a person took part."""
    assert agreement_score(Distribution(11), 12) is None
    assert agreement_score(Distribution(10, confusion=1), 12) is None
    assert agreement_score(Distribution(12), 12) == 10
    assert agreement_score(Distribution(10, neutral=1, confusion=1), 12) == 100 / 11
    assert agreement_score(Distribution(confusion=20), 12) is None
    assert agreement_score(Distribution(), 0) is None


@given(DISTRIBUTIONS, COUNTS)
def test_the_score_stays_within_ten_and_turns_with_the_answers(
    d: Distribution, confused: int
) -> None:
    score = agreement_score(d, 1)
    if score is None:
        assert d.dots == 0
        return
    assert -10 <= score <= 10
    turned = Distribution(
        d.strong_disagreement, d.disagreement, d.neutral, d.agreement, d.strong_agreement
    )
    assert agreement_score(turned, 1) == -score
    more = Distribution(
        d.strong_agreement,
        d.agreement,
        d.neutral,
        d.disagreement,
        d.strong_disagreement,
        confused,
    )
    assert agreement_score(more, 1) == score


def test_a_round_of_sheets() -> None:
    """Scored ideas by score with ties as ties, then the others in ballot order; copies add up."""
    sheets = [
        sheet(1, 0, 12),
        sheet(2, 3, 0, 0, 0, 0, 3, signatures=6),
        sheet(3, 10, 0, signatures=9),
        sheet(3, 0, 0, 2, 0, 0, 0, copy=2),
        sheet(4, 0, 12),
    ]
    elsewhere = RatingSheet("elsewhere", "another round", "idea 1", 50)
    rows = tabulate_rating(contest(method=Method.RATING), [*reversed(sheets), elsewhere], 37)
    assert [(r.rank, r.idea.number, r.score) for r in rows] == [
        (1, 3, 100 / 12),
        (2, 1, 5.0),
        (2, 4, 5.0),
        (None, 2, None),
    ]
    third, first, _, second = rows
    assert (third.signatures, third.signatures_differ) == (9, True)
    assert third.comments == ("comment 3.1", "comment 3.2")
    assert (second.many_confused, second.signatures_differ) == (True, False)
    assert (first.many_confused, first.signatures, first.signatures_differ) == (False, None, False)
    assert second.distribution == Distribution(strong_agreement=3, confusion=3)
