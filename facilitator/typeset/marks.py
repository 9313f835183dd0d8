"""Small drawings for what the text font lacks, or where a drawing is clearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def circle(
    canvas: Canvas, x: float, y: float, size: float, *, filled: bool = False, line: float = 0.8
) -> None:
    """Draw a circle in the stroke colour, or filled with the fill colour.

    It stays within a square whose lower left corner is x and y and whose side is `size`, all in
    points; the canvas's state is left as it was.
    """
    radius = size / 2
    canvas.saveState()
    canvas.setLineWidth(line)
    if filled:
        canvas.circle(x + radius, y + radius, radius, stroke=0, fill=1)
    else:
        canvas.circle(x + radius, y + radius, radius - line / 2, stroke=1, fill=0)
    canvas.restoreState()
