"""The board of themes and insights, through the window, with keys only; and dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.modeltest import ModelTester

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Insight, Theme
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Drop, Hands, cards
from ui.board.column import BoardList
from ui.board.page import BoardPage
from ui.pages import THEMES


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    """One note in each quadrant of the first principle, N1 to N4, and N5 in the second."""
    hands = Hands(sample_window("plan"))
    for quadrant in Quadrant:
        target = swot.Target(quadrant, hands.principle())
        hands.window._session.do(swot.add_entries, target, [f"a {quadrant.value}"])
    elsewhere = swot.Target(Quadrant.THREAT, hands.principle(1))
    hands.window._session.do(swot.add_entries, elsewhere, ["elsewhere"])
    hands.window.rail.go(THEMES)
    return hands


def page(hands: Hands) -> BoardPage:
    return hands.page(BoardPage)


def lists(hands: Hands) -> list[BoardList]:
    return [column.cards for column in page(hands).columns._all()]


def board(hands: Hands) -> list[list[str]]:
    """The codes in each column, the unsorted notes first."""
    return [[card.code for card in cards(own.model())] for own in lists(hands)]


def under(hands: Hands, theme: Theme) -> list[int]:
    return [entry.number for entry in hands.workshop.all(Entry) if entry.theme == theme.id]


def test_marked_notes_become_a_theme_with_one_enter(hands: Hands) -> None:
    assert board(hands) == [["N1", "N2", "N3", "N4"]]
    hands.press("F3", "Space", "Down", "Space")
    assert page(hands).new_theme.line.accessibleDescription() == "Enter adds the theme"
    hands.press("Return")
    assert page(hands).new_theme.line.accessibleDescription() == (
        "Enter adds the theme with 2 notes"
    )
    hands.enter("Talking")
    theme = hands.only(Theme)
    assert (theme.name, theme.principle) == ("Talking", hands.principle())
    assert under(hands, theme) == [1, 2]
    assert board(hands) == [["N3", "N4"], ["TH1", "N1", "N2"]]
    assert hands.focus is page(hands).new_theme.line
    hands.press("Ctrl+Z")
    assert board(hands) == [["N1", "N2", "N3", "N4"]]


def test_notes_go_to_the_column_of_a_typed_number(hands: Hands) -> None:
    hands.enter("Talking", "Listening")
    hands.press("F3", "2")
    assert board(hands) == [["N2", "N3", "N4"], ["TH1"], ["TH2", "N1"]]
    hands.press("Space", "Down", "Space", "1")
    assert board(hands) == [["N4"], ["TH1", "N2", "N3"], ["TH2", "N1"]]
    assert hands.undo_text() == "Undo: sort 2 notes"
    hands.press("Right", "Down", "0")
    assert board(hands) == [["N2", "N4"], ["TH1", "N3"], ["TH2", "N1"]]
    hands.press("7")
    assert board(hands)[1] == ["TH1", "N3"]


def test_with_ten_themes_a_number_may_have_two_digits(hands: Hands) -> None:
    hands.enter(*(f"Theme {number}" for number in range(1, 13)))
    hands.press("F3", "1", "2", "3")
    assert board(hands)[0] == ["N3", "N4"]
    assert board(hands)[12] == ["TH12", "N1"]
    assert board(hands)[3] == ["TH3", "N2"]
    hands.press("1")
    assert board(hands)[0] == ["N3", "N4"]
    lists(hands)[0]._later.timeout.emit()
    assert board(hands)[1] == ["TH1", "N3"]


def test_ctrl_and_an_arrow_take_a_note_to_the_next_column(hands: Hands) -> None:
    hands.enter("Talking", "Listening")
    hands.press("F3", "Ctrl+Right")
    assert board(hands) == [["N2", "N3", "N4"], ["TH1", "N1"], ["TH2"]]
    hands.press("Right", "Down", "Ctrl+Right", "Right", "Right", "Down", "Ctrl+Left")
    assert board(hands) == [["N2", "N3", "N4"], ["TH1", "N1"], ["TH2"]]
    hands.press("Ctrl+Z")
    assert board(hands)[2] == ["TH2", "N1"]


def test_a_note_is_dragged_to_a_theme(hands: Hands) -> None:
    hands.enter("Talking")
    first, theme = lists(hands)
    note = hands.workshop.all(Entry)[0]
    assert first.model().flags(first.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not theme.model().flags(theme.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    mime = QMimeData()
    mime.setData("application/x-facilitator-records", note.id.encode())
    event = Drop(mime, first)
    theme.dropEvent(event)
    assert event.isAccepted()
    assert board(hands) == [["N2", "N3", "N4"], ["TH1", "N1"]]
    hands.press("Ctrl+Z")
    page(hands).columns._all()[1].dropEvent(Drop(mime, first))
    assert board(hands) == [["N2", "N3", "N4"], ["TH1", "N1"]], "its head is part of the column"
    foreign = QMimeData()
    foreign.setText("from another program")
    event = Drop(foreign, None)
    theme.dropEvent(event)
    assert not event.isAccepted()


def test_one_goes_on_sorting_after_an_undo(hands: Hands) -> None:
    hands.enter("Talking")
    hands.press("F3", "1", "Ctrl+Z", "1", "1")
    assert board(hands) == [["N3", "N4"], ["TH1", "N1", "N2"]]
    assert page(hands).new_theme.text() == ""


def test_insights_show_the_notes_they_rest_on(hands: Hands) -> None:
    hands.enter("#1 #2 Talking")
    hands.press("Ctrl+E")
    assert page(hands).new_insight.line.placeholderText() == "Type an insight on TH1 Talking"
    hands.type("#2 #3 Words are hard")
    assert page(hands).new_insight.line.accessibleDescription() == (
        "Enter adds the insight, on 2 notes"
    )
    hands.press("Return")
    insight = hands.only(Insight)
    assert insight.text == "Words are hard"
    numbers = [hands.workshop.get(Entry, id_).number for id_ in insight.entries]
    assert numbers == [2, 3]
    assert board(hands) == [["N3", "N4"], ["TH1", "IN1", "N2", "N3", "N1"]]
    hands.enter("#99 Unknown")
    assert page(hands).new_insight.text() == "#99 Unknown"
    assert "There is no note #99" in hands.window.banner.sentence


def test_an_insight_takes_the_marked_notes_as_evidence(hands: Hands) -> None:
    hands.enter("#1 #2 Talking")
    hands.press("Up", "Down", "Space", "Esc", "Down")
    hands.enter("Words are hard")
    assert board(hands)[1] == ["TH1", "IN1", "N1", "N2"]


def test_themes_insights_and_notes_are_mended_where_they_stand(hands: Hands) -> None:
    hands.enter("Talking")
    hands.type("half a theme")
    hands.press("F2")
    hands.enter(" and listening")
    assert hands.only(Theme).name == "Talking and listening"
    assert hands.focus is page(hands).new_theme.line
    assert page(hands).new_theme.text() == "half a theme", "what stood there is not touched"
    hands.press("Down")
    hands.enter("#1 Words are hard")
    hands.press("Ctrl+E", "Up", "Down", "F2", "Home", "Delete", "Delete")
    hands.type("#2 #3")
    hands.press("Return")
    assert hands.only(Insight).text == "Words are hard"
    assert board(hands)[1] == ["TH1", "IN1", "N2", "N3"]
    hands.press("F2")
    hands.type(" indeed")
    hands.press("Esc")
    assert hands.only(Insight).text == "Words are hard"
    hands.press("Down", "F2")
    hands.enter(" as written")
    assert hands.workshop.all(Entry)[1].text.endswith(" as written"), "the note, not its theme"
    hands.press("1")
    assert hands.workshop.all(Entry)[1].theme == hands.only(Theme).id, "one goes on sorting"


def test_a_theme_goes_with_its_insights_and_its_notes_are_unsorted(hands: Hands) -> None:
    hands.enter("#1 #2 Talking", "#3 Listening")
    hands.press("Up", "Left", "Home", "Esc", "Down")
    hands.enter("Words are hard", "People wait")
    assert board(hands) == [["N4"], ["TH1", "IN1", "IN2", "N1", "N2"], ["TH2", "N3"]]
    hands.press("Up", "Up", "Home", "Del")
    assert board(hands) == [["N1", "N2", "N4"], ["TH2", "N3"]]
    assert hands.workshop.count(Insight) == 0
    hands.press("Ctrl+Z")
    assert board(hands) == [["N4"], ["TH1", "IN1", "IN2", "N1", "N2"], ["TH2", "N3"]]


def test_themes_and_insights_are_put_in_order(hands: Hands) -> None:
    hands.enter("Talking", "Listening")
    hands.press("Down")
    hands.enter("First", "Second")
    hands.press("Up", "Up", "Home", "Down", "Alt+Down")
    assert board(hands)[2] == ["TH2", "IN2", "IN1"]
    hands.press("Home", "Alt+Up")
    assert board(hands)[1:] == [["TH2", "IN2", "IN1"], ["TH1"]]
    hands.press("Alt+Up")
    assert board(hands)[1][0] == "TH2"
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert board(hands)[1:] == [["TH1"], ["TH2", "IN1", "IN2"]]


def test_an_insight_needs_a_theme(hands: Hands) -> None:
    hands.press("Down")
    hands.enter("Words are hard")
    assert hands.window.banner.sentence == "Add a theme first: insights stand under one."
    assert page(hands).new_insight.text() == "Words are hard"


def test_each_principle_has_its_own_board(hands: Hands) -> None:
    hands.enter("Talking")
    hands.press("Alt+Right")
    assert board(hands) == [["N5"]]
    hands.enter("Listening")
    assert hands.last(Theme).principle == hands.principle(1)
    hands.press("Alt+Left")
    assert board(hands)[1:] == [["TH1"]]


def test_pasted_lines_are_one_name(hands: Hands) -> None:
    hands.paste("Talking\nand listening")
    hands.press("Return")
    assert hands.only(Theme).name == "Talking and listening"


def test_the_models_keep_the_rules_of_qt(hands: Hands, qtmodeltester: ModelTester) -> None:
    hands.enter("#1 #2 Talking", "Listening")
    hands.press("Down")
    hands.enter("#1 Words are hard", "#2 #1 Twice")
    for own in lists(hands):
        qtmodeltester.check(own.model())
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Z")
    for own in lists(hands):
        qtmodeltester.check(own.model())


def test_the_sample_is_shown_whole(sample_window: OpenWindow) -> None:
    hands = Hands(sample_window("sample"))
    hands.window.rail.go(THEMES)
    shown: set[str] = set()
    for _ in range(page(hands).principles.count()):
        shown |= {code for column in board(hands) for code in column}
        hands.press("Alt+Right")
    counted = (hands.workshop.count(kind) for kind in (Theme, Insight, Entry))
    assert len(shown) == sum(counted)
