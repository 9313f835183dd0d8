"""The page of questions and answers, through the window, with keys only."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from facilitator.model.conversation import exchange_questions
from facilitator.model.kinds import StageKind
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.records import Question, Sector
from facilitator.model.workshop import Workshop
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


def edited(hands: Hands) -> tuple[str, ...] | None:
    editor = page(hands).list.edits.editor
    return editor.texts() if editor else None


def order(hands: Hands) -> list[str]:
    return [card.text for card in cards(page(hands).questions)]


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
    assert edited(hands) == ("Why now", "Because")
    hands.enter("?", " it is time.")
    assert edited(hands) is None
    assert hands.focus is page(hands).question.line
    question = hands.only(Question)
    assert (question.text, question.answer) == ("Why now?", "Because it is time.")
    assert hands.undo_text() == "Undo: edit a question"
    hands.press("Up", "F2", "Tab")
    hands.type(" Or not")
    hands.press("Esc")
    assert edited(hands) is None
    assert hands.only(Question) == question


def test_who_asked_a_chosen_question_is_changed_with_the_same_keys(hands: Hands) -> None:
    sectors = hands.workshop.all(Sector)
    hands.enter("Why now?", "")
    hands.press("Up", "Alt+Right", "Ctrl+Down")
    assert hands.only(Question).sector == sectors[1].id
    assert page(hands).sectors.id is None, "that is for the next question"
    hands.press("Alt+Left", "Alt+Left")
    assert hands.only(Question).sector is None
    hands.press("Ctrl+Z")
    assert hands.only(Question).sector == sectors[0].id


def test_tab_goes_from_who_asked_to_the_question_to_the_answer(hands: Hands) -> None:
    hands.press("Shift+Tab")
    assert page(hands).sectors.hasFocus()
    hands.press("Down", "Return")
    assert hands.focus is page(hands).question.line
    hands.press("Shift+Tab", "Tab")
    hands.type("Why now?")
    hands.press("Tab")
    hands.enter("Because")
    question = hands.only(Question)
    assert (question.text, question.answer) == ("Why now?", "Because")
    assert question.sector == hands.workshop.all(Sector)[0].id
    assert hands.focus is page(hands).question.line


def test_questions_are_put_into_another_order(hands: Hands) -> None:
    hands.paste("one\ntwo\nthree")
    assert page(hands).question.told == "3 questions added; Ctrl+Z takes them back"
    hands.press("Up", "Alt+Up")
    assert order(hands) == ["one", "three", "two"]
    hands.press("Alt+Up", "Alt+Up")
    assert order(hands) == ["three", "one", "two"]
    assert hands.undo_text() == "Undo: move a question"
    hands.press("Alt+Down", "Alt+Down", "Alt+Down")
    assert order(hands) == ["one", "two", "three"]
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert order(hands) == ["one", "three", "two"]


def test_questions_at_one_position_can_be_put_into_order_too() -> None:
    questions = [Question(id_, n, id_, position=1) for n, id_ in enumerate("abc", start=1)]
    workshop = Workshop(questions)
    workshop.apply(exchange_questions(workshop, "c", "b").changes)
    assert [question.id for question in workshop.all(Question)] == ["a", "c", "b"]


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


def test_a_question_that_is_edited_can_be_undone(hands: Hands) -> None:
    hands.enter("Why now?", "")
    hands.press("Up", "F2", "Ctrl+Z")
    assert hands.workshop.count(Question) == 0
    assert hands.focus is page(hands).question.line
