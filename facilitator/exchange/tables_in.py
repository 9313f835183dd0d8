"""Tables from strangers, as plain rows of texts: CSV, XLSX, and what was pasted.

What a file is, its bytes say, not its name. Formulas are never evaluated: a cell is the text that
it showed when it was saved. Nothing here knows what the rows are about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.exchange.errors import TableError

_MOST_MB = 20
MOST_BYTES = _MOST_MB * 1_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 64
MOST_CELLS = 400_000
MOST_LETTERS = 20_000
"""Bounds on a file, on its rows and columns, and on the letters of one cell."""

Progress = Callable[[float], None]
"""Told how much is read, from 0 to 1; what it raises ends the reading."""

_FOREIGN = (b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"SQLite format 3")
"""How old Excel files, PDF, text documents and databases begin."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of texts, all equally long; the first is row 1, as a spreadsheet counts."""

    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def read_table(path: Path, progress: Progress) -> Grid:
    """The table in a file.

    Raises `TableError` for whatever is no table, or one beyond the bounds, and `OSError`.
    """
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return table_from(data, progress)


def table_from(data: bytes, progress: Progress) -> Grid:
    """The table in the bytes of a file. Raises `TableError`."""
    if len(data) > MOST_BYTES:
        raise TableError("There is more than {most} MB: take a part of it.", most=_MOST_MB)
    if data.startswith(b"PK"):
        from facilitator.exchange.spreadsheet import rows_of_xlsx

        return gathered(rows_of_xlsx(data), progress)
    if data.startswith(_FOREIGN):
        raise TableError("This file cannot be read as a table: save it as .xlsx, or as CSV.")
    from facilitator.exchange.separated import decoded, rows_of_text

    return gathered(rows_of_text(decoded(data)), progress)


def table_pasted(text: str) -> Grid:
    """The table in a text from the clipboard. Raises `TableError`."""
    from facilitator.exchange.separated import rows_of_text

    if len(text) > MOST_BYTES:
        raise TableError("There is more than {most} MB: take a part of it.", most=_MOST_MB)
    return gathered(rows_of_text(text), lambda _: None)


def gathered(rows: Iterable[Sequence[str]], progress: Progress) -> Grid:
    """Rows made equally long, without empty ones at the end; the bounds are kept meanwhile."""
    kept: list[tuple[str, ...]] = []
    filled = width = cells = 0
    for number, row in enumerate(rows, start=1):
        if number % 200 == 0:
            progress(min(number / MOST_ROWS, 1.0))
        texts = _trimmed(row)
        cells += len(texts)
        if texts:
            filled, width = number, max(width, len(texts))
        _check(number, texts, filled, cells)
        kept.append(texts)
    if not filled:
        raise TableError("There is nothing in this table.")
    if filled * width > 4 * MOST_CELLS:
        raise _too_many_cells()
    return Grid(tuple(texts + ("",) * (width - len(texts)) for texts in kept[:filled]))


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    texts = [text.strip() for text in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _check(number: int, texts: Sequence[str], filled: int, cells: int) -> None:
    if filled > MOST_ROWS or number - filled > MOST_ROWS:
        raise TableError("There are more than {most} rows: take a part of them.", most=MOST_ROWS)
    if len(texts) > MOST_COLUMNS:
        raise TableError(
            "Row {row} has more than {most} columns: leave some out.",
            row=number,
            most=MOST_COLUMNS,
        )
    if cells > MOST_CELLS:
        raise _too_many_cells()
    for column, text in enumerate(texts, start=1):
        if len(text) > MOST_LETTERS:
            raise TableError(
                "Row {row}, column {column}: more than {most} letters are in this cell.",
                row=number,
                column=column,
                most=MOST_LETTERS,
            )


def _too_many_cells() -> TableError:
    return TableError("There are more than {most} cells: take a part of them.", most=MOST_CELLS)
