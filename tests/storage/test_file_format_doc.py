"""The replay program in docs/file-format.md does what it says."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from facilitator.model.records import RECORD_TYPES
from facilitator.storage import WorkshopFile
from facilitator.storage.schema import STEPS
from tests.storage.storage_samples import ROOT, dump, output

DOC = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
STORED = ROOT / "tests" / "files" / f"schema-{len(STEPS)}.workshop"


def test_the_replay_program_gives_what_the_tables_hold() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", DOC, re.DOTALL)
    replayed = json.loads(output(program, STORED))
    with WorkshopFile.open(STORED, read_only=True) as file:
        there = [plain for records in dump(file).values() for plain in records]
    by_id = {plain["id"]: plain for plain in replayed if "hlc" not in plain}  # all but the acts
    assert by_id == {plain["id"]: plain for plain in there}


def test_every_table_is_named(path: Path) -> None:
    WorkshopFile.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        named = {name for (name,) in tables}
    assert {type_.KIND for type_ in RECORD_TYPES} < named
    assert all(re.search(rf"\b{name}\b", DOC) for name in named)
