"""Masking of small cells: small ones are hidden, and totals do not give them away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.privacy import Cells, Table, mask_small_cells


@pytest.mark.parametrize(
    ("rows", "masked"),
    [
        ([], ()),
        ([[]], ((),)),
        ([[0, 0], [0, 0]], ((0, 0), (0, 0))),
        ([[3, 4], [5, 6]], ((3, 4), (5, 6))),
        ([[2, 4], [5, 6]], ((None, None), (None, None))),
        ([[1, 5, 9]], ((None, None, 9),)),
        ([[1], [0], [9]], ((None,), (0,), (None,))),
        ([[1, 0, 0]], ((None, None, 0),)),
        ([[1]], ((None,),)),
        # One person in all: the totals alone would tell, so nothing is shown.
        ([[1, 0], [0, 0]], ((None, None), (None, None))),
        ([[1, 0, 0], [0, 0, 0]], ((None, None, None), (None, None, None))),
        # The cheapest rectangle around the 1, rather than zeros or larger numbers.
        ([[1, 5, 0], [7, 8, 3], [9, 9, 9]], ((None, None, 0), (None, None, 3), (9, 9, 9))),
        # Two small cells that protect each other with two more.
        ([[1, 7, 8], [9, 2, 8], [8, 8, 8]], ((None, None, 8), (None, None, 8), (8, 8, 8))),
    ],
)
def test_masking_by_hand(rows: list[list[int]], masked: Cells) -> None:
    assert mask_small_cells(rows, 3) == masked


def test_the_threshold_is_the_workshops_own() -> None:
    assert mask_small_cells([[4, 9], [9, 9]], 3) == ((4, 9), (9, 9))
    assert mask_small_cells([[4, 9], [9, 9]], 5) == ((None, None), (None, None))
    assert mask_small_cells([[1, 0], [0, 9]], 1) == ((1, 0), (0, 9))


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    width = draw(st.integers(1, 4))
    row = st.lists(st.integers(0, 4), min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=4))


@given(tables())
def test_no_small_count_is_shown_and_no_shown_count_is_changed(rows: list[list[int]]) -> None:
    for shown, counts in zip(mask_small_cells(rows, 3), rows, strict=True):
        for cell, count in zip(shown, counts, strict=True):
            assert cell is None or (cell == count and count not in {1, 2})


@given(tables())
def test_totals_do_not_tell_a_masked_cell(rows: list[list[int]]) -> None:
    """Another table with the same totals and the same shown cells exists for each masked cell."""
    shown = mask_small_cells(rows, 3)
    masked = [(r, c) for r, row in enumerate(shown) for c, x in enumerate(row) if x is None]
    if len(masked) == len(rows) * len(rows[0]):
        return  # nothing is shown at all
    differing = {cell for other in others(rows, masked) for cell in other}
    assert differing == set(masked)


def others(rows: Table, masked: list[tuple[int, int]]) -> Iterator[set[tuple[int, int]]]:
    """The cells in which a table differs from the given one by one person moved around a ring.

    Written unlike the code under test: it tries every choice of +1, 0 and -1 on up to two rows
    and columns and keeps those that change no total and no shown cell.
    """
    height, width = len(rows), len(rows[0])
    for r1, r2 in product(range(height), repeat=2):
        for c1, c2 in product(range(width), repeat=2):
            cells = sorted({(r1, c1), (r1, c2), (r2, c1), (r2, c2)})
            for steps in product((-1, 0, 1), repeat=len(cells)):
                moved = {cell: step for cell, step in zip(cells, steps, strict=True) if step}
                if moved and _same_totals(rows, moved) and set(moved) <= set(masked):
                    yield set(moved)


def _same_totals(rows: Table, moved: dict[tuple[int, int], int]) -> bool:
    if any(rows[r][c] + step < 0 for (r, c), step in moved.items()):
        return False
    by_row = [0] * len(rows)
    by_column = [0] * len(rows[0])
    for (r, c), step in moved.items():
        by_row[r] += step
        by_column[c] += step
    # The cells of a table of one row are no totals of columns, nor those of one column of rows.
    return not (
        (any(by_row) and len(rows[0]) > 1)
        or (any(by_column) and len(rows) > 1)
        or (len(rows) == 1 and sum(by_row) != 0)
        or (len(rows[0]) == 1 and sum(by_column) != 0)
    )
