"""The bubbles of one row of a ballot: how many, and where, from the contest alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.model.voting.electorate import Contest

BETWEEN = 2.3
"""White between two bubbles."""

BETWEEN_GROUPS = 6.0
NAMED = 20.0
"""The least width of a column of bubbles with a name over it."""

LABEL = 42.0
MOST_BUBBLES = 400
"""For one idea: more than that is a slip."""


@dataclass(frozen=True, slots=True)
class Group:
    """The bubbles of one criterion, from the left top corner of the grid."""

    criterion: str | None
    name: str
    x: float
    y: float
    width: float
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The bubbles of a row: beside the idea, or `stacked` under it with their names after them."""

    groups: tuple[Group, ...]
    width: float
    height: float
    side: float
    stacked: bool = False
    label: float = 0.0

    @property
    def pitch(self) -> float:
        """From one bubble to the next."""
        return self.side + BETWEEN


def bubble_count(contest: Contest, criterion: str | None) -> int:
    """How many bubbles an idea has on a criterion: as many dots as one person may give it."""
    dots = max(contest.dots_for(criterion), 0)
    limit = contest.round.stacking
    return dots if limit is None else min(max(limit, 0), dots)


def grid_of(contest: Contest, width: float, side: float, indent: float = 0.0) -> Grid:
    """Place the bubbles in a row of a width: at most half of it, else under the idea, indented."""
    names = {criterion.id: criterion.name for criterion in contest.criteria}
    wanted = [(key, names.get(key or "", ""), bubble_count(contest, key)) for key in contest.keys]
    total = sum(n for _, _, n in wanted)
    if not total:
        raise DomainError(f"“{contest.round.title}” gives nobody a dot: set its dots, then print.")
    if total > MOST_BUBBLES:
        raise DomainError(
            f"{total} circles for each idea do not fit on a ballot: give fewer dots, "
            "or let fewer be put on one idea."
        )
    wanted = [group for group in wanted if group[2]]
    most = max(n for _, _, n in wanted)
    for across in dict.fromkeys((most, 10, 5, 4, 3)):
        if across <= most:
            grid = _beside(wanted, across, side)
            if grid.width <= width * 0.5:
                return grid
    return _under(wanted, width - indent, side)


def _places(count: int, across: int, pitch: float) -> tuple[tuple[float, float], ...]:
    return tuple((n % across * pitch, n // across * pitch) for n in range(count))


def _beside(wanted: list[tuple[str | None, str, int]], across: int, side: float) -> Grid:
    pitch, x, groups = side + BETWEEN, 0.0, []
    for key, name, count in wanted:
        width = min(count, across) * pitch - BETWEEN
        width = max(width, NAMED) if name else width
        groups.append(Group(key, name, x, 0.0, width, _places(count, across, pitch)))
        x += width + BETWEEN_GROUPS
    lines = max(math.ceil(count / across) for _, _, count in wanted)
    return Grid(tuple(groups), x - BETWEEN_GROUPS, lines * pitch - BETWEEN, side)


def _under(wanted: list[tuple[str | None, str, int]], width: float, side: float) -> Grid:
    """As many criteria beside each other as there is room for, each with its name after it."""
    pitch, y, groups = side + BETWEEN, 0.0, []
    label = LABEL if any(name for _, name, _ in wanted) else 0.0
    most = max(n for _, _, n in wanted)
    whole = label + most * pitch - BETWEEN + BETWEEN_GROUPS
    columns = min(max(int((width + BETWEEN_GROUPS) / whole), 1), len(wanted))
    room = (width + BETWEEN_GROUPS) / columns - BETWEEN_GROUPS - label
    across = max(int((room + BETWEEN) / pitch), 1)
    for at in range(0, len(wanted), columns):
        for n, (key, name, count) in enumerate(wanted[at : at + columns]):
            x = n * (label + room + BETWEEN_GROUPS)
            taken = min(count, across) * pitch - BETWEEN
            groups.append(Group(key, name, x, y, taken, _places(count, across, pitch)))
        y += max(math.ceil(n / across) for _, _, n in wanted[at : at + columns]) * pitch
    return Grid(tuple(groups), width, y - BETWEEN, side, stacked=True, label=label)
