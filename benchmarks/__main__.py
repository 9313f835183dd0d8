"""`make bench`: ratios of what the program does to the least that it could be, each with its aim.

Both sides of a ratio are taken in the same run, so that a slow machine slows both. This is a
report, not a test.
"""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What Qt says of windows without a screen is not for the report.
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


@dataclass(frozen=True, slots=True)
class Ratio:
    """What is measured, by a module's `measure()`: seconds of the program, seconds of the least."""

    module: str
    what: str
    least: str
    aim: float


RATIOS = (
    Ratio("first_frame", "first usable frame on the sample", "a bare QMainWindow", 2.0),
    Ratio("opening", "first frame on 10,000 notes and 100,000 dots", "on none", 2.0),
    Ratio("key_percentile", "key to painted row, 99th percentile", "a frame of the screen", 1.0),
    Ratio("blocking", "longest turn of the event loop on all pages", "its limit", 1.0),
    Ratio("search", "what is typed found among 10,000 notes", "its limit", 1.0),
    Ratio("recording", "recording an entry through the session", "an SQLite insert", 2.0),
    Ratio("key_to_row", "key to row among 10,000 entries", "among 100", 1.5),
    Ratio("ballots", "drawing 200 ballots", "a bare canvas", 1.5),
)


def main() -> None:
    missed = 0
    for ratio in RATIOS:
        module: ModuleType = importlib.import_module(f"benchmarks.{ratio.module}")
        ours, least = module.measure()
        value = ours / least
        missed += value >= ratio.aim
        verdict = "good" if value < ratio.aim else "MISSED"
        print(
            f"{value:5.2f}  aim < {ratio.aim}  {verdict:6}  "
            f"{ratio.what}: {ours * 1000:.1f} ms ÷ {ratio.least}: {least * 1000:.1f} ms",
            flush=True,
        )
    print("All aims are met." if not missed else f"{missed} of {len(RATIOS)} aims are missed.")


if __name__ == "__main__":
    main()
