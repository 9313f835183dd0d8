"""Printing from the window: asked for with keys, made in the background, registered, cancelled."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from facilitator.model import votes
from facilitator.model.kinds import SheetKind
from facilitator.model.records import Round, Sheet
from tests.ui.conftest import OpenWindow
from ui.dialogs.keys import KeysDialog
from ui.dialogs.printing import HandoutsDialog, Order, PrintDialog
from ui.tasks import Task
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(qtbot: QtBot, window: Window) -> PrintDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    assert dialog.parentWidget() is window
    return dialog


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def test_the_summary_comes_with_two_keys(qtbot: QtBot, sample_window: OpenWindow) -> None:
    window = sample_window("sample")
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    dialog = dialog_of(qtbot, window)
    target = Path(dialog.target.text())
    with qtbot.waitSignal(window.printing.made, timeout=60_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert pages_of(target) > 3
    assert target.name in window.banner.sentence
    qtbot.waitUntil(lambda: not window.findChildren(Task))


def test_the_summary_says_before_which_totals_it_leaves_out(sample_window: OpenWindow) -> None:
    window = sample_window()
    assert "still open" not in said(window.printing.ask_for_report())
    rounds = window._session.workshop.all(Round)
    window._session.do(votes.reopen_round, rounds[0].id)
    dialog = window.printing.ask_for_report()
    assert f"still open are left out: “{rounds[0].title}”. F9" in said(dialog)


def said(dialog: QDialog) -> str:
    return "\n".join(own.text() for own in dialog.findChildren(QLabel))


@pytest.mark.parametrize("typed", ["", "  ", "/"])
def test_a_summary_without_a_name_is_not_made(
    sample_window: OpenWindow, qtbot: QtBot, typed: str
) -> None:
    window = sample_window("sample")
    dialog = window.printing.ask_for_report()
    dialog.target.setText(typed)
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.target
    dialog.reject()


def test_handouts_are_registered_and_their_registration_can_be_undone(
    qtbot: QtBot, sample_window: OpenWindow
) -> None:
    window = sample_window("plan")
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL)
    dialog = dialog_of(qtbot, window)
    assert isinstance(dialog, HandoutsDialog)
    assert SheetKind.BALLOT not in dialog.kinds()  # there are no ideas to vote for yet
    target = Path(dialog.target.text())
    with qtbot.waitSignal(window.printing.made, timeout=60_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    sheets = window._session.workshop.all(Sheet)
    assert {sheet.kind for sheet in sheets} == set(SheetKind) - {SheetKind.BALLOT}
    assert pages_of(target) > 20
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window._session.workshop.count(Sheet) == 0


def test_a_cancelled_print_leaves_nothing(
    qtbot: QtBot, sample_window: OpenWindow, tmp_path: Path
) -> None:
    window = sample_window("plan")
    target = tmp_path / "handouts.pdf"
    with qtbot.waitSignal(window.printing.told, timeout=60_000):
        window.printing.print_handouts(Order(target, "a4", "en", (SheetKind.SWOT,)))
        assert window.printing.bar.isVisible()
        window.printing.bar.cancel.click()
    assert not target.exists()
    assert not list(tmp_path.glob("*.part"))
    assert window._session.workshop.count(Sheet) == 0
    assert not window.printing.bar.isVisible()


def test_a_place_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, sample_window: OpenWindow, tmp_path: Path
) -> None:
    window = sample_window("sample")
    target = tmp_path / "nowhere" / "summary.pdf"
    with qtbot.waitSignal(window.printing.refused, timeout=60_000):
        window.printing.print_report(Order(target, "letter", "en"))
    assert str(target) in window.banner.sentence


def test_closing_while_printing_leaves_no_thread(
    qtbot: QtBot, sample_window: OpenWindow, tmp_path: Path
) -> None:
    window = sample_window("plan")
    window.printing.print_handouts(Order(tmp_path / "h.pdf", "a4", "en", ()))
    window.close()
    assert not (tmp_path / "h.pdf").exists()


def test_the_keys_are_shown(qtbot: QtBot, sample_window: OpenWindow) -> None:
    window = sample_window("plan")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is not None)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.isModal()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)  # closed, and let go of
