"""From the blocks of the tree to flowables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from facilitator.report.pdf.cells import BAR, Drawing, TextCell, strip, text_cell
from facilitator.report.pdf.charts import bar_chart, stacked_chart
from facilitator.report.pdf.rows import Manner, Row, Rows
from facilitator.report.pdf.style import (
    ACCENT,
    ASIDE,
    BODY,
    HEADINGS,
    KIND,
    LEAD,
    LINE,
    MUTED,
    NOTICE,
    PROMPT,
    RAIL,
    SUBJECT,
    TITLE,
    WARN,
    Look,
    Page,
)
from facilitator.report.pdf.tables import table_flowables
from facilitator.report.tree import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Notice,
    NoticeKind,
    Numbered,
    Paragraph,
    Quote,
    Role,
    StackedChart,
    Table,
)

INDENT = 18.0
_ROLES = {Role.BODY: BODY, Role.LEAD: LEAD, Role.ASIDE: ASIDE, Role.PROMPT: PROMPT}
_AFTER = {Role.BODY: 7.5, Role.LEAD: 9.0, Role.ASIDE: 6.0, Role.PROMPT: 10.0}
_BEFORE = {1: 30.0, 2: 22.0, 3: 12.0, 4: 8.0}
_BELOW = {1: 8.0, 2: 5.0, 3: 2.0, 4: 1.0}


def title_block(document: Document, page: Page) -> list[Rows]:
    """The head of the first page."""
    strips = [strip(document.kind, KIND, page.room), strip(document.title, TITLE, page.room, 2)]
    strips += [strip(line, SUBJECT, page.room, 4) for line in document.subject]
    cell = TextCell(0, page.room, tuple(strips))
    return [
        Rows([Row((cell,))], Manner(after=10), page.room),
        Rows([Row((Drawing(2, partial(_rule, RAIL - 14)),))], Manner(after=14), page.room),
    ]


def _rule(width: float, canvas: Any, left: float, top: float) -> None:
    canvas.setFillColor(ACCENT)
    canvas.rect(left, top - 2, width, 2, stroke=0, fill=1)


def flowables(blocks: Sequence[Block], page: Page) -> Iterator[tuple[int, Rows]]:
    """Flowables with the number of blocks done; quotes that follow each other are one."""
    level = [-1]
    quotes: list[Quote] = []
    for done, block in enumerate(blocks, start=1):
        if isinstance(block, Quote):
            quotes.append(block)
            continue
        if quotes:
            yield done, _quotes(quotes, page)
            quotes = []
        for rows in _flowable(block, page, level):
            yield done, rows
    if quotes:
        yield len(blocks), _quotes(quotes, page)


def _flowable(block: Block, page: Page, level: list[int]) -> list[Rows]:
    found: list[Rows] = []
    match block:
        case Heading():
            found = [_heading(block, page, level)]
        case Paragraph():
            found = [_paragraph(block, page)]
        case Bullets() | Numbered():
            found = [_list(block, page)]
        case Table():
            found = table_flowables(block, page)
        case BarChart():
            found = bar_chart(block, page)
        case StackedChart():
            found = stacked_chart(block, page)
        case Notice():
            found = [_notice(block, page)]
        case Quote():
            found = [_quotes([block], page)]
    return found


def _heading(heading: Heading, page: Page, level: list[int]) -> Rows:
    """Levels 1 and 2 stand at the margin, 3 and 4 over the text."""
    look = HEADINGS.get(heading.level, HEADINGS[4])
    x = 0.0 if heading.level <= 2 else RAIL
    cells: list[Any] = []
    if heading.colour:
        cells.append(Drawing(look.leading, partial(_mark, heading.colour, look)))
        x += 18
    cells.append(text_cell(heading.text, look, x, page.room - x))
    if heading.number:
        cells.insert(0, _margin_number(heading.number, look))
    level[0] = min(heading.level - 1, level[0] + 1)
    rows = [Row(tuple(cells))]
    if heading.level == 1:
        rows.insert(0, Row((Drawing(2, partial(_rule, RAIL - 14)),), below=8))
    manner = Manner(
        before=_BEFORE.get(heading.level, 8.0),
        after=_BELOW.get(heading.level, 1.0),
        bookmark=(heading.id, " ".join(heading.text.splitlines()), level[0]),
        leads=True,
        wanted=page.height * 0.3 if heading.level == 1 else 0.0,
    )
    return Rows(rows, manner, page.room)


def _margin_number(number: str, beside: Look) -> TextCell:
    """A stable number in the rail, on the baseline of what stands beside it."""
    look = ASIDE.but(align="right")
    return text_cell(number, look, 0.0, RAIL - 14, beside.baseline - look.baseline)


def _mark(colour: str, look: Look, canvas: Any, left: float, top: float) -> None:
    try:
        canvas.setFillColor(colour)
    except ValueError:
        canvas.setFillColor(MUTED)
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.4)
    canvas.rect(left, top - look.baseline, 10, 10, stroke=1, fill=1)


def _paragraph(paragraph: Paragraph, page: Page) -> Rows:
    role = paragraph.role
    if role is Role.PROMPT:
        return _barred(paragraph.spans, PROMPT, ACCENT, page, after=_AFTER[role])
    cell = text_cell(paragraph.spans, _ROLES[role], RAIL, page.text)
    return Rows([Row((cell,))], Manner(after=_AFTER[role]), page.room)


def _barred(
    text: str | Sequence[Any],
    look: Look,
    colour: str,
    page: Page,
    *,
    after: float,
    leads: bool = False,
) -> Rows:
    """A text with a bar in a colour at its left."""
    text_at = RAIL + BAR
    cell = text_cell(text, look, text_at, page.room - text_at)
    manner = Manner(before=4, after=after, whole=90, leads=leads)
    return Rows([Row((replace(cell, bar=colour),))], manner, page.room)


def _notice(notice: Notice, page: Page) -> Rows:
    colours = {
        NoticeKind.ILLUSTRATIVE: WARN,
        NoticeKind.LIMITS: LINE,
        NoticeKind.OPEN: ACCENT,
    }
    leads = notice.kind is not NoticeKind.OPEN
    return _barred(notice.text, NOTICE, colours[notice.kind], page, after=9, leads=leads)


def _list(block: Bullets | Numbered, page: Page) -> Rows:
    rows = list(_items(block.items, page, RAIL, numbered=isinstance(block, Numbered)))
    return Rows(rows, Manner(after=7), page.room)


def _items(items: Sequence[Item], page: Page, x: float, *, numbered: bool) -> Iterator[Row]:
    indent = INDENT if not numbered or len(items) < 100 else INDENT + 10
    for number, item in enumerate(items, start=1):
        mark = f"{number}." if numbered else "•"
        marker = text_cell(mark, BODY.but(colour=MUTED), x, indent)
        width = page.room - x - indent
        strips = [strip(item.spans, BODY, width)]
        strips += [strip(aside, ASIDE, width, 1) for aside in item.asides]
        body = TextCell(x + indent, width, tuple(strips))
        margin = (_margin_number(item.number, BODY),) if item.number else ()
        yield Row((*margin, marker, body), 0.0, 4.5 if item.asides else 2.5)
        yield from _items(item.items, page, x + indent, numbered=False)


def _quotes(quotes: Sequence[Quote], page: Page) -> Rows:
    rows = []
    drop = BODY.baseline - ASIDE.baseline
    for quote in quotes:
        number = _margin_number(quote.number, BODY)
        strips = [strip(quote.text, BODY, page.text)] if quote.text else []
        if quote.remark:
            strips.append(strip(quote.remark, ASIDE, page.text, 0 if strips else drop))
        rows.append(Row((number, TextCell(RAIL, page.text, tuple(strips))), 0.0, 4.0))
    return Rows(rows, Manner(after=6), page.room)
