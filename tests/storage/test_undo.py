"""Acts, undo and redo on a real file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.model import sorting, swot
from facilitator.model.change import Act, Change, added, edited, removed
from facilitator.model.errors import DomainError
from facilitator.model.records import Entry, Facts, Principle, Theme
from facilitator.storage import WorkshopFile
from tests.storage.storage_samples import delete, dump, edit, notes, write


def undoable(file: WorkshopFile) -> tuple[str, int] | None:
    header = file.undoable()
    return None if header is None else (header.name, header.count)


def redoable(file: WorkshopFile) -> tuple[str, int] | None:
    header = file.redoable()
    return None if header is None else (header.name, header.count)


def test_an_act_is_taken_back_and_done_again(file: WorkshopFile) -> None:
    write(file, "one", "two")
    edit(file, 1, "mended")
    assert undoable(file) == ("edit_entry", 1)
    file.undo()
    assert notes(file) == ["one", "two"]
    assert undoable(file) == ("add_entries", 2)
    assert redoable(file) == ("edit_entry", 1)
    file.undo()
    assert notes(file) == []
    assert undoable(file) is None
    assert redoable(file) == ("add_entries", 2)
    file.redo()
    file.redo()
    assert notes(file) == ["mended", "two"]
    assert redoable(file) is None
    assert file.problems() == ()


def test_undo_says_what_changed(file: WorkshopFile) -> None:
    write(file, "one")
    performed = file.undo()
    assert performed is not None
    assert performed.header.name == "add_entries"
    assert [(type(c.before), c.after) for c in performed.changes] == [(Entry, None)]
    assert file.undo() is None
    assert file.workshop.facts


def test_undo_reaches_the_first_change_after_a_restart(path: Path) -> None:
    with WorkshopFile.create(path, [Facts("f", title="T"), Principle("p", "P")]) as file:
        taken_in = dump(file)
        write(file, "one")
        delete(file, 1)
        last = dump(file)
    with WorkshopFile.open(path) as file:
        while file.undo():
            pass
        assert dump(file) == taken_in
    with WorkshopFile.open(path) as file:
        while file.redo():
            pass
        assert dump(file) == last
        assert file.problems() == ()


def test_a_new_act_ends_what_could_be_redone(file: WorkshopFile) -> None:
    write(file, "one")
    write(file, "two")
    file.undo()
    write(file, "three")
    assert redoable(file) is None
    assert file.redo() is None
    file.undo()
    file.undo()
    assert notes(file) == []
    file.redo()
    file.redo()
    assert file.redo() is None
    assert notes(file) == ["one", "three"]


def test_history_tells_every_act_the_latest_first(file: WorkshopFile) -> None:
    write(file, "one", "two")
    file.undo()
    file.redo()
    told = [(header.name, header.count, header.redo) for header in file.history()]
    assert told == [
        ("add_entries", 2, True),
        ("add_entries", 2, False),
        ("add_entries", 2, False),
        ("create", 1, False),
    ]
    redone, undone, act, _ = file.history()
    assert redone.undoes == undone.undoes == act.id
    assert len(file.history(2)) == 2


def test_an_act_that_changes_nothing_leaves_no_trace(file: WorkshopFile) -> None:
    write(file, "one")
    before = file.history()
    entry = file.workshop.all(Entry)[0]
    assert file.perform(swot.edit_entry(file.workshop, entry.id, "one")) is None
    assert file.perform(Act("nothing", ())) is None
    assert file.history() == before
    edit(file, 1, "two")
    assert file.problems() == ()


def test_an_act_made_for_another_state_is_refused(file: WorkshopFile) -> None:
    write(file, "one")
    entry = file.workshop.all(Entry)[0]
    stale = swot.edit_entry(file.workshop, entry.id, "stale")
    edit(file, 1, "fresh")
    again = Act("add_entries", (added(entry),))
    gone = Act("edit_entry", (edited(Entry("gone", 9, entry.quadrant, "t"), text="u"),))
    for act in (stale, again, gone):
        with pytest.raises(DomainError, match="changed meanwhile"):
            file.perform(act)
    assert notes(file) == ["fresh"]


def test_an_act_may_change_a_record_step_by_step_but_not_twice_from_one_state(
    file: WorkshopFile,
) -> None:
    first = Theme("t", 1, "first")
    second, third = replace(first, name="second"), replace(first, name="third", position=2.0)
    with pytest.raises(DomainError, match="changed meanwhile"):
        file.perform(Act("add_theme", (added(first), Change(first, second), Change(first, third))))
    assert not file.workshop.count(Theme)
    file.perform(Act("add_theme", (added(first), Change(first, second))))
    file.perform(Act("add_theme", (Change(second, first), Change(first, third), removed(third))))
    assert not file.workshop.count(Theme)
    file.undo()
    assert file.workshop.all(Theme) == (second,)
    file.redo()
    file.undo()
    file.undo()
    assert not file.workshop.count(Theme)
    file.redo()
    assert file.workshop.all(Theme) == (second,)
    assert file.problems() == ()


def test_a_reference_to_nothing_is_refused_and_nothing_changes(file: WorkshopFile) -> None:
    write(file, "one", "two")
    before = dump(file), file.history()
    entries = file.workshop.all(Entry)
    with pytest.raises(DomainError, match="not there any more"):
        file.perform(Act("move_entries", tuple(edited(e, table="gone") for e in entries)))
    assert (dump(file), file.history()) == before
    file.perform(sorting.add_theme(file.workshop, None, "theme"))
    theme = file.workshop.all(Theme)[0].id
    file.perform(sorting.sort_entries(file.workshop, [e.id for e in entries], theme))
    assert file.problems() == ()


def test_numbers_are_not_given_again_after_undo_or_restart(path: Path) -> None:
    with WorkshopFile.create(path) as file:
        write(file, "one", "two")
        delete(file, 2)
        write(file, "three")
        file.undo()
    with WorkshopFile.open(path) as file:
        write(file, "four")
        assert [entry.number for entry in file.workshop.all(Entry)] == [1, 4]
