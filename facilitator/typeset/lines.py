"""Lines ready to draw: what stands where, in points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from facilitator.typeset.fonts import sanitise
from facilitator.typeset.order import visual_order
from facilitator.typeset.paragraph import Cut, Paragraph, prepare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.typeset.shape import Run


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text in one style.

    Attributes:
        text: plain text; nothing in it is markup.
        bold: bold, where the font has it (Latin, Greek, Cyrillic).
        colour: "#rrggbb", or None for the colour of the block.
        link: an http or https address; any other is ignored and the text drawn plainly.
    """

    text: str
    bold: bool = False
    colour: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """What one font sets on a line: x and width in points from the start of the line.

    `text` is in the order and the codes it is drawn with; read `Line.text` instead.
    """

    font: str
    text: str
    x: float
    width: float
    colour: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its pieces from left to right.

    Attributes:
        pieces: what to draw.
        width: in points, without trailing spaces.
        size: of the type, in points.
        text: what it says, as `sanitise` spells it, in reading order.
        rtl: the paragraph runs right to left, so the line starts at the right.
        broken: the line ends inside a word that was wider than the width.
        last: the line ends its paragraph.
        place: (paragraph, first character) in the text, to go on from here.
    """

    pieces: tuple[Piece, ...]
    width: float
    size: float
    text: str
    rtl: bool
    broken: bool
    last: bool
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text measured once, from which lines of any size and width are made."""

    paragraphs: tuple[Paragraph, ...]
    spans: tuple[tuple[Span, ...], ...]

    def lines(self, size: float, width: float, start: tuple[int, int] = (0, 0)) -> list[Line]:
        """Break into lines of a size no wider than a width (points), from a place on."""
        limit = _limit(size, width)
        found: list[Line] = []
        first, offset = start
        for at in range(first, len(self.paragraphs)):
            paragraph = self.paragraphs[at]
            cuts = paragraph.cut(limit, offset if at == first else 0)
            for cut in cuts:
                line = self._line(at, cut, size, last=cut is cuts[-1])
                found.append(line)
        return found

    def count(self, size: float, width: float) -> tuple[int, bool]:
        """Return how many lines there would be, and whether a word would be broken."""
        limit = _limit(size, width)
        cuts = [cut for paragraph in self.paragraphs for cut in paragraph.cut(limit)]
        return len(cuts), any(cut.broken for cut in cuts)

    def widest_word(self, size: float) -> float:
        """Width in points of the widest part that has no place to break."""
        return max(paragraph.widest_word() for paragraph in self.paragraphs) * size / 1000

    def _line(self, at: int, cut: Cut, size: float, *, last: bool) -> Line:
        paragraph, spans, scale = self.paragraphs[at], self.spans[at], size / 1000
        reach, text = paragraph.reach, paragraph.text
        parts = _overlapping(paragraph.runs, cut.start, cut.end)
        if len(parts) > 1 and paragraph.joined is not None:
            parts = [parts[i] for i in visual_order([run.level for run in parts])]
        pieces, x = [], 0.0
        for run in parts:
            start, end = max(run.start, cut.start), min(run.end, cut.end)
            span = spans[run.span]
            width = (reach[end] - reach[start]) * scale
            shown = run.set_text(text, start, end)
            pieces.append(Piece(run.font, shown, x, width, span.colour, span.link))
            x += width
        shown = text[cut.start : cut.end]
        place = (at, cut.start)
        return Line(tuple(pieces), x, size, shown, paragraph.rtl, cut.broken, last, place)


def _limit(size: float, width: float) -> float:
    if size <= 0:
        message = f"The type size must be more than 0, not {size}."
        raise ValueError(message)
    return max(width, 0.0) * 1000 / size


def _overlapping(runs: tuple[Run, ...], start: int, end: int) -> list[Run]:
    if end <= start:
        return []
    if len(runs) == 1:
        return [runs[0]]
    at = bisect_right(runs, start, key=lambda run: run.start) - 1
    found = []
    while at < len(runs) and runs[at].start < end:
        found.append(runs[at])
        at += 1
    return found


def measure(text: str | Sequence[Span], *, bold: bool = False) -> Prepared:
    """Measure a text or spans, once for all sizes and widths. `bold` is for a plain text."""
    spans = [Span(text, bold)] if isinstance(text, str) else list(text)
    rows: list[list[tuple[str, Span]]] = [[]]
    for span in spans:
        safe = span if span.link is None else _with_safe_link(span)
        for n, part in enumerate(sanitise(span.text).split("\n")):
            if n:
                rows.append([])
            rows[-1].append((part, safe))
    paragraphs = []
    for row in rows:
        ends = [0]
        for part, _ in row:
            ends.append(ends[-1] + len(part))
        heavy = [(end, span.bold) for (_, end), (_, span) in zip(pairwise(ends), row, strict=True)]
        paragraphs.append(prepare("".join([part for part, _ in row]), heavy))
    return Prepared(tuple(paragraphs), tuple(tuple(span for _, span in row) for row in rows))


def _with_safe_link(span: Span) -> Span:
    return Span(span.text, span.bold, span.colour, web_address(span.link or ""))


def web_address(link: str) -> str | None:
    """Return an http or https address in ASCII, or None if it is anything else."""
    try:
        parts = urlsplit(link.strip())
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
            return None
        return quote(parts.geturl(), safe="!#$%&'()*+,/:;=?@[]~")
    except (ValueError, UnicodeError):
        return None
