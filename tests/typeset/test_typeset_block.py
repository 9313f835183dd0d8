from __future__ import annotations

import io
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, SimpleDocTemplate, Spacer, Table

from facilitator.typeset.block import TextBlock, TextStyle
from facilitator.typeset.text import Span
from tests.typeset.typeset_pages import extract, ink_box, page_count

STYLE = TextStyle(size=10, leading=15)
LONG = " ".join(f"mot{n}" for n in range(400))


def build(story: list[Any], size: tuple[float, float] = (300.0, 300.0)) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(
        out, pagesize=size, leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40
    ).build(story)
    return out.getvalue()


def test_a_long_text_runs_over_pages_and_nothing_is_lost() -> None:
    pdf = build([TextBlock(LONG, STYLE)])
    assert page_count(pdf) > 2
    assert extract(pdf).split() == LONG.split()


def test_height_is_the_lines_times_the_leading() -> None:
    block = TextBlock("Une ligne\nDeux", STYLE)
    assert block.wrap(200, 500) == (200, 30)
    assert TextBlock("a", TextStyle(size=10)).wrap(200, 500)[1] == pytest.approx(14.3)


def test_two_lines_stay_together_at_either_end() -> None:
    block = TextBlock("\n".join("abcde"), STYLE)
    head, rest = block.split(200, 15 * 4)
    assert isinstance(head, TextBlock)
    assert isinstance(rest, TextBlock)
    assert [line.text for line in head.lines] == ["a", "b", "c"]
    rest.wrap(200, 500)
    assert [line.text for line in rest.lines] == ["d", "e"]
    assert rest.is_continued
    assert TextBlock("a\nb\nc", STYLE).split(200, 30) == []
    assert block.split(200, 16) == []
    assert block.split(200, 500) == [block]


def test_the_rest_of_a_split_is_broken_anew_for_another_width() -> None:
    spans = [Span("Gras ", bold=True), Span(LONG)]
    block = TextBlock(spans, STYLE)
    head, rest = block.split(200, 60)
    assert isinstance(head, TextBlock)
    assert isinstance(rest, TextBlock)
    rest.wrap(120, 500)
    words = " ".join(line.text for line in [*head.lines, *rest.lines])
    assert words == f"Gras {LONG}"
    assert all(line.width <= 120.01 for line in rest.lines)


def test_spaces_before_and_after_and_keeping_with_the_next() -> None:
    block = TextBlock("a", TextStyle(space_before=7, space_after=3, keep_with_next=True))
    assert (block.getSpaceBefore(), block.getSpaceAfter(), block.keepWithNext) == (7, 3, 1)


def test_a_heading_is_not_left_at_the_foot_of_a_page() -> None:
    heading = TextBlock("Titre", TextStyle(size=14, keep_with_next=True))
    pdf = build([Spacer(1, 170), heading, TextBlock("a\nb\nc\nd", STYLE)])
    assert page_count(pdf) == 2
    assert extract(pdf).split() == ["Titre", "a", "b", "c", "d"]


def test_a_label_hangs_in_the_indent() -> None:
    style = TextStyle(size=10, leading=15, left_indent=20)
    block = TextBlock(LONG[:200], style, label="1.")
    pdf = build([block])
    assert extract(pdf).split()[:2] == ["1.", "mot0"]
    assert block.indent == 20
    assert ink_box(pdf)[0] == pytest.approx(46.5, abs=1.5)
    assert TextBlock("a", style, label="1234567.").indent > 40


def test_a_label_of_a_right_to_left_block_hangs_at_the_right() -> None:
    pdf = build([TextBlock("مرحبا بكم", TextStyle(left_indent=20), label="•")])
    right = ink_box(pdf)[2]
    assert right == pytest.approx(252, abs=4)
    assert "مرحبا" in extract(pdf)


def test_narrow_places_are_survived() -> None:
    assert TextBlock("abc", STYLE, label="•").wrap(0, 100)[1] == 45
    assert TextBlock("", STYLE).wrap(100, 100) == (100, 15)


def test_blocks_are_table_cells() -> None:
    rows = [
        [TextBlock(f"N-{n}", STYLE), TextBlock("研讨会 " + LONG[:120], STYLE)] for n in range(20)
    ]
    pdf = build([LongTable(rows, colWidths=[50, 160])])
    assert page_count(pdf) > 2
    words = extract(pdf).split()
    assert [word for word in words if word.startswith("N-")] == [f"N-{n}" for n in range(20)]


def test_a_row_higher_than_the_page_is_split_inside_its_cell() -> None:
    table = Table([["n", TextBlock(LONG, STYLE)]], colWidths=[30, 180], splitInRow=1)
    pdf = build([table])
    assert page_count(pdf) > 2
    words = extract(pdf).split()
    assert "n" in words
    assert [word for word in words if word != "n"] == LONG.split()


def test_automatic_columns_are_wide_enough_for_words() -> None:
    block = TextBlock("incommensurable a", STYLE)
    assert block.minWidth() < 100
    block.wrap(block.minWidth() + 0.1, 100)
    assert not any(line.broken for line in block.lines)
    build([Table([[block, TextBlock("b", STYLE)]])])


def test_drawing_can_be_wrapped_by_a_subclass() -> None:
    seen: list[str] = []

    class Tagged(TextBlock):
        def draw_body(self) -> None:
            seen.append(self.role)
            super().draw_body()

        def draw_link(self, canvas: Any, address: str, rect: Any, draw: Any) -> None:
            seen.append(address)
            super().draw_link(canvas, address, rect, draw)

    spans = [Span("Voir "), Span("le site", link="https://a.ca")]
    pdf = build([Tagged(spans, TextStyle(colour="#0B6B62"), role="LI", label="•")])
    assert seen == ["LI", "https://a.ca"]
    assert pdf.count(b"/URI (https://a.ca)") == 1
    assert "Voir le site" in extract(pdf)


def test_a_part_without_a_label_draws_none() -> None:
    block = TextBlock("a", STYLE)
    canvas = Canvas(io.BytesIO())
    block.wrapOn(canvas, 100, 100)
    block.drawOn(canvas, 0, 0)
    block.canv = canvas
    block.draw_label()
