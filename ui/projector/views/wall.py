"""The SWOT wall: four quadrants with their newest notes, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from facilitator.model.scene import Side, Wall
from ui.kind_words import quadrants
from ui.projector.pen import Pen
from ui.projector.setting import Block, set_text

_STEPS = ("title", "lead", "body", "least")
_MOST_LINES = 3
_HEAD = 1.9
"""The height of a quadrant's head, in units: low, so that the notes are large."""


def draw_wall(pen: Pen, rect: QRectF, wall: Wall) -> None:
    """Two by two; all notes in one size, the largest in which all of them fit, or the least."""
    gap = pen.px("gap")
    width, height = (rect.width() - gap) / 2, (rect.height() - gap) / 2
    inner = QRectF(0, 0, width - 1.6 * pen.unit, height - (_HEAD + 0.3) * pen.unit)
    step = next((s for s in _STEPS if _all_fit(pen, inner, wall.sides, s)), _STEPS[-1])
    for place, side in enumerate(wall.sides):
        left = rect.left() + (place % 2) * (width + gap)
        top = rect.top() + (place // 2) * (height + gap)
        _side(pen, QRectF(left, top, width, height), side, step)


def _set(pen: Pen, text: str, step: str, width: float) -> Block:
    return set_text(text, pen.font(step), width - 0.9 * pen.unit, _MOST_LINES)


def _all_fit(pen: Pen, inner: QRectF, sides: Sequence[Side], step: str) -> bool:
    for side in sides:
        height = 0.0
        for note in side.notes:
            height += _set(pen, note, step, inner.width()).height + _between(pen)
            if height > inner.height() + _between(pen):
                return False
        if side.count > len(side.notes):
            return False
    return True


def _between(pen: Pen) -> float:
    return 0.2 * pen.unit


def _side(pen: Pen, rect: QRectF, side: Side, step: str) -> None:
    pen.box(rect, "raised", border="line")
    unit, words = pen.unit, pen.words
    badge = QRectF(rect.left() + 0.7 * unit, rect.top() + 0.35 * unit, 1.35 * unit, 1.35 * unit)
    pen.box(badge, side.quadrant.value)
    pen.letter(badge, words(side.quadrant.letter))
    head = QRectF(badge.right() + 0.5 * unit, badge.top(), 0, badge.height())
    head.setRight(rect.right() - 0.9 * unit)
    count = pen.right(head, words.number(side.count), "lead", "muted")
    pen.line(
        head.adjusted(0, 0, -count - 0.5 * unit, 0),
        quadrants(words)[side.quadrant],
        "lead",
        bold=True,
    )
    top, bottom = rect.top() + _HEAD * unit, rect.bottom() - 0.3 * unit
    _notes(
        pen,
        QRectF(rect.left() + 0.8 * unit, top, rect.width() - 1.6 * unit, bottom - top),
        side,
        step,
    )


def _notes(pen: Pen, rect: QRectF, side: Side, step: str) -> None:
    """As many of the newest as fit, none of them cut in its height."""
    top = rect.top()
    for note in side.notes:
        block = _set(pen, note, step, rect.width())
        if top + block.height > rect.bottom() + 0.5:
            break
        line = block.layout.lineAt(0).height()
        dash = 0.3 * pen.unit
        pen.fill(
            QRectF(rect.left(), top + (line - dash) / 2, dash, dash),
            pen.colour(side.quadrant.value),
            dash / 2,
        )
        pen.place(
            block,
            QRectF(rect.left() + 0.9 * pen.unit, top, rect.width() - 0.9 * pen.unit, block.height),
        )
        top += block.height + _between(pen)
