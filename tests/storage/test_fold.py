"""Two copies of one file: their journals, united in any order, fold to one state."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.model import ideas, swot
from facilitator.model.change import Act, edited
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Idea
from facilitator.storage import WorkshopFile
from facilitator.storage.fold import Folded, fold
from facilitator.storage.lines import Line
from tests.storage.storage_samples import delete, edit, journal, write


@pytest.fixture
def copies(path: Path) -> tuple[Path, Path]:
    """Two copies of a file with three notes and an idea that answers the first."""
    with WorkshopFile.create(path) as file:
        write(file, "one", "two", "three")
        first = file.workshop.all(Entry)[0].id
        file.perform(ideas.add_ideas(file.workshop, None, ["idea"], answers=[first]))
    other = path.with_name("b.workshop")
    shutil.copyfile(path, other)
    return path, other


def united(*paths: Path) -> list[Line]:
    return list({line.id: line for path in paths for line in journal(path)}.values())


def note(folded: dict[str, Folded], number: int) -> Folded:
    found = [r for r in folded.values() if r.kind == "entries" and r.fields["number"] == number]
    assert len(found) == 1
    return found[0]


def answered(folded: dict[str, Folded]) -> list[int]:
    (idea,) = (record for record in folded.values() if record.kind == "ideas")
    return [folded[id_].fields["number"] for id_ in idea.fields["answers"]]


def link(file: WorkshopFile, *numbers: int) -> None:
    ids = [entry.id for entry in file.workshop.all(Entry) if entry.number in numbers]
    file.perform(ideas.link_idea(file.workshop, file.workshop.all(Idea)[0].id, ids))


def test_different_fields_of_one_record_are_both_kept(copies: tuple[Path, Path]) -> None:
    a, b = copies
    with WorkshopFile.open(a) as file:
        edit(file, 1, "mended")
    with WorkshopFile.open(b) as file:
        id_ = file.workshop.all(Entry)[0].id
        file.perform(swot.move_entries(file.workshop, [id_], Quadrant.THREAT))
    fields = note(fold(united(a, b)), 1).fields
    assert (fields["text"], fields["quadrant"]) == ("mended", "threat")


def test_of_one_field_the_later_text_stands_and_the_earlier_stays_in_the_journal(
    copies: tuple[Path, Path],
) -> None:
    a, b = copies
    with WorkshopFile.open(b) as file:
        edit(file, 1, "earlier")
    with WorkshopFile.open(a) as file:
        edit(file, 1, "later")
    lines = united(a, b)
    assert note(fold(lines), 1).fields["text"] == "later"
    assert any(line.after == '{"text":"earlier"}' for line in lines)


def test_a_deleted_note_that_was_edited_elsewhere_stays_deleted_with_its_text(
    copies: tuple[Path, Path],
) -> None:
    a, b = copies
    with WorkshopFile.open(a) as file:
        delete(file, 1)
    with WorkshopFile.open(b) as file:
        edit(file, 1, "mended")
    lines = united(a, b)
    folded = note(fold(lines), 1)
    assert not folded.present
    assert folded.fields["text"] == "mended"
    assert any(line.after == '{"text":"mended"}' for line in lines)


def test_links_added_and_taken_on_two_copies_all_count(copies: tuple[Path, Path]) -> None:
    a, b = copies
    with WorkshopFile.open(a) as file:
        link(file, 1, 2)
    with WorkshopFile.open(b) as file:
        link(file, 3)
    assert sorted(answered(fold(united(a, b)))) == [2, 3]


def act(file: WorkshopFile, chance: Random, name: str) -> None:
    """Any act on a copy."""
    entries = file.workshop.all(Entry)
    match chance.randrange(7):
        case 0:
            write(file, f"by {name}")
        case 1 if entries:
            edit(file, chance.choice(entries).number, f"mended by {name}")
        case 2 if entries:
            delete(file, chance.choice(entries).number)
        case 3 if file.workshop.count(Idea):
            link(file, *(entry.number for entry in entries if chance.random() < 0.5))
        case 4 if entries:
            moved = edited(chance.choice(entries), quadrant=chance.choice(list(Quadrant)))
            file.perform(Act("move_entries", (moved,)))
        case 5:
            file.undo()
        case _:
            file.redo()


def flat(lines: Iterable[Line]) -> dict[str, tuple[Any, ...]]:
    return {id_: (r.kind, r.fields, r.present) for id_, r in fold(lines).items()}


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=st.randoms(use_true_random=False))
def test_every_order_of_a_union_folds_to_one_state(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    base = folder / "base.workshop"
    with WorkshopFile.create(base) as file:
        write(file, "one", "two", "three")
        file.perform(ideas.add_ideas(file.workshop, None, ["idea"]))
    paths = [folder / f"{name}.workshop" for name in "abc"]
    for path in paths:
        shutil.copyfile(base, path)
        with WorkshopFile.open(path) as file:
            for _ in range(6):
                act(file, chance, path.stem)
    lines = united(*paths)
    state = flat(lines)
    for _ in range(6):
        chance.shuffle(lines)
        assert flat(lines) == state
    for path in paths:
        with WorkshopFile.open(path) as file:
            assert file.problems() == ()
