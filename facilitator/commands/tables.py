"""Tables of plain text for a terminal: columns of figures, and one of text that is folded."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from facilitator.commands.failure import one_line

TEXT_WIDTH = 72
_INDENT = "  "


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; the last column is text and is folded, the others end together."""
    figures = [[_width(row[n]) for row in (heads, *rows)] for n in range(len(heads) - 1)]
    widths = [max(column) for column in figures]
    yield _line(heads[:-1], widths, heads[-1])
    yield _INDENT + "  ".join("─" * width for width in (*widths, TEXT_WIDTH))
    for row in rows:
        folded = textwrap.wrap(one_line(row[-1]), TEXT_WIDTH) or [""]
        yield _line(row[:-1], widths, folded[0])
        for rest in folded[1:]:
            yield _line([""] * len(widths), widths, rest)


def _line(cells: Sequence[str], widths: Sequence[int], text: str) -> str:
    padded = [
        " " * (width - _width(cell)) + cell for cell, width in zip(cells, widths, strict=True)
    ]
    return (_INDENT + "  ".join((*padded, text))).rstrip()


def _width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)
