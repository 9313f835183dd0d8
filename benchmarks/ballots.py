"""200 ballots against the same drawing on a bare ReportLab canvas with ready-made QR matrices."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from facilitator.language import Language
from facilitator.model.kinds import Method, SheetKind
from facilitator.model.records import Facts, Idea, Participant, Record, Round, Sheet
from facilitator.model.workshop import Workshop
from facilitator.paper.codes import payload, show
from facilitator.paper.draw import draw_sheets
from facilitator.paper.geometry import marker_cells
from facilitator.paper.layout import Layout, Page, Rule, Text, points
from facilitator.paper.planning import plan_sheets
from facilitator.paper.sheets import layout_of
from facilitator.typeset import qr
from facilitator.typeset.text import baseline

BALLOTS = 200
IDEAS = 20
TARGET = 1.5


def workshop() -> Workshop:
    """A round of twenty ideas with three dots for each of two hundred people."""
    records: list[Record] = [Facts("0190a0b0-0000-7000-8000-000000000000", title="Renewal")]
    records.append(Round("v", "Dot vote", Method.BALLOTS))
    records += [Idea(f"i{n}", n + 1, f"Try the idea of table {n} in one ministry", position=n)
                for n in range(IDEAS)]  # fmt: skip
    records += [Participant(f"x{n}") for n in range(BALLOTS)]
    return Workshop(records)


def measure() -> tuple[float, float]:
    """The best of three each, in seconds: the program's drawing, and the bare canvas."""
    room = workshop()
    words = Language("en")
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(4):
            # Fresh codes each time, so that none of them is known to the cache.
            plan = plan_sheets(room, (SheetKind.BALLOT,), "letter", "en", datetime.now(UTC))
            start = time.perf_counter()
            draw_sheets(room, plan.sheets, words, Path(folder, "ours.pdf"), lambda _t, _f: None)
            ours.append(time.perf_counter() - start)
            layout = layout_of(room, plan.sheets[0])
            (page,) = layout.pages
            codes = [qr.matrix(payload(s.code, "", 1, page.layout)) for s in plan.sheets]
            start = time.perf_counter()
            _draw_bare(Path(folder, "bare.pdf"), layout, plan.sheets, codes)
            bare.append(time.perf_counter() - start)
    return min(ours[1:]), min(bare[1:])


def _draw_bare(
    path: Path, layout: Layout, sheets: tuple[Sheet, ...], codes: list[qr.Matrix]
) -> None:
    (page,) = layout.pages
    height = layout.paper.height
    canvas = Canvas(str(path), pagesize=(points(layout.paper.width), points(height)))
    for sheet, modules in zip(sheets, codes, strict=True):
        _body(canvas, page, height)
        rect = page.codes[0].rect
        side = points(rect.width)
        qr.draw(canvas, modules, points(rect.x), points(height - rect.bottom), side)
        text, count = page.codes[0].text, page.counts[0].rect
        canvas.setFont("NotoSans-Bold", 12)
        canvas.drawRightString(points(text.right), points(height - text.bottom), show(sheet.code))
        canvas.setFont("NotoSans-Bold", 10.5)
        numbered = f"Ballot {sheet.copy} of {len(sheets)}"
        canvas.drawString(points(count.x), points(height - count.bottom), numbered)
        canvas.showPage()
    canvas.save()


def _body(canvas: Canvas, page: Page, height: float) -> None:
    for text in page.texts():
        _text(canvas, text, height)
    for rule in page.elements:
        if isinstance(rule, Rule):
            canvas.setLineWidth(rule.weight)
            y = points(height - rule.y1)
            canvas.line(points(rule.x1), y, points(rule.x2), y)
    for bubble in page.bubbles:
        x, y = bubble.rect.centre
        canvas.circle(points(x), points(height - y), points(bubble.rect.width) / 2)
    for marker in page.markers:
        cells, rect = marker_cells(marker.id), marker.rect
        qr.draw(canvas, cells, points(rect.x), points(height - rect.bottom), points(rect.width))


def _text(canvas: Canvas, text: Text, height: float) -> None:
    y = points(height - text.rect.y) - baseline(text.lines[0].size, text.leading)
    for line in text.lines:
        for piece in line.pieces:
            canvas.setFont(piece.font, line.size)
            canvas.drawString(points(text.rect.x) + piece.x, y, piece.text)
        y -= text.leading


def main() -> None:
    ours, bare = measure()
    print(f"{BALLOTS} ballots: {ours:.2f} s, bare canvas {bare:.2f} s, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
