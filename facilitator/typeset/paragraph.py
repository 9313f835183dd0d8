"""A paragraph measured once, and cut into lines for any width and size.

Lengths here are in thousandths of the type size, so that one measurement serves every size.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from facilitator.typeset.characters import PLAIN, is_mark
from facilitator.typeset.fonts import BOLD, REGULAR, font, font_runs
from facilitator.typeset.order import levels, starts_right_to_left
from facilitator.typeset.shape import Run, measured

_SPACE = " \u2000-\u2006\u2008-\u200a\u3000\u200b"
_SPACES = f"[{_SPACE}]"
_BREAKS = re.compile(  # French keeps ?!:;»%€ on the line of the word before, « of the one after
    f"(?<![«{_SPACE}]){_SPACES}++(?![?!:;»%€](?:{_SPACES}|$))"
    "|(?<=[^\\W\\d_]{2}[-/\u2010\u2013\u2014])(?=[^\\W\\d_]{2})"
)
_WIDE = re.compile("[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_NOT_FIRST = frozenset(
    "!%),.:;?]}¢°·’”†‡›℃、。〃々〉》」』】〕〗〞﹚﹜！＂％＇），．：；？］｝～…—"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー゛゜ゝゞヽヾ"
)
_NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝＄（［｛￡￥")
_SLACK = 1e-3


@dataclass(frozen=True, slots=True)
class Cut:
    """One line: characters start to end; `broken` if it ends inside a word."""

    start: int
    end: int
    broken: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sanitised text without newlines, and all that its lines need.

    `reach[i]` is the advance of the characters before i. `ends` and `nexts` are the places
    where a line may end (before spaces) and where the next one then begins.
    """

    text: str
    rtl: bool
    runs: tuple[Run, ...]
    reach: list[float]
    ends: list[int]
    nexts: list[int]
    joined: bytearray | None

    def cut(self, limit: float, start: int = 0) -> list[Cut]:
        """Cut into lines no wider than the limit, from a character on; time is linear.

        A word wider than the limit is cut between characters. Only a single character wider
        than the limit can make a line wider.
        """
        cuts: list[Cut] = []
        reach, size = self.reach, len(self.text)
        at = bisect_right(self.ends, start) if start else 0
        while True:
            most = reach[start] + limit + _SLACK
            if reach[size] <= most:
                cuts.append(Cut(start, self.ends[-1], broken=False))
                return cuts
            furthest = bisect_right(reach, most, lo=start) - 1
            fits = bisect_right(self.ends, furthest, lo=at) - 1
            if fits >= at:
                cuts.append(Cut(start, self.ends[fits], broken=False))
                start, at = self.nexts[fits], fits + 1
                if at == len(self.ends):
                    return cuts
            else:
                end = self._inside(start, furthest)
                if end >= self.ends[at]:
                    end = self.ends[at]
                    cuts.append(Cut(start, end, broken=False))
                    start, at = self.nexts[at], at + 1
                    if at == len(self.ends):
                        return cuts
                else:
                    cuts.append(Cut(start, end, broken=True))
                    start = end

    def _inside(self, start: int, furthest: int) -> int:
        """Return the last place up to `furthest` where a word may be cut, at least one on."""
        joined, size = self.joined, len(self.text)
        end = max(furthest, start + 1)
        if joined is None:
            return end
        while end > start and end < size and joined[end]:
            end -= 1
        if end <= start:
            end = start + 1
            while end < size and joined[end]:
                end += 1
        return end

    def widest_word(self) -> float:
        """Width of the widest part that has no place to break."""
        starts = [0, *self.nexts[:-1]]
        reach = self.reach
        return max(reach[end] - reach[at] for at, end in zip(starts, self.ends, strict=True))


def prepare(text: str, bold: list[tuple[int, bool]]) -> Paragraph:
    """Measure one paragraph of sanitised text.

    `bold` lists (end, bold) of its spans, in order, covering the text.
    """
    if PLAIN.fullmatch(text):
        rtl, runs, reach, joined = False, _plain(bold), [0.0], None
        for run in runs:
            wide = font(run.font).advances
            part = map(wide.__getitem__, text[run.start : run.end])
            reach += list(accumulate(part, initial=reach[-1]))[1:]
    else:
        rtl = starts_right_to_left(text)
        runs, reach, joined = _full(text, bold, rtl=rtl)
    ends, nexts = _breaks(text, wide=joined is not None)
    return Paragraph(text, rtl, tuple(runs), reach, ends, nexts, joined)


def _plain(bold: list[tuple[int, bool]]) -> list[Run]:
    runs, start = [], 0
    for span, (end, heavy) in enumerate(bold):
        if end > start:
            runs.append(Run(start, end, BOLD if heavy else REGULAR, 0, span))
        start = end
    return runs


def _full(
    text: str, bold: list[tuple[int, bool]], *, rtl: bool
) -> tuple[list[Run], list[float], bytearray]:
    level = levels(text, rtl=rtl)
    advances: list[float] = []
    joined = bytearray(len(text) + 1)
    runs: list[Run] = []
    start = 0
    for span, (end, heavy) in enumerate(bold):
        for first, last, name in font_runs(text[start:end], bold=heavy):
            at, stop = start + first, start + last
            while at < stop:
                until = at + 1
                while until < stop and level[until] == level[at]:
                    until += 1
                run = Run(at, until, name, level[at], span)
                runs.append(measured(text, run, advances, joined))
                at = until
        start = end
    return runs, [0.0, *accumulate(advances)], joined


def _breaks(text: str, *, wide: bool) -> tuple[list[int], list[int]]:
    size = len(text)
    pairs = [(m.start(), m.end()) for m in _BREAKS.finditer(text) if m.start() and m.start() < size]
    if wide and _WIDE.search(text):
        known = {end for _, end in pairs}
        pairs += [(at, at) for at in range(1, size) if at not in known and _between(text, at)]
        pairs.sort()
    if not pairs or pairs[-1][1] < size:
        pairs.append((size, size))
    return [end for end, _ in pairs], [start for _, start in pairs]


def _between(text: str, at: int) -> bool:
    """Whether a line may end before a character because one of the two is an ideograph."""
    before, after = text[at - 1], text[at]
    if not (_WIDE.match(before) or _WIDE.match(after)):
        return False
    if before in _NOT_LAST or after in _NOT_FIRST or is_mark(after):
        return False
    return not (re.match(_SPACES, after) or re.match(_SPACES, before) or "\xa0" in (before, after))
