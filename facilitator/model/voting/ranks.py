"""Ranks in which ties stay ties."""

from __future__ import annotations

from collections.abc import Sequence


def competition_ranks(scores: Sequence[float]) -> tuple[int, ...]:
    """Standard competition ranks (1, 2, 2, 4) of scores in any order, the highest first."""
    first: dict[float, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), start=1):
        first.setdefault(score, place)
    return tuple(first[score] for score in scores)


def tied_at_the_top(ranks: Sequence[int], places: int = 4) -> tuple[int, ...]:
    """The ranks within the first `places` that more than one holds: these are revoted."""
    return tuple(sorted({r for r in ranks if r <= places and list(ranks).count(r) > 1}))
