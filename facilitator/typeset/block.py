"""A paragraph of plain text for Platypus: in stories, in table cells, split across pages."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.platypus.flowables import Flowable

from facilitator.typeset.text import (
    Align,
    Line,
    Span,
    baseline,
    draw_line,
    draw_lines,
    draw_link,
    measure,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.typeset.text import Rect

KEPT_LINES = 2
"""No fewer lines of a paragraph than this stand alone at the foot or head of a page."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a block is set; lengths in points.

    Attributes:
        size: of the type.
        leading: distance of baselines; 0 means 1.43 times the size.
        bold: for a block given as plain text.
        colour: "#rrggbb", or None for the canvas's colour.
        align: "start" is the right for right-to-left paragraphs.
        space_before: kept free above, except at the top of a page.
        space_after: kept free below.
        left_indent: of all lines; a label hangs in it (at the right, if right to left).
        keep_with_next: stay on the page of what follows, as a heading does.
    """

    size: float = 10.5
    leading: float = 0.0
    bold: bool = False
    colour: str | None = None
    align: Align = "start"
    space_before: float = 0.0
    space_after: float = 0.0
    left_indent: float = 0.0
    keep_with_next: bool = False

    @property
    def line_height(self) -> float:
        """The leading to use, in points."""
        return self.leading or self.size * 1.43


class TextBlock(Flowable):  # type: ignore[misc, unused-ignore]
    """Plain text as a flowable; no markup is ever interpreted.

    `role` and `outline` are not used here: they are for who draws (tags, bookmarks). Override
    `draw_label`, `draw_body` and `draw_link` to put marked content around the three. Parts
    made by splitting are shallow copies, `is_continued` on all but the first.
    """

    is_continued = False

    def __init__(
        self,
        text: str | Sequence[Span],
        style: TextStyle,
        *,
        label: str | None = None,
        role: str = "P",
        outline: str | None = None,
    ) -> None:
        super().__init__()
        self.prepared = measure(text, bold=style.bold)
        self.style = style
        self.label = label
        self.role = role
        self.outline = outline
        self.spaceBefore = style.space_before
        self.spaceAfter = style.space_after
        self.keepWithNext = int(style.keep_with_next)
        self.lines: list[Line] = []
        self._start = (0, 0)
        self._laid: float | None = None
        self._whole = True
        self._label_line: Line | None = None
        self.indent = style.left_indent
        if label:
            self._label_line = measure(label, bold=style.bold).lines(style.size, 1e9)[0]
            self.indent = max(self.indent, self._label_line.width + 0.3 * style.size)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Break into lines for a width and return (width, height), in points."""
        room = max(aW - self.indent, 0.0)
        if self._whole and self._laid != room:
            self.lines = self.prepared.lines(self.style.size, room, self._start)
            self._laid = room
        self.width, self.height = aW, len(self.lines) * self.style.line_height
        return self.width, self.height

    def minWidth(self) -> float:  # noqa: N802
        """Width in points below which a word would be broken; tables ask for it."""
        return self.indent + self.prepared.widest_word(self.style.size)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Split between lines so that the first part is no higher than aH points.

        Returns an empty list where that would leave fewer than two lines on either side.
        """
        self.wrap(aW, aH)
        count = len(self.lines)
        room = int((aH + 1e-6) / self.style.line_height)
        if room >= count:
            return [self]
        room = min(room, count - KEPT_LINES)
        if room < KEPT_LINES:
            return []
        head, rest = self._part(), self._part()
        head.lines, head._whole, head.spaceAfter = self.lines[:room], False, 0.0  # noqa: SLF001
        head.keepWithNext = 0
        rest.lines, rest.is_continued, rest.spaceBefore = self.lines[room:], True, 0.0
        rest.label, rest._label_line = None, None  # noqa: SLF001
        rest._start = rest.lines[0].place  # noqa: SLF001
        rest._whole = self._whole  # noqa: SLF001
        return [head, rest]

    @property
    def _mirrored(self) -> bool:
        return bool(self.lines) and self.lines[0].rtl and self.style.align == "start"

    def _part(self) -> TextBlock:
        part = copy.copy(self)
        vars(part).pop("_postponed", None)  # ReportLab's note that it was moved to a new page
        return part

    def draw(self) -> None:
        """Draw the label, then the lines; the block's lower left corner is the origin."""
        if self._label_line:
            self.draw_label()
        self.draw_body()

    def draw_label(self) -> None:
        """Draw the label that hangs in the indent."""
        line, style = self._label_line, self.style
        if line is None:
            return
        x = self.width - line.width if self._mirrored else 0.0
        y_top = self.height
        self._coloured(
            lambda: draw_line(self.canv, line, x, y_top - baseline(style.size, style.line_height))
        )

    def draw_body(self) -> None:
        """Draw the lines."""
        style = self.style
        room = self.width - self.indent
        draw_lines(
            self.canv,
            self.lines,
            0.0 if self._mirrored else self.indent,
            self.height,
            style.line_height,
            width=room,
            align=style.align,
            colour=style.colour,
            on_link=self.draw_link,
        )

    def draw_link(self, canvas: Any, address: str, rect: Rect, draw: Callable[[], None]) -> None:
        """Draw one linked piece; it must call draw(). Rect is (x1, y1, x2, y2)."""
        draw_link(canvas, address, rect, draw)

    def _coloured(self, draw: Callable[[], None]) -> None:
        self.canv.saveState()
        if self.style.colour:
            self.canv.setFillColor(self.style.colour)
        draw()
        self.canv.restoreState()
