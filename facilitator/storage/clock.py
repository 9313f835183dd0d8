"""A hybrid logical clock: wall time where it moves forward, a counter where it does not."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class HybridClock:
    """Gives stamps that sort as text in the order in which they were given.

    A stamp is `MMMMMMMMMMMMM.CCCCCC`: milliseconds since 1970 and a counter (after Kulkarni et
    al., 2014). A clock set back never gives an earlier stamp than one already seen.
    """

    def __init__(self, seen: str = "") -> None:
        """Start after a stamp already seen, or from nothing."""
        self._milliseconds, self._counter = _parts(seen) if seen else (0, 0)

    def tick(self) -> str:
        """The next stamp."""
        now = time.time_ns() // 1_000_000
        if now > self._milliseconds:
            self._milliseconds, self._counter = now, 0
        else:
            self._counter += 1
            if self._counter > 999_999:
                self._milliseconds, self._counter = self._milliseconds + 1, 0
        return f"{self._milliseconds:013d}.{self._counter:06d}"


def moment_of(stamp: str) -> datetime:
    """The moment of a stamp, in UTC."""
    return datetime.fromtimestamp(_parts(stamp)[0] / 1000, UTC)


def _parts(stamp: str) -> tuple[int, int]:
    milliseconds, _, counter = stamp.partition(".")
    return int(milliseconds), int(counter)
