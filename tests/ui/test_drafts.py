"""What stands half-typed survives a crash, is said to be a draft, and is forgotten when entered."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.model.kinds import StageKind
from facilitator.model.records import Entry, Record, Stage, Theme
from tests.ui.conftest import Clock, OpenWindow, go_to, records_of
from tests.ui.hands import Hands
from ui.board.page import BoardPage
from ui.memory import SOON
from ui.prepare.page import ListPage
from ui.session import Session
from ui.stages.evaluation import EvaluationPage
from ui.stages.ideas import IdeasPage
from ui.stages.notes import NotesPage
from ui.stages.questions import QuestionsPage
from ui.stages.swot import SwotPage
from ui.theme import load_theme
from ui.window import Window

HALF_TYPE = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from facilitator.language import Language
from facilitator.model.kinds import StageKind
from tests.ui.conftest import go_to
from tests.ui.hands import Hands
from ui.app import make_application
from ui.session import Session
from ui.theme import load_theme
from ui.window import Window
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
    QSettings.setPath(QSettings.Format.IniFormat, scope, sys.argv[2])
app = make_application(load_theme("light"))
words = Language("en")
window = Window(Session.open(Path(sys.argv[1]), words), load_theme("light"), words)
window.show()
window.activateWindow()
app.processEvents()
hands = Hands(window)
for kind, keys, text in (
    ("swot", ["Ctrl+3"], "half a note"),
    ("ideation", [], "half an idea"),
    ("question_and_answer", [], "half a question"),
    ("question_and_answer", ["Return"], "half an answer"),
    ("evaluation", [], "1"),
    ("themes", [], "half a theme"),
    ("themes", ["Ctrl+E"], "half an insight"),
    ("tables", [], "half a table"),
    ("introduction", [], "half the notes"),
):
    if kind in set(StageKind):
        go_to(window, StageKind(kind))
    else:
        window.rail.go(kind)
    hands.press(*keys)
    hands.type(text)
print("typed", flush=True)
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_what_is_half_typed_survives_the_death_of_the_program(tmp_path: Path, qtbot: QtBot) -> None:
    """A second process types everywhere and is killed; a second later than the last key at most
    the texts are on disk, as `ui/memory.py` says."""
    path = tmp_path / "day.workshop"
    Session.create(path, records_of("plan"))
    settings = Path(QSettings().fileName()).parent.parent
    command = [sys.executable, "-c", HALF_TYPE, str(path), str(settings)]
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=root, env=environment
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "typed\n"
    qtbot.wait(SOON + 700)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert process.returncode == -signal.SIGKILL
    process.stdout.close()
    QSettings().sync()
    words = Language("en")
    window = Window(Session.open(path, words), load_theme("light"), words)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    hands = Hands(window)
    go_to(window, StageKind.SWOT)
    swot = hands.page(SwotPage)
    assert swot.entry.text() == "half a note"
    assert swot.entry.told.startswith("draft of ")
    assert swot.sign.text.startswith("O Opportunities")
    go_to(window, StageKind.IDEATION)
    assert hands.page(IdeasPage).entry.text() == "half an idea"
    go_to(window, StageKind.QUESTION_AND_ANSWER)
    questions = hands.page(QuestionsPage)
    assert (questions.question.text(), questions.answer.text()) == (
        "half a question",
        "half an answer",
    )
    go_to(window, StageKind.EVALUATION)
    assert hands.page(EvaluationPage).forms.fields.lines()[0] == "1"
    go_to(window, StageKind.INTRODUCTION)
    assert hands.page(NotesPage).edit.toPlainText() == "half the notes"
    assert "not saved yet" in hands.page(NotesPage).edit.caption
    assert not any(stage.notes for stage in hands.workshop.all(Stage))
    window.rail.go("themes")
    board = hands.page(BoardPage)
    assert board.new_theme.text() == "half a theme"
    assert board.new_insight.text() == "half an insight"
    window.rail.go("tables")
    assert hands.page(ListPage).side.entry.text() == "half a table"


def test_a_theme_that_was_half_mended_is_open_again(sample_window: OpenWindow) -> None:
    window = sample_window()
    window.rail.go("themes")
    hands = Hands(window)
    theme = hands.page(BoardPage).columns.theme()
    assert theme is not None
    hands.press("F2")
    hands.type(" and more")
    key = "drafts/board/edit"
    kept = window.memory.get(key)
    window.close()
    window.memory._settings.setValue(f"{window.memory._group}/{key}", kept)
    words = Language("en")
    again = Window(Session.open(window._session.path, words), load_theme("light"), words)
    try:
        again.show()
        hands = Hands(again)
        hands.press("Return")
        assert hands.workshop.get(Theme, theme.id).name == theme.name + " and more"
        assert hands.workshop.count(Theme) == window._session.workshop.count(Theme)
    finally:
        again.close()


class Restart:
    """The same workshop, opened again and again; each window closed with what stands in it."""

    def __init__(self, open_: OpenWindow, kind: StageKind) -> None:
        self._open, self._kind = open_, kind
        self._records: tuple[Record, ...] = records_of("plan")

    def __call__(self, hands: Hands | None = None) -> Hands:
        if hands is not None:
            hands.window.close()
        return Hands(self._open(self._records, kind=self._kind))


@pytest.fixture
def restart(sample_window: OpenWindow) -> Restart:
    return Restart(sample_window, StageKind.SWOT)


def test_a_draft_says_when_it_was_typed_until_one_types_on(restart: Restart, clock: Clock) -> None:
    hands = restart()
    clock.forward(5)
    hands.type("half a no")
    hands = restart(hands)
    entry = hands.page(SwotPage).entry
    assert entry.text() == "half a no"
    assert entry.told == "draft of 13:05, not saved yet · Esc drops it"
    assert hands.focus is entry.line
    hands.type("te")
    assert entry.told == ""
    hands.press("Return")
    assert hands.only(Entry).text == "half a note"
    assert restart(hands).page(SwotPage).entry.text() == ""


def test_esc_drops_a_draft_and_ctrl_z_brings_it_back(restart: Restart) -> None:
    hands = restart()
    hands.enter("one")
    hands.type("two")
    hands = restart(hands)
    hands.enter("first")
    hands.press("Ctrl+Z")
    hands = restart(hands)
    entry = hands.page(SwotPage).entry
    assert entry.text() == ""
    hands.type("half")
    hands = restart(hands)
    entry = hands.page(SwotPage).entry
    hands.press("Esc")
    assert entry.text() == ""
    hands.press("Ctrl+Z")
    assert entry.text() == "half"
    hands.press("Esc")
    assert entry.text() == "half", "what one brought back is one's own"


def test_ctrl_z_over_a_draft_undoes_the_last_act_and_leaves_the_draft(restart: Restart) -> None:
    hands = restart()
    hands.type("half")
    hands = restart(hands)
    hands.press("F5", "Ctrl+Z")
    assert hands.page(SwotPage).entry.text() == "half"
    assert hands.page(SwotPage).entry.told.startswith("draft of")


def test_a_note_that_was_half_edited_is_open_again(sample_window: OpenWindow) -> None:
    plan = records_of("plan")
    stage = next(r for r in plan if isinstance(r, Stage) and r.kind is StageKind.SWOT)
    hands = Hands(sample_window(plan, kind=StageKind.SWOT))
    hands.enter("one", "two")
    hands.press("Up", "F2")
    hands.type(" and a half")
    key = f"drafts/{stage.id}/edit"
    kept = hands.window.memory.get(key)
    assert kept
    hands.press("Esc")
    assert not hands.window.memory.get(key), "given up"
    hands.window.memory.put(key, kept)  # as if it had been killed instead
    hands.window._session.close()
    hands.window.memory.flush()
    path = hands.window._session.path
    words = Language("en")
    window = Window(Session.open(path, words), load_theme("light"), words)
    try:
        window.show()
        again = Hands(window)
        go_to(window, StageKind.SWOT)
        editor = again.page(SwotPage).cards[again.page(SwotPage)._quadrant].notes.edits.editor
        assert editor is not None
        assert editor.texts() == ("two and a half",)
        assert editor.told.startswith("draft of")
        again.page(SwotPage).take_focus()
        again.press("Return")
        assert [e.text for e in again.workshop.all(Entry)] == ["one", "two and a half"]
        assert not window.memory.get(key)
    finally:
        window.close()


def test_notes_kept_as_a_draft_do_not_hold_up_the_window(sample_window: OpenWindow) -> None:
    restart = Restart(sample_window, StageKind.INTRODUCTION)
    hands = restart()
    hands.type("half")
    stage = hands.window.rail.current
    kept = hands.window.memory.get(f"drafts/{stage}/notes")
    hands.window.close()
    settings = hands.window.memory._settings
    settings.setValue(f"{hands.window.memory._group}/drafts/{stage}/notes", kept)
    again = restart()
    edit = again.page(NotesPage).edit
    assert edit.toPlainText() == "half"
    assert edit.caption.startswith("draft of")
    again.press("Esc")
    assert edit.toPlainText() == ""
    assert not edit.caption
    again.press("Ctrl+Z")
    assert edit.toPlainText() == "half"


def test_a_form_is_filled_in_again_with_its_sector(sample_window: OpenWindow) -> None:
    restart = Restart(sample_window, StageKind.EVALUATION)
    hands = restart()
    hands.press("Ctrl+Down", "Ctrl+Down")
    sector = hands.page(EvaluationPage).forms.sectors.id
    hands.type("2")
    again = restart(hands)
    forms = again.page(EvaluationPage).forms
    assert forms.fields.lines() == ["2"]
    assert forms.sectors.id == sector
    assert forms._done.text().startswith("draft of")
    again.press("Esc")
    assert forms.fields.lines() == [""]
    assert restart(again).page(EvaluationPage).forms.fields.lines() == [""]


def test_what_is_no_draft_is_left_alone(restart: Restart) -> None:
    hands = restart()
    memory = hands.window.memory
    hands.window.close()
    for nonsense in ("{", "[]", '["2017"]', '[1, "x"]', '{"a": 1}', '["2017-10-13T17:00", 5]'):
        key = f"{memory._group}/drafts/{hands.window.rail.current}/note"
        memory._settings.setValue(key, nonsense)
        hands = restart()
        assert hands.page(SwotPage).entry.text() == ""
        hands.window.close()
