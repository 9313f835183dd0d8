"""Ideas that look alike, through the window, with keys only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from facilitator.model.kinds import Method, StageKind
from facilitator.model.records import Facts, Idea, Principle, Record, Round, Stage
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands, cards
from ui.alike.page import AlikePage
from ui.stages.votes.page import VotesPage

TEXTS = (
    "Share the data openly",
    "Plant trees along the road",
    "Share data, openly!",
    "Share the data open",
    "Mend the roof of the hall",
)


def uid(kind: int, n: int) -> str:
    return f"00000000-0000-7000-8000-{kind:04}{n:08}"


STAGE = uid(1, 1)


def records(**fields: object) -> tuple[Record, ...]:
    round_ = Round(uid(4, 1), "The vote", Method.BALLOTS, stage=STAGE, **fields)  # type: ignore[arg-type]
    ideas = [Idea(uid(3, n), n, text, uid(2, 1), position=n) for n, text in enumerate(TEXTS, 1)]
    other = Idea(uid(3, 9), 9, "Share the data openly", uid(2, 2), position=9)
    return (
        Facts(uid(0, 1), title="A day"),
        Stage(STAGE, StageKind.PRIORITIZATION, "Vote", position=1),
        Principle(uid(2, 1), "Indoors", position=1),
        Principle(uid(2, 2), "Outdoors", position=2),
        *ideas,
        other,
        round_,
    )


At = Callable[[], Hands]


@pytest.fixture
def at_votes(sample_window: OpenWindow, qtbot: QtBot) -> At:
    def open_() -> Hands:
        hands = Hands(sample_window(records(), kind=StageKind.PRIORITIZATION))
        page = hands.page(VotesPage)
        qtbot.waitUntil(lambda: not page.alike.busy)
        return hands

    return open_


@pytest.fixture
def at_alike(at_votes: At, qtbot: QtBot) -> At:
    def open_() -> Hands:
        hands = at_votes()
        hands.press("Ctrl+Shift+M")
        settle(hands, qtbot)
        return hands

    return open_


def settle(hands: Hands, qtbot: QtBot) -> None:
    page = hands.page(AlikePage)
    qtbot.waitUntil(lambda: not page.search.busy)


def pairs(hands: Hands) -> list[tuple[int, int]]:
    """The numbers of the pairs that are offered, the leading one first."""
    model = hands.page(AlikePage).pairs
    parts = (model.parts(row) for row in range(model.rowCount()))
    return [(leader.number, other.number) for leader, other in parts]


def merged(hands: Hands) -> list[str]:
    return [card.code for card in cards(hands.page(AlikePage).groups)]


def test_the_page_of_votes_offers_alike_ideas_before_the_first_vote(at_votes: At) -> None:
    hands = at_votes()
    notice = hands.page(VotesPage).notice
    assert notice.sentence.startswith("≈ 3 pairs of ideas look alike")
    hands.enter("1")
    assert notice.sentence == ""
    hands.press("Ctrl+Z")
    assert "3 pairs" in notice.sentence


def test_pairs_are_merged_and_taken_out_again_with_keys(at_alike: At, qtbot: QtBot) -> None:
    hands = at_alike()
    assert pairs(hands) == [(1, 4), (1, 3), (3, 4)]
    before = hands.workshop.all(Idea)
    hands.press("Right")
    assert pairs(hands)[0] == (4, 1)
    hands.press("Left", "Return")
    assert hands.workshop.get(Idea, uid(3, 4)).merged_into == uid(3, 1)
    assert pairs(hands) == [(1, 3)]
    settle(hands, qtbot)
    hands.press("Return")
    assert merged(hands) == ["ID1", "ID3", "ID4"]
    assert pairs(hands) == []
    assert hands.undo_text() == "Undo: merge an idea"
    hands.press("F3", "Del")
    assert "Choose an idea under ID1" in hands.window.banner.sentence
    hands.press("Down", "Del")
    assert merged(hands) == ["ID1", "ID4"]
    settle(hands, qtbot)
    assert pairs(hands) == [(1, 3)]
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.all(Idea) == before
    assert merged(hands) == []


def test_pairs_that_differ_are_not_offered_again(at_alike: At, qtbot: QtBot) -> None:
    hands = at_alike()
    hands.press("Del")
    assert pairs(hands) == [(1, 3), (3, 4)]
    hands.press("Ctrl+Shift+M")
    assert hands.page(VotesPage).notice.sentence.startswith("≈ 2 pairs")
    hands.press("Ctrl+Shift+M")
    hands.press("Del", "Del")
    assert pairs(hands) == []
    assert hands.focus is hands.page(AlikePage).line.line
    hands.page(AlikePage).again.click()
    assert len(pairs(hands)) == 3


def test_others_are_merged_by_their_numbers(at_alike: At) -> None:
    hands = at_alike()
    hands.press("Esc")
    hands.type("2 5")
    page = hands.page(AlikePage)
    assert page.line.line.accessibleDescription() == "Enter merges ID5 into ID2"
    hands.press("Return")
    assert merged(hands) == ["ID2", "ID5"]
    assert page.line.text() == ""
    for typed, said in (
        ("1 77", "does not name ideas"),
        ("1 9", "different principles"),
        ("2 5", "nothing to merge into idea 2"),
    ):
        hands.enter(typed)
        assert said in hands.window.banner.sentence
        hands.press("Ctrl+A", "Backspace")


def test_merged_ideas_are_one_on_the_page_of_votes(at_alike: At) -> None:
    hands = at_alike()
    hands.press("Return", "Ctrl+Shift+M")
    page = hands.page(VotesPage)
    assert [idea.number for idea in page.desk.contest.ideas] == [1, 2, 3, 5, 9]  # type: ignore[union-attr]
    hands.enter("1 4")
    hands.press("F9")
    table = page.results.model
    assert table.line(0).texts == (*table.line(0).texts[:1], "1", TEXTS[0], "2", "100%", "1")
    assert table.line(0).detail == "together with ID4 “Share the data open”"
    hands.press("F9", "F2", "Tab", "Tab", "Tab", "Down", "Return")
    assert "of each ballot only the most counts" in page.head._rule.text()
    hands.press("F9")
    assert table.line(0).texts[3] == "1"
    assert "1 of these in no total" in " ".join(page.results.notes())


def test_the_models_keep_qts_rules(at_alike: At, qtmodeltester: ModelTester) -> None:
    hands = at_alike()
    page = hands.page(AlikePage)
    for model in (page.pairs, page.groups):
        qtmodeltester.check(model)
    hands.press("Return", "Ctrl+Z", "Del")
