"""Tables from strangers: whatever the bytes are, they are rows of texts or a sentence."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.exchange import spreadsheet
from facilitator.exchange.errors import TableError
from facilitator.exchange.tables_in import (
    MOST_BYTES,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    Grid,
    read_table,
    table_from,
    table_pasted,
)


def no_progress(_share: float) -> None:
    pass


def table(data: bytes) -> Grid:
    return table_from(data, no_progress)


def xlsx(*rows: list[object], sheets: int = 0) -> bytes:
    book = openpyxl.Workbook()
    for number in range(sheets):
        book.create_sheet(f"empty {number}", 0)
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """An XLSX file with other parts; `sheet1` and `sharedStrings` are known by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(Path(name).stem, old.read(name)))
    return out.getvalue()


ROWS = (("Name", "Org"), ("Zoë Roy", "A; B"), ("", ""), ("=1+1", "@home\nx"))


@pytest.mark.parametrize("separator", ",;\t")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_is_read_however_it_was_saved(separator: str, encoding: str, end: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(ROWS)
    assert table(out.getvalue().encode(encoding)).rows == ROWS


def test_a_spreadsheet_is_the_texts_that_it_shows() -> None:
    data = xlsx(["Name", 5.0, 2.5, True], [], ["=1+1", date(2026, 3, 14), None, "@x"], sheets=1)
    empty = ("", "", "", "")
    assert table(data).rows == (
        ("Name", "5", "2.5", "TRUE"),
        empty,
        ("", "2026-03-14", "", "@x"),  # a formula that no program has computed shows nothing
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ann\nBo", (("Ann",), ("Bo",))),
        ("Roy, Ann\nLi, Bo", (("Roy, Ann",), ("Li, Bo",))),
        ("Roy, Ann;ACME\nLi, Bo;IBM", (("Roy, Ann", "ACME"), ("Li, Bo", "IBM"))),
        ("Ann\tA, B\nBo\tC, D\n\n", (("Ann", "A, B"), ("Bo", "C, D"))),
        ('n;"b" x\nq;w', (("n", "b x"), ("q", "w"))),
        ("a;b;c\nd\ne;f;g", (("a", "b", "c"), ("d", "", ""), ("e", "f", "g"))),
    ],
)
def test_what_is_pasted_is_taken_apart_where_columns_are(text: str, rows: object) -> None:
    assert table_pasted(text).rows == rows


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\n\n \n", b"\0", b"a\0b", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1", b"{\\rtf1"),
        *(b"PK", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n\0", b'a;"b\nc', b"\xff\xfea", b"\x81" * 30),
        b"x" * (MOST_BYTES + 1),
        b"a\n" * (MOST_ROWS + 1),
        b"," * MOST_COLUMNS + b"x",
        b"x" * (MOST_LETTERS + 1),
        b'"' + b"x" * 200_000,
        (b"x," * 40 + b"x\n") * (MOST_CELLS // 41 + 1),
        b"\n" * (MOST_ROWS + 1),
    ],
    ids=lambda data: repr(data[:8]),
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(TableError) as refusal:
        table(data)
    assert str(refusal.value).endswith(".")


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)
CELL = b'<row r="%d"><c r="%s%d" t="str"><v>x</v></c></row>'


@pytest.mark.parametrize(
    "sheet",
    [
        b"",
        b"<worksheet>",
        SHEET % (b"<row><c/></row>" * (spreadsheet.MOST_TAGS // 3)),
        SHEET % (b" " * spreadsheet.MOST_INFLATED),
        SHEET % CELL % (1_048_576, b"A", 1_048_576),
        SHEET % CELL % (1, b"XFD", 1),
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + SHEET % CELL % (1, b"A", 1),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a>' + "<a/>").encode("utf-16"),
        SHEET % b'<row r="x"><c r="A1"><v>1</v></c></row>',
        SHEET % b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>',
    ],
    ids=range(10),
)
def test_a_hostile_spreadsheet_is_refused(sheet: bytes) -> None:
    with pytest.raises(TableError):
        table(repacked(xlsx(["a"]), sheet1=sheet))


def test_an_archive_of_too_many_parts_or_of_another_packing_is_refused() -> None:
    for parts, packing in ((spreadsheet.MOST_PARTS + 1, 0), (1, zipfile.ZIP_LZMA)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", packing) as archive:
            for number in range(parts):
                archive.writestr(f"{number}.xml", b"x")
        with pytest.raises(TableError):
            table(out.getvalue())


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xfe\xff\xd8\x00")
@example(b"\xff\xfe\x00\xd8\x00\xd8")
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    try:
        grid = table(data)
    except TableError:
        return
    assert any(any(row) for row in grid.rows)
    assert {len(row) for row in grid.rows} == {grid.width}


WHOLE = xlsx(["Name", "Organization"], ["Ann", "ACME"], ["Bo", 5])


@given(st.data())
def test_a_spreadsheet_with_any_bytes_changed_is_a_table_or_a_sentence(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(broken)) | st.just(len(broken)))
    with suppress(TableError):
        table(bytes(broken[:end]))


@given(st.text(max_size=60))
def test_a_spreadsheet_with_any_sheet_is_a_table_or_a_sentence(text: str) -> None:
    row = f'<row r="1"><c r="A1" t="{text[:3]}"><v>{text}</v></c>{text}</row>'
    with suppress(TableError):
        table(repacked(WHOLE, sheet1=SHEET % row.encode("utf-8", "surrogatepass")))


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6).map(str.strip)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_a_spreadsheet_program_copies_comes_in_as_it_was(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, "excel-tab").writerows([["a", "b", "c"], *rows, ["x", "y", "z"]])
    inner = table_pasted(out.getvalue()).rows[1:-1]
    assert inner == tuple(tuple(row) for row in rows)


def test_the_reading_is_stopped_by_its_progress(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    def stop(share: float) -> None:
        assert 0 < share < 1
        raise EnoughError

    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 1000, encoding="utf-8")
    with pytest.raises(EnoughError):
        read_table(path, stop)
