"""From the start page to the first note of a new workshop, with keys only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.kinds import Method, StageKind
from facilitator.model.records import Criterion, Entry, Principle, Round, Stage
from facilitator.storage import WorkshopFile
from tests.ui.hands import Hands
from ui.app import Application
from ui.preferences import Preferences
from ui.window import Window


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[Application]:
    application = Application(Preferences("light", language="en"))
    yield application
    if application.shown is not None:
        application.shown.close()


def focus_of(shown: QWidget) -> QWidget:
    focused = shown.focusWidget()
    assert focused is not None
    return focused


def begin(application: Application, qtbot: QtBot, template: str, path: Path) -> Window:
    """Go down the start page to a template, and type how the workshop's file is called."""
    page = application.show_start()
    qtbot.waitUntil(page.isActiveWindow)
    for _ in range(30):
        if focus_of(page).accessibleName() == template:
            break
        QTest.keyClick(focus_of(page), Qt.Key.Key_Down)
    QTest.keyClick(focus_of(page), Qt.Key.Key_Return)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.setDirectory(str(path.parent))
    QTest.keyClick(focus_of(dialog), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focus_of(dialog), path.stem)
    QTest.keyClick(focus_of(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(application.shown, Window))
    window = application.shown
    assert isinstance(window, Window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_workshop_is_prepared_and_begun_with_keys_only(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "renewal.workshop"
    hands = Hands(begin(application, qtbot, "Short SWOT", path))

    hands.enter("Renewal of the service")  # over the title of the template
    hands.enter("City of Toronto")
    hands.enter("A. Facilitator")
    for _ in range(3):  # past objective, decision and description
        hands.press("Tab")
    hands.enter("2026-3-4")
    hands.press("Ctrl+A")
    hands.enter("13h30", "City hall", "Toronto")

    hands.press("Ctrl+PgDown")
    hands.enter("Trust", "Speed")
    hands.press("Tab", "Tab")
    hands.type("People can rely on it.")

    hands.press("Ctrl+PgDown", "Ctrl+PgDown")
    hands.enter("Lunch", "Dot vote", "Evaluation")
    hands.press("Alt+Up", "Alt+Up")  # the evaluation before lunch, and back again
    hands.press("Ctrl+Z", "Ctrl+Z")
    hands.press("Shift+Tab", "Up", "Up", "F2", "Tab")  # the minutes of lunch
    hands.enter("1:00")

    go_to(hands, "rounds")
    hands.enter("What comes first")
    hands.press("Ctrl+E")
    hands.enter("Impact", "Energy")

    hands.press("F4", "Ctrl+PgDown")  # to the stage that is next, and the one after it
    assert hands.window.rail.current == stage_of(hands, StageKind.SWOT).id
    hands.press("F5", "Alt+Right")
    hands.enter("Nobody answers the phone")
    hands.window.close()

    with WorkshopFile.open(path) as file:
        workshop = file.workshop
        facts = workshop.facts
        assert (facts.title, facts.host, facts.date, facts.starts) == (
            "Renewal of the service",
            "City of Toronto",
            "2026-03-04",
            "13:30",
        )
        assert (facts.venue, facts.place, facts.facilitator) == (
            "City hall",
            "Toronto",
            "A. Facilitator",
        )
        trust, speed = workshop.all(Principle)
        assert (trust.name, speed.statement) == ("Trust", "People can rely on it.")
        assert [(stage.title, stage.kind, stage.planned_minutes) for stage in workshop.all(Stage)][
            3:
        ] == [
            ("Lunch", StageKind.BREAK, 60),
            ("Dot vote", StageKind.PRIORITIZATION, 20),
            ("Evaluation", StageKind.EVALUATION, 10),
        ]
        (round_,) = workshop.all(Round)
        assert (round_.method, round_.stage) == (Method.BALLOTS, workshop.all(Stage)[4].id)
        assert [own.name for own in workshop.all(Criterion)] == ["Impact", "Energy"]
        (note,) = workshop.all(Entry)
        assert (note.text, note.principle) == ("Nobody answers the phone", speed.id)
        assert file.problems() == ()


def stage_of(hands: Hands, kind: StageKind) -> Stage:
    return next(stage for stage in hands.workshop.all(Stage) if stage.kind is kind)


def go_to(hands: Hands, key: str) -> None:
    """Go down the rail, page by page."""
    for _ in range(12):
        if hands.window.rail.current == key:
            return
        hands.press("Ctrl+PgDown")
    raise AssertionError(key)
