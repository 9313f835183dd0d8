"""The command line as a whole: what is opened, what it ends with, what it says of failures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.commands.cli import COMMANDS
from tests.commands.command_line import ROOT, PretendedScreen, call, start
from tests.commands.test_refusals import SPOILED, untouched

WITHOUT_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_help_names_every_command() -> None:
    outcome = start("--help")

    assert outcome.code == 0
    assert set(COMMANDS) <= set(outcome.out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    outcome = call(name, "--help")

    assert outcome.code == 0
    assert f"main.py {name}" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "frobnicate: there is no such command or file"),
        (["frobnicate", "it"], "frobnicate: there is no such command;"),
        (["check"], "Missing argument 'FILE'; see “main.py check --help”."),
        (["--frob"], "No such option '--frob'; see “main.py --help”."),
        (["results", "x", "--frob"], "No such option '--frob'; see “main.py results --help”."),
        (["export", "x"], "Missing option '-o' / '--output'"),
        (["check", "one", "two"], "Got unexpected extra argument"),
        (["handouts", "x", "-o", "x.pdf", "--kind", "hat"], "'hat' is not one of"),
        (["report", "x", "-o", "x.pdf", "--language", "de"], "'de' is not one of"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments: list[str], said: str) -> None:
    assert said in call(*arguments).sentence


def test_wrong_usage_of_the_real_program() -> None:
    assert start("check").sentence.startswith("Missing argument 'FILE'")


def test_opens_the_window_without_a_file_and_with_one(workshop_file: Path) -> None:
    screen = PretendedScreen()

    assert call(screen=screen).code == 0
    assert call(workshop_file, screen=screen).code == 0

    assert screen.opened == [None, workshop_file]


def test_does_not_open_the_window_on_something_else(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    screen = PretendedScreen()

    assert f"{letter}: this is not a workshop file" in call(letter, screen=screen).sentence
    assert screen.opened == []


@pytest.mark.parametrize("spoiled", ["torn", "newer"])
def test_a_file_that_is_refused_opens_no_window(workshop_file: Path, spoiled: str) -> None:
    SPOILED[spoiled][0](workshop_file)
    screen = PretendedScreen()

    with untouched(workshop_file):
        assert SPOILED[spoiled][1] in call(workshop_file, screen=screen).sentence
    assert screen.opened == []


def test_without_a_display_it_says_what_to_do_instead() -> None:
    sentence = start(environment=WITHOUT_DISPLAY).sentence

    assert "no display" in sentence
    assert "make demo" in sentence


def test_an_interruption_is_quiet() -> None:
    outcome = call(screen=PretendedScreen(KeyboardInterrupt()))

    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_a_bug_leaves_a_report_and_one_sentence(workshop_file: Path) -> None:
    outcome = call(workshop_file, screen=PretendedScreen(ZeroDivisionError("secret")))

    path = Path(outcome.sentence.split("report ")[1].split(" to its makers")[0])
    assert "ZeroDivisionError: secret" in path.read_text(encoding="utf-8")
    assert path.is_relative_to(os.environ["XDG_STATE_HOME"])


def test_a_missing_system_library_is_one_sentence(workshop_file: Path) -> None:
    missing = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    sentence = call(workshop_file, screen=PretendedScreen(missing)).sentence

    assert "libEGL.so.1" in sentence
    assert ".ci/setup" in sentence


def test_a_file_name_cannot_write_on_the_terminal(tmp_path: Path) -> None:
    sentence = call("check", tmp_path / "a\x1b[2J\nb.workshop").sentence

    assert "\x1b" not in sentence


def test_a_reader_that_goes_away_is_no_failure(workshop_file: Path) -> None:
    command = f"'{sys.executable}' '{ROOT / 'main.py'}' results --json '{workshop_file}' | true"

    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode in {0, 141}
    assert done.stderr == ""


def test_the_window_needs_neither_click_nor_paper_to_start() -> None:
    """What `main.py FILE` imports before the window is asked for."""
    program = (
        "import sys; sys.argv[1:] = []\n"
        "import main\n"
        "main.QtScreen.open_window = lambda self, file: 0\n"
        "assert main.main() == 0\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    loaded = set(done.stdout.split())
    assert loaded.isdisjoint(
        {"click", "reportlab", "qrcode", "sqlite_utils", "jsonschema", "babel"}
    )
