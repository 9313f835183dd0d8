"""The bin and the history, as the journal of a real file tells them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.exchange.templates import sample
from facilitator.model import conversation, ideas, swot
from facilitator.model.change import Act, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.kinds import AnswerKind, Quadrant
from facilitator.model.records import (
    ActHeader,
    Ballot,
    Entry,
    EvaluationQuestion,
    Facts,
    Idea,
    Insight,
    Participant,
    Principle,
    Record,
    Response,
    Round,
    Sector,
    Stage,
    Table,
    Theme,
)
from facilitator.model.removal import remove
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from facilitator.storage.history import Wanted
from tests.storage.storage_samples import ROOT, delete, dump, edit, notes, tamper, write

SOME = 100


def in_bin(file: WorkshopFile) -> list[tuple[str, list[str], int]]:
    """The deletions as a list would show them."""
    return [
        (b.header.name, [getattr(r, "text", r.id) for r in b.records], b.count)
        for b in file.past.binned(SOME)
    ]


def first(file: WorkshopFile) -> str:
    return file.past.binned(SOME)[0].header.id


def reopened(file: WorkshopFile) -> WorkshopFile:
    file.close()
    return WorkshopFile.open(file.path)


def test_what_was_deleted_is_in_the_bin_and_nothing_else_is(file: WorkshopFile) -> None:
    write(file, "one", "two", "three")
    file.undo()  # a note that was never deleted
    file.redo()
    delete(file, 1, 2)
    delete(file, 3)
    file.undo()  # a deletion that was taken back
    assert in_bin(file) == [("delete_entries", ["one", "two"], 2)]
    file.redo()
    assert [names for _, names, _ in in_bin(file)] == [["three"], ["one", "two"]]
    assert len(file.past.binned(1)) == 1


def test_what_was_undone_altogether_is_not_in_the_bin(file: WorkshopFile) -> None:
    write(file, "one")
    delete(file, 1)
    file.undo()
    file.undo()  # the note was never written
    assert in_bin(file) == []


def test_restoring_survives_a_restart_and_can_be_undone(file: WorkshopFile) -> None:
    write(file, "one", "two")
    delete(file, 1, 2)
    edited_meanwhile = dump(file)
    with reopened(file) as again:
        performed = again.restore(first(again))
        assert performed is not None
        assert (performed.header.name, performed.header.count) == ("restore", 2)
        assert notes(again) == ["one", "two"]
        assert in_bin(again) == []
        again.undo()
        assert dump(again) == edited_meanwhile
        assert len(in_bin(again)) == 1
        again.redo()
        assert notes(again) == ["one", "two"]
        assert again.problems() == ()


def test_one_note_of_ten_is_restored_and_the_others_stay(file: WorkshopFile) -> None:
    write(file, *(f"note {n}" for n in range(10)))
    delete(file, *range(1, 11))
    (binned,) = file.past.binned(SOME)
    five = next(r for r in binned.records if isinstance(r, Entry) and r.number == 5)
    file.restore(binned.header.id, [five.id])
    assert notes(file) == ["note 4"]
    assert [count for _, _, count in in_bin(file)] == [9]
    file.restore(binned.header.id)
    assert len(notes(file)) == 10
    with pytest.raises(DomainError, match="not in the bin any more"):
        file.restore(binned.header.id)


def test_a_note_deleted_twice_lies_in_its_last_deletion(file: WorkshopFile) -> None:
    write(file, "one", "two")
    delete(file, 1, 2)
    early = first(file)
    file.restore(early)
    edit(file, 1, "one, mended")
    delete(file, 1)
    assert in_bin(file) == [("delete_entries", ["one, mended"], 1)]
    with pytest.raises(DomainError, match="not in the bin any more"):
        file.restore(early)


def test_a_form_typed_anew_is_not_a_deletion(file: WorkshopFile) -> None:
    question = EvaluationQuestion("q", "Was it good?", AnswerKind.TEXT)
    file.perform(Act("add", (added(question),)))
    answer = Response("", "q", "1", text="Yes")
    file.perform(conversation.record_form(file.workshop, [answer]))
    file.perform(conversation.edit_form(file.workshop, "1", [answer]))
    assert in_bin(file) == []
    file.perform(conversation.delete_form(file.workshop, "1"))
    assert [count for _, _, count in in_bin(file)] == [1]


def test_what_went_later_is_named_where_it_is_needed(file: WorkshopFile) -> None:
    file.perform(Act("add", (added(Principle("p", "Trust")),)))
    target = swot.Target(Quadrant.THREAT, "p")
    file.perform(swot.add_entries(file.workshop, target, ["Rumours"]))
    delete(file, 1)
    file.perform(remove(file.workshop, Principle, ["p"], "delete_principle"))
    principle, note = file.past.binned(SOME)
    with pytest.raises(DomainError, match="“Trust” is in the bin, too"):
        file.restore(note.header.id)
    file.restore(principle.header.id)
    file.restore(note.header.id)
    assert file.workshop.all(Entry)[0].principle == "p"
    assert file.problems() == ()


def test_a_file_of_schema_1_has_its_bin(path: Path) -> None:
    """What a program of that time deleted lacks the fields that came later."""
    shutil.copyfile(ROOT / "tests" / "files" / "schema-1.workshop", path)
    with WorkshopFile.open(path) as file:
        before = dump(file)
        round_ = file.workshop.all(Round)[0]
        file.perform(remove(file.workshop, Round, [round_.id], "delete_round"))
    tamper(path, "UPDATE journal SET before = json_remove(before, '$.combine') WHERE after IS NULL")
    with WorkshopFile.open(path) as file:
        file.restore(first(file))
        assert dump(file) == before


def test_a_large_deletion_is_read_in_part_and_restored_whole(file: WorkshopFile) -> None:
    write(file, *(f"note {n}" for n in range(500)))
    delete(file, *range(1, 501))
    (binned,) = file.past.binned(SOME)
    assert (len(binned.records), binned.count) == (60, 500)
    file.restore(binned.header.id)
    assert len(notes(file)) == 500


def test_looking_into_the_bin_reads_no_more_of_the_journal_than_it_must(
    file: WorkshopFile,
) -> None:
    """Counted in SQLite's own steps, so that no clock is needed."""

    def steps(look: Callable[[], object]) -> int:
        counted = 0

        def count() -> None:
            nonlocal counted
            counted += 1

        file._connection.set_progress_handler(count, 100)
        look()
        file._connection.set_progress_handler(None, 0)
        return counted

    write(file, "one")
    delete(file, 1)
    for n in range(20):
        write(file, *(f"note {n}.{m}" for m in range(50)))
    few = steps(lambda: file.past.binned(1)), steps(lambda: file.past.happened(5))
    for n in range(20):
        write(file, *(f"more {n}.{m}" for m in range(50)))
    many = steps(lambda: file.past.binned(1)), steps(lambda: file.past.happened(5))
    assert many[0] <= few[0] + 20  # a little for each act, nothing for each line
    assert many[1] <= few[1] + 5


# History


def test_the_history_tells_who_did_what_and_what_was_taken_back(file: WorkshopFile) -> None:
    file.name_person("Ann")
    write(file, "one")
    file.name_person("Béa")
    write(file, "two", "three")
    file.undo()
    told = [(h.header.name, h.header.count, h.header.by, h.undone) for h in file.past.happened(9)]
    assert told[1:] == [("add_entries", 1, "Ann", None), ("create", 1, "", None)]
    assert told[0][:3] == ("add_entries", 2, "Béa")
    assert isinstance(told[0][3], ActHeader)
    file.redo()
    latest, *_ = file.past.happened(1)
    assert latest.undone is None
    assert file.past.last_touched() == latest
    assert file.past.people() == ("Ann", "Béa")


def test_the_history_is_read_in_parts_and_by_name_or_person(file: WorkshopFile) -> None:
    file.name_person("Ann")
    write(file, "one")
    file.name_person("Bob")
    edit(file, 1, "mended")
    delete(file, 1)
    whole = file.past.happened(SOME)
    assert file.past.happened(2) + file.past.happened(9, whole[1].header.hlc) == whole
    names = [h.header.name for h in file.past.happened(9, wanted=Wanted(["edit_entry"], ["Ann"]))]
    assert names == ["edit_entry", "add_entries"]
    assert file.past.happened(9, wanted=Wanted()) == ()


def test_an_act_tells_its_fields_before_and_after(file: WorkshopFile) -> None:
    write(file, "one", "two")
    edit(file, 1, "mended")
    edit_act, add_act, _ = file.past.happened(SOME)
    (told,), count = file.past.told(edit_act.header.id, 9)
    assert (told.type, told.before, told.after) == (Entry, {"text": "one"}, {"text": "mended"})
    assert count == 1
    (added_,), count = file.past.told(add_act.header.id, 1)
    assert (added_.before, added_.after["text"], count) == ({}, "one", 2)
    file.perform(Act("add", (added(Theme("t", 1, "A theme")), added(Insight("i", 1, "t", "So")))))
    one = file.workshop.all(Entry)[0]
    file.perform(Act("sort_entries", (edited(one, theme="t"),)))
    file.perform(remove(file.workshop, Theme, ["t"], "delete_theme"))
    deleted, _ = file.past.told(file.past.happened(1)[0].header.id, 9)
    assert [told.type for told in deleted] == [Theme, Insight, Entry]


# Anything deleted, anything else edited, and restored

KINDS: tuple[Any, ...] = (Principle, Table, Stage, Sector, Theme, Entry, Idea, Round, Participant)
KINDS += (Ballot, EvaluationQuestion, Response)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a file, but for its facts and votes on the first principle's ideas."""
    path = tmp_path_factory.mktemp("made") / "sample.workshop"
    WorkshopFile.create(path, [r for r in sample() if not isinstance(r, Ballot)]).close()
    return path


def delete_any(draw: st.DataObject, file: WorkshopFile) -> Record | None:
    type_ = draw.draw(st.sampled_from(KINDS))
    found = file.workshop.all(type_)
    if not found:
        return None
    record: Record = draw.draw(st.sampled_from(found))
    try:
        file.perform(remove(file.workshop, type_, [record.id], "delete"))
    except DomainError:
        return None
    return record


def edit_any(draw: st.DataObject, file: WorkshopFile) -> None:
    """Something that has nothing to do with what was deleted."""
    workshop: Workshop = file.workshop
    match draw.draw(st.integers(0, 3)):
        case 0:
            write(file, "another note")
        case 1:
            file.perform(Act("facts", (edited(workshop.all(Facts)[0], title="Another"),)))
        case 2 if workshop.count(Principle):
            file.perform(ideas.add_ideas(workshop, workshop.all(Principle)[0].id, ["another"]))
        case _:
            file.perform(Act("add", (added(Sector(f"s{workshop.count(Sector)}", "Another")),)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(draw=st.data())
def test_what_is_deleted_comes_back_as_it_was(made: Path, draw: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.workshop"
        shutil.copyfile(made, path)
        with WorkshopFile.open(path) as file:
            record = delete_any(draw, file)
            if record is None:
                return
            act = first(file)
            there = dump(file)
            for _ in range(draw.draw(st.integers(0, 3))):
                edit_any(draw, file)
            file.restore(act)
            assert file.workshop.get(type(record), record.id) == record
            assert file.problems() == ()
            file.undo()
            while file.workshop.find(type(record), record.id) is None:
                if dump(file) == there:
                    file.undo()  # the deletion
                    break
                file.undo()
            with WorkshopFile.open(made, read_only=True) as original:
                assert dump(file) == dump(original)
