"""The page of themes and insights, through the window, with keys only."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Insight, Theme
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands, cards
from ui.pages import THEMES
from ui.stages.themes import ThemesPage


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


def page(hands: Hands) -> ThemesPage:
    return hands.page(ThemesPage)


def notes(hands: Hands) -> list[str]:
    return [card.code for card in cards(page(hands).notes)]


def rows(hands: Hands) -> list[tuple[str, str, str]]:
    return [(card.code, card.text, card.remark) for card in cards(page(hands).rows)]


def under(hands: Hands, theme: Theme) -> list[int]:
    return [entry.number for entry in hands.workshop.all(Entry) if entry.theme == theme.id]


def test_marked_notes_become_a_theme_with_one_enter(hands: Hands) -> None:
    assert notes(hands) == ["N1", "N2", "N3", "N4"]
    hands.press("F3", "Space", "Down", "Space", "Esc")
    assert page(hands).new_theme.line.accessibleDescription() == (
        "Enter adds the theme with 2 notes"
    )
    hands.enter("Talking")
    theme = hands.only(Theme)
    assert (theme.name, theme.principle, under(hands, theme)) == (
        "Talking",
        hands.principle(),
        [1, 2],
    )
    assert notes(hands) == ["N3", "N4"]
    assert rows(hands) == [("TH1", "Talking", "2 notes")]
    assert hands.focus is page(hands).new_theme.line
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Theme) == 0
    assert notes(hands) == ["N1", "N2", "N3", "N4"]


def test_themes_and_insights_cite_notes_by_number(hands: Hands) -> None:
    hands.enter("#1 #2 Talking", "Listening")
    hands.press("Up", "Up", "Return", "Ctrl+E")
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
    assert rows(hands) == [
        ("TH1", "Talking", "2 notes"),
        ("IN1", "Words are hard", "rests on N2, N3"),
        ("TH2", "Listening", "0 notes"),
    ]
    assert hands.focus is page(hands).new_insight.line
    hands.enter("#99 Unknown")
    assert page(hands).new_insight.text() == "#99 Unknown"
    assert "There is no note #99" in hands.window.banner.sentence


def test_marked_notes_go_under_the_chosen_theme_and_off_again(hands: Hands) -> None:
    hands.enter("Talking")
    hands.press("F3", "Down", "Space", "Ctrl+T")
    theme = hands.only(Theme)
    assert under(hands, theme) == [2]
    assert notes(hands) == ["N1", "N3", "N4"]
    hands.press("Ctrl+U")
    assert notes(hands) == ["N2"]
    hands.press("Space", "Ctrl+T")
    assert under(hands, theme) == []
    hands.press("Ctrl+Z", "Ctrl+U")
    assert notes(hands) == ["N1", "N2", "N3", "N4"]
    assert [card.remark for card in cards(page(hands).notes)] == ["", "TH1 Talking", "", ""]
    hands.press("Ctrl+U", "Esc", "Ctrl+T")
    assert "Mark notes with Space" in hands.window.banner.sentence


def test_the_notes_of_the_chosen_theme_follow_the_choice(hands: Hands) -> None:
    hands.enter("#1 Talking", "#2 #4 Listening")
    hands.press("Ctrl+U")
    assert notes(hands) == ["N2", "N4"]
    hands.press("Up", "Up")
    assert notes(hands) == ["N1"]


def test_an_insight_takes_the_marked_notes_as_evidence(hands: Hands) -> None:
    hands.enter("#1 #2 Talking")
    hands.press("Ctrl+U", "F3", "Space", "Esc", "Down")
    hands.enter("Words are hard")
    assert rows(hands)[1] == ("IN1", "Words are hard", "rests on N1")
    assert [card.remark for card in cards(page(hands).notes)] == ["IN1", ""]


def test_themes_and_insights_are_mended_in_their_lines(hands: Hands) -> None:
    hands.enter("Talking")
    hands.press("F2")
    hands.enter(" and listening")
    assert hands.only(Theme).name == "Talking and listening"
    hands.press("Down")
    hands.enter("#1 Words are hard")
    hands.press("Ctrl+E", "Up", "Down", "Up")
    hands.press("Up", "End", "F2")
    assert page(hands).new_insight.text() == "#1 Words are hard"
    hands.press("Home", "Delete", "Delete")
    hands.enter("#2 #3")
    assert rows(hands)[1] == ("IN1", "Words are hard", "rests on N2, N3")
    hands.press("F2")
    hands.type(" indeed")
    hands.press("Esc")
    assert page(hands).new_insight.text() == ""
    assert hands.only(Insight).text == "Words are hard"


def test_a_theme_goes_with_its_insights_and_its_notes_are_unsorted(hands: Hands) -> None:
    hands.enter("#1 #2 Talking", "#3 Listening")
    hands.press("Up", "Home", "Esc", "Down")
    hands.enter("Words are hard", "People wait")
    assert len(rows(hands)) == 4
    hands.press("Up", "Up", "Home", "Del")
    assert rows(hands) == [("TH2", "Listening", "1 note")]
    assert notes(hands) == ["N1", "N2", "N4"]
    assert hands.workshop.count(Insight) == 0
    hands.press("Ctrl+Z")
    assert [code for code, _, _ in rows(hands)] == ["TH1", "IN1", "IN2", "TH2"]
    assert rows(hands)[0][2] == "2 notes"
    hands.press("Up", "Up", "Home", "Down", "Del")
    assert [code for code, _, _ in rows(hands)] == ["TH1", "IN2", "TH2"]


def test_an_insight_needs_a_theme(hands: Hands) -> None:
    hands.press("Down")
    hands.enter("Words are hard")
    assert hands.window.banner.sentence == "Add a theme first: insights stand under one."
    assert page(hands).new_insight.text() == "Words are hard"


def test_each_principle_has_its_own_themes(hands: Hands) -> None:
    hands.enter("Talking")
    hands.press("Alt+Right")
    assert (notes(hands), rows(hands)) == (["N5"], [])
    hands.enter("Listening")
    assert hands.last(Theme).principle == hands.principle(1)
    hands.press("Alt+Left")
    assert [text for _, text, _ in rows(hands)] == ["Talking"]


def test_pasted_lines_are_one_name(hands: Hands) -> None:
    hands.paste("Talking\nand listening")
    hands.press("Return")
    assert hands.only(Theme).name == "Talking and listening"


def test_the_models_keep_the_rules_of_qt(hands: Hands, qtmodeltester: ModelTester) -> None:
    hands.enter("#1 #2 Talking", "Listening")
    hands.press("Down")
    hands.enter("#1 Words are hard")
    qtmodeltester.check(page(hands).rows)
    qtmodeltester.check(page(hands).notes)
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Z")
    qtmodeltester.check(page(hands).rows)
    assert [code for code, _, _ in rows(hands)] == ["TH1", "TH2"]


def test_the_sample_is_shown_whole(sample_window: OpenWindow) -> None:
    hands = Hands(sample_window("sample"))
    hands.window.rail.go(THEMES)
    page_ = page(hands)
    shown = 0
    for _ in range(page_.principles.count()):
        shown += page_.rows.rowCount()
        hands.press("Alt+Right")
    assert shown == hands.workshop.count(Theme) + hands.workshop.count(Insight)
