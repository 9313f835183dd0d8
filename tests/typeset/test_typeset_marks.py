from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.typeset import marks
from tests.typeset.typeset_pages import ink_box, make_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

DRAWINGS: list[Callable[[Canvas], None]] = [
    lambda canvas: marks.circle(canvas, 100, 100, 20),
    lambda canvas: marks.circle(canvas, 100, 100, 20, filled=True),
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_marks_keep_to_their_square(draw: Callable[[Canvas], None]) -> None:
    left, bottom, right, top = ink_box(make_pdf(draw), dpi=288)
    assert min(left, bottom) >= 99.5
    assert max(right, top) <= 120.5
    assert right - left > 14


def test_the_state_of_the_canvas_is_left_alone() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(3)
        marks.circle(canvas, 100, 100, 20)
        assert canvas._lineWidth == 3  # type: ignore[attr-defined]

    make_pdf(draw)
