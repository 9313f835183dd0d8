"""The SWOT page, through the window, with keys only."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester

from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Entry
from facilitator.storage import StorageError, WorkshopFile
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from ui.stages.swot import SwotPage


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("plan", kind=StageKind.SWOT))


def line(hands: Hands) -> QLineEdit:
    return hands.page(SwotPage).entry.line


def test_a_text_too_long_is_refused_whole_and_never_cut(hands: Hands) -> None:
    long = "y" * (TEXT_LETTERS + 1)
    hands.paste(long)
    hands.press("Return")
    assert hands.workshop.count(Entry) == 0
    assert "at most 5,000" in hands.window.banner.sentence
    assert line(hands).text() == long


def test_type_enter_type_enter(hands: Hands) -> None:
    assert hands.focus is line(hands)
    hands.enter("Staff are patient", "The counter is quick")
    hands.press("Ctrl+4")
    hands.enter("Rumours spread")
    hands.press("Alt+Right", "Ctrl+Down")
    hands.enter("Elsewhere")
    assert hands.focus is line(hands)
    assert line(hands).text() == ""
    entries = hands.workshop.all(Entry)
    assert [(e.number, e.text) for e in entries] == [
        (1, "Staff are patient"),
        (2, "The counter is quick"),
        (3, "Rumours spread"),
        (4, "Elsewhere"),
    ]
    strength, threat = Quadrant.STRENGTH, Quadrant.THREAT
    assert [e.quadrant for e in entries] == [strength, strength, threat, threat]
    assert [e.principle for e in entries[2:]] == [hands.principle(0), hands.principle(1)]
    assert entries[2].table != entries[3].table
    assert entries[0].stage == hands.window.rail.current


def test_forty_pasted_lines_are_one_act(hands: Hands) -> None:
    hands.paste("\n".join(f"- note {n}" for n in range(40)))
    assert hands.workshop.count(Entry) == 40
    assert hands.undo_text() == "Undo: add 40 notes"
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == 0
    hands.press("Ctrl+Shift+Z")
    assert hands.workshop.count(Entry) == 40


def test_lines_pasted_into_an_edited_note_are_its_text(hands: Hands) -> None:
    hands.enter("one")
    hands.press("Up", "F2")
    hands.paste(", two\n- three")
    hands.press("Return")
    assert [e.text for e in hands.workshop.all(Entry)] == ["one, two three"]


def test_one_pasted_line_is_text_to_go_on_with(hands: Hands) -> None:
    hands.paste("one line")
    hands.enter(" and more")
    assert hands.only(Entry).text == "one line and more"


def test_notes_are_moved_mended_marked_and_deleted(hands: Hands) -> None:
    hands.enter("one", "two", "three")
    hands.press("Up", "Shift+Up", "Alt+2")
    moved = [e.text for e in hands.workshop.all(Entry) if e.quadrant is Quadrant.WEAKNESS]
    assert moved == ["two", "three"]
    hands.press("Esc", "Up", "F2")
    assert line(hands).text() == "one"
    hands.enter(", mended")
    assert hands.workshop.all(Entry)[0].text == "one, mended"
    hands.press("Up", "Ctrl+I", "Ctrl+L")
    first = hands.workshop.all(Entry)[0]
    assert (first.legible, first.language) == (False, "fr")
    hands.press("Ctrl+I", "Ctrl+L")
    first = hands.workshop.all(Entry)[0]
    assert (first.legible, first.language) == (True, "")
    hands.press("Del")
    assert [e.text for e in hands.workshop.all(Entry)] == ["two", "three"]
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == 3


def test_several_notes_are_marked_in_one_act(hands: Hands) -> None:
    hands.enter("one", "two", "three")
    hands.press("Up", "Shift+Up", "Ctrl+I")
    assert hands.undo_text() == "Undo: mark 2 notes illegible"
    assert [e.legible for e in hands.workshop.all(Entry)] == [True, False, False]
    hands.press("Ctrl+L")
    assert hands.undo_text() == "Undo: mark the language of 2 notes"
    assert [e.language for e in hands.workshop.all(Entry)] == ["", "fr", "fr"]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert all(e.legible and not e.language for e in hands.workshop.all(Entry))


def test_esc_leaves_an_edit_as_it_was(hands: Hands) -> None:
    hands.enter("one")
    hands.press("Up", "F2")
    hands.type(" changed")
    hands.press("Esc")
    assert line(hands).text() == ""
    assert hands.only(Entry).text == "one"
    hands.enter("two")
    assert hands.workshop.count(Entry) == 2


def test_down_past_the_last_note_and_esc_lead_back_to_the_line(hands: Hands) -> None:
    hands.enter("one", "two")
    for back in ("Down", "Esc"):
        hands.press("Up")
        assert hands.focus is not line(hands)
        hands.press(back)
        assert hands.focus is line(hands)


def test_ctrl_z_takes_back_typing_first_and_then_the_last_act(hands: Hands) -> None:
    hands.enter("one", "two")
    hands.type("thr")
    hands.press("Ctrl+Z")
    assert line(hands).text() == ""
    assert hands.workshop.count(Entry) == 2
    hands.press("Ctrl+Z")
    assert [e.text for e in hands.workshop.all(Entry)] == ["one"]
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == 0
    hands.press("Ctrl+Y", "Ctrl+Shift+Z")
    assert [e.text for e in hands.workshop.all(Entry)] == ["one", "two"]
    assert hands.focus is line(hands)


def test_saved_is_said_only_where_it_is_true(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    window = hands.window
    with monkeypatch.context() as patch:
        patch.setattr(WorkshopFile, "perform", full)
        hands.enter("not lost")
        assert window.header.saved.text() == "Not saved"
        assert window.banner.sentence == "The disk is full."
        assert line(hands).text() == "not lost"
    hands.press("Return")
    assert window.header.saved.text() == "Saved ✓"
    assert window.banner.sentence == ""
    assert hands.only(Entry).text == "not lost"


def test_a_change_that_is_not_saved_stays_in_the_line(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    hands.enter("one")
    hands.press("Up", "F2")
    with monkeypatch.context() as patch:
        patch.setattr(WorkshopFile, "perform", full)
        hands.enter(", mended")
        assert line(hands).text() == "one, mended"
    hands.press("Return")
    assert hands.only(Entry).text == "one, mended"


def test_everything_is_on_disk_when_it_is_said(hands: Hands) -> None:
    hands.enter("one")
    path: Path = hands.window._session.path
    hands.window.close()
    with WorkshopFile.open(path) as file:
        assert [e.text for e in file.workshop.all(Entry)] == ["one"]


def test_the_lists_keep_the_rules_of_qt(hands: Hands, qtmodeltester: ModelTester) -> None:
    card = hands.page(SwotPage).cards[Quadrant.STRENGTH]
    qtmodeltester.check(card.model)
    hands.enter("one", "two")
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")
    qtmodeltester.check(card.model)
    assert card._count.text() == "1"


def test_a_page_of_another_stage_leaves_the_first_as_it_was(hands: Hands) -> None:
    hands.type("half a no")
    hands.press("Ctrl+PgDown", "Ctrl+PgUp")
    assert hands.focus is line(hands)
    assert line(hands).text() == "half a no"
