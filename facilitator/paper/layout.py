"""A sheet laid out: pages of elements, each with its place, ready to be drawn or to be read.

What alike sheets share stands in `elements`, `bubbles` and `markers`; what is each copy's own
(codes and numbers) has its slots in `codes` and `counts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facilitator.paper.geometry import POINT, Bubble, Code, Marker, Paper, Rect, fingerprint

if TYPE_CHECKING:
    from facilitator.typeset.text import Line


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of type in a column; `leading` in points."""

    rect: Rect
    lines: tuple[Line, ...]
    leading: float
    colour: str
    align: Literal["start", "left", "center", "right"] = "start"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `weight` and `dash` in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    weight: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or outlined; `weight` in points."""

    rect: Rect
    fill: str = ""
    stroke: str = ""
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Sign:
    """A small drawing of `facilitator.typeset.marks`, in a square."""

    rect: Rect
    name: Literal["circle", "disc", "arrow"]
    colour: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code that is the same on every copy, with room for its quiet zone around it."""

    rect: Rect
    payload: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a reader of the PDF on a screen may click."""

    rect: Rect
    address: str


Element = Text | Rule | Box | Sign | Symbol


@dataclass(frozen=True, slots=True)
class Count:
    """Where the number of a copy stands.

    Both texts are translated already; `{number}` and `{total}` are filled in for each copy,
    and `of_one` is set where there is one copy only.
    """

    rect: Rect
    of_many: str
    of_one: str
    size: float
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper. The n-th of `codes` and the counts with `sheet` n belong together."""

    elements: tuple[Element, ...]
    codes: tuple[Code, ...]
    counts: tuple[Count, ...] = ()
    bubbles: tuple[Bubble, ...] = ()
    markers: tuple[Marker, ...] = ()
    links: tuple[Link, ...] = ()
    number: int = 1

    @property
    def layout(self) -> str:
        """What the codes on this page say of its bubbles; empty where it has none."""
        return fingerprint(self.bubbles) if self.bubbles else ""

    def texts(self) -> tuple[Text, ...]:
        """The type on the page that every copy shares."""
        return tuple(element for element in self.elements if isinstance(element, Text))


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of one sheet, or of the sheets that are cut from one page."""

    paper: Paper
    pages: tuple[Page, ...]

    @property
    def sheets(self) -> int:
        """How many sheets, each with a code of its own, are cut from the pages."""
        return len(self.pages[0].codes)


def points(millimetres: float) -> float:
    """A length in points."""
    return millimetres / POINT
