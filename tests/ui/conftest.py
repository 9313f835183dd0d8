"""The real window on a real file, without a screen; settings never leave the test's folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import sample, template
from facilitator.language import Language
from facilitator.model.kinds import StageKind
from facilitator.model.records import Record, Stage
from facilitator.steady import Reading
from ui.app import make_application
from ui.session import Session
from ui.theme import load_theme
from ui.window import Window

BEGIN = datetime(2017, 10, 13, 17, 0, tzinfo=UTC)

OpenWindow = Callable[..., Window]


def pytest_configure(config: pytest.Config) -> None:
    """The plugin without a screen says this of windows, and of popups, that are shown."""
    for what in ("propagateSizeHints", r"raise\(\)", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not support {what}")


@pytest.fixture(scope="session", autouse=True)
def _settings_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Recent files and window sizes go to a folder of the test run, in every scope."""
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, folder)


@pytest.fixture(autouse=True)
def _no_settings_yet(_settings_apart: None) -> None:
    names = ("Facilitator", "Facilitator")
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, *names).clear()


@pytest.fixture(scope="session")
def qapp(_settings_apart: None) -> QApplication:
    """pytest-qt's application, dressed as the program dresses its own."""
    return make_application(load_theme("light"))


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = BEGIN
        self.changed = timedelta()

    def __call__(self) -> datetime:
        return self.now

    def forward(self, minutes: float) -> None:
        """Time goes by."""
        self.now += timedelta(minutes=minutes)

    def change(self, minutes: float) -> None:
        """Somebody sets the computer's clock."""
        self.changed += timedelta(minutes=minutes)

    def read(self) -> Reading:
        return Reading((self.now + self.changed).timestamp(), self.now.timestamp(), "test")


@pytest.fixture
def clock() -> Clock:
    return Clock()


def records_of(what: str) -> tuple[Record, ...]:
    """`sample`, `plan` (the sample without what was recorded), or a template by its name."""
    if what == "sample":
        return sample()
    return plan_of(sample()) if what == "plan" else template(what)


@pytest.fixture
def sample_window(tmp_path: Path, qtbot: QtBot, clock: Clock) -> Iterator[OpenWindow]:
    """Open the window: `sample_window("plan", kind=StageKind.SWOT)` goes to the first such page.

    `what` is that of `records_of`, or the records themselves.
    """
    windows: list[Window] = []

    def open_(
        what: str | tuple[Record, ...] = "sample",
        *,
        kind: StageKind | None = None,
        language: str = "en",
    ) -> Window:
        path = tmp_path / f"{len(windows)}.workshop"
        Session.create(path, records_of(what) if isinstance(what, str) else what)
        words = Language(language)
        window = Window(Session.open(path, words), load_theme("light"), words, clock.read)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if kind is not None:
            go_to(window, kind)
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()


def go_to(window: Window, kind: StageKind) -> None:
    """Go to the page of the first stage of a kind."""
    stages = window._session.workshop.all(Stage)
    window.rail.go(next(stage.id for stage in stages if stage.kind is kind))
