"""The SWOT page, through the window, with keys only."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester

from facilitator.model import swot
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Entry, Principle, Table
from facilitator.storage import StorageError, WorkshopFile
from tests.ui.conftest import OpenWindow, records_of
from tests.ui.hands import Drop, Hands
from ui.stages.swot import SwotPage


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("plan", kind=StageKind.SWOT))


def line(hands: Hands) -> QLineEdit:
    return hands.page(SwotPage).entry.line


def wall(hands: Hands, quadrant: Quadrant) -> list[str]:
    """What hangs in a quadrant, as it is shown."""
    model = hands.page(SwotPage).cards[quadrant].model
    return [model.index(row).data() for row in range(model.rowCount())]


def edited(hands: Hands) -> str | None:
    """What stands in the note that is edited in place."""
    cards = hands.page(SwotPage).cards.values()
    open_ = [card.notes.edits.editor for card in cards if card.notes.edits.editor]
    return open_[0].texts()[0] if open_ else None


def told(hands: Hands) -> str:
    """What is said above the entry line."""
    hands.page(SwotPage).likes.fill()
    hands.page(SwotPage)._compare(line(hands).text())
    return hands.page(SwotPage).entry.told


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
    assert edited(hands) == "one"
    hands.enter(", mended")
    assert hands.focus is line(hands)
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
        assert edited(hands) == "one, mended"
    hands.press("Return")
    assert edited(hands) is None
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


def test_an_edit_stands_where_the_note_stands_and_leaving_saves_it(hands: Hands) -> None:
    hands.enter("one", "two")
    hands.press("Up", "Up", "F2")
    notes = hands.page(SwotPage).cards[Quadrant.STRENGTH].notes
    editor = notes.edits.editor
    assert editor is not None
    row = notes.visualRect(notes.model().index(0, 0))
    assert editor.geometry().top() == row.top()
    before = row.height()
    hands.type(" long words" * 30)
    QApplication.processEvents()
    assert notes.visualRect(notes.model().index(0, 0)).height() > 3 * before
    hands.press("Ctrl+Z")
    hands.type("!")
    hands.press("Ctrl+2")
    assert edited(hands) is None
    assert wall(hands, Quadrant.STRENGTH)[1] == "two"
    assert hands.workshop.all(Entry)[0].text.endswith("!")
    hands.enter("three")
    assert wall(hands, Quadrant.WEAKNESS) == ["three"]


def test_undo_in_an_edit_takes_back_typing_first(hands: Hands) -> None:
    hands.enter("one", "two")
    hands.press("Up", "F2")
    hands.type("!")
    hands.press("Ctrl+Z")
    assert edited(hands) == "two"
    hands.press("Ctrl+Z")
    assert [e.text for e in hands.workshop.all(Entry)] == ["one"]
    assert edited(hands) is None
    hands.press("Up", "F2", "Ctrl+Z")
    assert hands.workshop.count(Entry) == 0
    assert hands.focus is line(hands)


def test_a_double_click_edits(hands: Hands) -> None:
    hands.enter("one")
    notes = hands.page(SwotPage).cards[Quadrant.STRENGTH].notes
    place = notes.visualRect(notes.model().index(0, 0)).center()
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert edited(hands) == "one"


def test_what_is_done_to_a_note_that_is_edited_saves_it_first(hands: Hands) -> None:
    hands.enter("one")
    hands.press("Up", "F2")
    hands.type(", mended")
    hands.press("Alt+3")
    assert wall(hands, Quadrant.OPPORTUNITY) == ["one, mended"]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert wall(hands, Quadrant.STRENGTH) == ["one"]


def test_notes_like_the_one_that_is_typed_are_said_at_once(hands: Hands) -> None:
    hands.enter("Staff are patient", "Parks are clean")
    table = hands.workshop.all(Table)[0].name
    hands.press("Ctrl+3", "Ctrl+Down")
    hands.type("STAFF are pateint")
    assert told(hands) == f"like #1 “Staff are patient” ({table}, Strengths)"
    hands.press("Return")
    assert hands.workshop.count(Entry) == 3, "it is said, and not in the way"
    assert told(hands) == ""
    hands.press("Alt+Right")
    hands.type("Staff are patient")
    assert told(hands) == "", "another principle's wall"
    hands.press("Alt+Left", "Ctrl+Up", "Ctrl+1")
    assert told(hands) == "already here, word for word: #1"
    hands.press("Up", "Up", "Del", "Esc")
    assert told(hands).startswith("like #3 “STAFF are pateint”")


def test_a_change_to_a_note_is_what_others_are_compared_with(hands: Hands) -> None:
    hands.enter("Staff are patient")
    hands.press("Up", "F2", "Ctrl+A")
    hands.enter("Parks are clean")
    hands.type("Staff are patient")
    assert told(hands) == ""
    hands.press("Ctrl+A")
    hands.type("parks: are clean")
    assert told(hands) == "already here, word for word: #1"
    hands.press("Return", "Ctrl+Z")
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.count(Entry) == 0
    hands.type("parks are clean")
    assert told(hands) == ""


def test_the_target_is_said_at_the_line(hands: Hands) -> None:
    sign = hands.page(SwotPage).sign
    principle = hands.workshop.all(Principle)[1].name
    table = hands.workshop.all(Table)[-1].name
    hands.press("Ctrl+4", "Alt+Right", "Ctrl+Up")
    assert sign.text == f"T Threats · {principle} · {table}"
    assert sign.isVisible()


def test_many_pasted_lines_are_said_quietly(hands: Hands) -> None:
    hands.paste("\n".join(f"{n} apples" for n in range(23)))
    entry = hands.page(SwotPage).entry
    assert entry.told == "23 notes added to Strengths; Ctrl+Z takes them back"
    hands.press("Ctrl+Z")
    assert entry.told == ""


def test_notes_move_to_another_table_and_principle(hands: Hands) -> None:
    hands.enter("one", "two")
    tables, principles = hands.workshop.all(Table), hands.workshop.all(Principle)
    hands.press("Ctrl+M")
    assert hands.window.banner.sentence == "Choose the notes first: Up."
    hands.press("Up", "Shift+Up", "Ctrl+M")
    page = hands.page(SwotPage)
    assert page.picker.isVisible()
    hands.press("Down", "Return")
    assert {e.table for e in hands.workshop.all(Entry)} == {tables[2].id}
    assert hands.undo_text() == "Undo: move 2 notes"
    assert hands.focus is line(hands)
    hands.press("Ctrl+Down", "Ctrl+Down", "Up", "Ctrl+M")
    hands.enter(principles[3].name[:6])
    assert [e.principle for e in hands.workshop.all(Entry)] == [principles[0].id, principles[3].id]
    assert wall(hands, Quadrant.STRENGTH) == ["one"]
    hands.press("Up", "Ctrl+M", "Esc")
    assert not page.picker.isVisible()
    assert hands.focus is line(hands)
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert {e.table for e in hands.workshop.all(Entry)} == {tables[0].id}


@pytest.mark.parametrize("key", ["F2", "Ctrl+I", "Ctrl+L", "Ctrl+M", "Alt+2"])
def test_keys_for_chosen_notes_say_how_to_choose_where_none_is(hands: Hands, key: str) -> None:
    hands.enter("one")
    hands.press(key)
    assert hands.window.banner.sentence == "Choose the notes first: Up."
    assert hands.focus is line(hands)


def test_a_wall_shows_what_was_typed_last_on_it(hands: Hands) -> None:
    hands.paste("\n".join(f"note {n}" for n in range(40)))
    hands.press("Ctrl+Down", "Ctrl+Up")
    notes = hands.page(SwotPage).cards[Quadrant.STRENGTH].notes
    bar = notes.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_notes_are_dropped_anywhere_on_a_quadrant(hands: Hands) -> None:
    hands.enter("one")
    cards = hands.page(SwotPage).cards
    mime = QMimeData()
    mime.setData("application/x-facilitator-records", hands.only(Entry).id.encode())
    drop = Drop(mime, cards[Quadrant.STRENGTH].notes)
    cards[Quadrant.THREAT].dropEvent(drop)
    assert wall(hands, Quadrant.THREAT) == ["one"]


def test_notes_are_dragged_to_another_quadrant(hands: Hands) -> None:
    hands.enter("one")
    cards = hands.page(SwotPage).cards
    cards[Quadrant.THREAT].notes.dropped.emit([hands.only(Entry).id])
    assert wall(hands, Quadrant.THREAT) == ["one"]


def test_place_and_quadrant_are_kept_over_restarts(sample_window: OpenWindow) -> None:
    plan = records_of("plan")
    hands = Hands(sample_window(plan, kind=StageKind.SWOT))
    hands.press("Ctrl+3", "Ctrl+Down", "Alt+Right", "Alt+Right")
    before = hands.page(SwotPage)._place()
    hands.window.close()
    again = Hands(sample_window(plan, kind=StageKind.SWOT))
    assert again.page(SwotPage)._place() == before
    assert before[0] is Quadrant.OPPORTUNITY


def test_a_note_is_revealed_where_it_hangs(hands: Hands) -> None:
    hands.press("Ctrl+2")
    hands.enter("one")
    hands.press("Ctrl+Down", "Alt+Right", "Ctrl+1")
    page = hands.page(SwotPage)
    page.reveal(hands.only(Entry))
    assert page.cards[Quadrant.WEAKNESS].notes.chosen() == [hands.only(Entry).id]


def test_a_key_press_costs_nothing_among_ten_thousand_notes(hands: Hands) -> None:
    page = hands.page(SwotPage)
    target = swot.Target(Quadrant.THREAT, hands.principle())
    texts = [f"note {n} about the {n % 97} rules of {n % 89} offices" for n in range(10_000)]
    hands.window._session.do(swot.add_entries, target, texts)
    page.likes.fill()
    taken = []
    for letter in "note 777 about the rules of offices":
        begun = time.perf_counter()
        hands.type(letter)
        taken.append(time.perf_counter() - begun)
    assert "like #" in page.entry.told
    assert sorted(taken)[len(taken) // 2] < 0.016
