"""Rows of a text whose columns are apart by tabs, semicolons or commas."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from facilitator.exchange.errors import TableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = "\t;,"
_LOOKED_AT = 50
_SAMPLE = 100_000


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or else as Windows wrote it in the West.

    Raises `TableError` where it is none.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        text = data.decode(marked or "cp1252", errors="replace")
    control = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32)))
    if "\0" in text or "\ufffd" in text or control * 100 > len(text):
        raise TableError("This text cannot be read: save it as .xlsx, or as CSV in UTF-8.")
    return text


def rows_of_text(text: str) -> Iterator[list[str]]:
    """The rows of a text. Raises `TableError` for a quotation mark that is never closed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    separator = separator_of(lines)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    number = 0
    try:
        for row in reader:
            number += 1
            yield row
    except csv.Error:
        yield from islice(_lenient(lines, separator), number, None)


def separator_of(lines: list[str]) -> str:
    """What is between columns: what parts the first lines into the most columns, equally many.

    A comma before a space is one of a sentence or a name.
    """
    sample = "\n".join(lines[:_LOOKED_AT])[:_SAMPLE].strip("\n")
    best, most = "\t", (0.0, 0)
    for separator in _SEPARATORS:
        if separator not in sample or (separator == "," and not _parts_columns(sample)):
            continue
        widths = Counter(_widths(sample, separator))
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        rank = (round(times / widths.total(), 1) if width > 1 else 0.0, width)
        if rank > most and rank[0] > 0.5:
            best, most = separator, rank
    return best


def _parts_columns(sample: str) -> bool:
    return sample.count(",") > sample.count(", ")


def _widths(sample: str, separator: str) -> Iterator[int]:
    try:
        for row in csv.reader(sample.splitlines(keepends=True), delimiter=separator):
            if row:
                yield len(row)
    except csv.Error:
        return


def _lenient(lines: list[str], separator: str) -> Iterator[list[str]]:
    """Rows in which a quotation mark may stand where it should not, but not open for ever."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator)
    begin = 0
    try:
        for row in reader:
            if reader.line_num >= len(lines) and reader.line_num - begin > 1 and _open(row):
                raise _unclosed(begin + 1)
            begin = reader.line_num
            yield row
    except csv.Error:
        raise _unclosed(begin + 1) from None


def _open(row: list[str]) -> bool:
    return bool(row) and row[-1].endswith("\n")


def _unclosed(line: int) -> TableError:
    return TableError(
        "A quotation mark opens in line {line} and is never closed: close it, or take it out.",
        line=line,
    )
