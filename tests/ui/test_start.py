"""From the start page to a workshop and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSettings, Qt, QTimeZone, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.exchange.templates import sample, template, template_names
from facilitator.model.records import Principle
from ui.app import Application
from ui.preferences import Preferences
from ui.recent import recent, remember
from ui.session import Session
from ui.start import TEMPLATES
from ui.window import Window


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[Application]:
    application = Application(Preferences("light", language="en"))
    yield application
    if application.shown is not None:
        application.shown.close()


def button(page: QWidget, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def test_every_template_can_be_begun() -> None:
    assert {name for name, _, _ in TEMPLATES} == set(template_names())


def test_a_new_workshop_from_a_template(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    page = application.show_start()
    qtbot.keyClick(button(page, "Public engagement on principles"), Qt.Key.Key_Space)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "hall.workshop"))
    window = application.shown
    assert isinstance(window, Window)
    assert window._session.workshop.count(Principle) == 4
    assert [(own.path, own.title) for own in recent()] == [
        (tmp_path / "hall.workshop", "Public engagement on four principles")
    ]
    assert window.rail.current == "facts"  # one begins with its title
    QTest.keyClicks(window.focusWidget(), "Renewal")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window._session.workshop.facts.title == "Renewal"


def test_a_new_workshop_tells_the_time_of_the_place(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def zone_of_a_new_one(name: str) -> str:
        monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(name.encode()))
        page = application.show_start()
        button(page, "Dot vote").click()
        dialog = page.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / f"{len(name)}.workshop"))
        assert isinstance(application.shown, Window)
        return application.shown._session.workshop.facts.timezone

    assert zone_of_a_new_one("America/Toronto") == "America/Toronto"
    assert zone_of_a_new_one("UTC-05:00?") == "UTC"  # a name that no other program would know


def test_a_file_that_cannot_be_opened_is_told_on_the_start_page(
    application: Application, tmp_path: Path
) -> None:
    other = tmp_path / "notes.workshop"
    other.write_text("not a workshop", encoding="utf-8")
    assert application.open(other) is None
    assert application.shown is not None
    assert any("not a workshop file" in text for text in texts(application.shown))
    assert recent() == []


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_closing_a_workshop_goes_back_to_the_start(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    page = application.show_start()
    qtbot.keyClick(button(page, "Open a copy of the sample…"), Qt.Key.Key_Space)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "copy.workshop"
    dialog.fileSelected.emit(str(path))
    window = application.shown
    assert isinstance(window, Window)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert application.shown is not window
    assert application.shown is not None
    qtbot.keyClick(button(application.shown, "copy"), Qt.Key.Key_Space)  # a recent one
    assert isinstance(application.shown, Window)


def dialog_of(application: Application) -> QFileDialog:
    shown = application.shown
    assert shown is not None
    return [own for own in shown.findChildren(QFileDialog) if own.isVisible()][-1]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file in which some pages far behind are rubbish."""
    path = tmp_path / "hall.workshop"
    Session.create(path, sample())
    whole = bytearray(path.read_bytes())
    place = len(whole) * 3 // 4 // 4096 * 4096
    whole[place : place + 3 * 4096] = b"\xa5" * (3 * 4096)
    path.write_bytes(whole)
    return path


def test_what_was_opened_stands_on_the_page_until_it_is_taken_away(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    there, gone = tmp_path / "there.workshop", tmp_path / "gone.workshop"
    Session.create(there, template("short-swot"))
    remember(there, "Short SWOT", datetime(2026, 3, 4, 13, 5))  # noqa: DTZ001
    remember(gone, "Old", datetime(2026, 3, 5, 13, 5))  # noqa: DTZ001
    page = application.show_start()
    qtbot.waitUntil(page.isActiveWindow)
    first = page.focusWidget()
    assert first is not None
    assert (first.accessibleName(), first.accessibleDescription()) == (
        "gone",
        f"not there any more · {tmp_path}",
    )
    assert button(page, "there").accessibleDescription() == (
        f"Short SWOT · opened 2026-03-04, 13:05 · {tmp_path}"
    )
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert "is not there any more" in page.banner.sentence
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert [own.path for own in recent()] == [there]
    assert page.focusWidget().accessibleName() == "there"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)  # past the cross beside it
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(application.shown, Window)


def test_what_an_earlier_program_remembered_is_still_known(tmp_path: Path) -> None:
    QSettings().setValue("recent", [str(tmp_path / "old.workshop")])
    assert [own.path for own in recent()] == [tmp_path / "old.workshop"]


def test_a_name_that_is_taken_is_refused_once_with_a_way_on(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "hall.workshop"
    Session.create(path, template("dot-vote"))
    before = path.read_bytes()
    page = application.show_start()
    qtbot.keyClick(button(page, "Short SWOT"), Qt.Key.Key_Return)
    dialog = dialog_of(application)
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert dialog.selectedFiles()[0].endswith("Short SWOT.workshop")
    dialog.fileSelected.emit(str(path))
    assert application.shown is page
    assert page.banner.sentence == (f"{path} is there already: choose another name, or open it.")
    assert path.read_bytes() == before
    qtbot.keyClick(button_by_text(page, "Open it"), Qt.Key.Key_Space)
    assert isinstance(application.shown, Window)
    assert application.shown._session.workshop.facts.title == "Dot vote"


def button_by_text(page: QWidget, text: str) -> QPushButton:
    return next(own for own in page.findChildren(QPushButton) if own.text() == text)


def test_a_damaged_workshop_is_recovered_and_gone_on_with(
    application: Application, qtbot: QtBot, tmp_path: Path, damaged: Path
) -> None:
    page = application.show_start()
    assert application.open(damaged) is None
    assert page.banner.sentence == f"{damaged} is damaged: recover what can be read of it."
    qtbot.keyClick(button_by_text(page, "Recover…"), Qt.Key.Key_Space)
    dialog = dialog_of(application)
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "hall, recovered.workshop"
    before = damaged.read_bytes()
    dialog.fileSelected.emit(str(tmp_path / "saved.workshop"))
    qtbot.waitUntil(lambda: isinstance(application.shown, Window))
    window = application.shown
    assert isinstance(window, Window)
    assert window._session.path == tmp_path / "saved.workshop"
    assert "things were saved." in window.banner.sentence
    assert damaged.read_bytes() == before


def test_recovering_asks_which_file_and_says_where_nothing_can_be_saved(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "notes.workshop"
    other.write_text("not a workshop", encoding="utf-8")
    page = application.show_start()
    qtbot.keyClick(button(page, "Recover a damaged workshop…"), Qt.Key.Key_Return)
    dialog_of(application).fileSelected.emit(str(other))
    dialog_of(application).fileSelected.emit(str(tmp_path / "saved.workshop"))
    qtbot.waitUntil(lambda: "not a workshop file" in page.banner.sentence)
    assert application.shown is page
    assert not (tmp_path / "saved.workshop").exists()


def test_a_file_that_is_dropped_is_opened(application: Application, tmp_path: Path) -> None:
    path = tmp_path / "hall.workshop"
    Session.create(path, template("dot-vote"))
    page = application.show_start()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    position, none = QPointF(QPoint(300, 300)), Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(position, copy, mime, left, none))
    assert isinstance(application.shown, Window)
