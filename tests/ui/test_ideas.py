"""The pages of ideation and of the gallery walk, through the window, with keys only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from facilitator.model import swot
from facilitator.model.kinds import Origin, Quadrant, StageKind
from facilitator.model.records import Endorsement, Entry, Idea, Sector, Stage
from tests.ui.conftest import OpenWindow, go_to
from tests.ui.hands import Hands, cards
from ui.stages.ideas import IdeasPage
from ui.stages.walk import WalkPage


def with_notes(hands: Hands) -> Hands:
    """Two opportunities, a threat and a strength of the first principle; one of the second."""
    for place, quadrant, texts in (
        (0, Quadrant.OPPORTUNITY, ["Plain words", "Panels"]),
        (0, Quadrant.THREAT, ["Rumours"]),
        (0, Quadrant.STRENGTH, ["Patience"]),
        (1, Quadrant.THREAT, ["Elsewhere"]),
    ):
        target = swot.Target(quadrant, hands.principle(place))
        hands.window._session.do(swot.add_entries, target, texts)
    return hands


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return with_notes(Hands(sample_window("plan", kind=StageKind.IDEATION)))


@pytest.fixture
def walk(sample_window: OpenWindow) -> Hands:
    hands = with_notes(Hands(sample_window("plan", kind=StageKind.IDEATION)))
    hands.enter("Write plainly", "Ask online")
    go_to(hands.window, StageKind.GALLERY_WALK)
    return hands


def page(hands: Hands) -> IdeasPage:
    return hands.page(IdeasPage)


def line(hands: Hands) -> str:
    return page(hands).entry.text()


def hint(hands: Hands) -> str:
    return page(hands).entry.line.accessibleDescription()


def edited(hands: Hands) -> str | None:
    editor = page(hands).idea_list.edits.editor
    return editor.texts()[0] if editor else None


def answered(hands: Hands, place: int = -1) -> list[int]:
    idea = hands.workshop.all(Idea)[place]
    return [hands.workshop.get(Entry, id_).number for id_ in idea.answers]


def test_an_idea_cites_notes_by_their_numbers(hands: Hands) -> None:
    hands.type("#1 #3 Write plainly")
    assert hint(hands) == "Enter adds the idea, answering 2 notes"
    hands.press("Return")
    idea = hands.only(Idea)
    assert (idea.text, idea.principle) == ("Write plainly", hands.principle())
    assert (idea.origin, idea.stage) == (Origin.IDEATION, hands.window.rail.current)
    assert answered(hands) == [1, 3]
    (card,) = cards(page(hands).ideas)
    assert (card.code, card.text, card.remark) == ("ID1", "Write plainly", "answers N1, N3")
    assert [c.remark for c in cards(page(hands).notes)] == [
        "answered by ID1",
        "",
        "answered by ID1",
    ]
    assert hint(hands) == "Enter adds the idea"


def test_a_number_that_no_note_has_is_refused_and_nothing_is_lost(hands: Hands) -> None:
    hands.enter("#1 #77 #88 Write plainly")
    assert hands.workshop.count(Idea) == 0
    assert line(hands) == "#1 #77 #88 Write plainly"
    assert hands.window.banner.sentence == ("There is no note #77, #88: look at the number again.")
    assert hands.focus is page(hands).entry.line


def test_notes_are_marked_with_space_and_linked_with_enter(hands: Hands) -> None:
    hands.type("Write plainly")
    hands.press("F3", "Space", "Down", "Down", "Space")
    assert hint(hands) == "Enter adds the idea, answering 2 notes"
    hands.press("Return", "Return")
    assert answered(hands) == [1, 3]
    assert page(hands).note_list.chosen() == []
    assert hands.focus is page(hands).entry.line


def test_esc_takes_the_marks_off(hands: Hands) -> None:
    hands.press("F3", "Space", "Esc", "Esc")
    hands.enter("Write plainly")
    assert answered(hands) == []


def test_a_typed_number_leads_to_the_note_of_that_number(hands: Hands) -> None:
    hands.press("F3")
    hands.type("3")
    page(hands).note_list.keyboardSearch("²")  # a key of French keyboards
    hands.press("Space", "Esc")
    hands.enter("Write plainly")
    assert answered(hands) == [3]


def test_marked_notes_are_linked_to_the_chosen_idea_and_taken_off_again(hands: Hands) -> None:
    hands.enter("#1 Write plainly")
    hands.press("F3", "Down", "Space", "Ctrl+J")
    assert answered(hands) == [1, 2]
    hands.press("Space", "Ctrl+J")
    assert answered(hands) == [1]
    hands.press("Ctrl+Z")
    assert answered(hands) == [1, 2]
    hands.press("Ctrl+J")
    assert "Mark notes with Space" in hands.window.banner.sentence


def test_an_edit_takes_text_and_links_into_the_line(hands: Hands) -> None:
    hands.enter("#1 #3 Write plainly")
    hands.press("F2")
    assert edited(hands) == "#1 #3 Write plainly"
    assert line(hands) == ""
    hands.press("Home")
    hands.press("Right", "Backspace")
    hands.press("Delete")
    hands.type("#2")
    hands.press("End")
    hands.enter(" for all")
    assert (hands.only(Idea).text, answered(hands)) == ("Write plainly for all", [2, 3])
    hands.press("F2", "Return")
    assert hands.undo_text() == "Undo: edit an idea"
    hands.press("F2")
    hands.type(" and more")
    hands.press("Esc")
    assert edited(hands) is None
    assert hands.focus is page(hands).entry.line
    assert hands.only(Idea).text == "Write plainly for all"
    hands.press("F2")
    hands.type(" #77")
    hands.press("Home")
    hands.enter("#77 ")
    assert edited(hands) == "#77 #2 #3 Write plainly for all #77", "refused, and nothing lost"
    assert "no note #77" in hands.window.banner.sentence


def test_an_idea_that_is_edited_can_be_undone(hands: Hands) -> None:
    hands.enter("Write plainly")
    hands.press("F2", "Ctrl+Z")
    assert hands.workshop.count(Idea) == 0
    assert hands.focus is page(hands).entry.line


def test_the_question_to_answer_stands_over_the_line(hands: Hands) -> None:
    how = page(hands).how
    assert how.text().startswith("How might we")
    hands.press("F3", "Space")
    assert how.text() == "How might we use this: “Plain words”?"
    hands.press("Space", "Down", "Down", "Space")
    assert how.text() == "How might we meet this: “Rumours”?"
    hands.press("Up", "Space")
    assert how.text() == "How might we answer these 2 notes?"


def test_how_many_notes_are_answered_is_counted(hands: Hands) -> None:
    panel = page(hands).answered
    assert panel._count.text() == "0 of 3 answered"
    hands.enter("#1 #3 Write plainly", "#1 Again")
    assert panel._count.text() == "2 of 3 answered"
    assert [c.muted for c in cards(page(hands).notes)] == [True, False, True]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert panel._count.text() == "0 of 3 answered"


def test_notes_dropped_on_the_ideas_are_linked(hands: Hands) -> None:
    hands.enter("#1 Write plainly")
    rumours = hands.workshop.all(Entry)[2]
    page(hands).idea_list.dropped.emit([rumours.id])
    assert answered(hands) == [1, 3]


def test_a_pasted_list_becomes_ideas(hands: Hands) -> None:
    hands.paste("- one\n- #7 two\n\nthree")
    assert [idea.text for idea in hands.workshop.all(Idea)] == ["one", "#7 two", "three"]
    assert hands.undo_text() == "Undo: add 3 ideas"
    assert page(hands).entry.told == "3 ideas added; Ctrl+Z takes them back"
    hands.press("Up", "Up", "F2")
    hands.enter(" and a half")
    assert hands.workshop.all(Idea)[1].text == "#7 two and a half"
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.workshop.count(Idea) == 0


def test_ideas_are_deleted_marked_and_restored(hands: Hands) -> None:
    hands.enter("one", "two")
    hands.press("Up", "Ctrl+L")
    assert cards(page(hands).ideas)[1].remark == "fr"
    hands.press("Del")
    assert [idea.text for idea in hands.workshop.all(Idea)] == ["one"]
    hands.press("Del")
    assert hands.focus is page(hands).entry.line
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert [idea.language for idea in hands.workshop.all(Idea)] == ["", "fr"]


def test_delete_in_the_list_of_notes_deletes_nothing(hands: Hands) -> None:
    hands.enter("one")
    hands.press("F3", "Del")
    assert hands.workshop.count(Idea) == 1
    assert hands.workshop.count(Entry) == 5


def test_each_principle_has_its_own_ideas_and_notes(hands: Hands) -> None:
    hands.enter("one")
    hands.press("Alt+Right")
    assert cards(page(hands).ideas) == []
    assert [c.text for c in cards(page(hands).notes)] == ["Elsewhere"]
    hands.enter("two")
    hands.press("Alt+Left")
    assert [c.text for c in cards(page(hands).ideas)] == ["one"]
    quadrants = [c.quadrant for c in cards(page(hands).notes)]
    assert quadrants == [Quadrant.OPPORTUNITY, Quadrant.OPPORTUNITY, Quadrant.THREAT]


def test_ideas_of_the_walk_are_marked_as_such(walk: Hands) -> None:
    walk.press("Alt+Right")
    walk.enter("#5 From another wall")
    idea = walk.last(Idea)
    assert (idea.origin, idea.principle) == (Origin.GALLERY_WALK, walk.principle(1))
    assert cards(page(walk).ideas)[-1].remark == "answers N5 · from the gallery walk"


def test_support_is_recorded_with_a_key_or_a_number(walk: Hands) -> None:
    sectors = walk.workshop.all(Sector)
    walk.press("Up", "Up", "Ctrl+B", "Esc")
    walk.press("Ctrl+Down", "Ctrl+Down")
    walk.type("+3 Pay for it, too")
    assert hint(walk) == "Enter: 3 people support ID1"
    walk.press("Return")
    assert walk.page(WalkPage).sectors.id is None
    walk.enter("+2")
    given = sorted(walk.workshop.all(Endorsement), key=lambda support: support.id)
    stage = next(s.id for s in walk.workshop.all(Stage) if s.kind is StageKind.GALLERY_WALK)
    assert [(s.people, s.text, s.sector, s.stage) for s in given] == [
        (1, "", None, stage),
        (3, "Pay for it, too", sectors[1].id, stage),
        (2, "", None, stage),
    ]
    remark = cards(page(walk).ideas)[0].remark
    assert remark == "supported by 6 people · “Pay for it, too”"
    assert cards(page(walk).ideas)[0].tally == "+6"
    walk.press("Ctrl+Shift+B")
    assert "supported by 4 people" in cards(page(walk).ideas)[0].remark
    walk.press("Ctrl+Z", "Ctrl+Z")
    assert "supported by 4 people" in cards(page(walk).ideas)[0].remark


def test_support_needs_an_idea_and_a_person(walk: Hands) -> None:
    walk.enter("+3")
    assert walk.workshop.count(Endorsement) == 0
    assert walk.window.banner.sentence == "Choose the idea that is supported first: Up."
    assert line(walk) == "+3"
    walk.press("Up", "Return", "Backspace")
    walk.enter("0")
    assert "at least one person" in walk.window.banner.sentence


def test_in_ideation_a_plus_is_text(hands: Hands) -> None:
    hands.enter("+3 degrees at most")
    assert hands.only(Idea).text == "+3 degrees at most"


def test_the_lists_keep_the_rules_of_qt(hands: Hands, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page(hands).ideas)
    qtmodeltester.check(page(hands).notes)
    hands.enter("#1 one", "two", "#2 three")
    hands.press("Up", "Up", "Del", "Ctrl+Z", "Alt+Right", "Alt+Left")
    qtmodeltester.check(page(hands).ideas)
    qtmodeltester.check(page(hands).notes)
    spoken = page(hands).notes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("O N1 Plain words")
