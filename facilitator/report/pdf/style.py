"""Sizes and colours of the printed report; lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.typeset.text import Align, baseline

MM = 72 / 25.4
MARGIN = 18 * MM
PAPERS = {"letter": (612.0, 792.0), "a4": (210 * MM, 297 * MM)}

INK = "#1C1B19"
MUTED = "#5C5952"
LINE = "#8F8A80"
ACCENT = "#0B6B62"
WARN = "#9A5B00"

RAIL = 78.0
"""Width of the column at the left in which numbers and marks hang; text stands right of it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is set."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    align: Align = "start"

    def but(self, **changes: object) -> Look:
        """The same with changes."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return baseline(self.size, self.leading)


TITLE = Look(26, 32, bold=True)
KIND = Look(9.5, 15, ACCENT, bold=True)
SUBJECT = Look(12, 18, MUTED)
HEADINGS = {
    1: Look(18, 24, bold=True),
    2: Look(14, 20, bold=True),
    3: Look(10.5, 15, ACCENT, bold=True),
    4: Look(10.5, 15, bold=True),
}
BODY = Look(10.5, 15)
LEAD = Look(12, 18)
PROMPT = Look(12, 17.5)
ASIDE = Look(8.5, 12, MUTED)
NOTICE = Look(9.5, 13.5)
CELL = Look(9.5, 13)
HEAD = Look(8.5, 12, MUTED, bold=True)
CAPTION = Look(9.5, 13.5, bold=True)
MARGINAL = Look(8.5, 12, MUTED)


@dataclass(frozen=True, slots=True)
class Page:
    """A paper and the room on it."""

    width: float
    height: float

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def text(self) -> float:
        """Width of the text column."""
        return self.room - RAIL


def page(paper: str) -> Page:
    """The page for a paper's name. Raises `ValueError` for an unknown one."""
    if paper not in PAPERS:
        raise ValueError(f"There is no paper {paper!r}: choose one of {', '.join(PAPERS)}.")
    return Page(*PAPERS[paper])
