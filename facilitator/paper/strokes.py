"""Putting what a page holds on a ReportLab canvas, whose y runs upwards from the page's foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.paper.compose import Type
from facilitator.paper.geometry import (
    MARKER_CELLS,
    POINT,
    Bubble,
    Marker,
    Paper,
    Rect,
    marker_cells,
)
from facilitator.paper.ink import INK
from facilitator.paper.layout import (
    Box,
    Count,
    Element,
    Page,
    Rule,
    Sign,
    Symbol,
    Text,
    points,
)
from facilitator.typeset import marks, qr
from facilitator.typeset.text import break_lines, draw_lines

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CODE_TYPE = Type(12.0, bold=True, align="right", leading=1.18)
BUBBLE_LINE = 0.7
MARKER_BLACK = "#000000"


def draw_body(canvas: Canvas, page: Page, paper: Paper) -> None:
    """Draw what all copies of a page share."""
    for element in page.elements:
        _draw(canvas, element, paper.height)
    for marker in page.markers:
        _draw_marker(canvas, marker, paper.height)
    if page.bubbles:
        _draw_bubbles(canvas, page.bubbles, paper.height)


def _draw(canvas: Canvas, element: Element, height: float) -> None:
    match element:
        case Text():
            x, top = points(element.rect.x), points(height - element.rect.y)
            draw_lines(
                canvas,
                element.lines,
                x,
                top,
                element.leading,
                width=points(element.rect.width),
                align=element.align,
                colour=element.colour,
            )
        case Rule():
            _draw_rule(canvas, element, height)
        case Box():
            _draw_box(canvas, element, height)
        case Sign():
            _draw_sign(canvas, element, height)
        case Symbol():
            modules = qr.matrix(element.payload, 40)
            _draw_modules(canvas, modules, element.rect, height)


def _draw_rule(canvas: Canvas, rule: Rule, height: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(rule.colour)
    canvas.setLineWidth(rule.weight)
    if rule.dash:
        canvas.setDash(list(rule.dash))
    canvas.line(
        points(rule.x1), points(height - rule.y1), points(rule.x2), points(height - rule.y2)
    )
    canvas.restoreState()


def _draw_box(canvas: Canvas, box: Box, height: float) -> None:
    canvas.saveState()
    if box.fill:
        canvas.setFillColor(box.fill)
    inside = box.rect
    if box.stroke:
        canvas.setStrokeColor(box.stroke)
        canvas.setLineWidth(box.weight)
        inside = box.rect.inset(box.weight * POINT / 2)
    x, y = points(inside.x), points(height - inside.bottom)
    canvas.rect(
        x,
        y,
        points(inside.width),
        points(inside.height),
        int(bool(box.stroke)),
        int(bool(box.fill)),
    )
    canvas.restoreState()


def _draw_sign(canvas: Canvas, sign: Sign, height: float) -> None:
    canvas.saveState()
    canvas.setFillColor(sign.colour)
    canvas.setStrokeColor(sign.colour)
    x, y = points(sign.rect.x), points(height - sign.rect.bottom)
    marks.circle(canvas, x, y, points(sign.rect.width), filled=sign.name == "disc", line=1.0)
    canvas.restoreState()


def _draw_modules(canvas: Canvas, modules: qr.Matrix, rect: Rect, height: float) -> None:
    canvas.setFillColor(INK)
    qr.draw(canvas, modules, points(rect.x), points(height - rect.bottom), points(rect.width))


def _draw_marker(canvas: Canvas, marker: Marker, height: float) -> None:
    cells = marker_cells(marker.id)
    side = points(marker.rect.width) / MARKER_CELLS
    x, top = points(marker.rect.x), points(height - marker.rect.y)
    canvas.saveState()
    canvas.setFillColor(MARKER_BLACK)
    path = canvas.beginPath()
    for row, values in enumerate(cells):
        start = None
        for column, dark in enumerate((*values, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                y = top - (row + 1) * side
                path.rect(x + start * side, y, (column - start) * side, side)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _draw_bubbles(canvas: Canvas, bubbles: tuple[Bubble, ...], height: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(BUBBLE_LINE)
    path = canvas.beginPath()
    for bubble in bubbles:
        x, y = bubble.rect.centre
        radius = points(bubble.rect.width) / 2 - BUBBLE_LINE / 2
        path.circle(points(x), points(height - y), radius)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def draw_code(canvas: Canvas, said: str, rect: Rect, height: float) -> None:
    """Draw the QR code of a copy. Raises `ValueError` where it says too much."""
    _draw_modules(canvas, qr.matrix(said), rect, height)


def draw_readable(canvas: Canvas, shown: str, rect: Rect, height: float) -> None:
    """Set the code in letters under the QR code."""
    lines = break_lines(shown, CODE_TYPE.size, 1e6, True)  # noqa: FBT003
    top, leading = points(height - rect.y), CODE_TYPE.size * CODE_TYPE.leading
    draw_lines(canvas, lines, points(rect.x), top, leading, width=points(rect.width), align="right")


def draw_count(canvas: Canvas, said: str, count: Count, height: float) -> None:
    """Set the number of a copy."""
    rect = count.rect
    fit = Type(count.size, 6.0, bold=True, leading=1.18).fit(said, rect)
    leading = CODE_TYPE.size * CODE_TYPE.leading if len(fit.lines) == 1 else fit.leading
    x, top = points(rect.x), points(height - rect.y)
    draw_lines(canvas, fit.lines, x, top, leading, colour=INK)


def draw_links(canvas: Canvas, page: Page, height: float) -> None:
    """Lay the places to click over a page; forms cannot hold them."""
    for link in page.links:
        rect = link.rect
        place = points(rect.x), points(height - rect.bottom)
        canvas.linkURL(
            link.address,
            (*place, place[0] + points(rect.width), place[1] + points(rect.height)),
            thickness=0,
        )
