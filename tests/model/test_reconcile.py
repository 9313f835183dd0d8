"""What the check says where the dots do not add up."""

from __future__ import annotations

import pytest

from facilitator.model.kinds import Method
from facilitator.model.reconcile import discrepancies
from facilitator.model.records import Criterion, Facts, Idea, Round, WallCount
from facilitator.model.workshop import Workshop


@pytest.mark.parametrize(
    ("unused", "said"),
    [
        (0, "2 dots are not accounted for"),
        (1, "1 dot is not accounted for"),
        (2, None),
        (3, "1 dot more came back than issued"),
        (4, "2 dots more came back than issued"),
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


def test_a_dot_colour_that_nobody_counted_is_told_once_the_round_is_closed() -> None:
    colours = [Criterion("a", "r", "Impact"), Criterion("b", "r", "Energy", position=1)]
    for closed, said in (
        (False, []),
        (True, ["“Vote”: no dots are counted for “Energy”; count them."]),
    ):
        round_ = Round("r", "Vote", Method.WALL, closed=closed)
        count = WallCount("c", "r", "i", 4, criterion="a")
        workshop = Workshop([Facts("f"), Idea("i", 1, "Plant trees"), round_, *colours, count])
        assert list(discrepancies(workshop)) == said
