"""Nothing is cut, in whatever language, at whatever size of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from tests.ui.conftest import Clock, records_of
from tests.ui.walk import (
    Longer,
    faults,
    said_by_people,
    start_page,
    untranslated,
)
from ui.app import make_application
from ui.session import Session
from ui.theme import Theme, load_theme
from ui.tour import PEOPLE, dialogs, pages, settle
from ui.window import Window

LANGUAGES = {"en": lambda: Language("en"), "fr": lambda: Language("fr"), "longer": Longer}
Open = Callable[[str, Language], Window]


@pytest.fixture(params=[80, 100, 200])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme = load_theme("light", request.param)
    make_application(theme)
    yield theme
    make_application(load_theme("light"))


@pytest.fixture(params=list(LANGUAGES))
def words(request: pytest.FixtureRequest) -> Language:
    return LANGUAGES[request.param]()


@pytest.fixture
def open_window(theme: Theme, tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Open]:
    windows = []

    def open_(what: str, words: Language) -> Window:
        path = tmp_path / f"{what}.workshop"
        Session.create(path, records_of(what))
        window = Window(Session.open(path, words), theme, words, clock.read)
        windows.append(window)
        window.show()
        window.activateWindow()
        settle()
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("what", ["sample", "plan"])
def test_nothing_is_cut_on_any_page(open_window: Open, words: Language, what: str) -> None:
    window = open_window(what, words)
    found = [
        f"{page.name}: {fault}"
        for page in pages(window, window._session.workshop)
        for fault in faults(page.widget)
    ]
    assert (window.width(), window.height()) == (1280, 720)
    assert not found, "\n".join(found)


def test_nothing_is_cut_in_any_dialog(open_window: Open, words: Language) -> None:
    window = open_window("sample", words)
    found = []
    for dialog in dialogs(window, words):
        size = dialog.widget.size()
        if size.width() > 1280 or size.height() > 720:
            found.append(f"{dialog.name}: {size.width()}×{size.height()}")
        found += [f"{dialog.name}: {fault}" for fault in faults(dialog.widget)]
    assert not found, "\n".join(found)


def test_nothing_is_cut_on_the_start_page(theme: Theme, words: Language, qtbot: QtBot) -> None:
    page = start_page(theme, words)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert faults(page) == []
    assert (page.width(), page.height()) == (1280, 720)


@pytest.mark.parametrize("theme", [100], indirect=True)
@pytest.mark.parametrize("what", ["sample", "plan"])
def test_every_text_can_be_translated(open_window: Open, what: str) -> None:
    words = Longer()
    window = open_window(what, words)
    people = said_by_people(window._session.workshop) + PEOPLE + "people.csv"
    shown = [
        (page.name, untranslated(page.widget, people))
        for page in pages(window, window._session.workshop)
    ]
    shown += [(page.name, untranslated(page.widget, people)) for page in dialogs(window, words)]
    told = [f"{name}: {text}" for name, texts in shown for text in texts]
    assert not told, "\n".join(told)
