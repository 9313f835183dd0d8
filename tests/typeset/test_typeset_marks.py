from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.typeset import marks
from tests.typeset.typeset_pages import ink_box, make_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

DRAWINGS: list[Callable[[Canvas], None]] = [
    lambda canvas: marks.checkbox(canvas, 100, 100, 20),
    lambda canvas: marks.checkbox(canvas, 100, 100, 20, ticked=True),
    lambda canvas: marks.circle(canvas, 100, 100, 20),
    lambda canvas: marks.circle(canvas, 100, 100, 20, filled=True),
    lambda canvas: marks.tick(canvas, 100, 100, 20),
    lambda canvas: marks.cross(canvas, 100, 100, 20),
    lambda canvas: marks.arrow(canvas, 100, 100, 20),
    lambda canvas: marks.arrow(canvas, 100, 100, 20, left=True),
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_marks_keep_to_their_square(draw: Callable[[Canvas], None]) -> None:
    left, bottom, right, top = ink_box(make_pdf(draw), dpi=288)
    assert min(left, bottom) >= 99.5
    assert max(right, top) <= 120.5
    assert right - left > 14


def test_a_cut_line_runs_from_end_to_end() -> None:
    left, bottom, right, top = ink_box(make_pdf(lambda c: marks.cut_line(c, 50, 200, 350)))
    assert left == pytest.approx(50, abs=1.5)
    assert right == pytest.approx(350, abs=4)
    assert bottom > 194
    assert top < 206


def test_the_state_of_the_canvas_is_left_alone() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(3)
        marks.checkbox(canvas, 100, 100, 20, ticked=True)
        assert canvas._lineWidth == 3  # type: ignore[attr-defined]

    make_pdf(draw)
