"""What the check says where the dots do not add up."""

from __future__ import annotations

import pytest

from facilitator.model.kinds import Method
from facilitator.model.reconcile import discrepancies
from facilitator.model.records import Facts, Idea, Round, WallCount
from facilitator.model.workshop import Workshop


@pytest.mark.parametrize(
    ("unused", "said"),
    [
        (0, "2 dots are not accounted for"),
        (1, "1 dot is not accounted for"),
        (2, None),
        (3, "1 dot more came back than given out"),
        (4, "2 dots more came back than given out"),
    ],
)
def test_a_difference_is_said_in_whole_words(unused: int, said: str | None) -> None:
    round_ = Round("r", "Vote", Method.WALL, dots=2, voters=3, unused=unused, closed=True)
    workshop = Workshop(
        [Facts("f"), Idea("i", 1, "Plant trees"), round_, WallCount("c", "r", "i", 4)]
    )
    sentences = list(discrepancies(workshop))
    assert len(sentences) == (said is not None)
    assert all(said in sentence for sentence in sentences if said)
