"""Tables: how wide their columns are, and their rows."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.report.pdf.cells import Strip, TextCell, strip, text_cell
from facilitator.report.pdf.rows import HIGH_ROW, Manner, Row, Rows
from facilitator.report.pdf.style import ASIDE, CAPTION, CELL, HEAD, RAIL, Look, Page
from facilitator.report.tree import Align, Column, Span, Table
from facilitator.typeset.text import measure

GUTTER = 12.0
PAD = 3.5
MANY_COLUMNS = 7
HIGHEST_HEAD = 160.0
FOR_TITLES = 0.7
"""The part of the room that the widest words of titles may take."""
SMALL = 200.0
"""A table up to this height is kept on one page."""


def table_flowables(table: Table, page: Page) -> list[Rows]:
    """The caption, the table, its notes."""
    left, room = RAIL, page.text
    places = _places(table, left, room)
    if len(table.columns) >= MANY_COLUMNS and places[-1][0] + places[-1][1] > page.room - 1:
        left, room = 0.0, page.room
        places = _places(table, left, room)
    found = []
    if table.caption:
        cell = text_cell(table.caption, CAPTION, left, room)
        found.append(Rows([Row((cell,))], Manner(before=9, after=4, leads=True), page.room))
    rows = [_row(table.columns, places, _titles(table.columns), HEAD)]
    head = 1 if rows[0].height <= HIGHEST_HEAD else 0
    rows += [_row(table.columns, places, row, CELL) for row in table.rows]
    if table.total:
        rows.append(_row(table.columns, places, table.total, CELL.but(bold=True)))
    ruled = (left, places[-1][0] + places[-1][1])
    for at, note in enumerate(table.notes):
        cell = text_cell(note, ASIDE, left, room)
        rows.append(Row((cell,), 0.0 if at else 5.0, 2.0))
    manner = Manner(
        head,
        len(table.notes),
        whole=HIGH_ROW,
        together=sum(row.height for row in rows) <= SMALL,
        ruled=ruled,
        after=14,
        before=0 if table.caption else 6,
    )
    found.append(Rows(rows, manner, page.room))
    return found


def _titles(columns: Sequence[Column]) -> tuple[Span, ...]:
    return tuple(Span(column.title) for column in columns)


def _row(
    columns: Sequence[Column],
    places: Sequence[tuple[float, float]],
    values: Sequence[Span],
    look: Look,
) -> Row:
    cells = []
    for column, (x, width), value in zip(columns, places, values, strict=True):
        own = look.but(align="right") if column.align is Align.END else look
        cells.append(TextCell(x, width, (_strip(value, own, width),)))
    return Row(tuple(cells), PAD, PAD)


def _strip(value: Span, look: Look, width: float) -> Strip:
    return strip((value,), look, width)


def _places(table: Table, left: float, room: float) -> list[tuple[float, float]]:
    """(x, width) of each column: short ones as wide as they need, the others by their weights."""
    columns = table.columns
    space = room - GUTTER * (len(columns) - 1)
    fixed = {at: _natural(table, at) for at, column in enumerate(columns) if column.weight <= 1}
    weights = sum(column.weight for column in columns if column.weight > 1)
    taken = sum(fixed.values())
    most = space * 0.62 if weights else space
    if taken > most or not weights:
        fixed = {at: width * most / taken for at, width in fixed.items()} if taken else fixed
        taken = min(taken, most) if weights else space
    flexible = _flexible(table, space - taken)
    if flexible:
        spare = space - sum(fixed.values()) - sum(flexible.values())
        widest = max(flexible, key=lambda at: flexible[at])
        flexible[widest] += _snapped(room - spare, room) - (room - spare)
    widths = fixed | flexible
    places = []
    x = left
    for at in range(len(columns)):
        places.append((x, widths[at]))
        x += widths[at] + GUTTER
    return places


def _snapped(width: float, room: float) -> float:
    """The next of a few widths, so that tables under each other end at the same edges."""
    return next(room * part for part in (0.5, 0.75, 1.0) if width <= room * part + 1e-6)


def _flexible(table: Table, space: float) -> dict[int, float]:
    """Widths of the columns with a weight: what one does not need goes to the others.

    A column is as wide as the widest word of its title, where there is room for that.
    """
    open_ = {at: column.weight for at, column in enumerate(table.columns) if column.weight > 1}
    needs = {at: _needed(table, at, space) for at in open_}
    words = {at: _widest_word(table, at) for at in open_}
    fitting = min(1.0, space * FOR_TITLES / sum(words.values())) if words else 1.0
    found: dict[int, float] = {}
    while open_:
        unit = space / sum(open_.values())
        settled = {at: needs[at] for at, weight in open_.items() if needs[at] <= unit * weight}
        settled = settled or {
            at: words[at] * fitting
            for at, weight in open_.items()
            if words[at] * fitting > unit * weight
        }
        if not settled:
            return found | {at: unit * weight for at, weight in open_.items()}
        for at, width in settled.items():
            found[at] = width
            space -= width
            del open_[at]
    return found


def _widest_word(table: Table, at: int) -> float:
    """The widest word of a column's title."""
    return measure(table.columns[at].title, bold=True).widest_word(HEAD.size) + 1


def _needed(table: Table, at: int, most: float) -> float:
    """What a column needs to set each cell on a line of its own, or `most`."""
    texts = [row[at].text for row in (*table.rows, table.total) if row]
    if any(len(text) * CELL.size > most * 3 for text in texts):
        return most
    texts.append(table.columns[at].title)
    lines = [line for t in texts for line in measure(t, bold=True).lines(CELL.size, 1e6)]
    return min(most, max(48.0, *(line.width + 8 for line in lines)))


def _natural(table: Table, at: int) -> float:
    """The widest word of the title or the widest line of a cell, up to a sixth of a page."""
    title = _widest_word(table, at)
    widest = max((len(row[at].text), row[at].text) for row in table.rows)[1] if table.rows else ""
    texts = [widest] + ([table.total[at].text] if table.total else [])
    lines = [line for text in texts for line in measure(text, bold=True).lines(CELL.size, 1e6)]
    return min(96.0, max(title, *(line.width + 1 for line in lines)))
