"""A clock that stays right when the computer's clock is changed, from readings of two clocks.

The clock on the wall can be set by anybody; a machine's steady clock counts the seconds since it
was started, also those in which it slept, but knows no date. An anchor ties the two together: from
then on the time is that of the anchor and the steady seconds since. It holds until the machine is
started anew; then only the clock on the wall is left.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

TOLD_FROM = 5.0
"""Seconds by which the two clocks differ before anybody is told: less is no change by hand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks in seconds, read at once; `boot` is the name of this start of the machine."""

    wall: float
    steady: float
    boot: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The reading from which time is counted, and the change of the wall clock told last."""

    at: Reading
    told: float = 0.0

    def holds(self, reading: Reading) -> bool:
        """Whether time can still be counted from here."""
        return self.at.boot == reading.boot and reading.steady >= self.at.steady

    def time(self, reading: Reading) -> float:
        """The time of a reading, in seconds since 1970."""
        if not self.holds(reading):
            return reading.wall
        return self.at.wall + (reading.steady - self.at.steady)

    def change(self, reading: Reading) -> float:
        """By how many seconds the clock on the wall was changed since; below 0, set back."""
        return reading.wall - self.time(reading)

    def news(self, reading: Reading) -> float | None:
        """A change that nobody was told of yet."""
        change = self.change(reading)
        return change - self.told if abs(change - self.told) >= TOLD_FROM else None

    def to_text(self) -> str:
        """The anchor for the next run of the program."""
        return json.dumps([self.at.wall, self.at.steady, self.at.boot, self.told])

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """The anchor of an earlier run; None where the text is none."""
        try:
            wall, steady, boot, told = json.loads(text)
            return cls(Reading(float(wall), float(steady), str(boot)), float(told))
        except (ValueError, TypeError):
            return None
