"""The page of questions and answers, through the window, with keys only."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from facilitator.model.kinds import StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Question, Sector
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands, cards
from ui.stages.questions import QuestionsPage


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("plan", kind=StageKind.QUESTION_AND_ANSWER))


def page(hands: Hands) -> QuestionsPage:
    return hands.page(QuestionsPage)


def lines(hands: Hands) -> tuple[str, str]:
    return page(hands).question.text(), page(hands).answer.text()


def test_an_answer_too_long_stays_where_it_was_typed(hands: Hands) -> None:
    long = "y" * (TEXT_LETTERS + 1)
    hands.enter("Why now?")
    hands.paste(long)
    hands.press("Return")
    assert hands.workshop.count(Question) == 0
    assert "at most 5,000" in hands.window.banner.sentence
    assert lines(hands) == ("Why now?", long)


def test_question_enter_answer_enter(hands: Hands) -> None:
    assert hands.focus is page(hands).question.line
    hands.enter("Why now?")
    assert hands.focus is page(hands).answer.line
    hands.enter("Because it is time.", "Who decides?", "")
    assert hands.focus is page(hands).question.line
    assert lines(hands) == ("", "")
    first, second = hands.workshop.all(Question)
    assert (first.text, first.answer, first.asker) == ("Why now?", "Because it is time.", "")
    assert (second.text, second.answer, second.number) == ("Who decides?", "", 2)
    assert first.stage == hands.window.rail.current
    assert [(c.code, c.text, c.detail) for c in cards(page(hands).questions)] == [
        ("1", "Why now?", "Because it is time."),
        ("2", "Who decides?", ""),
    ]


def test_the_sector_that_asks_is_chosen_with_keys_and_not_kept(hands: Hands) -> None:
    sectors = hands.workshop.all(Sector)
    hands.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Up")
    hands.enter("Why now?", "", "And then?", "")
    assert [q.sector for q in hands.workshop.all(Question)] == [sectors[0].id, None]
    asked = cards(page(hands).questions)[0].remark
    assert asked == f"asked by {sectors[0].name}"


def test_a_question_and_its_answer_are_mended(hands: Hands) -> None:
    hands.enter("Why now", "Because")
    hands.press("Up", "F2")
    assert lines(hands) == ("Why now", "Because")
    hands.press("End")
    hands.enter("?", "")
    hands.press("Up", "F2", "Alt+Right")
    hands.press("Return", "End")
    hands.enter(" it is time.")
    question = hands.only(Question)
    assert (question.text, question.answer) == ("Why now?", "Because it is time.")
    assert question.sector == hands.workshop.all(Sector)[0].id
    hands.press("Up", "F2", "Return")
    hands.type(" Or not")
    hands.press("Esc")
    assert lines(hands) == ("", "")
    assert hands.only(Question) == question


def test_keys_go_up_and_down_between_list_question_and_answer(hands: Hands) -> None:
    hands.enter("Why now?", "")
    list_, question, answer = page(hands).list, page(hands).question, page(hands).answer
    ways = {"Down": answer.line, "Up": question.line, "Ctrl+E": answer.line, "Esc": question.line}
    for key, leads_to in ways.items():
        hands.press(key)
        assert hands.focus is leads_to, key
    hands.press("Up")
    assert list_.hasFocus()
    hands.press("Down")
    assert question.line.hasFocus()


def test_enter_in_the_answer_without_a_question_records_nothing(hands: Hands) -> None:
    hands.press("Down")
    hands.enter("Because")
    assert hands.focus is page(hands).question.line
    assert lines(hands) == ("", "Because")
    assert hands.workshop.count(Question) == 0


def test_pasted_lines_are_questions_and_in_the_answer_one_answer(hands: Hands) -> None:
    hands.paste("- Why now?\n- Who decides?")
    assert [q.text for q in hands.workshop.all(Question)] == ["Why now?", "Who decides?"]
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Question) == 0
    hands.enter("Why now?")
    hands.paste("Because\nit is time.")
    hands.press("Return")
    assert hands.only(Question).answer == "Because it is time."


def test_questions_are_deleted_and_marked_and_all_is_undone(
    hands: Hands, qtmodeltester: ModelTester
) -> None:
    hands.enter("Why now?", "", "Pourquoi ?", "")
    hands.press("Up", "Ctrl+L")
    assert cards(page(hands).questions)[1].remark == "fr"
    hands.press("Del", "Del")
    assert hands.workshop.count(Question) == 0
    assert hands.focus is page(hands).question.line
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert [q.language for q in hands.workshop.all(Question)] == ["", "fr"]
    qtmodeltester.check(page(hands).questions)


def test_an_edit_of_a_question_that_is_undone_meanwhile_is_a_new_question(hands: Hands) -> None:
    hands.enter("Why now?", "")
    hands.press("Up", "F2", "Ctrl+Z", "Return", "Return")
    assert [q.text for q in hands.workshop.all(Question)] == ["Why now?"]
