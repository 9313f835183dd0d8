"""Setting a page: text into boxes and down columns, rules, and what does not fit.

Nothing is ever cut: a text that does not fit its box at its smallest size ends with a word about
where it goes on, and stands in full on the sheet's last pages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from facilitator.language import Language
from facilitator.paper.geometry import POINT, Bubble, Code, Marker, Paper, Rect
from facilitator.paper.ink import HAIRLINE, INK, WRITING
from facilitator.paper.layout import (
    Box,
    Count,
    Element,
    Layout,
    Link,
    Page,
    Rule,
    Sign,
    Symbol,
    Text,
    points,
)
from facilitator.typeset.text import Align, Fit, Line, break_lines, fit_text

WRITING_STEP = 9.0
"""Writing lines are this far apart."""

LEADING = 1.3


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: its sizes in points, from the one wanted down to the smallest taken."""

    size: float
    smallest: float = 0.0
    bold: bool = False
    colour: str = INK
    leading: float = LEADING
    align: Align = "start"

    def fit(self, text: str, rect: Rect) -> Fit:
        """The text as large as it goes into a box."""
        return fit_text(
            text,
            points(rect.width),
            points(rect.height),
            largest=self.size,
            smallest=self.smallest or self.size,
            leading=self.leading,
            bold=self.bold,
        )

    def lines(self, text: str, width: float) -> list[Line]:
        """The text at its full size in lines of a width in millimetres."""
        return break_lines(text, self.size, points(width), self.bold)

    @property
    def step(self) -> float:
        """The distance of lines at full size, in millimetres."""
        return self.size * self.leading * POINT


@dataclass(slots=True)
class Draft:
    """A page while it is set. `beyond` collects the texts that did not fit, for later pages."""

    paper: Paper
    words: Language
    elements: list[Element] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    bubbles: list[Bubble] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)

    def text(self, text: str, rect: Rect, type_: Type, *, middle: bool = False) -> float:
        """Set a text in a box, at its top or in its `middle`, and return the y under it."""
        if not text or rect.width <= 0 or rect.height <= 0:
            return rect.y
        fit = type_.fit(text, rect)
        lines, leading = fit.lines, fit.leading
        if not fit.fits:
            type_ = _cut_down(type_, rect)
            lines, leading = self._shortened(text, rect, type_), type_.size * type_.leading
        height = len(lines) * leading * POINT
        top = rect.y + (rect.height - height) / 2 if middle else rect.y
        return self.lines(lines, Rect(rect.x, top, rect.width, height), type_, leading)

    def lines(self, lines: Sequence[Line], rect: Rect, type_: Type, leading: float) -> float:
        """Set lines from the top of a box and return the y under them; `leading` in points."""
        self.elements.append(Text(rect, tuple(lines), leading, type_.colour, type_.align))
        return rect.y + len(lines) * leading * POINT

    def _shortened(self, text: str, rect: Rect, type_: Type) -> list[Line]:
        if text not in self.beyond:
            self.beyond.append(text)
        note = type_.lines(self.words("… in full on the last page"), rect.width)
        room = max(int(rect.height / type_.step + 1e-6), 1)
        kept = type_.lines(text, rect.width)[: max(room - len(note), 0)]
        return [*kept, *note][:room]

    def rule(
        self,
        x1: float,
        y: float,
        x2: float,
        colour: str = HAIRLINE,
        weight: float = 0.5,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line across."""
        self.elements.append(Rule(x1, y, x2, y, colour, weight, dash))

    def upright(
        self, x: float, y1: float, y2: float, colour: str = HAIRLINE, dash: tuple[float, ...] = ()
    ) -> None:
        """Draw a line down."""
        self.elements.append(Rule(x, y1, x, y2, colour, 0.5, dash))

    def box(self, rect: Rect, fill: str = "", stroke: str = "", weight: float = 0.5) -> None:
        """Draw a rectangle."""
        self.elements.append(Box(rect, fill, stroke, weight))

    def sign(self, sign: Sign) -> None:
        """Draw a small sign."""
        self.elements.append(sign)

    def symbol(self, rect: Rect, payload: str) -> None:
        """Draw a QR code that every copy shares."""
        self.elements.append(Symbol(rect, payload))

    def writing_lines(self, rect: Rect) -> None:
        """Rule a box to write in, from its top down as far as there is room."""
        for n in range(1, math.floor(rect.height / WRITING_STEP + 1e-6) + 1):
            self.rule(rect.x, rect.y + n * WRITING_STEP, rect.right, WRITING)

    def page(self, number: int = 1) -> Page:
        """The page, done."""
        return Page(
            tuple(self.elements),
            tuple(self.codes),
            tuple(self.counts),
            tuple(self.bubbles),
            tuple(self.markers),
            tuple(self.links),
            number,
        )


def _cut_down(type_: Type, rect: Rect) -> Type:
    """How a text is set that does not fit: readably, as it stands in full elsewhere."""
    two_lines = points(rect.height) / 2 / type_.leading
    smallest = type_.smallest or type_.size
    return replace(type_, size=min(type_.size, max(smallest, min(9.5, two_lines))))


def finished(drafts: Sequence[Draft]) -> Layout:
    """The drafts as a layout, in their order; where there are several, each says which it is."""
    pages = []
    for number, draft in enumerate(drafts, 1):
        page = draft.page(number)
        if len(drafts) > 1:
            said = draft.words(" · page {page} of {pages}", page=number, pages=len(drafts))
            counts = (
                replace(count, of_many=count.of_many + said, of_one=count.of_one + said)
                for count in page.counts
            )
            page = replace(page, counts=tuple(counts))
        pages.append(page)
    return Layout(drafts[0].paper, tuple(pages))
