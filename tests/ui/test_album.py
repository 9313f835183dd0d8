"""`make pictures`: a picture of everything that is shown, and a page to look through them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from facilitator.resources import RESOURCES
from ui.pages import BESIDE
from ui.tour import DIALOGS


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("album")
    ran = subprocess.run(
        [sys.executable, "-m", "ui.album", str(folder), "dark"],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return folder


def test_every_page_and_dialog_and_what_the_room_sees(album: Path) -> None:
    made = {path.stem.removesuffix("-dark") for path in album.glob("*.png")}
    pages = {f"{page.mode.value}-{page.key}" for page in BESIDE}
    assert {"start", *pages, *DIALOGS, *(f"{key}-plan" for key in pages)} <= made
    assert {"swot", "swot-plan", "room-swot", "room-agenda", "room-results"} <= made
    for name in pages:
        with Image.open(album / f"{name}-dark.png") as picture:
            assert picture.size == (1280, 720)


def test_the_index_shows_every_picture(album: Path) -> None:
    linked = re.findall(r'src="([^"]+)"', (album / "index.html").read_text(encoding="utf-8"))
    assert sorted(linked) == sorted(path.name for path in album.glob("*.png"))
