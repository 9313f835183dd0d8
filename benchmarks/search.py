"""What the palette finds in 10,000 notes, as one types: each key of some queries, at worst."""

from __future__ import annotations

import time

from benchmarks.large import large_workshop
from facilitator.model.workshop import Workshop
from facilitator.storage.search import SearchIndex

LIMIT = 0.050
QUERIES = ("counter staff", "S12 person 4", "übersetzung", "ary", "e", "person 99 said at the")


def measure() -> tuple[float, float]:
    """The slowest key of all, the best of three of each, and the limit."""
    index = SearchIndex(Workshop(large_workshop()))
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    took = max(min(_find(index, text) for _ in range(3)) for text in typed)
    index.close()
    return took, LIMIT


def _find(index: SearchIndex, text: str) -> float:
    start = time.perf_counter()
    index.find(text)
    return time.perf_counter() - start
