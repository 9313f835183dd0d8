"""Rows of an XLSX file, from a stranger: no size in it is believed, no formula evaluated."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import repeat
from typing import Any

from facilitator.exchange.errors import TableError
from facilitator.exchange.tables_in import MOST_ROWS

MOST_PARTS = 1_000
MOST_INFLATED = 48_000_000
MOST_TAGS = 4_000_000
_CHUNK = 65_536
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def rows_of_xlsx(data: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet that has any. Raises `TableError`."""
    try:
        yield from _rows(_within_bounds(data))
    except TableError:
        raise
    except Exception:  # noqa: BLE001 - a broken file can make openpyxl raise anything
        raise _no_spreadsheet() from None


def _rows(archive: io.BytesIO) -> Iterator[list[str]]:
    import openpyxl

    warnings.filterwarnings("ignore", module=r"openpyxl\b")  # on what it leaves out
    book = openpyxl.load_workbook(archive, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # they are what the file claims
        blank, found = 0, False
        for cells in sheet.iter_rows(values_only=True):
            row = [text_of(value) for value in cells]
            if not any(row):
                blank += 1
                if blank > MOST_ROWS:
                    break
                continue
            yield from repeat([], blank)
            yield row
            blank, found = 0, True
        if found:
            return


def text_of(value: Any) -> str:
    """What a cell shows, near enough: whole numbers without a point, dates as in ISO 8601."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _within_bounds(data: bytes) -> io.BytesIO:
    """The parts of the archive that a table needs, inflated bit by bit into one without tricks."""
    copy = io.BytesIO()
    left, tags = MOST_INFLATED, 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as kept:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > 4 * MOST_INFLATED:
            raise _too_large()
        wanted = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
        for part in {part.filename: part for part in wanted}.values():
            if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise _no_spreadsheet()
            text = _inflated(archive, part, left)
            left -= len(text)
            tags += text.count(b"<")
            if tags > MOST_TAGS:
                raise _too_large()
            if any(doctype in text for doctype in _DOCTYPES):
                raise _no_spreadsheet()
            kept.writestr(part.filename, text)
    copy.seek(0)
    return copy


def _inflated(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    text = bytearray()
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            text += chunk
            if len(text) > most:
                raise _too_large()
    return bytes(text)


def _too_large() -> TableError:
    return TableError("This spreadsheet is too large to be read safely: save it as CSV.")


def _no_spreadsheet() -> TableError:
    return TableError("This spreadsheet cannot be read: save it again as .xlsx, or as CSV.")
