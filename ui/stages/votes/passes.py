"""The passes of a count on the wall: what each counted, and how they compare."""

from __future__ import annotations

from collections import defaultdict

from facilitator.language import Language
from facilitator.model.records import WallCount
from facilitator.model.workshop import Workshop
from ui.session import Changes
from ui.stages.votes.rows import Cell, Column

FIRST, SECOND, SETTLING = 1, 2, 0
COUNTED = "✓"
"""Stands for a number that the other counter had better not see before counting."""

Pass = dict[int, int]
"""The dots that each pass counted at an idea."""


class Counts:
    """What was counted in a round, by dot colour and idea."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._passes: defaultdict[tuple[str | None, str], Pass] = defaultdict(dict)
        self._round = ""

    def read(self, workshop: Workshop, round_id: str) -> None:
        """Take the counts of a round."""
        self._round = round_id
        self._passes.clear()
        for count in workshop.each(WallCount):
            if count.round == round_id:
                self._passes[count.criterion, count.idea][count.counter] = count.dots

    def follow(self, changes: Changes) -> set[str]:
        """Take in what changed; gives the ids of the ideas at which it did."""
        touched = set()
        for change in changes:
            for count, here in ((change.before, False), (change.after, True)):
                if isinstance(count, WallCount) and count.round == self._round:
                    own = self._passes[count.criterion, count.idea]
                    own.pop(count.counter, None)
                    if here:
                        own[count.counter] = count.dots
                    touched.add(count.idea)
        return touched

    def at(self, criterion: str | None, idea_id: str) -> Pass:
        """What each pass counted at an idea."""
        return self._passes.get((criterion, idea_id), {})

    def counted(self) -> set[str]:
        """The ids of the ideas at which anything was counted, in whatever colour."""
        return {idea for (_, idea), passes in self._passes.items() if passes}


def titles(words: Language) -> tuple[str, str, str]:
    """What stands above the two counts, and above how they compare."""
    return words("First count"), words("Second count"), words("Compared")


def columns(words: Language) -> list[Column]:
    """The columns, as wide as they may become."""
    first, second, compared = titles(words)
    n = words.number(1000)
    widest = max(words("settled: {n}", n=n), words("≠ {n} apart", n=n), key=len)
    return [Column(first), Column(second), Column(compared, widest)]


def cells(words: Language, own: Pass, counter: int) -> tuple[Cell, ...]:
    """The counts of an idea; the other's is a tick until one's own is there."""
    first, second, _ = titles(words)
    return (
        Cell(first, _number(words, own, FIRST, hidden=counter == SECOND and SECOND not in own)),
        Cell(second, _number(words, own, SECOND, hidden=counter == FIRST and FIRST not in own)),
        _compared(words, own),
    )


def _number(words: Language, own: Pass, counter: int, *, hidden: bool) -> str:
    if counter not in own:
        return ""
    return COUNTED if hidden else words.number(own[counter])


def _compared(words: Language, own: Pass) -> Cell:
    """Whether the counts agree: by a sign and in words, and in a tone besides."""
    if SETTLING in own:
        return Cell("", words("settled: {n}", n=words.number(own[SETTLING])))
    if FIRST not in own or SECOND not in own:
        return Cell("", "")
    apart = abs(own[FIRST] - own[SECOND])
    if not apart:
        return Cell("", words("= same"), "muted")
    return Cell("", words("≠ {n} apart", n=words.number(apart)), "warn")
