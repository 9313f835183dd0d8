"""Charts: horizontal bars with their values in words, readable without colour."""

from __future__ import annotations

from functools import partial
from typing import Any

from facilitator.report.pdf.cells import Drawing, TextCell, strip, text_cell
from facilitator.report.pdf.rows import HIGH_ROW, Manner, Row, Rows
from facilitator.report.pdf.style import ACCENT, CAPTION, CELL, INK, RAIL, Page
from facilitator.report.tree import BarChart, Span, StackedBar, StackedChart
from facilitator.typeset.text import baseline, draw_line, measure, text_width

THICK = 11.0
GAP = 3.0
KEPT_TOGETHER = 330.0
LABELS = 0.44
"""The share of the width that labels may take."""

SHADES = (
    (ACCENT, "#FFFFFF", False),
    ("#8DBDB7", INK, False),
    ("#E9E6DF", INK, False),
    ("#DDB57C", INK, True),
    ("#9A5B00", "#FFFFFF", True),
    ("#FFFFFF", INK, False),
)
"""Fill, ink and whether it is hatched, for each answer of a stacked bar."""


def bar_chart(chart: BarChart, page: Page) -> list[Rows]:
    """Labels at the left, bars from one edge, the value after each bar."""
    room = page.text
    label_width = min(room * LABELS, _widest(chart) + 1)
    value = max((text_width(b.shown, CELL.size, bold=True) for b in chart.bars), default=0.0)
    value = min(value, room * 0.3)
    start = RAIL + label_width + 12
    longest = page.room - start - value - 8
    highest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    rows = []
    for bar in chart.bars:
        length = longest * bar.value / highest
        label = text_cell((bar.label,), CELL, RAIL, label_width)
        shown = text_cell(bar.shown, CELL.but(bold=True), start + length + 6, value + 2)
        drawing = Drawing(CELL.leading, partial(_bar, start, length))
        rows.append(Row((label, drawing, shown), GAP, GAP))
    return _captioned(chart.caption, rows, page)


def _widest(chart: BarChart | StackedChart) -> float:
    lines = (line for b in chart.bars for line in measure([_plain(b.label)]).lines(CELL.size, 1e6))
    return max((line.width for line in lines), default=0.0)


def _plain(span: Span) -> Any:
    from facilitator.typeset.text import Span as TypeSpan

    return TypeSpan(span.text)


def _bar(x: float, length: float, canvas: Any, left: float, top: float) -> None:
    canvas.setFillColor(ACCENT)
    y = top - (CELL.leading + THICK) / 2
    canvas.rect(left + x, y, max(length, 0.75), THICK, stroke=0, fill=1)


def _captioned(caption: str, rows: list[Row], page: Page) -> list[Rows]:
    found = []
    if caption:
        cell = text_cell(caption, CAPTION, RAIL, page.text)
        found.append(Rows([Row((cell,))], Manner(before=6, after=3, leads=True), page.room))
    together = sum(row.height for row in rows) <= KEPT_TOGETHER
    manner = Manner(whole=HIGH_ROW, together=together, after=12, before=2)
    found.append(Rows(rows, manner, page.room))
    return found


def stacked_chart(chart: StackedChart, page: Page) -> list[Rows]:
    """A key, then a bar for each idea, cut into the answers; a letter stands in every part."""
    room = page.text
    label_width = min(room * LABELS, _widest(chart) + 1)
    start = RAIL + label_width + 12
    longest = page.room - start
    highest = max((sum(bar.counts) for bar in chart.bars), default=0) or 1
    rows = _key(chart, page)
    for bar in chart.bars:
        label = text_cell((bar.label,), CELL, RAIL, label_width)
        paint = partial(_stack, chart, bar, start, longest / highest)
        rows.append(Row((label, Drawing(CELL.leading + 3, paint)), GAP, GAP))
    return _captioned(chart.caption, rows, page)


def _key(chart: StackedChart, page: Page) -> list[Row]:
    """Two rows of three answers, each with its swatch."""
    rows = []
    width = page.text / 3
    for start in range(0, len(chart.answers), 3):
        cells: list[Any] = []
        for at in range(start, min(start + 3, len(chart.answers))):
            x = RAIL + width * (at - start)
            cells.append(Drawing(CELL.leading, partial(_swatch, x, at)))
            text = f"{chart.short[at]}  {chart.answers[at]}"
            lines = strip(text, CELL, width - 22)
            cells.append(TextCell(x + 18, width - 22, (lines,)))
        rows.append(Row(tuple(cells), 1, 1))
    rows[-1] = Row(rows[-1].cells, 1, 6)
    return rows


def _swatch(x: float, at: int, canvas: Any, left: float, top: float) -> None:
    _part(canvas, at, left + x, top - (CELL.leading + 9) / 2, 12, 9)


def _part(canvas: Any, at: int, x: float, y: float, width: float, height: float) -> None:
    fill, _, hatched = SHADES[at]
    canvas.saveState()
    canvas.setFillColor(fill)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.4)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    if hatched:
        path = canvas.beginPath()
        path.rect(x, y, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor("#FFFFFF")
        canvas.setLineWidth(0.7)
        step = x - height
        while step < x + width:
            canvas.line(step, y, step + height, y + height)
            step += 4
    canvas.restoreState()


def _stack(
    chart: StackedChart,
    bar: StackedBar,
    x: float,
    unit: float,
    canvas: Any,
    left: float,
    top: float,
) -> None:
    height = CELL.leading + 3
    x += left
    for at, count in enumerate(bar.counts):
        if not count:
            continue
        width = count * unit
        _part(canvas, at, x, top - height, width, height)
        for words in (f"{chart.short[at]} {count}", str(count)):
            line = measure(words).lines(8, 1e6)[0]
            if line.width + 4 <= width:
                _words(canvas, line, at, (x, top, width, height))
                break
        x += width


def _words(canvas: Any, line: Any, at: int, box: tuple[float, float, float, float]) -> None:
    x, top, width, height = box
    middle = x + (width - line.width) / 2
    fill, ink, hatched = SHADES[at]
    canvas.saveState()
    if hatched:
        canvas.setFillColor(fill)
        canvas.rect(middle - 2, top - height + 2.5, line.width + 4, height - 5, stroke=0, fill=1)
    canvas.setFillColor(ink)
    draw_line(canvas, line, middle, top - baseline(8, height))
    canvas.restoreState()
