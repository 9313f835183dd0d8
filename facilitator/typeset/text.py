"""Plain text in any script: break into lines, draw them, fit them into a box.

    lines = break_lines("Bonjour, مرحبا, 你好", 10.5, 200)
    bottom = draw_lines(canvas, lines, x=50, y_top=700, leading=15)

Lengths are points. No text is ever cut off: the caller gets every line and decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from facilitator.typeset.lines import Line, Piece, Prepared, Span, measure, web_address
from facilitator.typeset.pdffont import PdfText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    Rect: TypeAlias = tuple[float, float, float, float]
    LinkHook: TypeAlias = Callable[["Canvas", str, Rect, Callable[[], None]], None]

__all__ = [
    "Align", "Fit", "Line", "Piece", "Prepared", "Span", "baseline", "break_lines", "draw_line",
    "draw_lines", "draw_link", "fit_text", "line_x", "measure", "text_width", "web_address",
]  # fmt: skip

Align: TypeAlias = Literal["start", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Fit:
    """What `fit_text` found: a size and leading in points, the lines, and whether they fit."""

    size: float
    leading: float
    lines: list[Line]
    fits: bool

    @property
    def height(self) -> float:
        """Height of the lines in points."""
        return self.leading * len(self.lines)


def break_lines(
    text: str | Sequence[Span],
    size: float,
    width: float,
    bold: bool = False,  # noqa: FBT001, FBT002
) -> list[Line]:
    """Break text into lines no wider than `width`, in time linear in its length.

    Lines end at spaces, between ideographs, after hyphens and slashes between words, and only
    then inside a word. Newlines are kept; an empty text is one empty line. Only a single
    character wider than the width can stand out.

    Args:
        text: plain text, or spans of it.
        size: of the type, in points.
        width: in points.
        bold: for a plain text.

    Raises:
        ValueError: the size is not more than 0.
    """
    return measure(text, bold=bold).lines(size, width)


def text_width(text: str | Sequence[Span], size: float, *, bold: bool = False) -> float:
    """Return the width in points of a text set on one line, without trailing spaces.

    With newlines in it, that of the widest line.
    """
    return max(line.width for line in measure(text, bold=bold).lines(size, 1e9))


def fit_text(
    text: str | Sequence[Span],
    width: float,
    height: float,
    *,
    largest: float,
    smallest: float,
    leading: float = 1.3,
    bold: bool = False,
) -> Fit:
    """Find the largest size, in half points, at which a text fits a box.

    A size that would break a word inside is taken only if no size from `smallest` on keeps
    words whole. If even `smallest` does not fit, its lines are returned all the same, with
    `fits` False.

    Args:
        text: plain text, or spans of it.
        width: of the box, in points.
        height: of the box, in points.
        largest: largest size, in points.
        smallest: smallest size, in points.
        leading: distance of baselines, as a multiple of the size.
        bold: for a plain text.

    Raises:
        ValueError: the smallest size is not more than 0, or exceeds the largest.
    """
    if not 0 < smallest <= largest:
        message = f"Sizes must rise from more than 0: {smallest} to {largest}."
        raise ValueError(message)
    prepared = measure(text, bold=bold)
    steps = int((largest - smallest) * 2)

    def fits(size: float, *, whole: bool) -> bool:
        count, broken = prepared.count(size, width)
        return count * size * leading <= height + 1e-6 and not (whole and broken)

    for whole in (True, False):
        if fits(largest, whole=whole):
            return _fit(prepared, largest, width, leading, fits=True)
        low, high = -1, steps
        while low < high:
            middle = (low + high + 1) // 2
            if fits(smallest + middle / 2, whole=whole):
                low = middle
            else:
                high = middle - 1
        if low >= 0:
            return _fit(prepared, smallest + low / 2, width, leading, fits=True)
    return _fit(prepared, smallest, width, leading, fits=False)


def _fit(prepared: Prepared, size: float, width: float, leading: float, *, fits: bool) -> Fit:
    return Fit(size, size * leading, prepared.lines(size, width), fits)


def baseline(size: float, leading: float) -> float:
    """Distance in points from the top of a line to its baseline; capitals stand in the middle."""
    return leading / 2 + 0.357 * size


def line_x(line: Line, width: float, align: Align) -> float:
    """Offset in points of a line in a column; "start" is the right for right-to-left text."""
    if align == "center":
        return (width - line.width) / 2
    if align == "right" or (align == "start" and line.rtl):
        return width - line.width
    return 0.0


def draw_lines(  # noqa: PLR0913 - a place, a column and what fills it
    canvas: Canvas,
    lines: Sequence[Line],
    x: float,
    y_top: float,
    leading: float,
    *,
    width: float = 0.0,
    align: Align = "left",
    colour: str | None = None,
    on_link: LinkHook | None = None,
) -> float:
    """Draw lines on a canvas, and return the y of the bottom of the last one.

    Args:
        canvas: the canvas; its font and colours are left as they were.
        lines: from `break_lines`.
        x: left edge of the column, in points.
        y_top: top of the first line (not its baseline), in points.
        leading: distance of baselines, in points.
        width: of the column, in points; needed unless aligned left.
        align: "left", "center", "right", or "start" (right for right-to-left paragraphs).
        colour: "#rrggbb" for what has no colour of its own; None for the canvas's.
        on_link: called as (canvas, address, (x1, y1, x2, y2), draw) for each linked piece; it
            must call draw(). By default the piece is drawn and annotated.
    """
    if not lines:
        return y_top
    canvas.saveState()
    if colour:
        canvas.setFillColor(colour)
    y = y_top - baseline(lines[0].size, leading)
    out: Any = None
    last_x = None
    for line in lines:
        left = x + line_x(line, width, align)
        if len(line.pieces) == 1 and _is_plain(line.pieces[0]):
            piece = line.pieces[0]
            if out is None or left != last_x:
                out = _flush(canvas, out, restart=True)
                out.setFont(piece.font, line.size, leading)
                out.setTextOrigin(left, y)
                name = piece.font
            elif piece.font != name:
                out.setFont(piece.font, line.size, leading)
                name = piece.font
            out.textLine(piece.text)
            last_x = left
        else:
            out = _flush(canvas, out)
            draw_line(canvas, line, left, y, on_link=on_link)
        y -= leading
    _flush(canvas, out)
    canvas.restoreState()
    return y_top - leading * len(lines)


def _is_plain(piece: Piece) -> bool:
    return piece.colour is None and piece.link is None


def _flush(canvas: Any, out: Any, *, restart: bool = False) -> Any:
    if out is not None:
        canvas.drawText(out)
    return PdfText(canvas) if restart else None


def draw_line(
    canvas: Any, line: Line, x: float, y: float, *, on_link: LinkHook | None = None
) -> None:
    """Draw one line with its baseline at y and its left end at x (points)."""
    out = None
    for piece in line.pieces:
        if _is_plain(piece):
            out = out or PdfText(canvas)
            out.setTextOrigin(x + piece.x, y)
            out.setFont(piece.font, line.size)
            out.textLine(piece.text)
            continue
        out = _flush(canvas, out)

        def draw(piece: Piece = piece) -> None:
            _draw_piece(canvas, piece, line.size, x, y)

        if piece.link:
            left, low, high = x + piece.x, y - 0.25 * line.size, y + 0.95 * line.size
            (on_link or draw_link)(canvas, piece.link, (left, low, left + piece.width, high), draw)
        else:
            draw()
    _flush(canvas, out)


def _draw_piece(canvas: Any, piece: Piece, size: float, x: float, y: float) -> None:
    canvas.saveState()
    if piece.colour:
        canvas.setFillColor(piece.colour)
    out = PdfText(canvas, x + piece.x, y)
    out.setFont(piece.font, size)
    out.textLine(piece.text)
    canvas.drawText(out)
    canvas.restoreState()


def draw_link(canvas: Any, address: str, rect: Rect, draw: Callable[[], None]) -> None:
    """Draw a linked piece and lay an annotation over it: the default of `on_link`."""
    draw()
    canvas.linkURL(address, rect, relative=1, thickness=0)
