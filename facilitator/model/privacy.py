"""Masking of small cells, so that a table by sector does not point at a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Cells = tuple[tuple[int | None, ...], ...]


def mask_small_cells(rows: Sequence[Sequence[int]], threshold: int) -> Cells:
    """A table of counts in which every count from 1 to `threshold` - 1 is None.

    Where a row or a column would hold exactly one masked cell, its smallest other cell above zero
    is masked as well (a zero where there is no other), so that totals printed beside the table do
    not give the first away.
    """
    masked = {
        (r, c) for r, row in enumerate(rows) for c, count in enumerate(row) if 0 < count < threshold
    }
    while more := _given_away(rows, masked):
        masked.add(more)
    return tuple(
        tuple(None if (r, c) in masked else count for c, count in enumerate(row))
        for r, row in enumerate(rows)
    )


def _lines(rows: Sequence[Sequence[int]]) -> Iterator[list[tuple[int, int]]]:
    width = len(rows[0]) if rows else 0
    for r in range(len(rows)):
        yield [(r, c) for c in range(width)]
    for c in range(width):
        yield [(r, c) for r in range(len(rows))]


def _given_away(
    rows: Sequence[Sequence[int]], masked: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """A cell to mask because a line has one masked cell only; None where every line is safe."""
    for line in _lines(rows):
        if sum(cell in masked for cell in line) == 1:
            others = [cell for cell in line if cell not in masked]
            if others:
                return min(
                    others,
                    key=lambda cell: (rows[cell[0]][cell[1]] == 0, rows[cell[0]][cell[1]], cell),
                )
    return None
