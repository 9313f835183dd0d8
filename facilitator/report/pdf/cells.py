"""What stands in a row: lines of text, or a drawing; each can be drawn and cut in two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from facilitator.report.pdf.style import Look
from facilitator.report.tree import Span
from facilitator.typeset.text import Line, draw_lines, measure
from facilitator.typeset.text import Span as TypeSpan

KEPT_LINES = 2
BAR = 14.0
"""From a bar to the text beside it."""

_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines in one look; `gap` is left free above them."""

    lines: tuple[Line, ...]
    look: Look
    gap: float = 0.0

    @property
    def height(self) -> float:
        """Height with the gap."""
        return self.gap + self.look.leading * len(self.lines)


class Cell(Protocol):
    """Something at a place in a row."""

    @property
    def height(self) -> float:
        """Height in points."""
        ...

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw with the top of the row at `top`."""
        ...

    def cut(self, height: float) -> tuple[Cell, Cell] | None:
        """The cell in two, the first no higher than that; None where it cannot be cut there."""
        ...


@dataclass(frozen=True, slots=True)
class TextCell:
    """Strips of text at x, in a width; `bar` is the colour of a bar at their left, if any."""

    x: float
    width: float
    strips: tuple[Strip, ...]
    bar: str = ""

    @property
    def height(self) -> float:
        """Height of all strips."""
        return sum(strip.height for strip in self.strips)

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the strips one below the other."""
        if self.bar and self.strips:
            canvas.saveState()
            canvas.setFillColor(self.bar)
            high = self.height
            canvas.rect(left + self.x - BAR, top - high + 1, 2, high - 2, stroke=0, fill=1)
            canvas.restoreState()
        for strip in self.strips:
            look = strip.look
            top = draw_lines(
                canvas,
                strip.lines,
                left + self.x,
                top - strip.gap,
                look.leading,
                width=self.width,
                align=look.align,
                colour=look.colour,
            )

    def cut(self, height: float) -> tuple[Cell, Cell] | None:
        """Cut between lines, with two lines at least on either side where there are so many."""
        if self.height <= height + _SLACK:
            return self, TextCell(self.x, self.width, ())
        total = sum(len(strip.lines) for strip in self.strips)
        fits = min(self._lines_within(height), total - KEPT_LINES)
        if fits < KEPT_LINES:
            return None
        first: list[Strip] = []
        rest: list[Strip] = []
        for strip in self.strips:
            taken = min(fits, len(strip.lines))
            fits -= taken
            if taken:
                first.append(replace(strip, lines=strip.lines[:taken]))
            if taken < len(strip.lines):
                gap = strip.gap if rest else 0.0
                rest.append(replace(strip, lines=strip.lines[taken:], gap=gap))
        return replace(self, strips=tuple(first)), replace(self, strips=tuple(rest))

    def _lines_within(self, height: float) -> int:
        count = 0
        for strip in self.strips:
            room = height - strip.gap + _SLACK
            fits = min(len(strip.lines), max(0, int(room / strip.look.leading)))
            count += fits
            if fits < len(strip.lines):
                break
            height -= strip.height
        return count


@dataclass(frozen=True, slots=True)
class Drawing:
    """A small picture that is never cut; `paint` gets the canvas, its left and its top."""

    height: float
    paint: Callable[[Any, float, float], None]

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw it, and leave the canvas as it was."""
        canvas.saveState()
        self.paint(canvas, left, top)
        canvas.restoreState()

    def cut(self, height: float) -> tuple[Cell, Cell] | None:
        """Stay with the first part."""
        return (self, Drawing(0.0, _nothing)) if self.height <= height + _SLACK else None


def _nothing(canvas: Any, left: float, top: float) -> None:
    """Draw nothing."""


def strip(text: str | Sequence[Span], look: Look, width: float, gap: float = 0.0) -> Strip:
    """Break a text into lines for a width."""
    if not isinstance(text, str):
        spans = [TypeSpan(span.text, bold=span.strong or look.bold) for span in text]
        lines = measure(spans).lines(look.size, width)
    else:
        lines = measure(text, bold=look.bold).lines(look.size, width)
    return Strip(tuple(lines), look, gap)


def text_cell(
    text: str | Sequence[Span], look: Look, x: float, width: float, gap: float = 0.0
) -> TextCell:
    """A cell of one text."""
    return TextCell(x, width, (strip(text, look, width, gap),))
