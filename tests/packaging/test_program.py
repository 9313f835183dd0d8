"""The program that `make package` makes: it runs without Python, and carries nothing idle."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the recipe has been tried on Linux only"
)

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("program")
    places: list[str | Path] = ["--distpath", made, "--workpath", made / "work"]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", *places, ROOT / "build.spec"],
        check=True,
        timeout=900,
    )
    return made / "facilitator"


@pytest.fixture
def bare(tmp_path: Path) -> Mapping[str, str]:
    """An environment with a home, and without Python or anything else to run."""
    for name in ("home", "bin"):
        (tmp_path / name).mkdir()
    environment = {
        "HOME": str(tmp_path / "home"),
        "PATH": str(tmp_path / "bin"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    assert shutil.which("python3", path=environment["PATH"]) is None
    return environment


def run(
    folder: Path, environment: Mapping[str, str], *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [folder / "facilitator", *arguments],
        env=environment,
        cwd=environment["HOME"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_plays_the_demo_where_there_is_no_python(
    folder: Path, bare: Mapping[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"

    result = run(folder, bare, "demo", "--out", out)

    assert result.returncode == 0, result.stderr
    made = [path for path in out.rglob("*") if path.is_file()]
    assert all(path.stat().st_size > 0 for path in made)
    kinds = {path.suffix for path in made}
    assert {".workshop", ".pdf", ".png"} <= kinds
    pictures = [path for path in made if path.suffix == ".png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
    assert str(out) in result.stdout


def test_names_its_commands(folder: Path, bare: Mapping[str, str]) -> None:
    result = run(folder, bare, "--help")

    assert result.returncode == 0, result.stderr
    assert {"demo", "new", "report"} <= set(result.stdout.split())


@pytest.mark.parametrize(
    "unneeded",
    [
        *(
            "Qml",
            "Quick",
            "QtNetwork",
            "Qt6Network",
            "Qt63D",
            "QtCharts",
            "WebEngine",
            "Multimedia",
        ),
        *("wayland", "eglfs", "qgtk3", "libgtk", "tkinter", "numpy", "pytest"),
        *("babel/locale-data/de.dat", "translations/qtbase_de.qm"),
    ],
)
def test_leaves_out_what_nobody_needs(folder: Path, unneeded: str) -> None:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]

    assert [name for name in names if unneeded.lower() in name.lower()] == []


@pytest.mark.parametrize(
    "needed",
    [
        *("plugins/platforms/libqxcb.so", "plugins/iconengines/libqsvgicon.so"),
        *("plugins/imageformats/libqsvg.so", "plugins/platformthemes/libqxdgdesktopportal.so"),
        *("babel/locale-data/fr.dat", "babel/locale-data/root.dat", "tzdata/zoneinfo/UTC"),
    ],
)
def test_keeps_what_a_window_and_a_page_need(folder: Path, needed: str) -> None:
    assert [path for path in folder.rglob("*") if path.as_posix().endswith(needed)]


def test_carries_all_the_resources(folder: Path) -> None:
    source = ROOT / "resources"
    there = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}

    packed = folder / "_internal" / "resources"
    assert there == {path.relative_to(packed) for path in packed.rglob("*") if path.is_file()}


def test_is_whole_and_small(folder: Path) -> None:
    dangling = [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())

    assert dangling == []
    assert size < 180 * MEGABYTE
