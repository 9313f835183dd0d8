"""Lists for the room: in one column or two, as large as all of it fits, else on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.projector.pen import Pen
from ui.projector.setting import RIGHT, Block, set_text

Shown = tuple[int, int]
"""Which page is shown, from 0, and of how many."""

ONE_PAGE: Shown = (0, 1)

_TRIES = (("stage", 1), ("title", 1), ("title", 2), ("lead", 2), ("body", 2), ("least", 2))
_PAGED = ("body", 2)
"""How a list is set that fits on no single page."""

_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: the number before it, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Set:
    """A list set in one size: blocks by page, column and place."""

    step: str
    columns: int
    labels: float
    width: float
    pages: list[list[list[tuple[Row, Block]]]]


def draw_list(pen: Pen, rect: QRectF, rows: Sequence[Row], page: int) -> Shown:
    """Draw a page of the rows."""
    if not rows or rect.height() < pen.unit:
        return ONE_PAGE
    tries = (_pack(pen, rect, rows, step, columns, most=1) for step, columns in _TRIES)
    made = next(filter(None, tries), None) or _pack(pen, rect, rows, *_PAGED)
    if made is None:
        return ONE_PAGE
    shown = page % len(made.pages)
    gap = 2 * pen.unit
    for place, column in enumerate(made.pages[shown]):
        left = rect.left() + place * (
            (rect.width() - (made.columns - 1) * gap) / made.columns + gap
        )
        _column(pen, left, rect.top(), made, column)
    return shown, len(made.pages)


def _column(pen: Pen, left: float, top: float, made: _Set, column: list[tuple[Row, Block]]) -> None:
    for row, block in column:
        if row.label:
            label = set_text(row.label, pen.font(made.step, bold=True), made.labels, 1, RIGHT)
            pen.place(label, QRectF(left, top, made.labels, label.height), "muted")
        text = left + made.labels + (0.7 * pen.unit if made.labels else 0.0)
        pen.place(block, QRectF(text, top, made.width, block.height))
        top += block.height + _between(pen)


def _pack(
    pen: Pen, rect: QRectF, rows: Sequence[Row], step: str, columns: int, most: int = 0
) -> _Set | None:
    """The rows, set; nothing where there is no room on so many pages, as soon as that is seen."""
    font, bold = pen.font(step), pen.font(step, bold=True)
    labels = max(set_text(row.label, bold, rect.width()).width for row in rows)
    labels += 1 if labels else 0
    width = (rect.width() - (columns - 1) * 2 * pen.unit) / columns
    width -= labels + (0.7 * pen.unit if labels else 0.0)
    lines = max(1, min(_MOST_LINES, int(rect.height() / (1.4 * font.pixelSize()))))
    pairs = ((row, set_text(row.text, font, width, lines)) for row in rows)
    filled: list[list[tuple[Row, Block]]] = []
    for column in _columns(pairs, rect.height(), _between(pen)):
        if most and len(filled) == most * columns:
            return None
        filled.append(column)
    pages = [filled[start : start + columns] for start in range(0, len(filled), columns)]
    return _Set(step, columns, labels, width, pages)


def _columns(
    pairs: Iterator[tuple[Row, Block]], height: float, between: float
) -> Iterator[list[tuple[Row, Block]]]:
    column: list[tuple[Row, Block]] = []
    used = 0.0
    for row, block in pairs:
        if column and used + block.height > height + 0.5:
            yield column
            column, used = [], 0.0
        column.append((row, block))
        used += block.height + between
    if column:
        yield column


def _between(pen: Pen) -> float:
    return 0.6 * pen.unit
