"""The evaluation page, and notes beside a page, through the window, with keys only."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from facilitator.model import conversation
from facilitator.model.errors import DomainError
from facilitator.model.forms import Answer, decides, read_answer, write_answer
from facilitator.model.kinds import AnswerKind, StageKind
from facilitator.model.records import (
    EvaluationQuestion,
    Finding,
    Record,
    Response,
    Sector,
    Stage,
)
from tests.ui.conftest import OpenWindow, records_of
from tests.ui.hands import Hands, cards
from ui.stages.evaluation import EvaluationPage

REASON = EvaluationQuestion(
    "r", "Why did you come?", AnswerKind.SINGLE, ("Work", "Fun"), position=1
)
PARTS = EvaluationQuestion("p", "What was good?", AnswerKind.SEVERAL, ("A", "B", "C"), position=2)
HEARD = EvaluationQuestion("h", "Were you heard?", AnswerKind.SCALE, position=3)
WORDS = EvaluationQuestion("w", "Anything else?", AnswerKind.TEXT, position=4)


def uid(record: EvaluationQuestion) -> str:
    return f"00000000-0000-7000-8000-{ord(record.id):012}"


def plan(*questions: EvaluationQuestion) -> tuple[Record, ...]:
    from dataclasses import replace

    kept = (r for r in records_of("plan") if not isinstance(r, EvaluationQuestion))
    return (*kept, *(replace(question, id=uid(question)) for question in questions))


def fill(hands: Hands, *answers: str) -> int:
    """Type the answers of one form as on a number pad; gives how many keys that took."""
    keys = 0
    for field, answer in zip(page(hands).forms.fields.fields, answers, strict=True):
        assert hands.focus is field.line
        hands.type(answer)
        keys += len(answer)
        if hands.focus is field.line:
            hands.press("Return")
            keys += 1
    return keys


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    records = plan(REASON, PARTS, HEARD, WORDS)
    return Hands(sample_window(records, kind=StageKind.EVALUATION))


def page(hands: Hands) -> EvaluationPage:
    return hands.page(EvaluationPage)


def given(hands: Hands, form: str) -> dict[str, Answer]:
    responses = [r for r in hands.workshop.all(Response) if r.form == form]
    return {r.question: Answer(r.choices, r.scale, r.text) for r in responses}


def field_line(hands: Hands, place: int) -> object:
    return page(hands).forms.fields.fields[place].line


def test_forms_are_typed_one_after_another(hands: Hands) -> None:
    fill(hands, "1", "3 1", "4", "More time")
    fill(hands, "2", "", "", "")
    assert given(hands, "1") == {
        uid(REASON): Answer(choices=("Work",)),
        uid(PARTS): Answer(choices=("A", "C")),
        uid(HEARD): Answer(scale=4),
        uid(WORDS): Answer(text="More time"),
    }
    assert given(hands, "2") == {uid(REASON): Answer(choices=("Fun",))}
    assert hands.focus is field_line(hands, 0)
    side = page(hands).forms
    assert side._done.text() == "Form 2 saved"
    assert side._title.text() == "Form 3 of 37"
    assert [(c.code, c.text) for c in cards(side.forms)] == [
        ("1", "1  ·  1 3  ·  4  ·  “More time”"),
        ("2", "2  ·  –  ·  –  ·  –"),
    ]
    assert hands.undo_text() == "Undo: record an evaluation form"


def test_a_wrong_number_is_refused_at_the_line_and_nothing_is_lost(hands: Hands) -> None:
    hands.type("1")
    hands.enter("4")
    fields = page(hands).forms.fields.fields
    assert fields[1].wrong == "That is not an answer; expected: numbers 1 to 3."
    assert hands.focus is fields[1].line
    hands.press("Down", "Down")
    hands.enter("too early")
    assert hands.focus is fields[1].line
    assert hands.workshop.count(Response) == 0
    hands.press("Up", "Down", "Backspace")
    assert fields[1].wrong == ""
    hands.enter("3", "", "")  # over the 4 that stood there, which is chosen
    assert given(hands, "1")[uid(PARTS)] == Answer(choices=("C",))
    assert given(hands, "1")[uid(WORDS)] == Answer(text="too early")


def test_an_empty_form_is_not_recorded(hands: Hands) -> None:
    hands.enter("", "", "", "")
    assert hands.workshop.count(Response) == 0
    assert "The form has no answer" in hands.window.banner.sentence


def test_forms_are_mended_deleted_and_undone(hands: Hands) -> None:
    fill(hands, "1", "3", "4", "")
    fill(hands, "2", "", "", "")
    hands.press("Up", "Up", "F2")
    fields = page(hands).forms.fields.fields
    assert [field.line.text() for field in fields] == ["1", "3", "4", ""]
    hands.type("2")  # over what stood there
    hands.enter("", "", "said later")
    assert given(hands, "1")[uid(REASON)] == Answer(choices=("Fun",))
    assert given(hands, "1")[uid(WORDS)] == Answer(text="said later")
    assert hands.undo_text() == "Undo: edit an evaluation form"
    hands.press("Up", "F2")
    assert page(hands).forms._title.text().startswith("Form 1, edited")
    hands.press("Esc")
    assert [field.line.text() for field in fields] == [""] * 4
    hands.press("Up", "Del")
    assert given(hands, "1") == {}
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert given(hands, "1")[uid(REASON)] == Answer(choices=("Work",))
    assert [c.code for c in cards(page(hands).forms.forms)] == ["1", "2"]
    assert page(hands).forms._title.text() == "Form 3 of 37"
    hands.press("Ctrl+Z")
    assert page(hands).forms._title.text() == "Form 2 of 37"


def test_a_form_may_name_a_sector(hands: Hands) -> None:
    hands.press("Ctrl+Down")
    fill(hands, "1", "", "", "")
    fill(hands, "2", "", "", "")
    sectors = [response.sector for response in hands.workshop.all(Response)]
    assert sectors == [hands.workshop.all(Sector)[0].id, None]


def test_findings_stand_with_the_count_that_they_rest_on(hands: Hands) -> None:
    for choice in "121":
        fill(hands, choice, "", "", "")
    hands.press("Ctrl+E")
    hands.enter("The day went fast")
    hands.press("Alt+Right")
    hands.enter("Most came for work")
    first, second = hands.workshop.all(Finding)
    assert (first.question, first.option) == (None, "")
    assert (second.question, second.option) == (uid(REASON), "Work")
    findings = page(hands).findings
    assert [c.remark for c in cards(findings.findings)] == ["", "Work: 2 of 3"]
    hands.press("Ctrl+E")
    fill(hands, "1", "", "", "")
    assert cards(findings.findings)[1].remark == "Work: 3 of 4"
    assert findings.counts.id is None


def test_findings_are_mended_pasted_and_deleted(hands: Hands) -> None:
    hands.press("Ctrl+E", "Alt+Right")
    hands.enter("one")
    hands.press("Up", "Alt+Left", "F2")
    hands.enter(", mended")
    finding = hands.only(Finding)
    assert (finding.text, finding.question, finding.option) == ("one, mended", None, "")
    hands.paste("two\nthree")
    assert hands.workshop.count(Finding) == 3
    hands.press("Up", "Del")
    assert hands.workshop.count(Finding) == 2
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.only(Finding).text == "one, mended"
    hands.press("Up", "F2")
    hands.type(" again")
    hands.press("Esc")
    assert page(hands).findings.list.edits.editor is None
    assert hands.only(Finding).text == "one, mended"


def test_without_questions_the_page_says_so_and_findings_are_typed(
    sample_window: OpenWindow,
) -> None:
    hands = Hands(sample_window(plan(), kind=StageKind.EVALUATION))
    side = page(hands).forms
    assert side._none.isVisible()
    assert not side.fields.isVisible()
    hands.enter("The day went fast")
    assert hands.only(Finding).text == "The day went fast"
    hands.press("Ctrl+E")
    assert hands.focus is page(hands).findings.entry.line


def test_the_models_keep_the_rules_of_qt(hands: Hands, qtmodeltester: ModelTester) -> None:
    forms = page(hands).forms.forms
    fill(hands, "1", "3", "4", "")
    fill(hands, "2", "", "", "")
    qtmodeltester.check(forms)
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")
    qtmodeltester.check(forms)
    qtmodeltester.check(page(hands).findings.findings)
    assert [c.code for c in cards(forms)] == ["1"]
    assert forms.next_number() == 2


def test_forms_with_labels_stand_after_those_with_numbers(hands: Hands) -> None:
    for form in ("B", "10", "9"):
        act = conversation.record_form
        hands.window._session.do(act, [Response("", uid(HEARD), form, scale=3)])
    forms = page(hands).forms.forms
    assert [c.code for c in cards(forms)] == ["9", "10", "B"]
    assert forms.next_number() == 11


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (REASON, " 2 ", Answer(choices=("Fun",))),
        (PARTS, "3,1, 3", Answer(choices=("A", "C"))),
        (PARTS, "31", Answer(choices=("A", "C"))),
        (PARTS, "3+1", Answer(choices=("A", "C"))),
        (HEARD, "5", Answer(scale=5)),
        (WORDS, " 1 2 ", Answer(text="1 2")),
        (PARTS, "  ", None),
    ],
)
def test_what_is_typed_is_read(
    question: EvaluationQuestion, typed: str, answer: Answer | None
) -> None:
    assert read_answer(question, typed) == answer
    if answer is not None:
        line = write_answer(question, answer.response(question.id, "1"))
        assert read_answer(question, line) == answer


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (REASON, "0"),
        (REASON, "3"),
        (REASON, "1 2"),
        (REASON, "Work"),
        (REASON, "²"),
        (PARTS, "1 x"),
        (PARTS, "1 4"),
        (HEARD, "6"),
        (HEARD, "-1"),
        (HEARD, "2 3"),
        (HEARD, "3.5"),
        (HEARD, ","),
        (WORDS, "x" * 5_001),
    ],
)
def test_what_cannot_be_is_refused(question: EvaluationQuestion, typed: str) -> None:
    with pytest.raises(DomainError):
        read_answer(question, typed)


def test_notes_of_a_stage_open_beside_its_page(hands: Hands) -> None:
    line = hands.focus
    hands.press("F7")
    hands.type("Ran late")
    hands.press("Esc")
    stage = hands.workshop.get(Stage, hands.window.rail.current)
    assert stage.notes == "Ran late"
    assert hands.focus is line
    side = hands.window._frame().side
    assert side is not None
    assert side.edit is not None
    notes = side.edit
    assert notes.isVisible()
    hands.press("F7")
    hands.type("!")
    hands.press("F7")
    assert not notes.isVisible()
    assert hands.focus is line
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.get(Stage, stage.id).notes == ""


def test_a_form_takes_as_many_keys_as_it_has_figures_and_enters(hands: Hands) -> None:
    """One key for a question that one figure decides; Enter only where it says something."""
    assert fill(hands, "1", "31", "4", "") == 1 + 3 + 1 + 1
    assert fill(hands, "2", "", "5", "") == 4
    assert fill(hands, "1", "2", "3", "Plus de temps") == 1 + 2 + 1 + 14
    assert page(hands).forms.forms.rowCount() == 3


@pytest.mark.parametrize(
    ("question", "typed", "decided"),
    [
        (REASON, "1", True),
        (REASON, "3", False),
        (PARTS, "1", False),
        (HEARD, "5", True),
        (WORDS, "1", False),
        (EvaluationQuestion("t", "?", AnswerKind.SCALE, lowest=0, highest=10), "1", False),
        (EvaluationQuestion("t", "?", AnswerKind.SCALE, lowest=0, highest=10), "0", True),
        (EvaluationQuestion("t", "?", AnswerKind.SCALE, lowest=0, highest=10), "2", True),
        (EvaluationQuestion("t", "?", AnswerKind.SCALE, lowest=0, highest=10), "10", True),
        (EvaluationQuestion("t", "?", AnswerKind.SCALE, lowest=-2, highest=2), "-", False),
    ],
)
def test_a_figure_decides_where_no_other_could_follow(
    question: EvaluationQuestion, typed: str, *, decided: bool
) -> None:
    assert decides(question, typed) is decided


def test_backspace_in_an_empty_field_goes_back_and_the_next_figure_mends(hands: Hands) -> None:
    fields = page(hands).forms.fields.fields
    hands.type("1")
    hands.press("Backspace")
    assert hands.focus is fields[0].line
    hands.type("2")
    assert fields[0].line.text() == "2"
    assert hands.focus is fields[1].line
    hands.press("Backspace", "Backspace", "Backspace")
    assert hands.focus is fields[0].line


def test_in_the_last_field_a_figure_waits_for_enter(sample_window: OpenWindow) -> None:
    hands = Hands(sample_window(plan(HEARD), kind=StageKind.EVALUATION))
    hands.type("4")
    assert hands.workshop.count(Response) == 0
    hands.press("Return")
    assert hands.workshop.count(Response) == 1


def test_more_forms_than_people_are_only_counted(sample_window: OpenWindow) -> None:
    hands = Hands(sample_window("sample", kind=StageKind.EVALUATION))
    assert page(hands).forms._title.text() == "Form 38"
