"""Somebody who was not expected, in three keys: what is typed at the door for a walk-in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.model.likeness import normalized
from facilitator.model.records import Sector

_TYPED = re.compile(r"\s*([0-9]{0,3})\s*(.*)", re.DOTALL)
_INITIALS = 2


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Who came: the sector, None where it is not stated, and the name, if any."""

    sector: Sector | None
    name: str = ""


def read_walk_in(typed: str, sectors: Sequence[Sector]) -> WalkIn:
    """A sector's number and perhaps a name: `3`, `3 Ann Roy`, `Ann Roy`; 0: sector not stated.

    One or two letters with which just one sector begins are that sector. Raises `DomainError`
    where no sector has the number.
    """
    found = _TYPED.fullmatch(typed)
    number, name = (found[1], found[2].strip()) if found else ("", typed.strip())
    if number:
        place = int(number)
        if place > len(sectors):
            raise DomainError("There is no sector {number} in the list.", number=place)
        return WalkIn(sectors[place - 1] if place else None, name)
    begun = normalized(name)
    if 0 < len(begun) <= _INITIALS:
        meant = [sector for sector in sectors if normalized(sector.name).startswith(begun)]
        if len(meant) == 1:
            return WalkIn(meant[0])
    return WalkIn(None, name)
