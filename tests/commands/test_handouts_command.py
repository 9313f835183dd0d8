"""`handouts`: the PDF and the sheets in the file come together, or neither does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from facilitator.model.kinds import SheetKind
from facilitator.model.records import Sheet
from facilitator.storage import WorkshopFile
from tests.commands.command_line import call


def _sheets(path: Path) -> tuple[Sheet, ...]:
    with WorkshopFile.open(path) as file:
        return file.workshop.all(Sheet)


def test_registers_what_it_prints(workshop_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheets.pdf"

    options = ("--kind", "agenda", "--kind", "poster", "--paper", "a4", "--language", "fr")
    outcome = call("handouts", workshop_file, "-o", out, *options)

    assert outcome.code == 0, outcome.err
    assert "1 agenda, 4 wall posters" in outcome.out
    assert out.read_bytes().startswith(b"%PDF-")
    sheets = _sheets(workshop_file)
    assert Counter(sheet.kind for sheet in sheets) == {SheetKind.AGENDA: 1, SheetKind.POSTER: 4}
    assert {(sheet.paper, sheet.language) for sheet in sheets} == {("a4", "fr")}


def test_says_what_cannot_be_printed_now(workshop_file: Path, tmp_path: Path) -> None:
    """The sample's vote is over: no ballots."""
    outcome = call("handouts", workshop_file, "-o", tmp_path / "x.pdf", "--kind", "ballot")

    assert "is closed" in outcome.sentence
    assert outcome.sentence.startswith(f"{workshop_file}: ")
    assert _sheets(workshop_file) == ()
    assert not (tmp_path / "x.pdf").exists()


def test_a_failure_while_drawing_leaves_neither(
    workshop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitator.paper.draw.draw_sheets", fail)
    out = tmp_path / "x.pdf"
    before = workshop_file.read_bytes()

    sentence = call("handouts", workshop_file, "-o", out, "--kind", "agenda").sentence

    assert sentence.startswith(f"{out}: the file cannot be written (No space left on device)")
    assert not out.exists()
    assert workshop_file.read_bytes() == before


def test_a_failure_at_the_last_moment_takes_the_sheets_back(
    workshop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.pdf"
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target == out:
            raise OSError(5, "Input/output error", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)

    sentence = call("handouts", workshop_file, "-o", out, "--kind", "agenda").sentence

    assert "Input/output error" in sentence
    assert not out.exists()
    assert _sheets(workshop_file) == ()
