"""From the start of the process to the first frame: 10,000 notes and 100,000 dots, or nothing."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks.first_frame import frame_of
from benchmarks.large import make_empty, make_large

RUNS = 9


def measure() -> tuple[float, float]:
    """The medians of interleaved runs."""
    large, empty = [], []
    with tempfile.TemporaryDirectory() as folder:
        full, bare = Path(folder, "large.workshop"), Path(folder, "empty.workshop")
        make_large(full)
        make_empty(bare)
        for run in range(RUNS):
            took, least = frame_of(full, folder), frame_of(bare, folder)
            if run:  # the first one fills the disk's cache
                large.append(took)
                empty.append(least)
    return statistics.median(large), statistics.median(empty)
