"""Revealed totals as bars: the ideas with most dots first, ties as ties, colour after colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF

from facilitator.language import Language
from facilitator.model.scene import Bar, Chart, Results
from ui.projector.listing import ONE_PAGE, Shown
from ui.projector.pen import Pen
from ui.projector.setting import LEFT, RIGHT, Block, set_text

_STEPS = ("title", "lead", "body", "least")
_PAGED = "body"
_MOST_LINES = 2
_TEXTS = 0.58
"""The share of the width for the ideas; the bars have the rest."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a chart's columns stand, in one size of type."""

    step: str
    rank: QRectF
    number: QRectF
    text: QRectF
    bar: QRectF


def draw_results(pen: Pen, rect: QRectF, results: Results, page: int) -> Shown:
    """A page of a chart, and under it the line without which no total is shown."""
    hidden = max((chart.count - len(chart.bars) for chart in results.charts), default=0)
    remarks = (_unsettled(pen.words, results), left_out(pen.words, hidden))
    foot = limits(pen, rect, voters_said(pen.words, results), *remarks)
    rect = rect.adjusted(0, 0, 0, -foot)
    pages = [(chart, bars) for chart in results.charts for bars in _pages(pen, rect, chart)]
    if not pages:
        return ONE_PAGE
    shown = page % len(pages)
    chart, bars = pages[shown]
    room = _draw_name(pen, rect, chart)
    at = _columns(pen, room, _step(pen, room, chart.bars))
    top = room.top() + _titles(pen, at)
    for bar in bars:
        block = _set(pen, at, bar)
        _bar(pen, at, bar, block, top)
        top += _height(pen, block)
    return shown, len(pages)


def voters_said(words: Language, results: Results) -> str:
    """How many of the people in the room voted."""
    if results.voters is None:
        return words("The number of voters is not recorded.")
    if not results.people:
        return words.plural("{n} voter.", "{n} voters.", results.voters)
    voters = words.number(results.voters)
    return words.plural(
        "{voters} of {n} participant voted.",
        "{voters} of {n} participants voted.",
        results.people,
        voters=voters,
    )


def _unsettled(words: Language, results: Results) -> str:
    if not results.unsettled:
        return ""
    return words.plural(
        "{n} count differs and is not settled: the first is taken.",
        "{n} counts differ and are not settled: the first is taken.",
        results.unsettled,
    )


def left_out(words: Language, ideas: int) -> str:
    """How many ideas have too few dots to be shown here."""
    if not ideas:
        return ""
    return words.plural("{n} more idea in the summary.", "{n} more ideas in the summary.", ideas)


def limits(pen: Pen, rect: QRectF, voters: str, *remarks: str) -> float:
    """At the bottom: who voted, and what the totals are not; gives its height."""
    honest = pen.words("The priorities of the people in the room; not a representative sample.")
    text = " ".join(part for part in (voters, honest, *remarks) if part)
    block = set_text(text, pen.font("body"), rect.width(), 2)
    top = rect.bottom() - block.height
    pen.place(block, QRectF(rect.left(), top, rect.width(), block.height), "muted")
    return block.height + pen.px("gap")


# A chart in pages


def _draw_name(pen: Pen, rect: QRectF, chart: Chart) -> QRectF:
    """The dot colour and what it stands for, where there are several; gives the room beneath."""
    room = _under_name(pen, rect, chart)
    name = " · ".join(part for part in (chart.name, chart.meaning) if part)
    head = QRectF(rect.left(), rect.top(), rect.width(), 2.0 * pen.unit)
    if name:
        side = 1.2 * pen.unit
        pen.dot(QRectF(head.left(), head.top() + 0.4 * pen.unit, side, side), chart.colour)
        pen.line(head.adjusted(side + 0.6 * pen.unit, 0, 0, 0), name, "title", bold=True)
    return room


def _under_name(pen: Pen, rect: QRectF, chart: Chart) -> QRectF:
    return rect.adjusted(0, 2.2 * pen.unit if chart.name or chart.meaning else 0.0, 0, 0)


def _pages(pen: Pen, rect: QRectF, chart: Chart) -> list[Sequence[Bar]]:
    """The bars of a chart, parted where a page is full."""
    room = _under_name(pen, rect, chart)
    at = _columns(pen, room, _step(pen, room, chart.bars))
    most = room.height() - _title_height(pen)
    pages: list[list[Bar]] = [[]]
    used = 0.0
    for bar in chart.bars:
        height = _height(pen, _set(pen, at, bar))
        if pages[-1] and used + height > most + 0.5:
            pages.append([])
            used = 0.0
        pages[-1].append(bar)
        used += height
    return list(pages)


def _step(pen: Pen, room: QRectF, bars: Sequence[Bar]) -> str:
    """The largest size in which all bars fit on one page, else that of several pages."""
    most = room.height() - _title_height(pen)
    for step in _STEPS:
        heights = accumulate(_row_heights(pen, _columns(pen, room, step), bars))
        if all(height <= most for height in heights):
            return step
    return _PAGED


def _row_heights(pen: Pen, at: _Columns, bars: Sequence[Bar]) -> Iterator[float]:
    return (_height(pen, _set(pen, at, bar)) for bar in bars)


def _columns(pen: Pen, room: QRectF, step: str) -> _Columns:
    gap = 0.8 * pen.unit
    words = pen.words
    titles = [set_text(text, pen.font("least"), room.width()).width + 2 for text in _named(words)]
    digits = set_text("000=", pen.font(step, bold=True), room.width()).width
    widths = (max(digits, titles[0]), max(digits * 0.8, titles[1]))
    rank = QRectF(room.left(), room.top(), widths[0], room.height())
    number = QRectF(rank.right() + gap, room.top(), widths[1], room.height())
    start = room.left() + room.width() * _TEXTS
    left = number.right() + gap
    text = QRectF(left, room.top(), start - left - gap, room.height())
    bar = QRectF(start, room.top(), room.right() - start, room.height())
    return _Columns(step, rank, number, text, bar)


def _named(words: Language) -> tuple[str, str, str, str]:
    return words("Rank"), words("No."), words("Idea"), words("Dots")


def _title_height(pen: Pen) -> float:
    return 1.5 * pen.unit


def _titles(pen: Pen, at: _Columns) -> float:
    """What the columns are, in small type; gives the height."""
    height = _title_height(pen)
    aligned = ((at.rank, RIGHT), (at.number, RIGHT), (at.text, LEFT), (at.bar, LEFT))
    for title, (place, align) in zip(_named(pen.words), aligned, strict=True):
        room = QRectF(place.left(), place.top(), place.width(), height * 0.8)
        pen.line(room, title, "least", "muted", align=align)
    return height


def _set(pen: Pen, at: _Columns, bar: Bar) -> Block:
    return set_text(bar.text, pen.font(at.step), at.text.width(), _MOST_LINES)


def _height(pen: Pen, block: Block) -> float:
    return block.height + 0.5 * pen.unit


def _bar(pen: Pen, at: _Columns, bar: Bar, block: Block, top: float) -> None:
    height = _height(pen, block)

    def row(place: QRectF) -> QRectF:
        return QRectF(place.left(), top, place.width(), height)

    rank = f"{bar.rank}=" if bar.tied else str(bar.rank)
    pen.line(row(at.rank), rank, at.step, bold=True, align=RIGHT)
    pen.line(row(at.number), str(bar.number), at.step, "muted", align=RIGHT)
    pen.centre(block, row(at.text))
    dots = pen.words.number(bar.dots)
    label = set_text(dots, pen.font(at.step, bold=True), at.bar.width())
    most = at.bar.width() - label.width - 0.6 * pen.unit
    thick, start = 1.15 * pen.unit, at.bar.left()
    if bar.dots:
        length = max(most * bar.fraction, 0.3 * pen.unit)
        middle = top + height / 2
        pen.box(QRectF(start, middle - thick / 2, length, thick), "accent", 0.2 * pen.unit)
        start += length + 0.5 * pen.unit
    pen.line(QRectF(start, top, label.width + 2, height), dots, at.step, bold=True)
