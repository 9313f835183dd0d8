"""Measured runs: what one font sets at one go, joined and marked by HarfBuzz where needed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from facilitator.typeset.characters import INVISIBLE, is_mark
from facilitator.typeset.fonts import SHAPED, font

if TYPE_CHECKING:
    from facilitator.typeset.pdffont import PdfFont

_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph; lengths in thousandths of the size."""

    at: int
    char: str
    data: ShapeData


@dataclass(frozen=True, slots=True)
class Run:
    """Characters start to end of a paragraph, in one font, level and span.

    `glyphs` are in logical order, or None where characters are set as they are.
    """

    start: int
    end: int
    font: str
    level: int
    span: int
    glyphs: tuple[Glyph, ...] | None = None
    places: tuple[int, ...] = ()

    def set_text(self, text: str, start: int, end: int) -> str:
        """Return what to hand to ReportLab for a part of the run, in visual order."""
        if self.glyphs is None:
            return text[start:end] if text.isascii() else text[start:end].translate(_UNSEEN)
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        part = self.glyphs[first:last]
        if self.level % 2:
            part = part[::-1]
        data: Any = [glyph.data for glyph in part]
        return ShapedStr("".join([glyph.char for glyph in part]), data)


def measured(text: str, run: Run, advances: list[float], joined: bytearray) -> Run:
    """Add a run's advances to the list, mark where it may not be cut, and shape it if needed.

    `advances` gets one number a character, in thousandths of the size; `joined[i]` becomes 1
    where a line must not begin.
    """
    part = text[run.start : run.end]
    marks = [at for at, char in enumerate(part) if is_mark(char) or char in INVISIBLE]
    for at in marks:
        joined[run.start + at] = 1
    face = font(run.font)
    if run.font in SHAPED or run.level % 2 or any(is_mark(part[at]) for at in marks):
        return _shaped(part, run, face, advances, joined)
    wide = face.advances.get
    advances += [0.0 if char in INVISIBLE else wide(char, 0.0) for char in part]
    return run


def _shaped(part: str, run: Run, face: PdfFont, advances: list[float], joined: bytearray) -> Run:
    import uharfbuzz
    from bidi.mirror import MIRRORED

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(part)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    uharfbuzz.shape(face.shaper(), buffer)
    pairs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    if run.level % 2:
        pairs.reverse()
    starts = sorted({info.cluster for info, _ in pairs} | {0})
    ends = dict(zip(starts, [*starts[1:], len(part)], strict=True))
    glyphs: list[Glyph] = []
    widths = [0.0] * len(part)
    told = -1
    for info, place in pairs:
        at = info.cluster
        meaning = part[at : ends[at]] if at != told else ""
        told = at
        widths[at] += place.x_advance
        if meaning and all(char in INVISIBLE for char in meaning):
            continue
        meaning = meaning.translate(_UNSEEN)
        if run.level % 2 and len(meaning) == 1:
            meaning = MIRRORED.get(meaning, meaning)
        width = face.glyph_width(info.codepoint)
        data = ShapeData(run.start + at, place.x_advance, 0, place.x_offset, place.y_offset, width)
        char = face.glyph_char(info.codepoint, meaning)
        glyphs.append(Glyph(run.start + at, char, data))
    for at in range(len(part)):
        if at not in ends:
            joined[run.start + at] = 1
    advances += [max(width, 0.0) for width in widths]
    places = tuple(glyph.at for glyph in glyphs)
    return Run(run.start, run.end, run.font, run.level, run.span, tuple(glyphs), places)
