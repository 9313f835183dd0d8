"""Masking of small cells, so that a table by sector does not point at a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Cells = tuple[tuple[int | None, ...], ...]
Table = Sequence[Sequence[int]]
Cell = tuple[int, int]
Ring = tuple[Cell, ...]


def mask_small_cells(rows: Table, threshold: int) -> Cells:
    """A table of counts in which every count from 1 to `threshold` - 1 is None.

    A reader is taken to know the total of every row and column, as some are printed elsewhere. So
    that these never tell a masked cell, each stands at a corner of a rectangle of masked cells
    around which one can be moved (one more here, one less at the next corner, and so on) without
    changing a total or falling below zero: more cells are masked where that needs it, as few as
    may be and rather not zeros. Where there is no such rectangle, as with one person in all, the
    whole table is masked. In a table of one row or one column, whose cells are no totals, any
    second cell does.
    """
    cells = [(r, c) for r, row in enumerate(rows) for c in range(len(row))]
    small = [(r, c) for r, c in cells if 0 < rows[r][c] < threshold]
    masked = set(small)
    for cell in small:
        ring = _best_ring(rows, masked, cell)
        if ring is None:
            masked = set(cells)
            break
        masked.update(ring)
    return tuple(
        tuple(None if (r, c) in masked else count for c, count in enumerate(row))
        for r, row in enumerate(rows)
    )


def _best_ring(rows: Table, masked: set[Cell], cell: Cell) -> Ring | None:
    """The ring of a cell that masks the fewest further cells, of them the fewest zeros."""
    best, least = None, None
    for ring in _rings(rows, cell):
        more = [rows[r][c] for r, c in ring if (r, c) not in masked]
        cost = (len(more), more.count(0), sum(more))
        if least is None or cost < least:
            best, least = ring, cost
        if not more:
            break
    return best


def _rings(rows: Table, cell: Cell) -> Iterator[Ring]:
    """The other corners of each rectangle with a cell around which one can be moved."""
    r, c = cell
    other_rows = [other for other in range(len(rows)) if other != r]
    other_columns = [other for other in range(len(rows[r])) if other != c]
    rings: Iterator[Ring]
    if not other_rows:
        rings = (((r, column),) for column in other_columns)
    elif not other_columns:
        rings = (((row, c),) for row in other_rows)
    else:
        rings = (
            ((r, column), (row, column), (row, c)) for row in other_rows for column in other_columns
        )
    for ring in rings:
        counts = [rows[row][column] for row, column in ring]
        if all(counts[::2]) or (rows[r][c] and all(counts[1::2])):
            yield ring
