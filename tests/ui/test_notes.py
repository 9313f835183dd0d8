"""The notes of a stage, through the window, with keys only."""

from __future__ import annotations

import pytest

from facilitator.model.change import Act, edited
from facilitator.model.kinds import StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Stage
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from ui.stages.notes import NotesPage


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("plan", kind=StageKind.INTRODUCTION))


def saved(hands: Hands) -> str:
    return hands.workshop.get(Stage, hands.window.rail.current).notes


def test_a_new_file_has_nothing_to_undo(hands: Hands) -> None:
    assert hands.undo_text() == "Undo"
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.count(Stage)


def test_an_act_of_a_newer_program_is_undone_without_its_name(hands: Hands) -> None:
    stage = hands.workshop.get(Stage, hands.window.rail.current)
    hands.window._session.do(lambda _: Act("{new} act", (edited(stage, notes="new"),)))
    assert hands.undo_text() == "Undo"
    hands.press("Ctrl+Z")
    assert saved(hands) == ""


def test_ctrl_enter_saves_and_one_types_on(hands: Hands) -> None:
    hands.type("Welcome. ")
    hands.press("Ctrl+Return")
    assert saved(hands) == "Welcome."
    hands.type("Then a song")
    hands.press("Ctrl+E", "Ctrl+PgDown", "Ctrl+PgUp")
    assert saved(hands) == "Welcome. Then a song"


def test_ctrl_z_takes_back_what_is_typed_and_then_what_was_done(hands: Hands) -> None:
    hands.press("F5")
    hands.type("x")
    hands.press("Ctrl+Z")
    assert hands.page(NotesPage).edit.toPlainText() == ""
    assert hands.workshop.get(Stage, hands.window.rail.current).started_at is not None
    hands.press("Ctrl+Z")
    assert hands.workshop.get(Stage, hands.window.rail.current).started_at is None
    hands.press("Ctrl+Shift+Z")
    assert hands.workshop.get(Stage, hands.window.rail.current).started_at is not None


def test_notes_that_cannot_be_saved_stay_when_the_stage_starts(hands: Hands) -> None:
    edit = hands.page(NotesPage).edit
    edit.setPlainText("x" * (TEXT_LETTERS + 1))
    hands.press("F5")
    stage = hands.workshop.get(Stage, hands.window.rail.current)
    assert stage.started_at is not None
    assert saved(hands) == ""
    assert len(edit.toPlainText()) == TEXT_LETTERS + 1


def test_the_window_does_not_close_over_notes_that_cannot_be_saved(hands: Hands) -> None:
    window = hands.window
    hands.page(NotesPage).edit.setPlainText("x" * (TEXT_LETTERS + 1))
    assert not window.close()
    assert window.isVisible()
    assert "could not be saved" in window.banner.sentence
    hands.page(NotesPage).edit.setPlainText("short")
    assert window.close()
