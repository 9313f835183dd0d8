"""Moving a record within its list: a position between its new neighbours, one change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.model.change import Change, edited


def placed(record: Any, in_order: Sequence[Any], place: int) -> tuple[Change, ...]:
    """The changes that put a record of a list, given in order, at a place counted from 0.

    A place beyond the ends is the nearest there is; nothing changes where it stands there already.
    """
    others = [other for other in in_order if other.id != record.id]
    place = max(0, min(place, len(others)))
    if len(others) < len(in_order) and in_order[place].id == record.id:
        return ()
    low = others[place - 1].position if place > 0 else None
    high = others[place].position if place < len(others) else None
    position = _between(low, high)
    if position is not None:
        return (edited(record, position=position),)
    others.insert(place, record)
    moved = (edited(other, position=float(n)) for n, other in enumerate(others, start=1))
    return tuple(change for change in moved if change.before != change.after)


def _between(low: float | None, high: float | None) -> float | None:
    """A number between two, where there is one; a missing bound is none."""
    if low is None:
        position = 1.0 if high is None else high - 1.0
    else:
        position = low + 1.0 if high is None else (low + high) / 2
    above, below = low is None or low < position, high is None or position < high
    return position if above and below else None
