"""The participants' page, through the window, with keys only."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from facilitator.model.kinds import StageKind
from facilitator.model.records import Facts, Participant, Record, Sector, Stage
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from ui.people.importing import ImportView
from ui.people.participants import ParticipantsPage

SECTORS = (Sector("y", "Youth", 1.0), Sector("a", "Academics", 2.0))
PLAN: tuple[Record, ...] = (
    Facts("facts", "Day", timezone="UTC"),
    Stage("stage", StageKind.BREAK, "Coffee"),
    *SECTORS,
)

LIST = (
    "Nom\tOrganisme\tSecteur\tAutres secteurs\n"
    "Zoë Roy\tACME\tyouth\tPress\n"
    "=Bo\t@home\tYuoth\t\n"
    "zoe roy\tacme\t\t\n"
    "Ann\t\tYuoth\tYouth\n"
)


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    window = sample_window(PLAN)
    window.rail.go("participants")
    return Hands(window)


def page(hands: Hands) -> ParticipantsPage:
    return hands.page(ParticipantsPage)


def view(hands: Hands, qtbot: QtBot) -> ImportView:
    """The view of a table, once it is looked through."""
    shown = page(hands).importing
    qtbot.waitUntil(lambda: shown.sorted is not None)
    return shown


def people(hands: Hands) -> list[tuple[str, ...]]:
    model = page(hands).people
    columns = range(model.columnCount())
    return [
        tuple(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ]


def hint(hands: Hands) -> str:
    return page(hands).entry.line.accessibleDescription()


def test_a_participant_a_line_with_the_sector_completed(hands: Hands) -> None:
    assert hands.focus is page(hands).entry.line
    hands.type("Ann Roy; ACME; yo")
    assert page(hands).entry.text() == "Ann Roy; ACME; Youth"
    assert hint(hands) == "Enter adds the participant"
    hands.press("Return")
    hands.enter("Bo")
    hands.type("; ; Press; ac")
    assert hint(hands) == "Enter adds the participant, with the new sector “Press”"
    hands.press("Return")
    assert people(hands) == [
        ("Ann Roy", "ACME", "Youth", "", ""),
        ("Bo", "", "", "", ""),
        ("(no name)", "", "Press", "Academics", ""),
    ]
    assert page(hands).count.text() == "3 participants"
    hands.press("Ctrl+Z")
    assert [s.name for s in hands.workshop.all(Sector)] == ["Youth", "Academics"]


def test_what_is_completed_can_be_typed_over(hands: Hands) -> None:
    hands.type("Ann;;You")
    hands.press("Del", "Return")
    assert hands.workshop.all(Sector)[-1].name == "You"
    hands.type("Bo;;Y")
    hands.press("Backspace", "Backspace", "Return")
    assert (hands.last(Participant).name, hands.last(Participant).sector) == ("Bo", None)


def test_a_participant_is_mended_in_the_line(hands: Hands) -> None:
    hands.enter('"Roy; Ann"; ACME; Youth; Academics', "Bo")
    hands.press("Up", "Up", "F2")
    assert page(hands).entry.text() == '"Roy; Ann"; ACME; Youth; Academics'
    assert hint(hands) == "Enter saves the change, Esc leaves it"
    hands.press("Backspace", "Esc", "Up", "Up", "F2")
    hands.press("Ctrl+A")
    hands.enter("Ann Roy; IBM; Academics")
    assert people(hands) == [("Ann Roy", "IBM", "Academics", "", ""), ("Bo", "", "", "", "")]
    assert hands.undo_text() == "Undo: edit a participant"


def test_the_chosen_are_deleted_and_come_back_in_their_places(hands: Hands) -> None:
    hands.enter("Ann", "Bo", "Cy")
    hands.press("Up", "Shift+Up", "Del")
    assert people(hands) == [("Ann", "", "", "", "")]
    assert hands.undo_text() == "Undo: delete 2 participants"
    hands.press("Del")
    assert hands.focus is page(hands).entry.line
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert [row[0] for row in people(hands)] == ["Ann", "Bo", "Cy"]
    hands.press("Up", "F2", "Ctrl+Z")
    hands.enter("!")
    assert hands.workshop.count(Participant) == 3


def test_a_pasted_list_is_seen_first_and_comes_in_as_one_act(hands: Hands, qtbot: QtBot) -> None:
    hands.paste(LIST)
    shown = view(hands, qtbot)
    assert shown.counts.text() == "3 will be added, 1 refused"
    assert shown.refused.toPlainText() == (
        "Row 4: zoe roy · acme: This person stands in row 2 already."
    )
    assert [c.currentText() for c in shown.preview.choosers] == [
        *("Name", "Organization", "Sector", "Further sectors")
    ]
    assert list(shown.sectors.choosers) == ["yuoth", "press"]
    hands.press("Return")
    assert people(hands) == [
        ("Zoë Roy", "ACME", "Youth", "Press", ""),
        ("=Bo", "@home", "Yuoth", "", ""),
        ("Ann", "", "Yuoth", "Youth", ""),
    ]
    assert hands.focus is page(hands).entry.line
    assert page(hands).entry.told == "3 participants are added."
    assert hands.undo_text() == "Undo: add 3 participants"
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Participant) == 0
    assert hands.workshop.all(Sector) == SECTORS


def test_a_new_sector_is_taken_for_one_that_is_there_or_left_out(
    hands: Hands, qtbot: QtBot
) -> None:
    hands.paste(LIST)
    view(hands, qtbot)
    for key, steps in (("yuoth", 1), ("press", 3)):
        chooser = view(hands, qtbot).sectors.choosers[key]
        tab_to(hands, chooser)
        hands.press(*["Down"] * steps)
    view(hands, qtbot)
    hands.press("Return")
    assert [row[2:4] for row in people(hands)] == [("Youth", ""), ("Youth", ""), ("Youth", "")]
    assert hands.workshop.all(Sector) == SECTORS


def test_tab_goes_through_a_table_as_one_reads(hands: Hands, qtbot: QtBot) -> None:
    hands.paste(LIST)
    shown = view(hands, qtbot)
    tab_to(hands, shown.header)
    came = []
    for _ in range(10):
        hands.press("Tab")
        came.append(hands.focus)
    yuoth, press = shown.sectors.choosers["yuoth"], shown.sectors.choosers["press"]
    rest = (yuoth, press, shown.copy, shown.refused, shown.back, shown.take)
    assert came == [*shown.preview.choosers, *rest]


def test_columns_are_matched_by_hand(hands: Hands, qtbot: QtBot) -> None:
    hands.paste("ACME;Ann\nIBM;Bo")
    first, second = view(hands, qtbot).preview.choosers
    assert (first.currentText(), second.currentText()) == ("Name", "Organization")
    tab_to(hands, second)
    hands.press("Home", "Down")
    view(hands, qtbot)
    assert (first.currentText(), second.currentText()) == ("Left out", "Name")
    tab_to(hands, view(hands, qtbot).header)
    hands.press("Space")
    assert view(hands, qtbot).counts.text() == "1 will be added, 0 refused"
    hands.press("Return")
    assert people(hands) == [("Bo", "", "", "", "")]


def tab_to(hands: Hands, widget: object) -> None:
    for _ in range(40):
        if hands.focus is widget:
            return
        hands.press("Tab")
    raise AssertionError(widget)


def test_refused_rows_can_be_copied_and_esc_leaves(hands: Hands, qtbot: QtBot) -> None:
    hands.paste(LIST)
    shown = view(hands, qtbot)
    tab_to(hands, shown.copy)
    hands.press("Return")
    assert QGuiApplication.clipboard().text().startswith("Row 4: zoe roy")
    tab_to(hands, shown.refused)
    hands.press("F2", "Del", "Esc")
    assert not page(hands).is_importing
    assert hands.focus is page(hands).entry.line
    assert hands.workshop.count(Participant) == 0


def test_a_spreadsheet_and_a_csv_file_are_imported(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for line in LIST.splitlines():
        book.worksheets[0].append(line.split("\t"))
    book.worksheets[0]["A3"].data_type = "s"  # a text, and no formula
    book.save(file)
    (tmp_path / "a.xlsx").write_bytes(file.getvalue())
    (tmp_path / "b.csv").write_text("Name;Sector\nEva;Youth\nAnn;\n", encoding="utf-16")
    for name, added in (
        ("a.xlsx", "3 will be added, 1 refused"),
        ("b.csv", "1 will be added, 1 refused"),
    ):
        page(hands).import_file(tmp_path / name)
        assert view(hands, qtbot).counts.text() == added
        hands.press("Return")
    assert [row[0] for row in people(hands)] == ["Zoë Roy", "=Bo", "Ann", "Eva"]


def test_the_file_is_asked_for_with_a_key(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Ctrl+Shift+I")
    dialog = page(hands).findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    dialog.reject()


def test_what_cannot_be_read_is_said_beside_the_line(
    hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 no")
    for name, said in (
        ("a.xlsx", "This spreadsheet cannot be read"),
        ("none.csv", "The file cannot be read (No such file or directory)"),
    ):
        page(hands).import_file(tmp_path / name)
        qtbot.waitUntil(lambda: not page(hands).is_importing)
        assert page(hands).problem.sentence.startswith(said)
        assert hands.focus is page(hands).entry.line


def test_500_come_in_at_once_and_the_reading_can_be_left(hands: Hands, qtbot: QtBot) -> None:
    crowd = "".join(f"Person {n}\tOrg {n % 9}\tYouth\n" for n in range(500))
    hands.paste(crowd)
    hands.press("Esc")
    assert not page(hands).is_importing
    hands.paste(crowd)
    assert view(hands, qtbot).counts.text() == "500 will be added, 0 refused"
    hands.press("Return")
    assert len(people(hands)) == 500
    hands.press("Ctrl+Z")
    assert people(hands) == []


def test_nothing_of_a_broad_table_is_out_of_reach(hands: Hands, qtbot: QtBot) -> None:
    hands.paste("\n".join("\t".join(f"c{n}" for n in range(20)) for _ in range(3)))
    last = view(hands, qtbot).preview.choosers[-1]
    tab_to(hands, last)
    assert isinstance(last, QComboBox)
    assert last.visibleRegion().boundingRect().width() == last.width()


def test_the_table_is_sound(hands: Hands, qtmodeltester: ModelTester) -> None:
    hands.enter("Ann", "Bo; ; Youth")
    header = page(hands).people.headerData(2, Qt.Orientation.Horizontal)
    assert header == "Sector"
    qtmodeltester.check(page(hands).people)
