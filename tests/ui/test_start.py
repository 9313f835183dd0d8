"""From the start page to a workshop and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.exchange.templates import template_names
from facilitator.model.records import Principle
from ui.app import Application
from ui.preferences import Preferences
from ui.recent import recent
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
    assert recent() == [tmp_path / "hall.workshop"]


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
    from PySide6.QtWidgets import QLabel

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
