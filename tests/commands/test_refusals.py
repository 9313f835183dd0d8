"""Files that are not what they should be: one sentence names them, and they stay as they are."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands.command_line import ROOT, call, start

Spoil = Callable[[Path], object]

USES: dict[str, list[str]] = {
    "results": [],
    "export": ["-o", "out.json"],
    "handouts": ["-o", "out.pdf"],
    "report": ["-o", "out.pdf"],
    "check": [],
}


def _newer(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE letters (text)")
    connection.close()


def _with_a_trigger(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM ideas; END")
    connection.close()


def _torn(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(40_000))


SPOILED: dict[str, tuple[Spoil, str]] = {
    "empty": (lambda path: path.write_bytes(b""), "not a workshop file"),
    "a letter": (lambda path: path.write_text("Dear all, " * 100), "not a workshop file"),
    "another database": (_foreign, "not a workshop file"),
    "a trigger": (_with_a_trigger, "did not make"),
    "newer": (_newer, "newer version"),
    "torn": (_torn, "main.py recover"),
    "overwritten": (_overwritten, "main.py recover"),
}


@contextmanager
def untouched(*paths: Path) -> Iterator[None]:
    """Assert that files keep their bytes and times, and that nothing appears beside them."""

    def state() -> list[tuple[bytes, int, set[Path]]]:
        return [
            (path.read_bytes(), path.stat().st_mtime_ns, set(path.parent.iterdir()))
            for path in paths
        ]

    before = state()
    yield
    assert state() == before


@pytest.mark.parametrize("spoiled", SPOILED)
@pytest.mark.parametrize("command", USES)
def test_a_spoiled_file_is_refused_and_left_alone(
    command: str,
    spoiled: str,
    workshop_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(workshop_file.parent)
    spoil, said = SPOILED[spoiled]
    spoil(workshop_file)

    with untouched(workshop_file):
        sentence = call(command, workshop_file, *USES[command]).sentence

    assert str(workshop_file) in sentence
    assert said in sentence


def test_the_real_program_refuses_as_well(workshop_file: Path) -> None:
    _torn(workshop_file)

    with untouched(workshop_file):
        assert "main.py recover" in start("results", workshop_file).sentence


@pytest.mark.parametrize("command", USES)
def test_a_missing_file_and_a_folder_are_named(command: str, tmp_path: Path) -> None:
    options = [str(tmp_path / name) if "." in name else name for name in USES[command]]

    assert f"{tmp_path / 'x'}: there is no such" in call(command, tmp_path / "x", *options).sentence
    assert f"{tmp_path}: this is a folder" in call(command, tmp_path, *options).sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("command", USES)
def test_a_pipe_is_not_waited_for(command: str, tmp_path: Path) -> None:
    options = [str(tmp_path / name) if "." in name else name for name in USES[command]]
    os.mkfifo(tmp_path / "pipe")

    sentence = start(command, tmp_path / "pipe", *options).sentence

    assert f"{tmp_path / 'pipe'}: this is not a file" in sentence


@pytest.mark.parametrize("command", USES)
def test_a_file_open_elsewhere_is_refused(
    command: str, workshop_file: Path, tmp_path: Path
) -> None:
    options = [str(tmp_path / name) if "." in name else name for name in USES[command]]

    with held(workshop_file), untouched(workshop_file):
        assert "another running copy" in call(command, workshop_file, *options).sentence


@contextmanager
def held(path: Path) -> Iterator[None]:
    """A file that another process has open."""
    program = (
        "import sys; from pathlib import Path; from facilitator.storage import WorkshopFile\n"
        "file = WorkshopFile.open(Path(sys.argv[1])); print('open', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, path],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield
        holder.communicate("\n")


JSON: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "line 1"),
    "a list": (b"[]", "found a list"),
    "empty": (b"", "line 1"),
    "another format": (b'{"format": "x", "version": 1, "workshop": {}}', "format"),
    "wrong type": (
        b'{"format": "facilitator-workshop", "version": 1, "workshop": {"title": 5}}',
        "workshop.title",
    ),
    "deep": (b"[" * 100_000 + b"]" * 100_000, "levels"),
    "no text": (b"\xff\xfe\x00", "UTF-8"),
    "an unknown id": (
        b"""{"format": "facilitator-workshop", "version": 1, "workshop": {},
        "entries": [{"quadrant": "threat", "text": "x", "principle": "nowhere"}]}""",
        "entries[0].principle",
    ),
}


@pytest.mark.parametrize("case", JSON)
def test_an_error_in_json_is_reported_with_its_place(case: str, tmp_path: Path) -> None:
    data, said = JSON[case]
    source = tmp_path / "typed.json"
    source.write_bytes(data)

    with untouched(source):
        sentence = call("new", tmp_path / "x.workshop", "--from", source).sentence

    assert sentence.startswith(f"{source}: ")
    assert said in sentence


def test_a_huge_json_is_refused_unread(tmp_path: Path) -> None:
    source = tmp_path / "huge.json"
    with source.open("wb") as file:
        file.truncate(10_000_000_000)  # a hole: it takes no room on the disk

    assert "at most 50 MB" in call("new", tmp_path / "x.workshop", "--from", source).sentence


def test_json_that_is_not_a_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "x.workshop"

    assert "this is not a file" in call("new", target, "--from", tmp_path).sentence
    assert "this is not a file" in call("new", target, "--from", "/dev/zero").sentence
    assert "no such file" in call("new", target, "--from", tmp_path / "y.json").sentence
    assert not target.exists()


def test_a_workshop_is_never_overwritten(workshop_file: Path, sample_json: Path) -> None:
    with untouched(workshop_file):
        assert "exists already" in call("new", workshop_file).sentence
        assert "exists already" in call("new", workshop_file, "--from", sample_json).sentence
        assert "exists already" in call("recover", workshop_file, "-o", workshop_file).sentence


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("out.xml", "“.xml” is not known"),
        ("out", "none is not known"),
        ("nowhere/out.json", "there is no folder"),
        ("folder.json", "this is not a file"),
        ("itself.json", "the workshop file itself"),
        ("/proc/out.json", "cannot be written"),
    ],
)
def test_a_target_that_cannot_be_is_refused(target: str, said: str, workshop_file: Path) -> None:
    (workshop_file.parent / "folder.json").mkdir()
    (workshop_file.parent / "itself.json").symlink_to(workshop_file)

    with untouched(workshop_file):
        sentence = call("export", workshop_file, "-o", workshop_file.parent / target).sentence

    assert target in sentence
    assert said in sentence


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(workshop_file: Path) -> None:
    """Reading works in it; what would write says so."""
    folder = workshop_file.parent
    folder.chmod(0o500)
    try:
        results = _as_anyone("results", workshop_file)
        made = _as_anyone("new", folder / "new.workshop")
        printed = _as_anyone("handouts", workshop_file, "-o", folder / "sheets.pdf")
    finally:
        folder.chmod(0o700)

    assert results.returncode == 0, results.stderr
    for refused in (made, printed):
        assert refused.returncode == 2
        assert refused.stderr.count("\n") == 1
        assert str(folder) in refused.stderr


def _as_anyone(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run main.py as root without root's right to ignore modes, or as the user there is."""
    drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    return subprocess.run(
        [*drop, sys.executable, ROOT / "main.py", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_json_must_be_whole_before_a_file_is_made(tmp_path: Path) -> None:
    source = tmp_path / "typed.json"
    source.write_text(json.dumps({"format": "facilitator-workshop", "version": 3, "workshop": {}}))

    assert "version" in call("new", tmp_path / "x.workshop", "--from", source).sentence
    assert [entry.name for entry in tmp_path.iterdir()] == ["typed.json"]
