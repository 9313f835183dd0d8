"""`demo`: the sample's day played again is the sample, and leaves what it promises."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from facilitator.commands.play import Player
from facilitator.commands.scenes import scenes
from facilitator.exchange.plan import plan_of
from facilitator.model.kinds import SheetKind
from facilitator.model.records import Record, Sheet, Stage
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from tests.commands.command_line import PretendedScreen, call, start
from tests.commands.test_refusals import held
from tests.same_content import same_content


def test_a_day_played_again_is_the_same(sample_records: tuple[Record, ...], tmp_path: Path) -> None:
    sample = Workshop(sample_records)

    with WorkshopFile.create(tmp_path / "x.workshop", plan_of(sample_records)) as file:
        player = Player(file)
        for scene in scenes(sample):
            player.start(scene)
            for _ in player.record(scene):
                pass
            player.finish(scene)

        same_content(file.workshop, sample)
        assert file.problems() == ()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PretendedScreen, str]:
    """A demo: its folder, the screen, and what it said."""
    out, screen = tmp_path_factory.mktemp("demo") / "out", PretendedScreen()
    outcome = call("demo", "--out", out, screen=screen)
    assert outcome.code == 0, outcome.err
    assert outcome.err == ""
    return out, screen, outcome.out


def test_the_demo_ends_as_the_sample(
    played: tuple[Path, PretendedScreen, str], sample_records: tuple[Record, ...]
) -> None:
    with WorkshopFile.open(played[0] / "ops-2017.workshop") as file:
        same_content(file.workshop, Workshop(sample_records))
        kinds = Counter(sheet.kind for sheet in file.workshop.each(Sheet))

    assert set(kinds) == set(SheetKind)
    assert kinds[SheetKind.BALLOT] == 37


def test_the_demo_leaves_what_it_promises_and_says_so(
    played: tuple[Path, PretendedScreen, str],
) -> None:
    out, screen, said = played
    with WorkshopFile.open(out / "ops-2017.workshop") as file:
        stages = file.workshop.all(Stage)

    files = sorted(path for path in out.rglob("*") if path.is_file())
    assert [path.name for path in files if path.parent == out] == [
        "handouts.pdf",
        "ops-2017.workshop",
        "summary.pdf",
    ]
    assert [path.stem[:2] for path in files if path.parent == out / "pictures"] == [
        f"{n:02}" for n in range(1, len(stages) + 1)
    ]
    assert screen.taken == [stage.id for stage in stages]
    assert all(str(path) in said for path in files)
    assert all(stage.title in said for stage in stages)


def test_a_second_demo_replaces_the_first_and_leaves_the_rest(
    played: tuple[Path, PretendedScreen, str], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("keep me")
    (tmp_path / "ops-2017.workshop").write_text("an older one")
    (tmp_path / "ops-2017.workshop-journal").write_text("left by a crash")

    outcome = call("demo", "--out", tmp_path)

    assert outcome.code == 0, outcome.err
    assert mine.read_text() == "keep me"
    assert call("check", tmp_path / "ops-2017.workshop").code == 0
    assert not (tmp_path / "ops-2017.workshop-journal").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_demo_that_is_open_elsewhere_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "ops-2017.workshop"
    WorkshopFile.create(path).close()
    before = path.read_bytes()

    with held(path):
        assert "another running copy" in call("demo", "--out", tmp_path).sentence

    assert path.read_bytes() == before


def test_a_failure_leaves_the_earlier_demo(tmp_path: Path) -> None:
    earlier = tmp_path / "summary.pdf"
    earlier.write_text("earlier")
    failing = PretendedScreen(ImportError("libGL.so.1: cannot open shared object file"))

    outcome = call("demo", "--out", tmp_path, screen=failing)

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["summary.pdf"]
    assert earlier.read_text() == "earlier"


def test_the_folder_must_be_one(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("")

    assert f"{path}: this is not a folder" in call("demo", "--out", path).sentence
    assert "/proc/nowhere" in call("demo", "--out", "/proc/nowhere").sentence


def test_the_real_demo_takes_real_pictures(tmp_path: Path) -> None:
    outcome = start("demo", "--out", tmp_path, environment={"QT_QPA_PLATFORM": ""})

    assert outcome.code == 0, outcome.err
    # Qt's off-screen plug-in mutters; nothing else may be said there.
    assert {line for line in outcome.err.splitlines() if "This plugin" not in line} == set()
    pictures = list((tmp_path / "pictures").iterdir())
    assert len(pictures) == 7
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
