"""What went wrong is one sentence in the language of the screen, beside the thing; nothing is lost.

The language here is one in which every word is longer: a sentence without it was not translated.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from facilitator import crash
from facilitator.exchange.templates import sample
from facilitator.files import reason
from facilitator.model import attendance, swot
from facilitator.model.errors import SaidError
from facilitator.model.kinds import StageKind
from facilitator.model.records import Entry, Participant, Round, Stage
from facilitator.storage import StorageError, WorkshopFile
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from tests.ui.walk import Longer
from ui.app import Application
from ui.pages import BESIDE
from ui.people.participants import ParticipantsPage
from ui.preferences import Preferences
from ui.prepare.field_box import FieldBox
from ui.session import Session
from ui.stages.votes.page import VotesPage
from ui.widgets.entry_line import EntryLine
from ui.window import Window

WORDS = Longer()
FULL = "{file}: the disk is full; nothing was saved: make room and try again."
IO = "{file}: the disk reports an error; copy the file to another disk."
READ_ONLY = "{file}: the file or its folder may not be written to; copy it elsewhere."
GONE = "{file}: the file is not there any more; put it back, or save all in a new file."


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[Application]:
    application = Application(Preferences("light", language="en"))
    application._words = WORDS
    yield application
    if application.shown is not None:
        application.shown.close()
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample as a file."""
    path = tmp_path / "hall.workshop"
    Session.create(path, sample())
    return path


@pytest.fixture
def hands(application: Application, path: Path, qtbot: QtBot) -> Hands:
    """At the first SWOT page of a workshop that is open in the application."""
    window = application.open(path)
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    swots = [own.id for own in window._session.workshop.all(Stage) if own.kind is StageKind.SWOT]
    window.rail.go(swots[0])
    return Hands(window)


def said(application: Application) -> str:
    assert application.shown is not None
    assert QApplication.activeModalWidget() is None
    return application.shown.banner.sentence


def offer(shown: Window) -> QPushButton:
    return shown.banner._button


def saved(hands: Hands) -> bool:
    for _ in range(3):
        QCoreApplication.processEvents()
    header = hands.window.header
    assert header.saved.text() == WORDS("Saved ✓" if header.is_saved else "Not saved")
    return header.is_saved


def line(hands: Hands) -> EntryLine:
    focus = hands.focus.parentWidget()
    assert isinstance(focus, EntryLine)
    return focus


def choose_file(application: Application, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    assert application.shown is not None
    dialogs = [own for own in application.shown.findChildren(QFileDialog) if own.isVisible()]
    dialogs[-1].fileSelected.emit(str(path))
    dialogs[-1].close()
    application.shown.activateWindow()
    QCoreApplication.processEvents()


# Opening, making, recovering


def not_ours(path: Path) -> str:
    path.write_text("notes", encoding="utf-8")
    return "{file}: this is not a workshop file; open a file that Facilitator made."


def missing(path: Path) -> str:
    path.unlink()
    return "{file}: there is no such file; check the name."


def folder(path: Path) -> str:
    path.unlink()
    path.mkdir()
    return "{file}: this is a folder; name a workshop file."


def changed(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW ours AS SELECT 1")
    return (
        "{file}: the file holds tables, views or triggers that Facilitator did not make; "
        "use a copy of it that was not changed."
    )


def damaged(path: Path) -> str:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return "{file} is damaged: recover what can be read of it."


@pytest.mark.parametrize("spoil", [not_ours, missing, folder, changed, damaged])
def test_a_file_that_cannot_be_opened_is_told_and_what_is_shown_stays(
    application: Application, path: Path, spoil: Callable[[Path], str]
) -> None:
    template = spoil(path)
    page = application.show_start()
    assert application.open(path) is None
    assert application.shown is page
    assert said(application) == WORDS(template, file=path)


def test_a_file_of_a_newer_program_is_told(application: Application, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (known,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 1234")
    before = path.read_bytes()
    application.show_start()
    assert application.open(path) is None
    assert said(application) == WORDS(
        "{file}: the file was made by a newer version of Facilitator (schema {schema}, this "
        "program knows {known}); update the program.",
        file=path,
        schema="1,234",
        known=known,
    )
    assert path.read_bytes() == before


def test_a_file_that_is_open_elsewhere_is_told(application: Application, path: Path) -> None:
    application.show_start()
    with WorkshopFile.open(path):
        assert application.open(path) is None
    assert said(application) == WORDS(
        "{file}: the file is open in another running copy of the program; close it there.",
        file=path,
    )
    assert application.open(path) is not None


def test_a_place_where_no_file_can_be_made_is_told(
    application: Application, tmp_path: Path
) -> None:
    application.show_start()
    target = tmp_path / "nowhere" / "new.workshop"
    application._serve("template:dot-vote")
    choose_file(application, target)
    assert said(application) == WORDS(
        "{file}: the file cannot be made ({reason}); choose another place.",
        file=target,
        reason=WORDS("No such file or directory"),
    )


def test_what_cannot_be_recovered_is_told(
    application: Application, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    application.show_start()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'journal'")
    application._asking().recover(path)
    choose_file(application, tmp_path / "saved.workshop")
    template = "{file}: nothing can be saved from this file; use a copy of it."
    qtbot.waitUntil(lambda: said(application) == WORDS(template, file=path))
    assert not (tmp_path / "saved.workshop").exists()


# Writing


class Fails:
    """Lets a file's disk fail, and be well again."""

    def __init__(self, patch: pytest.MonkeyPatch, path: Path) -> None:
        self._patch, self._path = patch, path

    def with_(self, template: str) -> str:
        """Every act is refused from now on; gives the sentence."""

        def refuse(*_: object, **_more: object) -> None:
            raise StorageError(template, file=str(self._path))

        self._patch.setattr(WorkshopFile, "_write", refuse)
        return WORDS(template, file=self._path)

    def no_more(self) -> None:
        self._patch.undo()


@pytest.fixture
def disk(path: Path) -> Iterator[Fails]:
    with pytest.MonkeyPatch.context() as patch:
        yield Fails(patch, path)


def test_a_full_disk_while_typing_loses_nothing_and_the_day_goes_on_elsewhere(
    application: Application, hands: Hands, tmp_path: Path
) -> None:
    file = hands.window._session._file
    hands.enter("before")
    (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    notes = 0
    while saved(hands) and notes < 50:
        entered = hands.workshop.count(Entry)
        line(hands).line.setText(f"{notes} " + "long " * 700)
        hands.press("Return")
        notes += 1
    typed = line(hands).text()
    assert typed.startswith(f"{notes - 1} long")
    assert hands.workshop.count(Entry) == entered
    assert said(application) == WORDS(FULL, file=file.path)
    assert offer(hands.window).text() == WORDS("Save all in a new file…")
    offer(hands.window).click()
    choose_file(application, tmp_path / "stick.workshop")
    assert said(application) == WORDS("All is in {file} now: go on there.", file=file.path)
    assert file.path == tmp_path / "stick.workshop"
    assert not saved(hands)  # what is typed still waits
    assert line(hands).text() == typed
    hands.press("Return")
    assert saved(hands)
    assert line(hands).text() == ""
    assert said(application) == ""
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.count(Entry) == entered - 1  # what was done before can be undone
    assert file.problems() == ()


def test_a_stick_that_is_pulled_out_is_told_before_anything_is_lost(
    application: Application, hands: Hands, path: Path, tmp_path: Path
) -> None:
    hands.enter("before")
    path.unlink()
    hands.enter("after")
    assert said(application) == WORDS(GONE, file=path)
    assert not saved(hands)
    assert line(hands).text() == "after"
    for taken, sentence in (
        (path, "{file}: the file exists already; choose another name."),
        (tmp_path / "gone" / "new.workshop", ""),
    ):
        offer(hands.window).click()
        choose_file(application, taken)
        journal = Path(f"{taken}-journal")  # which is still there
        assert not sentence or said(application) == WORDS(sentence, file=journal)
        assert not saved(hands)
    offer(hands.window).click()
    choose_file(application, tmp_path / "new.workshop")
    hands.press("Return")
    assert saved(hands)
    hands.window.close()
    with WorkshopFile.open(tmp_path / "new.workshop") as file:
        assert [entry.text for entry in file.workshop.all(Entry)][-2:] == ["before", "after"]


@pytest.mark.parametrize("template", [FULL, IO, READ_ONLY, GONE])
def test_not_saved_stands_until_what_was_typed_is(
    application: Application, hands: Hands, disk: Fails, template: str
) -> None:
    sentence = disk.with_(template)
    hands.enter("not lost")
    assert (said(application), saved(hands)) == (sentence, False)
    disk.no_more()
    ready = next(own for own in hands.workshop.all(Participant) if own.arrived_at is None)
    hands.window._session.do(attendance.arrive, ready.id, hands.window._room.clock())
    assert not saved(hands)  # something else is on disk, the note is not
    hands.press("Return")
    assert saved(hands)
    assert (hands.last(Entry).text, line(hands).text()) == ("not lost", "")


def test_an_act_of_which_nothing_is_typed_is_saved_by_the_next(hands: Hands, disk: Fails) -> None:
    disk.with_(IO)
    hands.press("F5")
    assert not saved(hands)
    disk.no_more()
    hands.press("F5")
    assert saved(hands)


def test_what_is_edited_in_place_stands_and_keeps_the_window_open_once(
    application: Application, hands: Hands, disk: Fails
) -> None:
    hands.enter("one")
    disk.with_(IO)
    hands.press("Up", "F2")
    hands.enter(", mended")
    window = hands.window
    window.close()
    assert window.isVisible()
    assert said(application) == WORDS(
        "What was typed could not be saved: mend it, or copy it elsewhere. "
        "Closing once more leaves it out."
    )
    disk.no_more()
    window.close()
    assert window.isVisible() is False


def test_a_field_of_the_plan_stands_and_says_so(
    application: Application, hands: Hands, disk: Fails
) -> None:
    hands.window.rail.go("facts")
    before = hands.workshop.facts.title
    sentence = disk.with_(IO)
    hands.type("Another title")
    hands.press("Return")
    assert said(application) == sentence
    box = next(own for own in hands.window.findChildren(FieldBox) if own.field.name == "title")
    assert (box.editor.value(), box.wrong) == (
        "Another title",
        WORDS("This could not be saved: it still stands here."),
    )
    assert hands.workshop.facts.title == before
    assert not saved(hands)
    disk.no_more()
    hands.press("Return")
    assert hands.workshop.facts.title == "Another title"
    assert (box.wrong, saved(hands)) == ("", True)


def test_a_number_of_a_vote_stands(application: Application, hands: Hands, disk: Fails) -> None:
    stages = hands.workshop.all(Stage)
    hands.window.rail.go(next(s.id for s in stages if s.kind is StageKind.PRIORITIZATION))
    page = hands.page(VotesPage)
    sentence = disk.with_(IO)
    hands.press("Ctrl+G")
    hands.press("Ctrl+A")
    hands.enter("88")
    assert (said(application), page.head.voters.text()) == (sentence, "88")
    assert not saved(hands)
    disk.no_more()
    hands.press("Ctrl+G")
    hands.press("Return")
    assert hands.workshop.get(Round, page.head._round).voters == 88
    assert saved(hands)


def test_what_is_entered_on_any_page_stands_where_it_could_not_be_saved(
    sample_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every line of every page: whatever the disk refused is still there."""
    window = sample_window("plan")
    refused: list[str] = []
    window._session.unsaved.connect(refused.append)
    stages = {stage.id: stage.kind for stage in window._session.workshop.all(Stage)}
    seen = set()

    def full(*_: object, **_more: object) -> None:
        raise StorageError(FULL, file="hall")

    hands = Hands(window)
    for key in (*stages, *(page.key for page in BESIDE)):
        window.rail.go(key)
        for own in window.page.findChildren(EntryLine):
            if not own.isVisible() or not own.line.isEnabled():
                continue
            own.line.setFocus()
            with monkeypatch.context() as patch:
                patch.setattr(WorkshopFile, "_write", full)
                for typed in ("Somebody new", "1", "1 2 3"):
                    refused.clear()
                    own.line.setText(typed)
                    hands.press(*(["Ins"] if key == "door" else []), "Return", "Return")
                    if refused:
                        assert own.text() == typed, (key, own.line.accessibleName())
                        seen.add(stages.get(key, key))
                    own.line.setText("")
    assert {"swot", "ideation", "question_and_answer", "prioritization", "door"} <= seen
    assert len(seen) == 14


# Reading tables, writing paper


@pytest.mark.parametrize(
    ("name", "content", "template", "values"),
    [
        ("none.csv", None, "The file cannot be read ({reason}): choose another.", {}),
        ("a.csv", b"", "There is nothing in this table.", {}),
        (
            "a.csv",
            b'a,"b\n\n\n',
            "A quotation mark opens in line {line} and is never closed: close it, or take it out.",
            {"line": 1},
        ),
        (
            "a.xlsx",
            b"PK\x03\x04 broken",
            "This spreadsheet cannot be read: save it again as .xlsx, or as CSV.",
            {},
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_above_the_list(
    hands: Hands,
    tmp_path: Path,
    qtbot: QtBot,
    name: str,
    content: bytes | None,
    template: str,
    values: dict[str, int],
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    hands.window.rail.go("participants")
    page = hands.page(ParticipantsPage)
    page.import_file(tmp_path / name)
    why = {"reason": WORDS("No such file or directory")} if "{reason}" in template else {}
    qtbot.waitUntil(lambda: page.problem.sentence == WORDS(template, **values, **why))
    assert not page.is_importing
    assert QApplication.activeModalWidget() is None


def test_a_pdf_that_cannot_be_written_is_told(
    application: Application, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    from ui.dialogs.printing import Order

    target = tmp_path / "nowhere" / "summary.pdf"
    hands.window.printing.print_report(Order(target, "letter", "en"))
    sentence = WORDS(
        "{file} cannot be written ({reason}): choose another place.",
        file=target,
        reason=WORDS("No such file or directory"),
    )
    qtbot.waitUntil(lambda: said(application) == sentence, timeout=60_000)


def test_reasons_of_the_system_are_the_program_s_words_where_they_are_known() -> None:
    class RefusedError(SaidError):
        pass

    error = RefusedError(
        "It cannot be ({why}).", why=reason(PermissionError(13, "Permission denied"))
    )
    assert error.said(WORDS) == WORDS("It cannot be ({why}).", why=WORDS("Permission denied"))
    assert str(error) == "It cannot be (Permission denied)."
    odd = RefusedError("It cannot be ({why}).", why=reason(OSError(71, "Protocol error")))
    assert odd.said(WORDS) == WORDS("It cannot be ({why}).", why="Protocol error")


# What nobody foresaw


@pytest.fixture
def reports(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], list[Path]]:
    """The reports of crashes; the application hears of them as when it runs."""
    monkeypatch.setattr(crash, "_log_folder", lambda: tmp_path / "log")
    monkeypatch.setattr(sys, "excepthook", application.crashes.catch)
    return lambda: sorted((tmp_path / "log").glob("crash-*.txt"))


def crashed(report: Path) -> str:
    return WORDS(
        "Something went wrong inside the program: what was saved is safe, see whether the "
        "last thing is there, and send the report {file} to its makers.",
        file=report,
    )


def test_a_crash_in_a_slot_is_told_and_what_was_typed_stands(
    application: Application,
    hands: Hands,
    reports: Callable[[], list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(swot, "add_entries", breaks)
        hands.enter("still here")
        hands.press("Return")
    (report,) = reports()  # the same failure twice
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert said(application) == crashed(report)
    assert not saved(hands)
    assert line(hands).text() == "still here"
    assert offer(hands.window).text() == WORDS("Draw the window anew")
    before = application.shown
    monkeypatch.setattr(application, "_look_up", lambda: None)  # the language of the test stays
    offer(hands.window).click()
    qtbot.waitUntil(lambda: application.shown is not before)
    again = application.shown
    assert isinstance(again, Window)
    qtbot.waitUntil(again.isActiveWindow)
    hands = Hands(again)
    assert line(hands).text() == "still here"
    hands.press("Return")
    assert hands.last(Entry).text == "still here"
    assert saved(hands)


def test_a_crash_in_what_is_done_again_and_again_is_reported_once(
    application: Application,
    hands: Hands,
    reports: Callable[[], list[Path]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("at each tick")

    monkeypatch.setattr(hands.window.rail, "tick", breaks)
    for _ in range(3):
        hands.window.running.ticked.emit()
        QCoreApplication.processEvents()
    assert [said(application)] == [crashed(report) for report in reports()]
    assert saved(hands)
    hands.enter("goes on")
    assert hands.last(Entry).text == "goes on"


def test_a_crash_on_another_thread_is_told(
    application: Application,
    hands: Hands,
    reports: Callable[[], list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    from ui import printing
    from ui.dialogs.printing import Order

    def breaks(*_: object) -> None:
        raise RuntimeError("while drawing")

    monkeypatch.setattr(printing, "_write_report", breaks)
    hands.window.printing.print_report(Order(tmp_path / "a.pdf", "letter", "en"))
    qtbot.waitUntil(lambda: bool(reports()))
    qtbot.waitUntil(lambda: said(application) == crashed(reports()[0]))
    assert not hands.window.printing.busy


def test_a_crash_on_the_start_page_is_told(
    application: Application, reports: Callable[[], list[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("while opening")

    page = application.show_start()
    monkeypatch.setattr(WorkshopFile, "open", breaks)
    page.chosen.emit("a.workshop")
    QCoreApplication.processEvents()
    assert [said(application)] == [crashed(report) for report in reports()]


def test_nothing_is_ever_a_modal_wall() -> None:
    """No message boxes: what goes wrong stands beside the thing."""
    ui = Path(sys.modules["ui.window"].__file__ or "").parent
    for source in ui.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert "QMessageBox" not in text, source
        assert "QErrorMessage" not in text, source
