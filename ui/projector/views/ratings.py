"""Revealed rating sheets: the whole distribution of every idea, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from facilitator.model.scene import Rated, Ratings
from ui.projector.listing import ONE_PAGE, Shown
from ui.projector.pen import Pen
from ui.projector.setting import RIGHT, set_text
from ui.projector.views.results import left_out, limits

_TINTS = (
    ("strength", 0.6),
    ("strength", 0.3),
    ("muted", 0.2),
    ("threat", 0.25),
    ("threat", 0.5),
    ("weakness", 0.4),
)
_TEXTS = 0.46
_MOST_LINES = 2


def draw_ratings(pen: Pen, rect: QRectF, ratings: Ratings, page: int) -> Shown:
    """A row an idea, in the order of agreement; the score itself is never shown."""
    hidden = left_out(pen.words, ratings.count - len(ratings.ideas))
    rect = rect.adjusted(0, 0, 0, -limits(pen, rect, "", hidden))
    top = rect.top()
    top += _legend(pen, QRectF(rect.left(), top, rect.width(), 0)) + pen.px("gap")
    height = set_text("0\n0", pen.font("body"), rect.width()).height + 0.7 * pen.unit
    fit = max(1, int((rect.bottom() - top) / height))
    pages = max(1, -(-len(ratings.ideas) // fit))
    shown = page % pages
    rows = ratings.ideas[shown * fit : (shown + 1) * fit]
    most = max((sum(row.answers) for row in ratings.ideas), default=0)
    for row in rows:
        _row(pen, QRectF(rect.left(), top, rect.width(), height), row, most)
        top += height
    return (shown, pages) if rows else ONE_PAGE


def _answers(pen: Pen) -> Sequence[str]:
    words = pen.words
    return (
        words("Strong agreement"),
        words("Agreement"),
        words("Neutral"),
        words("Disagreement"),
        words("Strong disagreement"),
        words("Confusion"),
    )


def _legend(pen: Pen, rect: QRectF) -> float:
    """What each tint stands for, on as many lines as it takes; gives the height."""
    side, line = 0.8 * pen.unit, 1.5 * pen.unit
    left, top = rect.left(), rect.top()
    for answer, (token, share) in zip(_answers(pen), _TINTS, strict=True):
        block = set_text(answer, pen.font("least"), rect.width(), 1)
        width = side + 0.4 * pen.unit + block.width + 1.1 * pen.unit
        if left > rect.left() and left + width > rect.right():
            left, top = rect.left(), top + line
        pen.fill(QRectF(left, top + (line - side) / 2, side, side), pen.tint(token, share))
        text = QRectF(left + side + 0.4 * pen.unit, top, block.width + 1, line)
        pen.centre(block, text, "muted")
        left += width
    return top + line - rect.top()


def _row(pen: Pen, rect: QRectF, row: Rated, most: int) -> None:
    unit = pen.unit
    rank = QRectF(rect.left(), rect.top(), 1.9 * unit, rect.height())
    if row.rank is not None:
        pen.line(rank, str(row.rank), "body", "muted", bold=True, align=RIGHT)
    width = rect.width() * _TEXTS - 3.6 * unit
    block = set_text(f"{row.number}  {row.text}", pen.font("body"), width, _MOST_LINES)
    pen.centre(block, QRectF(rect.left() + 2.6 * unit, rect.top(), width, rect.height()))
    left, thick = rect.left() + rect.width() * _TEXTS, 1.5 * unit
    per = (rect.right() - left) / most if most else 0.0
    for count, (token, share) in zip(row.answers, _TINTS, strict=True):
        if count:
            box = QRectF(left, rect.top() + (rect.height() - thick) / 2, per * count, thick)
            gap = min(0.08 * unit, box.width() / 4)
            pen.fill(box.adjusted(0, 0, -gap, 0), pen.tint(token, share))
            pen.number(box, count)
            left += per * count
