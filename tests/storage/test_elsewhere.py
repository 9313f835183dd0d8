"""The file is lost while it is open: it is noticed at once, and everything goes on in a new one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from facilitator.storage import StorageError, WorkshopFile, connection
from facilitator.storage import file as file_module
from tests.storage.storage_samples import delete, dump, edit, notes, write


@pytest.fixture
def used(file: WorkshopFile) -> WorkshopFile:
    """A file with a few acts of somebody who gave a name."""
    file.name_person("Ann")
    write(file, "one", "two")
    edit(file, 1, "one, mended")
    delete(file, 2)
    return file


@pytest.mark.parametrize("instead", ["nothing", "another file", "a folder"])
def test_a_file_that_is_gone_is_not_written_into_nothing(used: WorkshopFile, instead: str) -> None:
    """On Unix an open file can be deleted; SQLite would go on writing to what nobody can open."""
    before, history = dump(used), used.history()
    kept = used.path.rename(used.path.with_name("kept"))
    if instead == "another file":
        used.path.write_bytes(kept.read_bytes())
    elif instead == "a folder":
        used.path.mkdir()
    for refused in (lambda: write(used, "lost"), used.undo):
        with pytest.raises(StorageError, match="not there any more; put it back, or save all"):
            refused()
    assert dump(used) == before
    assert used.history() == history
    if instead == "nothing":
        kept.rename(used.path)
        write(used, "found again")
        assert notes(used) == ["one, mended", "found again"]


def test_it_goes_on_in_a_new_file_with_all_its_history(used: WorkshopFile) -> None:
    old, new = used.path, used.path.with_name("new.workshop")
    before, history, workshop = dump(used), used.history(), used.workshop
    old.unlink()
    used.go_on_in(new)
    assert (used.path, used.history(), dump(used)) == (new, history, before)
    assert used.workshop is workshop  # what is shown stays
    used.undo()
    assert notes(used) == ["one, mended", "two"]
    write(used, "three")
    assert used.history(1)[0].by == "Ann"
    assert used.past.happened(1)[0].header == used.history(1)[0]
    assert used.problems() == ()
    used.close()
    assert not old.exists()
    with WorkshopFile.open(new) as again:
        assert notes(again) == ["one, mended", "two", "three"]


def test_what_cannot_be_read_any_more_is_saved_from_memory(
    used: WorkshopFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: sqlite3.Connection, part: Path) -> bool:
        part.write_bytes(b"half a page")
        return connection.copied(lost, part)

    lost = sqlite3.connect(":memory:")
    lost.close()
    before = dump(used)
    monkeypatch.setattr(file_module, "copied", breaks)
    used.go_on_in(used.path.with_name("new.workshop"))
    assert dump(used) == before
    assert used.undoable() is None
    write(used, "three")
    assert used.problems() == ()


@pytest.mark.parametrize("taken", ["new.workshop", "new.workshop-journal", "nowhere/new.workshop"])
def test_a_name_that_is_taken_leaves_all_as_it_was(
    used: WorkshopFile, tmp_path: Path, taken: str
) -> None:
    """A journal that a crash left would be rolled back into the new file."""
    if "/" not in taken:
        (tmp_path / taken).write_text("of somebody else", encoding="utf-8")
    old = used.path
    with pytest.raises(StorageError, match=r"exists already|cannot be made"):
        used.go_on_in(tmp_path / taken.removesuffix("-journal"))
    with pytest.raises(StorageError, match=r"exists already|cannot be made"):
        WorkshopFile.create(tmp_path / taken.removesuffix("-journal"))
    assert used.path == old
    write(used, "three")
    assert notes(used) == ["one, mended", "three"]
    assert not list(tmp_path.glob("**/*.part"))
