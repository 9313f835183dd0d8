"""The journal: append-only, checked line by line, in the order of its clock."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.records import Facts
from facilitator.storage import WorkshopFile
from facilitator.storage.clock import HybridClock
from tests.storage.storage_samples import delete, edit, journal, tamper, write


@pytest.fixture
def mended_file(path: Path) -> Path:
    """A closed file with two notes, one of them mended."""
    with WorkshopFile.create(path, [Facts("facts", title="T")]) as file:
        write(file, "one", "two")
        edit(file, 1, "mended")
    return path


def test_a_line_tells_who_when_what_and_how_it_was_before(mended_file: Path) -> None:
    lines = journal(mended_file)
    header, line = lines[-2:]
    assert (header.kind, header.record, header.before) == ("acts", header.act, None)
    assert json.loads(header.after or "") == {
        "id": header.act,
        "name": "edit_entry",
        "count": 1,
        "hlc": header.hlc,
        "writer": header.writer,
        "undoes": None,
        "redo": False,
        "by": "",
    }
    assert (line.kind, line.act) == ("entries", header.act)
    assert (line.before, line.after) == ('{"text":"one"}', '{"text":"mended"}')
    assert line.hash == line.content_hash()
    assert len(line.writer.split("/")) == 2
    assert [other.hlc for other in lines] == sorted(other.hlc for other in lines)
    assert [other.id for other in lines] == sorted(other.id for other in lines)


def test_each_opening_is_a_writer_of_the_same_installation(mended_file: Path) -> None:
    with WorkshopFile.open(mended_file) as file:
        write(file, "three")
    lines = journal(mended_file)
    writers = list(dict.fromkeys(line.writer for line in lines))
    assert len(writers) == 3  # made, filled and edited, opened again
    assert len({writer.partition("/")[0] for writer in writers}) == 1
    for writer in writers:
        own = [line.sequence for line in lines if line.writer == writer]
        assert own == list(range(1, len(own) + 1))


@pytest.mark.parametrize("statement", ["UPDATE journal SET act = 'x'", "DELETE FROM journal"])
def test_no_line_can_be_changed_or_removed(mended_file: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(mended_file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


LAST = "(SELECT max(rowid) FROM journal)"


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (f"UPDATE journal SET after = '{{}}' WHERE rowid = {LAST}", "was changed after"),
        (f"UPDATE journal SET after = 'no JSON' WHERE rowid = {LAST}", "was changed after"),
        (f"UPDATE journal SET kind = 'no kind' WHERE rowid = {LAST}", "was changed after"),
        (f"UPDATE journal SET hlc = hlc || '9' WHERE rowid = {LAST} - 3", "was changed after"),
        (f"DELETE FROM journal WHERE rowid = {LAST} - 1", "lacks 1 line(s) of the writer"),
        (f"DELETE FROM journal WHERE rowid = {LAST}", "of entries differs"),
        ("UPDATE entries SET text = 'x'", "of entries differs"),
        ("DELETE FROM entries WHERE number = 2", "of entries differs"),
        ("UPDATE entries SET theme = 'gone'", "refers to a record of themes"),
        ("UPDATE numbers SET highest = 1", "highest numbers"),
    ],
)
def test_the_check_finds_what_was_tampered_with(
    mended_file: Path, statement: str, problem: str
) -> None:
    with WorkshopFile.open(mended_file) as file:
        assert file.problems() == ()
    tamper(mended_file, statement)
    with WorkshopFile.open(mended_file) as file:
        assert any(problem in sentence for sentence in file.problems())


def test_a_deleted_note_stays_in_the_journal_only(mended_file: Path) -> None:
    with WorkshopFile.open(mended_file) as file:
        delete(file, 1, 2)
        assert file.problems() == ()
    assert any('"two"' in (line.before or "") for line in journal(mended_file))


@given(st.lists(st.integers(-5_000, 5_000), min_size=1, max_size=50), st.randoms())
def test_the_clock_never_goes_back(steps: list[int], chance: Random) -> None:
    """Also where the computer's clock does, and where a new session starts after the old one."""
    wall = 1_800_000_000_000
    clock = HybridClock()
    stamps: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("facilitator.storage.clock.time.time_ns", lambda: wall * 1_000_000)
        for step in steps:
            wall += step
            stamps.append(clock.tick())
            if chance.random() < 0.2:
                clock = HybridClock(stamps[-1])
    assert stamps == sorted(set(stamps))
    assert stamps[0] == f"{1_800_000_000_000 + steps[0]}.000000"


def test_the_clock_counts_past_a_million_acts_in_a_millisecond() -> None:
    clock = HybridClock("9000000000000.999999")
    assert clock.tick() == "9000000000001.000000"


def test_undo_works_after_the_computers_clock_was_set_back(path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        with WorkshopFile.create(path) as file:
            write(file, "one")
        patch.setattr("facilitator.storage.clock.time.time_ns", lambda: 0)
        with WorkshopFile.open(path) as file:
            write(file, "two")
            undone = file.undo()
            assert undone is not None
            assert [c.record.text for c in undone.changes] == ["two"]  # type: ignore[union-attr]
            assert file.problems() == ()
