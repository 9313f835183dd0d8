"""Looking for ideas that look alike, a few at a time, so that typing goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.model.merging import Pair, alike_ideas, most_alike_first
from facilitator.model.records import Idea
from ui.memory import Memory

_AT_ONCE = 0.004
"""Seconds of work between two looks at the keyboard."""

_KEY = "alike/dismissed"

Seen = frozenset[tuple[str, str, str | None, str | None]]


class Dismissed:
    """Pairs that a person said are not the same, remembered beside the file."""

    def __init__(self, memory: Memory) -> None:
        """Those that are remembered."""
        self._memory = memory

    def pairs(self) -> set[frozenset[str]]:
        """The ids of both ideas of each pair."""
        return {frozenset(pair.split("+")) for pair in self._memory.get(_KEY).split()}

    def add(self, pair: frozenset[str]) -> None:
        """Never offer a pair again."""
        self._keep(self.pairs() | {pair})

    def forget(self) -> None:
        """Offer all of them again."""
        self._keep(set())

    def _keep(self, pairs: Iterable[frozenset[str]]) -> None:
        self._memory.put(_KEY, " ".join(sorted("+".join(sorted(pair)) for pair in pairs)))


class AlikeSearch(QObject):
    """Compares ideas in slices of time; `found` is sent when all of them are compared."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        """Nothing is looked for yet."""
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self._seen: Seen = frozenset()
        self._work: Iterator[tuple[Pair, ...]] | None = None
        self._so_far: list[Pair] = []
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether ideas are still being compared."""
        return self._next.isActive()

    def look(self, ideas: Iterable[Idea]) -> None:
        """Compare ideas, unless they are those that were compared last."""
        own = tuple(ideas)
        seen = frozenset((idea.id, idea.text, idea.principle, idea.merged_into) for idea in own)
        if seen == self._seen:
            return
        self._seen, self._so_far = seen, []
        self._work = alike_ideas(own)
        self._next.start()

    def stop(self) -> None:
        """Compare no more; what was not compared is when it is asked for again."""
        if self.busy:
            self._next.stop()
            self._work, self._seen = None, frozenset()

    def _go_on(self) -> None:
        until = perf_counter() + _AT_ONCE
        while self._work is not None and perf_counter() < until:
            pairs = next(self._work, None)
            if pairs is None:
                self._end()
            else:
                self._so_far += pairs

    def _end(self) -> None:
        self._work = None
        self._next.stop()
        self.pairs = most_alike_first(self._so_far)
        self.found.emit()
