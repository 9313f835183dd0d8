"""The sheet of keys: on the screen and on paper, from the table of which the menus are made."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from tests.ui.conftest import OpenWindow
from ui.actions import ACTIONS, MENUS
from ui.dialogs.keys import KeysDialog
from ui.dialogs.printing import KeysSheetDialog, Order
from ui.keys_sheet import key_groups
from ui.window import Window

WITH_KEYS = [action for action in ACTIONS if action.keys]


def read(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_is_on_the_sheet_once_under_its_menu(language: str) -> None:
    words = Language(language)
    groups = key_groups(words)
    wanted = {menu: [a for a in WITH_KEYS if a.menu == menu] for menu in MENUS}
    assert [group.name for group in groups] == [words(m) for m, some in wanted.items() if some]
    for group, actions in zip(groups, filter(None, wanted.values()), strict=True):
        assert [text for text, _ in group.rows] == [
            words(action.text).rstrip("…") for action in actions
        ]
        assert all(keys for _, keys in group.rows)


def test_keys_have_the_names_of_the_language_of_the_sheet() -> None:
    english, french = (
        {keys for group in key_groups(Language(code)) for _, keys in group.rows}
        for code in ("en", "fr")
    )
    assert "Ctrl+Shift+P" in english
    assert "Ctrl+Maj+P" in french
    assert "Suppr" in french
    assert "Ctrl++  ·  Ctrl+=" in french


def test_it_is_printed_from_the_dialog_with_keys_alone(
    sample_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window: Window = sample_window()
    dialog = window.printing.show_keys()
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {action.text.rstrip("…") for action in WITH_KEYS} <= said
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Print…"]
    button.click()
    sheet = window.findChild(KeysSheetDialog)
    assert sheet is not None
    assert sheet.target.text().endswith("-keys.pdf")
    sheet.target.setText(str(tmp_path / "keys.pdf"))
    with qtbot.waitSignal(window.printing.made):
        sheet.make.click()
    text = read(tmp_path / "keys.pdf")
    for action in WITH_KEYS:
        assert action.text.rstrip("…") in text, action.text
    assert isinstance(dialog, KeysDialog)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_on_both_papers(
    sample_window: OpenWindow, qtbot: QtBot, tmp_path: Path, paper: str
) -> None:
    window: Window = sample_window()
    target = tmp_path / f"{paper}.pdf"
    with qtbot.waitSignal(window.printing.made):
        window.printing.print_keys(Order(target, paper, "fr"))
    document = pypdfium2.PdfDocument(target)
    width, height = document[0].get_size()
    assert (round(width), round(height)) == ((595, 842) if paper == "a4" else (612, 792))
    assert len(document) <= 2
    document.close()


def test_keys_that_do_not_fit_are_scrolled_to_by_keys(
    sample_window: OpenWindow, qtbot: QtBot
) -> None:
    window: Window = sample_window()
    window.resize(1000, 500)
    dialog = window.printing.show_keys()
    qtbot.waitUntil(dialog.isActiveWindow)
    bar = dialog._area.verticalScrollBar()
    assert bar.value() == 0
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    down = bar.value()
    assert down > 100
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageUp)
    assert bar.value() == 0
