"""Where things stand on a printed page, in millimetres from its top left corner.

The same description draws a sheet and tells a reader where each bubble is; nothing here knows
how either is done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.paper.codes import ALPHABET

MARGIN = 18.0
CODE_SIDE = 25.0
QUIET = 3.5
"""Kept white around a code: four modules of a version 3 code, rounded up."""

CODE_TEXT = 52.0
"""Width of the readable code under the QR code."""

MARKER_SIDE = 8.0
POINT = 25.4 / 72
"""One point in millimetres."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page size, upright. `large` papers are laid out with more room to write."""

    name: str
    width: float
    height: float
    large: bool = False

    @property
    def inside(self) -> Rect:
        """The page within its margins."""
        return Rect(MARGIN, MARGIN, self.width - 2 * MARGIN, self.height - 2 * MARGIN)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its top left corner, its width and its height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, by: float) -> Rect:
        """The rectangle, smaller on every side."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def overlaps(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the two share more than a touching edge."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack


@dataclass(frozen=True, slots=True)
class Marker:
    """A corner marker by which a reader finds the page: an ArUco DICT_4X4_50 id and its place."""

    id: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Bubble:
    """A circle to fill: the `place`-th dot (from 1) for an idea, on a criterion where there is."""

    idea: str
    criterion: str | None
    place: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Code:
    """Where a QR code stands, without its quiet zone, and the readable code under it."""

    rect: Rect
    text: Rect

    @property
    def kept_white(self) -> Rect:
        """The code with its quiet zone."""
        return self.rect.inset(-QUIET)


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("letter", 215.9, 279.4),
        Paper("a4", 210.0, 297.0),
        Paper("tabloid", 279.4, 431.8, large=True),
        Paper("a3", 297.0, 420.0, large=True),
    )
}


def paper_named(name: str) -> Paper:
    """The paper of that name. Raises `DomainError` where there is none."""
    try:
        return PAPERS[name]
    except KeyError:
        names = ", ".join(PAPERS)
        raise DomainError(
            f"There is no paper named “{name[:40]}”: choose one of {names}."
        ) from None


MARKER_BITS = (
    (0b1011, 0b0101, 0b0011, 0b0010),
    (0b0000, 0b1111, 0b1001, 0b1010),
    (0b0011, 0b0011, 0b0010, 0b1101),
    (0b1001, 0b1001, 0b0100, 0b0110),
)
"""The inner four by four cells of the markers 0 to 3, white where a bit is set; a black border
one cell wide stands around them."""

MARKER_CELLS = 6


def marker_cells(marker: int) -> tuple[tuple[bool, ...], ...]:
    """The six by six cells of a marker, True where dark."""
    edge = (True,) * MARKER_CELLS
    rows = (
        (True, *(not row >> place & 1 for place in (3, 2, 1, 0)), True)
        for row in MARKER_BITS[marker]
    )
    return (edge, *rows, edge)


def corner_markers(paper: Paper) -> tuple[Marker, ...]:
    """The four markers within the margins: clockwise from the top left, ids 0 to 3."""
    inside, side = paper.inside, MARKER_SIDE
    left, right = inside.x, inside.right - side
    top, bottom = inside.y, inside.bottom - side
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple(Marker(id_, Rect(x, y, side, side)) for id_, (x, y) in enumerate(corners))


def code_in_corner(area: Rect, *, beside_marker: bool = False) -> Code:
    """The code in the top right corner of an area."""
    right = area.right - (MARKER_SIDE + QUIET + 0.5 if beside_marker else 0.0)
    rect = Rect(right - CODE_SIDE, area.y, CODE_SIDE, CODE_SIDE)
    text = Rect(right - CODE_TEXT, rect.bottom + QUIET, CODE_TEXT, 5.0)
    return Code(rect, text)


def fingerprint(bubbles: Iterable[Bubble]) -> str:
    """Two characters that change when bubbles move or mean something else.

    They stand in the QR code of a page, so that a reader can tell that the ideas of a round are
    not any more those that were printed, and does not count dots for the wrong ones.
    """
    digest = hashlib.sha256()
    for bubble in bubbles:
        x, y = bubble.rect.centre
        line = f"{bubble.idea} {bubble.criterion} {bubble.place} {x:.1f} {y:.1f}\n"
        digest.update(line.encode("utf-8"))
    number = int.from_bytes(digest.digest()[:2], "big")
    return ALPHABET[number >> 5 & 31] + ALPHABET[number & 31]
