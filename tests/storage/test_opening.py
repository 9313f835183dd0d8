"""Opening: what is refused, in one sentence and without touching the file."""

from __future__ import annotations

import os
import shlex
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from facilitator.model.change import Act, edited
from facilitator.model.ids import new_id
from facilitator.model.kinds import StageKind
from facilitator.model.records import Facts, Stage
from facilitator.storage import StorageError, WorkshopFile
from facilitator.storage.connection import version_of
from facilitator.storage.errors import (
    DamagedError,
    LockedError,
    NewerSchemaError,
    NotAWorkshopError,
)
from facilitator.storage.schema import VERSION
from tests.storage.storage_samples import notes, output, python, tamper, write


def traces(path: Path) -> tuple[object, ...]:
    """The bytes and times of a file, and what stands beside it."""
    there = sorted(path.parent.iterdir())
    return there, path.read_bytes(), path.stat().st_mtime_ns


def refused(path: Path, kind: type[StorageError]) -> str:
    """Open a file, which must be refused as this kind; returns the sentence."""
    before = traces(path)
    for read_only in (False, True):
        with pytest.raises(StorageError) as caught:
            WorkshopFile.open(path, read_only=read_only)
        assert type(caught.value) is kind
    assert traces(path) == before
    sentence = str(caught.value)
    assert sentence.startswith(f"{path}: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE journal (id)")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("This is no workshop. " * 99),
        lambda path: path.write_bytes(path.read_bytes()[:60]),
        lambda path: path.write_bytes(b"x" + path.read_bytes()[1:]),
        foreign,
    ],
    ids=["empty", "text", "header cut", "no SQLite", "foreign database"],
)
def test_what_is_no_workshop_file(whole: Path, spoil: Callable[[Path], object]) -> None:
    spoil(whole)
    assert "not a workshop file" in refused(whole, NotAWorkshopError)


def test_a_folder_and_a_name_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkshopError, match="folder"):
        WorkshopFile.open(tmp_path)
    with pytest.raises(StorageError, match="no such file"):
        WorkshopFile.open(tmp_path / "gone.workshop")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_schema(whole: Path) -> None:
    tamper(whole, "PRAGMA user_version = 99")
    assert "newer version" in refused(whole, NewerSchemaError)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE more (x)",
        "CREATE VIEW endless AS WITH n AS (SELECT 1 UNION ALL SELECT * FROM n) SELECT * FROM n",
        "CREATE INDEX more ON entries (text)",
        "CREATE TRIGGER harm AFTER INSERT ON entries BEGIN DELETE FROM ideas; END",
        "CREATE TRIGGER harm AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM ideas; END",
        "ALTER TABLE entries ADD COLUMN more TEXT",
        "DROP TABLE findings",
        "DROP INDEX journal_hlc",
        "ANALYZE",
    ],
)
def test_a_schema_that_is_not_ours(whole: Path, statement: str) -> None:
    tamper(whole, statement)
    assert "did not make" in refused(whole, NotAWorkshopError)


def test_a_journal_without_its_guards(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("DROP TRIGGER journal_no_delete")
    assert "did not make" in refused(whole, NotAWorkshopError)


@pytest.mark.parametrize("kept", [99, 4096, 100_000, -5000, -1])
def test_a_file_cut_short(whole: Path, kept: int) -> None:
    whole.write_bytes(whole.read_bytes()[:kept])
    sentence = refused(whole, DamagedError)
    rescued = whole.with_name("a-recovered.workshop")
    assert f"main.py recover {whole} -o {rescued}" in sentence


def test_the_way_to_recover_can_be_run_as_it_stands(whole: Path) -> None:
    """From any folder, and with a name that a shell would take apart."""
    spaced = whole.rename(whole.with_name("town hall.workshop"))
    spaced.write_bytes(spaced.read_bytes()[:5000])
    line = refused(spaced, DamagedError).split("“")[1].split("”")[0]
    rescued = str(spaced.with_name("town hall-recovered.workshop"))
    assert shlex.split(line)[1:] == ["recover", str(spaced), "-o", rescued]


def test_a_damaged_page_that_opening_has_no_other_use_for(whole: Path) -> None:
    data = whole.read_bytes()
    start = data.index(b'"name":"edit_entry"') // 4096 * 4096  # the journal
    whole.write_bytes(data[:start] + bytes(4096) + data[start + 4096 :])
    refused(whole, DamagedError)


def test_records_that_are_no_records(whole: Path) -> None:
    for statement in (
        "UPDATE entries SET quadrant = 'no quadrant' WHERE number = 3",
        "UPDATE entries SET text = CAST(x'ff41' AS TEXT) WHERE number = 3",
        "UPDATE facts SET description = 'no JSON'",
        "UPDATE facts SET description = '" + "[" * 100_000 + "'",
    ):
        spoiled = whole.with_name("spoiled.workshop")
        shutil.copyfile(whole, spoiled)
        tamper(spoiled, statement)
        refused(spoiled, DamagedError)


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bits_are_refused_or_do_no_harm(whole: Path, seed: int) -> None:
    """Whatever was flipped, opening and checking end in an open file or in a sentence."""
    chance = Random(seed)  # noqa: S311
    data = bytearray(whole.read_bytes())
    first = chance.choice([0, 0, 100, 4096])
    for _ in range(chance.choice([1, 4, 64])):
        data[chance.randrange(first, len(data))] ^= 1 << chance.randrange(8)
    whole.write_bytes(data)
    before = traces(whole)
    try:
        file = WorkshopFile.open(whole)
    except StorageError:
        assert traces(whole) == before
    else:
        with file, suppress(StorageError):
            file.problems()


HOLD = """
import sys
from pathlib import Path
from facilitator.storage import WorkshopFile
with WorkshopFile.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""

TRY = """
import sys
from pathlib import Path
from facilitator.storage import StorageError, WorkshopFile
try:
    WorkshopFile.open(Path(sys.argv[1])).close()
except StorageError as error:
    print(type(error).__name__)
else:
    print("open")
"""


@pytest.fixture
def elsewhere(whole: Path) -> Iterator[Path]:
    """A file that another process has open."""
    process = python(HOLD, whole)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield whole
    process.communicate("close\n")


def test_a_file_that_another_process_has_open(elsewhere: Path) -> None:
    assert "another running copy" in refused(elsewhere, LockedError)


def test_an_open_file_is_closed_to_others(whole: Path) -> None:
    with WorkshopFile.open(whole):
        assert output(TRY, whole) == "LockedError"
    assert output(TRY, whole) == "open"


def test_looking_at_an_open_file_again_does_not_give_its_lock_away(whole: Path) -> None:
    """POSIX locks of a process end when it closes the file anywhere."""
    with WorkshopFile.open(whole) as file:
        assert version_of(whole) == VERSION
        with pytest.raises(LockedError):
            WorkshopFile.open(whole)
        assert output(TRY, whole) == "LockedError"
        write(file, "still ours")
        assert file.problems() == ()


def test_creating_never_replaces_a_file(whole: Path) -> None:
    before = traces(whole)
    with pytest.raises(StorageError, match="exists already"):
        WorkshopFile.create(whole)
    assert traces(whole) == before


def test_creating_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be made"):
        WorkshopFile.create(tmp_path / "gone" / "a.workshop")


def test_opening_and_closing_leaves_no_trace(whole: Path) -> None:
    before = traces(whole)
    for read_only in (True, False):
        with WorkshopFile.open(whole, read_only=read_only) as file:
            assert len(notes(file)) == 200
            assert file.problems() == ()
        assert traces(whole) == before


def test_a_file_opened_for_reading_takes_no_change(whole: Path) -> None:
    before = traces(whole)
    with WorkshopFile.open(whole, read_only=True) as file:
        with pytest.raises(StorageError, match="may not be written to"):
            write(file, "more")
        assert len(notes(file)) == 200
    assert traces(whole) == before


AS_NOBODY = """
import os, sys
from pathlib import Path
import platformdirs, sqlite_utils, uuid_utils
from tests.storage.storage_samples import notes, write
from facilitator.storage import StorageError, WorkshopFile
if os.geteuid() == 0:
    os.setgroups([])
    os.setegid(65534)
    os.seteuid(65534)
path = Path(sys.argv[1])
with WorkshopFile.open(path, read_only=True) as file:
    print(len(notes(file)), file.problems())
try:
    with WorkshopFile.open(path) as file:
        write(file, "more")
except StorageError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights are other things on Windows")
def test_a_file_that_may_only_be_read(whole: Path) -> None:
    """From a folder on a read-only stick; root becomes nobody, whom the rights bind."""
    folder = Path(tempfile.mkdtemp(prefix="read only "))
    there = folder / "a.workshop"
    try:
        shutil.copyfile(whole, there)
        there.chmod(0o444)
        folder.chmod(0o555)
        before = traces(there)
        said = output(AS_NOBODY, there).splitlines()
        assert traces(there) == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)
    assert said[0] == "200 ()"
    assert "may not be written to" in said[1]


@pytest.mark.parametrize(
    ("field", "value"),
    [("planned_start", "late"), ("started_at", "2017-10-13"), ("finished_at", "soon")],
)
def test_a_time_that_is_none_is_damage(tmp_path: Path, field: str, value: str) -> None:
    stage = Stage(new_id(), StageKind.BREAK, "Coffee")
    path = tmp_path / "odd.workshop"
    with WorkshopFile.create(path, (Facts(new_id()), stage)) as file:
        file.perform(Act("odd", (edited(stage, **{field: value}),)))
    with pytest.raises(DamagedError):
        WorkshopFile.open(path)
