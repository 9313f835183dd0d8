"""The one flowable of the report: rows of cells, which split over pages between or inside rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from facilitator.report.pdf.cells import Cell
from facilitator.report.pdf.style import LINE

_SLACK = 1e-6
HIGH_ROW = 220.0
"""A row up to this height stays whole in a table."""
SOME = 60.0
"""Room that shows how something goes on."""
LONE = 100.0
"""A head and one row do not stand alone at the foot of a page where they are lower than this."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, with room above and below."""

    cells: tuple[Cell, ...]
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        """Height with the room."""
        highest = max((cell.height for cell in self.cells), default=0.0)
        return self.above + highest + self.below

    def cut(self, height: float) -> tuple[Row, Row] | None:
        """The row in two, for one that is higher than that; None where a cell cannot be cut there.

        Where only the room below does not fit, lines go over with it.
        """
        highest = max((cell.height for cell in self.cells), default=0.0)
        inside = min(height - self.above, highest - 1.0)
        pairs = [cell.cut(inside) for cell in self.cells]
        first = tuple(pair[0] for pair in pairs if pair is not None)
        rest = tuple(pair[1] for pair in pairs if pair is not None)
        if len(first) < len(self.cells) or all(cell.height == 0 for cell in rest):
            return None
        return Row(first, self.above, 0.0), Row(rest, 0.0, self.below)


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows behave.

    `head` rows are repeated; the last `tail` rows stand under the rules, and never alone. Rows
    up to `whole` high are never cut; what stands `together` is kept on one page. `ruled` is from
    where to where a hairline runs above and below; `before` and `after` are the room around;
    `bookmark` is (key, title, level). What `leads` stays with what follows, and begins a new
    page where less room than `wanted` is left.
    """

    head: int = 0
    tail: int = 0
    whole: float = 45.0
    together: bool = False
    ruled: tuple[float, float] | None = None
    before: float = 0.0
    after: float = 0.0
    bookmark: tuple[str, str, int] | None = None
    leads: bool = False
    wanted: float = 0.0


class Rows(Flowable):
    """Rows one below the other."""

    def __init__(self, rows: Sequence[Row], manner: Manner, width: float) -> None:
        super().__init__()
        self.rows = list(rows)
        self.manner = manner
        self.width = width
        self.heights = [row.height for row in self.rows]
        self.height = sum(self.heights)
        self.spaceBefore = manner.before
        self.spaceAfter = manner.after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """The size, which is known from the start."""
        return self.width, self.height

    @property
    def least(self) -> float:
        """Height without which it should not begin at the foot of a page."""
        if self.manner.together:
            return self.height
        head = sum(self.heights[: self.manner.head])
        body = self.heights[self.manner.head :]
        if not self.manner.head or not body or body[0] > self.manner.whole:
            return head + min(sum(body[:2]), SOME)
        least = head + body[0]
        if least < LONE and len(body) > 1:
            least += body[1] if body[1] <= self.manner.whole else SOME
        return least

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803
        """Split so that the first part is no higher than aH; an empty list where it cannot be."""
        head = self.manner.head
        used, at = 0.0, 0
        while at < len(self.rows) and used + self.heights[at] <= aH + _SLACK:
            used += self.heights[at]
            at += 1
        if at == len(self.rows):
            return [self]
        if self.manner.together or at < head:
            return []
        body = len(self.rows) - self.manner.tail
        if at >= body and body - 1 > head:
            return self._parted(self.rows[: body - 1], self.rows[body - 1 :])
        parts = None
        if self.heights[at] > self.manner.whole:
            parts = self.rows[at].cut(aH - used)
        if parts is not None:
            return self._parted([*self.rows[:at], parts[0]], [parts[1], *self.rows[at + 1 :]])
        if head and body - at == 1 and at - head >= 3:
            at -= 1
        lone = at - head == 1 and len(self.rows) - at > 1 and used < LONE
        if at == head or (lone and head):
            return []
        return self._parted(self.rows[:at], self.rows[at:])

    def _parted(self, first: list[Row], rest: list[Row]) -> list[Flowable]:
        m = self.manner
        under = max(0, m.tail - len(rest))
        before = replace(m, together=False, after=0.0, tail=under)
        after = replace(m, together=False, before=0.0, bookmark=None, tail=m.tail - under)
        repeated = self.rows[: m.head]
        if after.tail == len(rest):
            after, repeated = replace(after, head=0, ruled=None), []
        return [Rows(first, before, self.width), Rows([*repeated, *rest], after, self.width)]

    def draw(self) -> None:
        """Draw the rows, the hairlines, and leave a bookmark."""
        canvas: Any = self.canv
        if self.manner.bookmark is not None:
            key, title, level = self.manner.bookmark
            canvas.bookmarkHorizontal(key, 0, self.height + 12)
            canvas.addOutlineEntry(title, key, level, closed=level >= 1)
        top = self.height
        for row, height in zip(self.rows, self.heights, strict=True):
            for cell in row.cells:
                cell.draw(canvas, 0.0, top - row.above)
            top -= height
        if self.manner.ruled is not None:
            canvas.saveState()
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.5)
            foot = sum(self.heights[len(self.rows) - self.manner.tail :])
            for y in (foot, self.height):
                canvas.line(self.manner.ruled[0], y, self.manner.ruled[1], y)
            canvas.restoreState()
