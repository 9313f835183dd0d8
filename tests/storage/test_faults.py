"""What must not be lost: by a crash, a full disk, or a copy carried away."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path
from random import Random

import pytest

from facilitator.model.records import Entry
from facilitator.storage import StorageError, WorkshopFile, acts
from tests.storage.storage_samples import delete, dump, edit, notes, output, python, write

WRITE_ON = """
import sys
from pathlib import Path
from tests.storage.storage_samples import delete, notes, write
from facilitator.storage import WorkshopFile
with WorkshopFile.open(Path(sys.argv[1])) as file:
    first = int(sys.argv[2])
    for n in range(first, first + 100_000):
        write(file, f"note {n}", "x" * (1 + n % 3000))
        print(n, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_confirmed_is_lost_in_a_crash(path: Path) -> None:
    """A process is killed again and again while it writes; every note it confirmed is there."""
    chance = Random(7)  # noqa: S311
    WorkshopFile.create(path).close()
    confirmed: set[str] = set()
    for crash in range(15):
        process = python(WRITE_ON, path, crash * 100_000)
        assert process.stdout is not None
        printed = [process.stdout.readline()]
        time.sleep(chance.random() * 0.06)
        process.send_signal(signal.SIGKILL)
        rest, error = process.communicate()
        assert process.returncode == -signal.SIGKILL, error
        whole_lines = [line for line in [*printed, *rest.splitlines(keepends=True)] if "\n" in line]
        confirmed |= {f"note {line.strip()}" for line in whole_lines}
        with WorkshopFile.open(path) as file:
            there = {text for text in notes(file) if text.startswith("note")}
            assert confirmed <= there
            assert len(there - confirmed) <= crash + 1  # written, not yet confirmed
            assert file.problems() == ()
    assert len(confirmed) > 30


def test_a_full_disk_refuses_the_act_and_nothing_else(file: WorkshopFile) -> None:
    write(file, "one")
    before, history = dump(file), file.history()
    (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match=r"disk is full; nothing was saved.*\.$"):
        write(file, *("x" * 4_000 for _ in range(50)))
    assert dump(file) == before
    assert file.history() == history
    file._connection.execute("PRAGMA max_page_count = 1000000")
    write(file, "two")
    file.undo()
    assert dump(file) == before
    assert file.problems() == ()
    file.close()
    with WorkshopFile.open(file.path) as again:
        assert dump(again) == before


def test_a_stick_that_was_pulled_out_is_told(
    file: WorkshopFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, "one")

    def fails(*_args: object, **_more: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    for name in ("last_done", "last_undone", "reversal"):
        with monkeypatch.context() as patch:
            patch.setattr(acts, name, fails)
            with pytest.raises(StorageError, match="the disk reports an error"):
                file.redo() if name == "last_undone" else file.undo()
    assert notes(file) == ["one"]


LIMITED = """
import resource, sys
from pathlib import Path
from tests.storage.storage_samples import dump, notes, write
from facilitator.storage import StorageError, WorkshopFile
path = Path(sys.argv[1])
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
with WorkshopFile.open(path) as file:
    write(file, "one")
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 5000, hard))
    refused = 0
    for n in range(30):
        before = dump(file)
        try:
            write(file, *("x" * 3000 for _ in range(n + 1)))
        except StorageError as error:
            refused += 1
            assert dump(file) == before
            assert str(error).startswith(str(path)) and str(error).endswith(".")
    assert refused > 5, refused
    before = dump(file)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    write(file, "last")
    assert file.problems() == ()
with WorkshopFile.open(path) as file:
    assert notes(file)[-1] == "last"
    file.undo()
    assert dump(file) == before
    assert file.problems() == ()
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of this kind")
def test_a_file_that_may_not_grow(path: Path) -> None:
    """The write fails half way, in the journal or in the file itself."""
    WorkshopFile.create(path).close()
    assert output(LIMITED, path) == "done"


CREATE_LIMITED = """
import resource, sys
from pathlib import Path
from facilitator.storage import StorageError, WorkshopFile
import sqlite_utils
for size in (0, 10_000, 100_000, 200_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        WorkshopFile.create(Path(sys.argv[1]))
    except StorageError as error:
        print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits of this kind")
def test_a_file_that_cannot_be_made_leaves_nothing_behind(path: Path) -> None:
    assert output(CREATE_LIMITED, path).split() == ["StorageError"] * 4
    assert list(path.parent.iterdir()) == []


def numbers(file: WorkshopFile) -> list[int]:
    return [entry.number for entry in file.workshop.all(Entry)]


def test_a_copy_made_between_two_acts_is_whole(file: WorkshopFile) -> None:
    """Only the file itself is carried away, without the journal beside it."""
    stick = file.path.with_name("stick")
    stick.mkdir()
    for n in range(12):
        match n % 4:
            case 0:
                write(file, f"note {n}", "text " * 500)
            case 1:
                edit(file, max(numbers(file)), f"mended {n}")
            case 2:
                file.undo()
            case _:
                delete(file, min(numbers(file)))
        copy = stick / f"{n}.workshop"
        shutil.copyfile(file.path, copy)
        assert Path(f"{file.path}-journal").exists()
        with WorkshopFile.open(copy) as copied:
            assert dump(copied) == dump(file)
            assert copied.history() == file.history()
            assert copied.problems() == ()
