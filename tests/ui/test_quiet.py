"""Quiet moments: what is loaded in them, and that nobody who types waits for it."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.resources import RESOURCES
from tests.ui.conftest import OpenWindow
from ui import quiet
from ui.quiet import Quiet

GO_ROUND = """
import sys
from pathlib import Path
from facilitator.exchange.templates import sample
from facilitator.language import Language
from facilitator.model.records import Stage
from ui.app import Application
from ui.pages import BESIDE
from ui.preferences import Preferences
from ui.preload import preloads
from ui.session import Session

path = Path(sys.argv[1])
Session.create(path, sample())
application = Application(Preferences())
window = application.open(path)
for job in preloads(Language("en")):
    job()
loaded = set(sys.modules)
stages = [stage.id for stage in window.page.session.workshop.all(Stage)]
for key in (*(page.key for page in BESIDE), *stages):
    window.rail.go(key)
window.finder.open().reject()
late = {name for name in sys.modules if name.startswith(("ui.", "facilitator."))} - loaded
print("late:", *sorted(late))
window.close()
"""


def test_pages_find_all_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GO_ROUND, tmp_path / "a.workshop"],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.split() == ["late:"]


def test_jobs_wait_while_somebody_types(
    sample_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet, "QUIET", 150)
    window = sample_window("plan")
    did: list[str] = []
    moments = Quiet(window, [lambda: did.append("one"), lambda: did.append("two")])
    for _ in range(6):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        QTest.qWait(50)
    assert did == []
    with qtbot.waitSignal(moments.done):
        pass
    assert did == ["one", "two"]


def test_garbage_is_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", looked.append)
    for counts in ((10, 99, 99), (30_000, 2, 2), (30_000, 11, 2), (30_000, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        quiet.clear_away()
    assert looked == [0, 1, 2]
