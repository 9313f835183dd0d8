"""Recovery: every line of the journal that can be read, or a sentence that nothing can."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from facilitator.model import ideas, sorting
from facilitator.model.change import Act, edited
from facilitator.model.records import Entry, Facts, Idea, Insight, Theme
from facilitator.storage import StorageError, WorkshopFile
from facilitator.storage.recover import recover
from tests.storage.storage_samples import delete, dump, edit, journal, notes, tamper, write


@pytest.fixture
def target(path: Path) -> Path:
    return path.with_name("recovered.workshop")


def flip(path: Path, seed: int) -> None:
    """Flip bits somewhere behind the header."""
    chance = Random(seed)  # noqa: S311
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 8, 200])):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def test_a_whole_file_is_recovered_whole(whole: Path, target: Path) -> None:
    with WorkshopFile.open(whole) as file:
        state, history = dump(file), file.history()
    lines = journal(whole)
    before = whole.read_bytes()
    recovered = recover(whole, target)
    assert (recovered.lines, recovered.lost) == (len(lines), 0)
    assert whole.read_bytes() == before
    assert journal(target) == lines
    with WorkshopFile.open(target) as file:
        assert dump(file) == state
        assert file.history() == history
        assert recovered.records == len(history) + sum(map(len, state.values()))
        assert file.problems() == ()
        while file.undo():
            pass
        assert notes(file) == []
        write(file, "on")
        assert file.workshop.all(Entry)[0].number == 201


@pytest.mark.parametrize("seed", range(40))
def test_of_a_damaged_file_every_whole_line_is_saved_or_none(
    whole: Path, target: Path, seed: int
) -> None:
    good = {line.id for line in journal(whole)}
    flip(whole, seed)
    before = whole.read_bytes()
    try:
        recovered = recover(whole, target)
    except StorageError as error:
        if "nothing can be saved" not in str(error):
            raise
        assert not target.exists()
        return
    assert whole.read_bytes() == before
    saved = {line.id for line in journal(target)} & good
    assert len(saved) == recovered.lines
    with WorkshopFile.open(target) as file:
        assert all("The journal lacks" in problem for problem in file.problems())
        write(file, "on")
        file.undo()


def test_a_damaged_page_costs_its_own_lines_only(whole: Path, target: Path) -> None:
    """Also where it is the page that says how many lines there are."""
    lines = journal(whole)
    data = whole.read_bytes()
    for line in (lines[0], lines[len(lines) // 2], lines[-1]):
        start = data.index(line.hash.encode()) // 4096 * 4096
        whole.write_bytes(data[:start] + bytes(4096) + data[start + 4096 :])
        recovered = recover(whole, target)
        assert recovered.lines + recovered.lost == len(lines)
        assert 0 < recovered.lost < 15
        target.unlink()


def test_a_row_number_beyond_sense_does_not_send_recovery_on_for_ever(
    whole: Path, target: Path
) -> None:
    tamper(whole, "UPDATE journal SET rowid = 1 << 50 WHERE rowid = 224")
    with pytest.raises(StorageError, match="nothing can be saved"):
        recover(whole, target)


def test_a_file_cut_short_gives_what_is_left(whole: Path, target: Path) -> None:
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) * 9 // 10])
    recovered = recover(whole, target)
    assert recovered.lines > 100
    assert recovered.lost > 10
    with WorkshopFile.open(target) as file:
        assert notes(file)


def lose(path: Path, kind: str, *, all_of_them: bool = False) -> None:
    """Damage the first line (or all lines) of a kind in a closed file."""
    first = (
        "" if all_of_them else f"AND rowid = (SELECT min(rowid) FROM journal WHERE kind = '{kind}')"
    )
    tamper(path, f"UPDATE journal SET hash = 'x' WHERE kind = '{kind}' {first}")


@pytest.fixture
def sorted_out(path: Path) -> Path:
    """A closed file with notes under a theme, an insight and an idea, and undone acts."""
    with WorkshopFile.create(path, [Facts("facts")]) as file:
        file.perform(Act("name", (edited(file.workshop.facts, title="Title"),)))
        write(file, "one", "two")
        ids = [entry.id for entry in file.workshop.all(Entry)]
        file.perform(sorting.add_theme(file.workshop, None, "theme"))
        theme = file.workshop.all(Theme)[0].id
        file.perform(sorting.sort_entries(file.workshop, ids, theme))
        file.perform(sorting.add_insight(file.workshop, theme, "insight", ids))
        file.perform(ideas.add_ideas(file.workshop, None, ["idea"], answers=ids))
        edit(file, 1, "mended")
        file.undo()
    return path


def test_what_refers_to_a_lost_record_lets_go_of_it(sorted_out: Path, target: Path) -> None:
    """A note without its theme stays; an insight without its theme is nothing, and goes."""
    lose(sorted_out, "themes")
    assert recover(sorted_out, target).lost == 1
    with WorkshopFile.open(target) as file:
        assert [(entry.text, entry.theme) for entry in file.workshop.all(Entry)] == [
            ("one", None),
            ("two", None),
        ]
        assert not file.workshop.count(Insight)
        assert file.workshop.count(Idea) == 1
        assert all("The journal lacks" in problem for problem in file.problems())
        assert [header.name for header in file.history(2)] == ["recover", "edit_entry"]
        assert file.undoable() is None
        write(file, "on")
        file.undo()
        assert notes(file) == ["one", "two"]


@pytest.mark.parametrize("all_of_them", [False, True])
def test_the_facts_are_kept_as_far_as_they_are_known(
    sorted_out: Path, target: Path, all_of_them: bool
) -> None:
    lose(sorted_out, "facts", all_of_them=all_of_them)
    recover(sorted_out, target)
    with WorkshopFile.open(target) as file:
        assert file.workshop.facts.title == ("" if all_of_them else "Title")
        assert notes(file) == ["one", "two"]
        assert not any("differs" in problem for problem in file.problems())


def test_lost_acts_leave_their_changes(sorted_out: Path, target: Path) -> None:
    lose(sorted_out, "acts", all_of_them=True)
    recover(sorted_out, target)
    with WorkshopFile.open(target) as file:
        assert notes(file) == ["one", "two"]
        assert file.undoable() is None
        assert file.undo() is None
        delete(file, 1)
        file.undo()
        assert notes(file) == ["one", "two"]


def test_an_undone_act_whose_header_was_lost(sorted_out: Path, target: Path) -> None:
    last_act = "(SELECT undoes FROM acts WHERE undoes IS NOT NULL)"
    tamper(sorted_out, f"UPDATE journal SET hash = 'x' WHERE record = {last_act}")
    recover(sorted_out, target)
    with WorkshopFile.open(target) as file:
        assert notes(file) == ["one", "two"]
        assert not any("differs" in problem for problem in file.problems())


def test_recovery_never_replaces_a_file(whole: Path) -> None:
    with pytest.raises(StorageError, match="exists already"):
        recover(whole, whole)


def test_recovery_refuses_what_is_no_workshop_file(path: Path, target: Path) -> None:
    path.write_text("This is no workshop. " * 99)
    with pytest.raises(StorageError, match="not a workshop file"):
        recover(path, target)
    with pytest.raises(StorageError, match="no such file"):
        recover(path.with_name("gone.workshop"), target)
    assert not target.exists()
