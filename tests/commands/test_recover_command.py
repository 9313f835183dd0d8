"""`recover`: what a damaged file's error names really saves the day."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import pytest

from facilitator.model.records import Entry
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from tests.commands.command_line import call
from tests.same_content import same_content

PAGE = 4096


def test_the_remedy_that_is_named_works(
    workshop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workshop_file.parent)
    os.truncate(workshop_file, workshop_file.stat().st_size - 3 * PAGE)

    remedy = re.search("“main.py (.*?)”", call("results", workshop_file).sentence)
    assert remedy is not None
    before = workshop_file.read_bytes()
    outcome = call(*remedy.group(1).split())

    assert outcome.code == 0, outcome.err
    recovered = workshop_file.with_name("day-recovered.workshop")
    assert recovered.name in outcome.out
    assert call("results", recovered).code == 0
    assert workshop_file.read_bytes() == before


def test_a_sound_file_is_recovered_whole(workshop_file: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.workshop"

    assert "nothing was lost" in call("recover", workshop_file, "-o", new).out

    with WorkshopFile.open(workshop_file) as old, WorkshopFile.open(new) as file:
        same_content(file.workshop, old.workshop)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_damaged_nothing_crashes(
    seed: int, workshop_file: Path, tmp_path: Path
) -> None:
    """Pages are overwritten at random: commands work or refuse, and most notes come back."""
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(workshop_file.read_bytes())
    for _ in range(3):
        place = PAGE * chance.randrange(1, len(data) // PAGE) + chance.randrange(PAGE - 64)
        data[place : place + 64] = chance.randbytes(64)
    workshop_file.write_bytes(data)
    new = tmp_path / "new.workshop"

    for command in ("check", "results"):
        outcome = call(command, workshop_file)
        assert "crash" not in outcome.err, outcome.err
        assert outcome.code in {0, 1, 2}
    outcome = call("recover", workshop_file, "-o", new)

    assert "crash" not in outcome.err, outcome.err
    if outcome.code == 0:
        with WorkshopFile.open(new) as file:
            assert _has_notes(file.workshop)
    else:
        assert str(workshop_file) in outcome.sentence
        assert not new.exists()


def _has_notes(workshop: Workshop) -> bool:
    return workshop.count(Entry) > 0 and bool(workshop.facts.title)


@pytest.mark.parametrize("data", [b"", b"Dear all", b"SQLite format 3\x00" + bytes(200)])
def test_what_was_never_a_workshop_is_not_recovered(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.workshop"
    path.write_bytes(data)

    assert str(path) in call("recover", path, "-o", tmp_path / "new.workshop").sentence
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.workshop"]
