"""The clock of the day: right through sleep, a restart of the program and a changed system clock.

On Linux the steady seconds are those of `CLOCK_BOOTTIME`, which counts sleep, and the kernel names
each start of the machine. On macOS `CLOCK_MONOTONIC`, and on Windows Python's `monotonic`, count
sleep, too; but there is no name of the start that can be had without asking other programs, so an
anchor of an earlier run is not trusted: after a restart of the program time is that of the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from facilitator.steady import Anchor, Reading
from ui.memory import Memory

BOOT = Path("/proc/sys/kernel/random/boot_id")
_KEY = "clock"


Read = Callable[[], Reading]


def read_clocks() -> Reading:
    """Both clocks of this machine."""
    return Reading(time.time(), _steady(), _boot())


def reading_at(moment: datetime) -> Reading:
    """A reading of two clocks that agree, for a time that is made up."""
    return Reading(moment.timestamp(), moment.timestamp(), "made up")


def _steady() -> float:
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock = getattr(time, name, None)
        if clock is not None:
            return time.clock_gettime(clock)
    return time.monotonic()


@cache
def _boot() -> str:
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        from uuid import uuid4  # not needed where the kernel names it

        return f"run {uuid4()}"  # holds for this run of the program only


class SteadyClock:
    """Gives the moments at which stages start and end; remembered with the workshop."""

    def __init__(self, memory: Memory, read: Read = read_clocks) -> None:
        """Go on from where an earlier run of the program counted, if the machine still does."""
        self._memory, self._read = memory, read
        reading = read()
        anchor = Anchor.from_text(memory.get(_KEY))
        self._anchor = anchor if anchor and anchor.holds(reading) else Anchor(reading)
        self._keep()

    def __call__(self) -> datetime:
        """The time now, as if nobody had touched the computer's clock."""
        return datetime.fromtimestamp(self._anchor.time(self._read()), UTC)

    def wall(self) -> datetime:
        """What the clock on the wall says."""
        return datetime.fromtimestamp(self._read().wall, UTC)

    def settle(self) -> None:
        """Take the time from the wall again: for when no stage runs whose time could jump."""
        self._anchor = Anchor(self._read())
        self._keep()

    def news(self) -> timedelta | None:
        """By how much the computer's clock was changed, said once for each change."""
        reading = self._read()
        news = self._anchor.news(reading)
        if news is None:
            return None
        self._anchor = replace(self._anchor, told=self._anchor.change(reading))
        self._keep()
        return timedelta(seconds=news)

    def _keep(self) -> None:
        self._memory.put(_KEY, self._anchor.to_text())
