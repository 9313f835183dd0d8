"""Where rows and tables are cut, and how wide their columns are."""

from __future__ import annotations

import pytest

from facilitator.report.pdf.cells import TextCell, text_cell
from facilitator.report.pdf.rows import HIGH_ROW, Manner, Row, Rows
from facilitator.report.pdf.style import CELL, page
from facilitator.report.pdf.tables import table_flowables
from facilitator.report.tree import Align, Column, Span, Table
from facilitator.typeset.fonts import REGULAR, font

SIZE = page("letter")


@pytest.fixture(autouse=True)
def _fonts() -> None:
    font(REGULAR)


def rows_of(*lines: int) -> Rows:
    """A table with a head of one line and rows of so many lines."""
    rows = [
        Row((text_cell("\n".join("word" for _ in range(n)), CELL, 0, 100),), 3.5, 3.5)
        for n in (1, *lines)
    ]
    return Rows(rows, Manner(head=1, whole=HIGH_ROW), SIZE.room)


@pytest.mark.parametrize("lines", [(1, 1, 1), (9, 1, 1), (3, 9, 9), (40, 1), (2, 40), (9,)])
def test_what_begins_at_the_foot_of_a_page_can_begin_there(lines: tuple[int, ...]) -> None:
    """Else its caption would be left behind alone."""
    table = rows_of(*lines)
    assert table.split(0, table.least)


def test_a_high_row_is_cut_even_where_only_the_room_below_it_does_not_fit() -> None:
    """Else the head would be repeated in the middle of the page."""
    table = rows_of(3, 40, 3)
    height = sum(table.heights[:3])
    assert table.heights[2] > HIGH_ROW
    for lacking in (1.0, 3.4, 3.6, 20.0):
        first, rest = table.split(0, height - lacking)
        assert isinstance(first, Rows)
        assert isinstance(rest, Rows)
        assert len(first.rows) == 3, "the head, the row before, a part of the high one"
        assert first.height <= height - lacking
        assert all(cell.height for cell in rest.rows[1].cells)


def test_words_of_titles_are_whole_where_there_is_room() -> None:
    sectors = ("Residents", "Newcomers", "Nunavummiut", "Faith groups", "Unions")
    columns = [Column("No."), Column("Idea", weight=5)]
    columns += [Column(name, Align.END, 1.5) for name in sectors]
    row = (Span("ID1"), Span("Build more homes near the trains. " * 5), *(Span("0"),) * 5)
    *_, table = table_flowables(Table("", tuple(columns), (row,)), SIZE)
    for name, cell in zip(sectors, table.rows[0].cells[2:], strict=True):
        assert isinstance(cell, TextCell)
        lines = [line.text.strip() for strip in cell.strips for line in strip.lines]
        assert " ".join(lines) == name
