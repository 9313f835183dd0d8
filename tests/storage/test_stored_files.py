"""A stored file of every released schema opens, and holds what it held when it was made."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import RECORD_TYPES, ActHeader, Entry
from facilitator.storage import WorkshopFile
from facilitator.storage.recover import recover
from facilitator.storage.schema import STEPS
from tests.storage.storage_samples import ROOT, dump

VERSIONS = range(1, len(STEPS) + 1)
FILES = ROOT / "tests" / "files"


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def stored(path: Path, version: int) -> Path:
    """A copy of a stored file."""
    shutil.copyfile(FILES / f"schema-{version}.workshop", path)
    return path


@pytest.fixture
def seen(version: int) -> dict[str, Any]:
    """What the program of that time saw in it."""
    text = (FILES / f"schema-{version}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def holds(file: WorkshopFile, records: dict[str, list[dict[str, Any]]]) -> bool:
    """Whether every record is there with all its fields; later schemas may have more of them."""
    there = {(kind, plain["id"]): plain for kind, list_ in dump(file).items() for plain in list_}
    kept = {(kind, plain["id"]): plain for kind, list_ in records.items() for plain in list_}
    return there.keys() == kept.keys() and all(
        {**there[key], **plain} == there[key] for key, plain in kept.items()
    )


def test_the_stored_file_has_every_kind_of_its_time(seen: dict[str, Any]) -> None:
    assert all(seen["records"].values())
    assert {type_.KIND for type_ in RECORD_TYPES if type_ is not ActHeader} >= seen[
        "records"
    ].keys()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_every_schema_opens(stored: Path, seen: dict[str, Any], read_only: bool) -> None:
    with WorkshopFile.open(stored, read_only=read_only) as file:
        assert holds(file, seen["records"])
        told = [[h.name, h.count, h.undoes is not None, h.redo] for h in file.history()]
        assert told == seen["history"]
        assert file.problems() == ()


def test_its_history_can_be_undone_and_done_again(stored: Path, seen: dict[str, Any]) -> None:
    with WorkshopFile.open(stored) as file:
        assert (redo := file.redoable())
        assert redo.name == "move_entries"
        steps = 0
        while file.undo():
            steps += 1
        assert steps == 3  # what the file was made with stays
        assert [entry.number for entry in file.workshop.all(Entry)] == [1, 2]
        for _ in range(steps):
            file.redo()
        assert holds(file, seen["records"])
        target = swot.Target(Quadrant.STRENGTH)
        file.perform(swot.add_entries(file.workshop, target, ["new"]))
        assert file.workshop.all(Entry)[-1].number == 5
        assert file.problems() == ()


def test_it_can_be_recovered(stored: Path, seen: dict[str, Any]) -> None:
    target = stored.with_name("recovered.workshop")
    assert recover(stored, target).lost == 0
    with WorkshopFile.open(target) as file:
        assert holds(file, seen["records"])
        assert file.problems() == ()
