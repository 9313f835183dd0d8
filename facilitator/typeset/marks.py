"""Small drawings for what the text font lacks, or where a drawing is clearer.

Each is drawn in a square: x and y are its lower left corner, `size` its side, all in points.
Lines take the canvas's stroke colour and fills its fill colour; the state is left as it was.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas


@contextmanager
def _pen(canvas: Canvas, width: float) -> Iterator[None]:
    canvas.saveState()
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    try:
        yield
    finally:
        canvas.restoreState()


def checkbox(
    canvas: Canvas, x: float, y: float, size: float, *, ticked: bool = False, line: float = 0.8
) -> None:
    """Draw a box to tick; its outline stays inside the square."""
    with _pen(canvas, line):
        canvas.setLineJoin(0)
        canvas.rect(x + line / 2, y + line / 2, size - line, size - line, stroke=1, fill=0)
    if ticked:
        tick(canvas, x + size * 0.12, y + size * 0.12, size * 0.76)


def circle(
    canvas: Canvas, x: float, y: float, size: float, *, filled: bool = False, line: float = 0.8
) -> None:
    """Draw a circle, empty or filled with the fill colour."""
    radius = size / 2
    with _pen(canvas, line):
        if filled:
            canvas.circle(x + radius, y + radius, radius, stroke=0, fill=1)
        else:
            canvas.circle(x + radius, y + radius, radius - line / 2, stroke=1, fill=0)


def tick(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a tick."""
    _stroke(canvas, x, y, size, [(0.08, 0.48), (0.36, 0.16), (0.92, 0.84)])


def cross(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw a diagonal cross."""
    _stroke(canvas, x, y, size, [(0.14, 0.14), (0.86, 0.86)])
    _stroke(canvas, x, y, size, [(0.14, 0.86), (0.86, 0.14)])


def arrow(canvas: Canvas, x: float, y: float, size: float, *, left: bool = False) -> None:
    """Draw an arrow to the right, or to the left."""
    shaft = [(0.06, 0.5), (0.94, 0.5)]
    head = [(0.62, 0.82), (0.94, 0.5), (0.62, 0.18)]
    for points in (shaft, head):
        turned = [(1 - px, py) for px, py in points] if left else points
        _stroke(canvas, x, y, size, turned)


def cut_line(canvas: Canvas, x1: float, y: float, x2: float, *, scissors: float = 9.0) -> None:
    """Draw a dashed line to cut along, with scissors of a size (points) at its left end."""
    centre = y
    with _pen(canvas, 0.5):
        canvas.setDash(3, 3)
        canvas.line(x1 + scissors * 1.15, y, x2, y)
    with _pen(canvas, scissors * 0.09):
        radius = scissors * 0.17
        for side in (1, -1):
            canvas.circle(
                x1 + radius * 1.3, centre + side * scissors * 0.24, radius, stroke=1, fill=0
            )
            canvas.line(
                x1 + radius * 2.1,
                centre + side * scissors * 0.14,
                x1 + scissors,
                centre - side * scissors * 0.22,
            )


def _stroke(
    canvas: Canvas, x: float, y: float, size: float, points: Sequence[tuple[float, float]]
) -> None:
    path = canvas.beginPath()
    path.moveTo(x + points[0][0] * size, y + points[0][1] * size)
    for px, py in points[1:]:
        path.lineTo(x + px * size, y + py * size)
    with _pen(canvas, size * 0.12):
        canvas.drawPath(path, stroke=1, fill=0)
