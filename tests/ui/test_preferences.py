"""Colours, text size, language: put on at once and kept, without losing one's place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.model.kinds import StageKind
from facilitator.model.records import ActHeader, Entry, Principle
from facilitator.storage import WorkshopFile
from tests.ui.conftest import go_to, records_of
from tests.ui.hands import Hands
from ui.app import Application
from ui.dialogs.preferences import PreferencesDialog
from ui.preferences import SIZES, Preferences
from ui.prepare.page import FactsPage
from ui.session import Session
from ui.stages.swot import SwotPage
from ui.tasks import Task
from ui.theme import load_theme
from ui.tour import keys_of_pages
from ui.window import Window

ENGLISH = Preferences("light", language="en")


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication) -> Iterator[Application]:
    application = Application(ENGLISH)
    yield application
    application._take_down()
    application._session = None
    application.prefer(ENGLISH)
    application._rebuild()  # the tests to come are dressed as this one was


@pytest.fixture
def at_swot(application: Application, qtbot: QtBot, tmp_path: Path) -> Application:
    """The application with the sample's plan open at its SWOT."""
    path = tmp_path / "hall.workshop"
    Session.create(path, records_of("plan"))
    window = application.open(path)
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    go_to(window, StageKind.SWOT)
    return application


def window_of(application: Application) -> Window:
    assert isinstance(application.shown, Window)
    return application.shown


def settle() -> None:
    QCoreApplication.processEvents()


def press(application: Application, qtbot: QtBot, *keys: str) -> None:
    for key in keys:
        window = window_of(application)
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keySequence(Hands(window).focus, QKeySequence(key))
        settle()
    settle()


def test_what_is_preferred_is_kept() -> None:
    wanted = Preferences("contrast", 150, "fr", "Ana")
    wanted.save()
    assert Preferences.load() == wanted


def test_what_cannot_be_read_is_as_at_first() -> None:
    Preferences("pink", 999, "xx").save()
    assert Preferences.load() == Preferences()


def test_the_text_grows_and_shrinks_in_steps_to_the_ends() -> None:
    now, seen = Preferences(text=SIZES[0]), []
    for _ in range(len(SIZES) + 2):
        seen.append(now.text)
        now = now.after("text_larger")
    assert (*seen[: len(SIZES)], seen[-1]) == (*SIZES, SIZES[-1])
    for _ in range(len(SIZES) + 2):
        now = now.after("text_smaller")
    assert now.text == SIZES[0]
    assert now.after("text_normal").text == 100


def test_the_text_size_by_keys(at_swot: Application, qtbot: QtBot) -> None:
    before = window_of(at_swot).fontInfo().pointSizeF()
    press(at_swot, qtbot, "Ctrl++", "Ctrl++")
    assert at_swot.preferences.text == 125
    assert window_of(at_swot).fontInfo().pointSizeF() > 1.2 * before
    assert Preferences.load().text == 125
    press(at_swot, qtbot, "Ctrl+-")
    assert at_swot.preferences.text == 110
    press(at_swot, qtbot, "Ctrl+0")
    assert at_swot.preferences.text == 100


def test_one_stays_where_one_was_on_the_same_open_file(at_swot: Application, qtbot: QtBot) -> None:
    before = window_of(at_swot)
    before.resize(1010, 640)
    page = before.page
    assert isinstance(page, SwotPage)
    stage, page_before = before.rail.current, page
    page.tables.setFocus()
    at_swot.prefer(Preferences("dark", 90, "fr"))
    settle()
    after = window_of(at_swot)
    assert after is not before
    assert after.rail.current == stage
    assert isinstance(after.page, SwotPage)
    assert after.page is not page_before
    assert after.focusWidget() is after.page.tables
    assert after.height() == 640
    press(at_swot, qtbot, "Ctrl+E")
    hands = Hands(after)
    hands.enter("Proche des gens")
    assert hands.last(Entry).text == "Proche des gens"
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == 0


def test_the_language_is_switched_and_what_people_wrote_is_not(
    at_swot: Application, qtbot: QtBot
) -> None:
    principle = window_of(at_swot)._session.workshop.all(Principle)[0].name
    at_swot._serve("language_fr")
    settle()
    window = window_of(at_swot)
    said = {label.text() for label in window.findChildren(QLabel)}
    assert "Forces" in said
    assert "Strengths" not in said
    assert isinstance(window.page, SwotPage)
    assert principle in {
        window.page.principles.itemText(i) for i in range(window.page.principles.count())
    }
    assert window.actions_.qt("language_fr").isChecked()
    assert not window.actions_.qt("language_en").isChecked()
    assert window.actions_.qt("undo").text().startswith("Annuler")


def test_the_dialog_shows_at_once_and_stays(at_swot: Application, qtbot: QtBot) -> None:
    press(at_swot, qtbot, "Ctrl+,")
    dialog = at_swot._dialog
    assert dialog is not None
    dialog.go("language")
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    assert at_swot.preferences.language == "fr"
    settle()
    again = at_swot._dialog
    assert again is not None
    assert again is not dialog
    assert again.parentWidget() is at_swot.shown
    assert again.place == "language"
    assert "Fermer" in {button.text() for button in again.findChildren(QPushButton)}
    again.go("person")
    qtbot.keyClicks(again.person, "Ana")
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert Preferences.load().person == "Ana"
    press(at_swot, qtbot, "Ctrl+E")
    Hands(window_of(at_swot)).enter("Proche des gens")
    header = window_of(at_swot)._session.undoable()
    assert isinstance(header, ActHeader)
    assert header.by == "Ana"


def test_the_start_page_too(application: Application, qtbot: QtBot) -> None:
    page = application.show_start()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert application.preferences.text == 110
    assert application.shown is not page
    application._serve("language_fr")
    settle()
    assert application.shown is not None
    assert "REPRENDRE" in {label.text() for label in application.shown.findChildren(QLabel)}
    application._serve("preferences")
    settle()
    assert application.shown.findChild(PreferencesDialog) is not None


def test_the_file_is_let_go_of_in_the_end(at_swot: Application, tmp_path: Path) -> None:
    at_swot._serve("theme_contrast")
    settle()
    at_swot._serve("theme_dark")
    settle()
    assert at_swot.preferences.theme == "dark"
    window_of(at_swot).close()
    WorkshopFile.open(tmp_path / "hall.workshop").close()


def test_the_system_is_followed_where_it_is_asked_to_be(application: Application) -> None:
    page = application.show_start()
    application.prefer(Preferences("system", language="en"))
    settle()
    shown = application.shown
    assert shown is not page
    application._theme = load_theme("dark")  # as if it had been dark until now
    application._follow_system()
    settle()
    assert application.shown is not shown
    assert application._theme.name == "light"


def test_from_any_page_one_stays_on_it(at_swot: Application, qtbot: QtBot) -> None:
    keys = keys_of_pages(window_of(at_swot)._session.workshop)
    for place, key in enumerate(keys):
        window_of(at_swot).rail.go(key)
        at_swot._serve("theme_dark" if place % 2 else "theme_light")
        settle()
        window = window_of(at_swot)
        assert window.rail.current == key
        qtbot.waitUntil(window.isActiveWindow)
        assert window.focusWidget() is not None
    assert window_of(at_swot)._session.undoable() is None


def test_while_something_is_printed_the_window_says_that_it_waits(at_swot: Application) -> None:
    window = window_of(at_swot)
    window.printing._task = Task(lambda _: None, window)
    at_swot._serve("text_larger")
    settle()
    assert window_of(at_swot) is window
    assert "printed" in window.banner.sentence
    window.printing._task = None
    assert Preferences.load().text == 110


def test_what_cannot_be_saved_keeps_the_look_and_the_keys_stay(
    at_swot: Application, qtbot: QtBot
) -> None:
    window = window_of(at_swot)
    window.rail.go("facts")
    page = window.page
    assert isinstance(page, FactsPage)
    date = page.form.box("date")
    date.take_focus()
    Hands(window).type("x")
    typing = window.focusWidget()
    at_swot.prefer(Preferences("dark"))
    settle()
    assert window_of(at_swot) is window
    assert window.focusWidget() is typing
    Hands(window).press("Backspace")
    at_swot.prefer(Preferences("dark", 110))
    settle()
    assert window_of(at_swot) is not window
