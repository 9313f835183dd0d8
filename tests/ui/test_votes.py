"""The page of a vote, through the window, with keys only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.model import ideas, swot, votes
from facilitator.model.change import Act, added
from facilitator.model.kinds import Method, Quadrant, StageKind
from facilitator.model.records import (
    Ballot,
    Criterion,
    Facts,
    Idea,
    Mark,
    Principle,
    RatingSheet,
    Record,
    Round,
    Sector,
    Stage,
    WallCount,
)
from facilitator.model.voting import dots, outcome
from facilitator.model.voting.electorate import contest
from facilitator.model.workshop import Workshop
from tests.ui.conftest import OpenWindow
from ui.stages.votes import page as page_module
from ui.stages.votes.ballots import BallotDesk
from ui.stages.votes.desk import CursorDesk
from ui.stages.votes.page import VotesPage
from ui.stages.votes.rows import ROW_ROLE
from ui.stages.votes.said import ballot_said, method_said, number_of, reason_said
from ui.stages.votes.typed import UnreadableError, read_answers, read_ballot, read_count
from ui.stages.votes.wall import WallDesk
from ui.window import Window

EN = Language("en")
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
IDEAS = ("Open the archive", "Mend the roof", "Plant trees", "Meet on Fridays")


def uid(kind: int, n: int) -> str:
    return f"00000000-0000-7000-8000-{kind:04}{n:08}"


STAGE = uid(1, 1)
VOTE = uid(4, 1)


def workshop(*rounds: Round, criteria: tuple[str, ...] = ()) -> tuple[Record, ...]:
    """Four ideas of two principles, and rounds; criteria belong to the first."""
    records: list[Record] = [
        Facts(uid(0, 1), title="A day"),
        Stage(STAGE, StageKind.PRIORITIZATION, "Vote", position=1),
        Principle(uid(2, 1), "Indoors", position=1),
        Principle(uid(2, 2), "Outdoors", position=2),
    ]
    for n, text in enumerate(IDEAS, start=1):
        records.append(Idea(uid(3, n), n, text, uid(2, 1 if n < 3 else 2), position=n))
    records += rounds
    for n, name in enumerate(criteria, start=1):
        records.append(Criterion(uid(5, n), rounds[0].id, name, position=n))
    return tuple(records)


def vote(method: Method = Method.BALLOTS, **fields: object) -> Round:
    round_ = {"title": "The vote", "dots": 3, "stacking": 2, "stage": STAGE, "position": 1.0}
    return Round(VOTE, method=method, **(round_ | fields))  # type: ignore[arg-type]


SitDown = Callable[..., "Person"]


class Person:
    """Someone at the keyboard: keys go to where the focus is."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def page(self) -> VotesPage:
        page = self.window.page
        assert isinstance(page, VotesPage)
        return page

    @property
    def workshop(self) -> Workshop:
        return self.window._session.workshop

    @property
    def cursor(self) -> CursorDesk:
        desk = self.page.desk
        assert isinstance(desk, CursorDesk)
        return desk

    @property
    def ballot_desk(self) -> BallotDesk:
        desk = self.page.desk
        assert isinstance(desk, BallotDesk)
        return desk

    @property
    def hint(self) -> str:
        assert self.page.desk is not None
        return self.page.desk.entry.hint()

    @property
    def line(self) -> str:
        assert self.page.desk is not None
        return self.page.desk.entry.text()

    @property
    def said(self) -> str:
        return self.window.banner.sentence

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(self.window.focusWidget(), key, modifiers)

    def type(self, text: str, *, enter: bool = True) -> None:
        self._qtbot.keyClicks(self.window.focusWidget(), text)
        if enter:
            self.press(KEY.Key_Return)

    def wipe(self) -> None:
        self.press(KEY.Key_A, CTRL)
        self.press(KEY.Key_Backspace)

    def undo_text(self) -> str:
        return self.window.actions_.qt("undo").text()

    def at_the_line(self) -> bool:
        desk = self.page.desk
        return desk is not None and self.window.focusWidget() is desk.entry.line


@pytest.fixture
def sit_down(sample_window: OpenWindow, qtbot: QtBot) -> SitDown:
    def sit(*rounds: Round, criteria: tuple[str, ...] = (), language: str = "en") -> Person:
        records = workshop(*rounds, criteria=criteria)
        window = sample_window(records, kind=StageKind.PRIORITIZATION, language=language)
        return Person(window, qtbot)

    return sit


def shown(model: QAbstractItemModel) -> list[str]:
    """The rows of a list as they are read."""
    rows = [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]
    return [row.spoken for row in rows]


def ballots(person: Person) -> list[str]:
    return shown(person.ballot_desk.ballot_model)


def results(person: Person) -> list[tuple[str, ...]]:
    model = person.page.results.model
    return [model.line(n).texts for n in range(model.rowCount())]


def visible_texts(person: Person) -> str:
    labels = person.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def visible_buttons(person: Person) -> str:
    buttons = person.page.findChildren(QPushButton)
    return "\n".join(button.text() for button in buttons if button.isVisible())


# By ballot


def test_ballots_are_typed_one_after_another(sit_down: SitDown) -> None:
    person = sit_down(vote())
    assert person.at_the_line()
    person.type("3 3 1")
    person.type("2,4")
    person.type("-")
    person.type("0")
    assert ballots(person) == ["1: 3 3 1", "2: 2 4", "3: blank", "4: blank"]
    assert person.at_the_line()
    assert person.line == ""
    assert person.page.head.told() == "4 ballots recorded · 0 spoiled"
    first = person.workshop.all(Ballot)[0]
    assert first.marks == (Mark(uid(3, 3), 2), Mark(uid(3, 1), 1))


def test_the_line_is_judged_while_one_types(sit_down: SitDown) -> None:
    person = sit_down(vote())
    assert person.hint.startswith("Enter records ballot 1")
    person.type("3", enter=False)
    assert person.hint == "Enter records ballot 1"
    assert person.ballot_desk.left.text() == "●○○  2 dots left"
    person.type(" 3 3", enter=False)
    assert person.hint == "⚠ 3 dots on idea 3, at most 2 · Enter records it as spoiled"
    assert person.ballot_desk.left.text() == "●●●  0 dots left"
    person.type(" 1", enter=False)
    assert person.hint == "⚠ Too many dots (4 of 3) · Enter records it as spoiled"
    assert person.ballot_desk.left.text() == "●●●●  ⚠ 1 dot too many"
    person.wipe()
    person.type("99", enter=False)
    assert person.hint == "⚠ No idea 99 in this vote · Enter records it as spoiled"
    person.wipe()
    person.type("1 torn", enter=False)
    assert person.hint == ("“torn” is not the number of an idea. F8 records it as spoiled: torn")
    assert person.ballot_desk.left.text() == "●○○  2 dots left"
    assert person.workshop.count(Ballot) == 0


def test_the_dots_of_the_line_stand_beside_their_ideas_and_no_totals(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("3 3 1", enter=False)
    desk = person.ballot_desk
    before = shown(desk.idea_model)
    assert before == [
        "Indoors",
        "1: Open the archive, ●",
        "2: Mend the roof",
        "Outdoors",
        "3: Plant trees, ●●",
        "4: Meet on Fridays",
    ]
    person.press(KEY.Key_Return)
    assert "●" not in "".join(shown(desk.idea_model))


def test_spoiled_ballots_are_kept_as_they_were_typed(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("3 3 1 1")
    person.type("1 99")
    person.type("2 2 2")
    person.type("torn", enter=False)
    person.press(KEY.Key_F8)
    person.type("1 3 torn at the corner", enter=False)
    person.press(KEY.Key_F8)
    person.type("4 4 4", enter=False)
    person.press(KEY.Key_F8)
    assert ballots(person) == [
        "1: spoiled: too many dots (4 of 3), 3 3 1 1",
        "2: spoiled: no idea 99 in this vote, 1 99",
        "3: spoiled: 3 dots on idea 2, at most 2, 2 2 2",
        "4: spoiled: torn",
        "5: spoiled: torn at the corner, 1 3",
        "6: spoiled: 3 dots on idea 4, at most 2, 4 4 4",
    ]
    assert person.page.head.told() == "6 ballots recorded · 6 spoiled"
    assert person.workshop.all(Ballot)[4].marks == (Mark(uid(3, 1), 1), Mark(uid(3, 3), 1))
    assert person.workshop.all(Ballot)[1].marks[1] == Mark("99", 1)
    assert person.line == ""


def test_what_cannot_be_read_stays_in_the_line(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("3 torn")
    assert person.workshop.count(Ballot) == 0
    assert person.line == "3 torn"
    assert "“torn” is not the number of an idea" in person.said
    assert "F8" in person.said
    person.wipe()
    person.press(KEY.Key_F8)
    assert "Type why the ballot is spoiled" in person.said
    person.type("1 / 2")
    assert "one kind of dots" in person.said
    person.wipe()
    person.type("1")
    assert person.said == ""


def test_up_goes_to_the_ballots_del_deletes_and_undo_brings_back(sit_down: SitDown) -> None:
    person = sit_down(vote())
    for text in ("1", "2 2 2", "3"):
        person.type(text)
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Delete)
    assert ballots(person) == ["1: 1", "3: 3"]
    assert person.page.head.told() == "2 ballots recorded · 0 spoiled"
    person.press(KEY.Key_Z, CTRL)
    assert ballots(person)[1].startswith("2: spoiled")
    assert person.page.head.told() == "3 ballots recorded · 1 spoiled"
    assert person.at_the_line()
    person.press(KEY.Key_Z, CTRL)
    person.press(KEY.Key_Z, CTRL)
    assert ballots(person) == ["1: 1"]
    person.press(KEY.Key_Z, CTRL | SHIFT)
    assert person.page.head.told() == "2 ballots recorded · 1 spoiled"
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Escape)
    assert person.at_the_line()


def test_criteria_are_parted_by_a_slash(sit_down: SitDown) -> None:
    person = sit_down(vote(), criteria=("Impact", "Energy"))
    person.type("1 1 2 / 3", enter=False)
    assert person.hint == "Enter records ballot 1"
    left = person.ballot_desk.left.text()
    assert left.split("        ") == ["Impact  ●●●  0 dots left", "Energy  ●○○  2 dots left"]
    person.press(KEY.Key_Return)
    person.type("/ 4")
    person.type("1 / 2 2 1 1")
    person.type("1 / 2 / 3")
    assert "type one “/” less" in person.said
    assert ballots(person) == [
        "1: 1 1 2 / 3",
        "2: – / 4",
        "3: spoiled: too many dots for Energy (4 of 3), 1 / 2 2 1 1",
    ]
    person.press(KEY.Key_F9)
    rows = results(person)
    assert rows[0] == ("Impact",)
    assert rows[1] == ("1", "1", "Open the archive", "2", "67%", "1")
    assert rows[5] == ("Energy",)
    assert rows[6][:4] == ("1", "3", "Plant trees", "1")


def test_a_ballot_is_found_by_its_number_and_corrected(sit_down: SitDown) -> None:
    person = sit_down(vote())
    for text in ("1", "2 2 2", "3"):
        person.type(text)
    person.type("#2", enter=False)
    assert person.hint == "Enter takes this ballot into the line to correct it"
    person.press(KEY.Key_Return)
    assert person.line == "2 2 2"
    person.wipe()
    person.type("2 2 4", enter=False)
    assert person.hint == "Enter corrects ballot 2, Esc leaves it"
    person.press(KEY.Key_Return)
    assert ballots(person) == ["1: 1", "2: 2 2 4", "3: 3"]
    assert person.page.head.told() == "3 ballots recorded · 0 spoiled"
    person.press(KEY.Key_Z, CTRL)
    assert person.page.head.told() == "3 ballots recorded · 1 spoiled"
    person.press(KEY.Key_Up)
    person.press(KEY.Key_F2)
    assert person.line == "3"
    person.press(KEY.Key_Escape)
    assert person.line == ""
    person.type("#9")
    assert "There is no ballot 9 in this round" in person.said
    person.wipe()
    person.type("1 3 torn", enter=False)
    person.press(KEY.Key_F8)
    person.press(KEY.Key_Up)
    person.press(KEY.Key_F2)
    assert person.line == "1 3 torn"
    person.wipe()
    person.type("1 3")
    assert ballots(person)[3] == "4: 1 3"


def test_a_ballot_bears_the_sector_that_is_chosen(sit_down: SitDown) -> None:
    person = sit_down(vote())
    assert not person.ballot_desk.sectors.isVisible()
    session = person.window._session
    session.do(lambda _: Act("add_sector", (added(Sector(uid(6, 1), "Youth")),)))
    assert person.ballot_desk.sectors.isVisible()
    person.press(KEY.Key_Down, CTRL)
    person.type("1")
    person.press(KEY.Key_Up, CTRL)
    person.type("2")
    assert ballots(person) == ["1: 1, Youth", "2: 2"]
    person.type("#1")
    assert person.ballot_desk.sectors.id == uid(6, 1)
    person.press(KEY.Key_Escape)
    assert person.ballot_desk.sectors.id is None


# Closing


def test_the_room_sees_totals_only_when_they_are_revealed(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("1 2 3")
    person.press(KEY.Key_F9, CTRL)
    assert "“The vote” is open: close it first" in person.said
    person.press(KEY.Key_F9)
    assert "The room does not see these totals yet" in person.page.notice.sentence
    assert "Ctrl+F9" in visible_buttons(person)
    person.press(KEY.Key_F9, CTRL)
    assert person.workshop.get(Round, VOTE).revealed
    assert "The room sees these totals" in person.page.notice.sentence
    assert person.undo_text() == "Undo: show the totals to the room"
    person.press(KEY.Key_F9)
    assert not person.workshop.get(Round, VOTE).revealed
    assert person.page.notice.sentence == ""
    person.press(KEY.Key_F9)
    assert "does not see" in person.page.notice.sentence
    person.press(KEY.Key_Tab, SHIFT)


def test_totals_stay_hidden_until_the_round_is_closed(sit_down: SitDown) -> None:
    person = sit_down(vote(voters=3))
    for text in ("1 1 2", "1 2 3", "1 1 1"):
        person.type(text)
    assert "%" not in visible_texts(person)
    assert not person.page.results.isVisible()
    person.press(KEY.Key_F9)
    assert results(person) == [
        ("1", "1", "Open the archive", "3", "50%", "2"),
        ("2", "2", "Mend the roof", "2", "33%", "2"),
        ("3", "3", "Plant trees", "1", "17%", "1"),
        ("4", "4", "Meet on Fridays", "0", "0%", "0"),
    ]
    notes = " ".join(person.page.results.notes())
    assert "3 × 3 dots = 9 issued · 6 used · 0 unused · 3 spoiled · it adds up" in notes
    assert "Shows the priorities of the people in the room; not a representative sample." in notes
    assert person.page.head.told() == "3 ballots recorded · 1 spoiled"
    assert person.window.focusWidget() is person.page.results.tree
    person.press(KEY.Key_F9)
    assert person.at_the_line()
    person.press(KEY.Key_Z, CTRL)
    assert person.page.results.isVisible()
    person.press(KEY.Key_Z, CTRL)
    assert not person.page.results.isVisible()
    person.press(KEY.Key_Y, CTRL)
    assert person.page.results.isVisible()


def test_nothing_is_tabulated_while_the_round_is_open(
    sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_args: object) -> None:
        raise AssertionError("tabulated while open")

    for module, name in (
        (page_module, "dot_result"),
        (outcome, "tabulate_dots"),
        (dots, "tabulate_ballots"),
    ):
        monkeypatch.setattr(module, name, never)
    person = sit_down(vote())
    person.type("1 2 2")
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Delete)
    person.press(KEY.Key_Z, CTRL)
    assert person.page.head.told() == "1 ballot recorded · 0 spoiled"


def test_nothing_is_tabulated_for_other_pages(
    sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = sit_down(vote(closed=True))
    page, session = person.page, person.window._session
    tabulated = []
    monkeypatch.setattr(page_module, "dot_result", lambda *a: tabulated.append(a))
    session.do(swot.add_entries, swot.Target(Quadrant.STRENGTH), ["a note"])
    person.window.rail.go("themes")
    session.do(ideas.add_ideas, None, ["another idea"])
    session.do(votes.reopen_round, VOTE)
    assert tabulated == []
    assert not page._desks
    person.window.rail.go(STAGE)
    assert tabulated == []
    assert person.at_the_line()


def test_dots_that_do_not_add_up_are_said(sit_down: SitDown) -> None:
    person = sit_down(vote(voters=5))
    person.type("1 2 3")
    person.press(KEY.Key_F9)
    assert "12 dots are not accounted for." in person.page.results.notes()
    person.press(KEY.Key_G, CTRL)
    person.wipe()
    person.type("1")
    assert "Dots: 1 × 3 dots = 3 issued" in " ".join(person.page.results.notes())
    assert person.window.focusWidget() is person.page.results.tree


def test_a_tie_is_voted_on_again(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("1 2")
    person.press(KEY.Key_F9)
    assert "Tie for rank 1: ID1, ID2" in person.page.results.notes()
    person.press(KEY.Key_R, CTRL | SHIFT)
    rounds = person.workshop.all(Round)
    assert [round_.title for round_ in rounds] == ["The vote", "Tie: The vote"]
    assert rounds[1].ideas == (uid(3, 1), uid(3, 2))
    assert person.at_the_line()
    person.type("3", enter=False)
    assert person.hint.startswith("⚠ No idea 3 in this vote")
    person.press(KEY.Key_R, CTRL)
    assert person.page.results.isVisible()


# Rounds, rules, voters


def test_without_a_round_one_line_says_how_to_begin(sit_down: SitDown) -> None:
    person = sit_down()
    assert "There are 4 ideas to vote on" in visible_texts(person)
    person.press(KEY.Key_Space)
    round_ = person.workshop.all(Round)[0]
    assert (round_.method, round_.dots, round_.stage) == (Method.BALLOTS, 1, STAGE)
    assert person.at_the_line()
    person.press(KEY.Key_Z, CTRL)
    assert person.workshop.count(Round) == 0
    person.press(KEY.Key_Tab)
    person.press(KEY.Key_Space)
    assert isinstance(person.page.desk, WallDesk)


def test_empty_lists_say_what_will_stand_there(sit_down: SitDown, qtbot: QtBot) -> None:
    person = sit_down(vote())
    desk = person.ballot_desk
    assert "ballots will stand here" in desk.ballots.accessibleDescription()
    assert "ideation" in desk.ideas.accessibleDescription()


def test_the_name_of_a_round_is_not_shortened_where_there_is_room(
    sit_down: SitDown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest = replace(vote(), id=uid(4, 2), title="Ballots: impact and energy", position=2)
    person = sit_down(vote(), longest)
    chooser = person.page.head.rounds
    drawn: list[str] = []
    shortened = chooser._shortened

    def noted(width: int) -> str:
        drawn.append(shortened(width))
        return drawn[-1]

    monkeypatch.setattr(chooser, "_shortened", noted)
    chooser.choose(longest.id)
    qtbot.waitUntil(lambda: bool(drawn))
    assert set(drawn) == {longest.title}


def test_rounds_are_stepped_through(sit_down: SitDown) -> None:
    second = Round(uid(4, 2), "Another", Method.WALL, position=2)
    person = sit_down(vote(), second)
    person.type("1")
    person.press(KEY.Key_R, CTRL)
    assert isinstance(person.page.desk, WallDesk)
    person.type("5")
    person.press(KEY.Key_R, CTRL)
    assert ballots(person) == ["1: 1"]
    assert person.at_the_line()


def test_voters_are_recorded_and_a_slip_is_refused(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.press(KEY.Key_G, CTRL)
    person.type("37")
    assert person.workshop.get(Round, VOTE).voters == 37
    assert person.at_the_line()
    person.press(KEY.Key_G, CTRL)
    person.wipe()
    person.type("many")
    assert "“many” is not a number" in person.said
    assert person.page.head.voters.text() == "many"
    person.press(KEY.Key_G, CTRL)
    person.wipe()
    person.type("999999")
    assert "There cannot be 999,999 voters" in person.said
    assert person.page.head.voters.text() == "999999"
    person.press(KEY.Key_G, CTRL)
    person.wipe()
    person.type("37")
    person.press(KEY.Key_Z, CTRL)
    assert person.page.head.voters.text() == ""


def test_rules_change_while_the_round_runs_and_ballots_are_judged_anew(sit_down: SitDown) -> None:
    person = sit_down(vote())
    person.type("1 1 1")
    assert ballots(person)[0].startswith("1: spoiled")
    person.press(KEY.Key_F2)
    person.press(KEY.Key_Tab)
    person.type("5", enter=False)
    person.press(KEY.Key_Tab)
    person.wipe()
    person.press(KEY.Key_Return)
    assert ballots(person) == ["1: 1 1 1"]
    assert person.page.head.told() == "1 ballot recorded · 0 spoiled"
    round_ = person.workshop.get(Round, VOTE)
    assert (round_.dots, round_.stacking) == (5, None)
    assert "5 dots each, any number on one idea" in visible_texts(person)
    assert person.at_the_line()
    person.press(KEY.Key_F2)
    person.press(KEY.Key_Tab)
    person.type("0")
    assert "There cannot be 0 dots" in person.said
    person.press(KEY.Key_Escape)
    assert person.at_the_line()


# On the wall


def test_counting_on_the_wall_goes_from_idea_to_idea(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.WALL))
    desk = person.cursor
    for number in ("11", "4", "0"):
        person.type(number)
    assert person.hint == "Enter writes the first count of idea 4"
    assert person.page.head.told() == "3 of 4 ideas counted"
    person.type("7")
    assert desk.idea is None
    person.type("5")
    assert "The list has ended" in person.said
    person.wipe()
    person.press(KEY.Key_Up)
    assert person.hint == "Enter replaces 7 at idea 4"
    person.type("8")
    person.press(KEY.Key_Z, CTRL)
    assert shown(desk.model)[-1] == "4: Meet on Fridays, First count 7"
    assert "%" not in visible_texts(person)
    assert person.workshop.count(WallCount) == 4


def test_a_count_that_is_no_number_is_refused(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.WALL))
    person.type("eleven", enter=False)
    assert person.hint == "“eleven” is not a number: type how many dots there are."
    person.press(KEY.Key_Return)
    assert "“eleven” is not a number" in person.said
    assert person.line == "eleven"
    person.wipe()
    person.type("-3")
    assert "There cannot be -3 dots" in person.said
    person.wipe()
    person.type("3")
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Delete)
    assert person.workshop.count(WallCount) == 0


def test_the_second_count_stands_beside_the_first_and_differences_until_settled(
    sit_down: SitDown,
) -> None:
    person = sit_down(vote(Method.WALL))
    desk = person.cursor
    for number in ("11", "4", "0", "7"):
        person.type(number)
    person.press(KEY.Key_C, CTRL | SHIFT)
    assert shown(desk.model)[1] == "1: Open the archive, First count ✓"
    person.type("12")
    person.type("4")
    assert shown(desk.model)[1:3] == [
        "1: Open the archive, First count 11, Second count 12, ≠ 1 apart",
        "2: Mend the roof, First count 4, Second count 4, = same",
    ]
    assert person.page.head.told() == "2 of 4 ideas counted"
    person.press(KEY.Key_F9)
    assert results(person)[0][:4] == ("1", "1", "Open the archive", "⚠ 11")
    assert any("not settled" in note for note in person.page.results.notes())
    person.press(KEY.Key_F9)
    person.press(KEY.Key_C, CTRL | SHIFT)
    assert person.page.head.told() == "1 idea to settle"
    assert person.hint == "Enter settles the count of idea 1"
    person.type("12")
    assert shown(desk.model)[1] == (
        "1: Open the archive, First count 11, Second count 12, settled: 12"
    )
    assert desk.idea is None
    person.press(KEY.Key_F9)
    assert results(person)[0] == ("1", "1", "Open the archive", "12", "52%")


def test_a_round_keeps_its_own_pass_and_undo_goes_back_to_it(sit_down: SitDown) -> None:
    second = Round(uid(4, 2), "Later", Method.WALL, stage=STAGE, position=9)
    person = sit_down(vote(Method.WALL), second)
    for number in ("11", "4", "4", "7"):
        person.type(number)
    person.press(KEY.Key_C, CTRL | SHIFT)
    for number in ("11", "4", "4", "7"):
        person.type(number)
    person.press(KEY.Key_C, CTRL | SHIFT)
    assert person.page.head.told() == "0 ideas to settle"
    person.press(KEY.Key_F9)
    person.press(KEY.Key_R, CTRL | SHIFT)
    assert person.page.head.told() == "0 of 2 ideas counted"  # the tie, and its first count
    person.press(KEY.Key_Z, CTRL)
    assert person.page.results.isVisible()  # of the round that is voted on again, not the later
    person.press(KEY.Key_F9)
    assert person.page.head.told() == "0 ideas to settle"


def test_dot_colours_are_counted_apart(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.WALL, voters=4), criteria=("Impact", "Energy"))
    person.type("5")
    person.press(KEY.Key_D, CTRL)
    assert shown(person.cursor.model)[1] == "1: Open the archive"
    person.type("2")
    person.press(KEY.Key_F9)
    rows = results(person)
    assert (rows[0], rows[5]) == (("Impact",), ("Energy",))
    assert (rows[1][3], rows[6][3]) == ("5", "2")
    assert "Voters" not in person.page.results.model._table.titles


def test_the_other_dot_colour_is_not_forgotten(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.WALL), criteria=("Impact", "Energy"))
    assert isinstance(person.page.desk, WallDesk)
    for number in ("11", "4", "0", "7"):
        person.type(number)
    assert "Ctrl+D next dot colour" in person.hint
    assert "Energy is still to count" in person.page.desk.entry.line.accessibleName()
    person.press(KEY.Key_D, CTRL)
    for number in ("1", "2", "3", "4"):
        person.type(number)
    assert "Ctrl+Shift+C next count" in person.hint


def test_dots_left_over_complete_the_account(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.WALL, voters=2))
    person.type("4")
    person.press(KEY.Key_G, CTRL)
    person.press(KEY.Key_Tab)
    person.type("2", enter=False)
    person.press(KEY.Key_Tab)
    person.type("0")
    round_ = person.workshop.get(Round, VOTE)
    assert (round_.unused, round_.spoiled) == (2, 0)
    person.press(KEY.Key_F9)
    assert any("it adds up" in note for note in person.page.results.notes())


# Idea rating sheets


def test_rating_sheets_are_typed_and_their_distribution_shown(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.RATING))
    desk = person.cursor
    person.type("9 3", enter=False)
    assert person.hint == "Still to type: N D SD C"
    person.press(KEY.Key_Return)
    assert "six numbers" in person.said
    person.type(" 2 1 0 1 15; too dear")
    assert person.workshop.all(RatingSheet)[0].comments == ("too dear",)
    assert shown(desk.model)[1] == (
        "1: Open the archive, SA 9, A 3, N 2, D 1, SD 0, C 1, All 16, Signed 15, "
        "⚠ 15 signatures for 16 dots · 1 comment"
    )
    person.type("1 0 0 0 0 3 5", enter=False)
    assert person.hint == (
        "⚠ 4 people · 5 signatures for 4 dots · 3 people confused · 8 dots short of a score · "
        "Enter records the sheet of idea 2"
    )
    assert shown(desk.model)[2].endswith("C 3, All 4, Signed 5")
    person.wipe()
    person.type("1 0 0 0 0 3")
    assert person.page.head.told() == "2 of 4 ideas have a sheet"
    person.press(KEY.Key_F9)
    rows = results(person)
    assert rows[0] == (
        "1",
        "1",
        "Open the archive",
        "SA 9, A 3, N 2, D 1, SD 0, C 1",
        "16",
        "6.7",
    )
    assert rows[1][0] == "–"
    assert rows[1][-1] == "–"
    model = person.page.results.model
    assert model.line(0).remark == "15 signatures, 16 dots"
    assert model.line(1).remark == "3 people confused"
    assert "A score needs at least 12 dots." in person.page.results.notes()


def test_a_sheet_is_corrected_added_to_and_deleted(sit_down: SitDown) -> None:
    person = sit_down(vote(Method.RATING))
    person.type("1 2 3 4 5 6")
    person.press(KEY.Key_Up)
    assert person.hint == "Enter adds sheet 2 of idea 1"
    person.press(KEY.Key_F2)
    assert person.line == "1 2 3 4 5 6"
    person.wipe()
    person.type("1 2 3 4 5 7")
    assert [sheet.confusion for sheet in person.workshop.all(RatingSheet)] == [7]
    person.press(KEY.Key_Up)
    person.type("1 1 1 1 1 1")
    assert person.workshop.count(RatingSheet) == 2
    person.press(KEY.Key_Up)
    person.press(KEY.Key_Delete)
    assert person.workshop.count(RatingSheet) == 1
    person.press(KEY.Key_Z, CTRL)
    assert shown(person.cursor.model)[1].endswith("All 28, ⚠ 8 people confused · 2 sheets")
    person.press(KEY.Key_F2)
    person.press(KEY.Key_Down)
    assert person.line == ""
    person.type("x")
    assert "“x” is not a number" in person.said
    person.wipe()
    person.type("1 1 1 1 1 1 6 9")
    assert "one number too many" in person.said


# Models, words


def test_item_models_keep_qts_rules(sit_down: SitDown, qtmodeltester: ModelTester) -> None:
    person = sit_down(vote(), criteria=("Impact", "Energy"))
    desk = person.ballot_desk
    for model in (desk.idea_model, desk.ballot_model, person.page.results.model):
        qtmodeltester.check(model)
    person.type("1 / 2")
    person.type("9")
    person.press(KEY.Key_F9)
    person.press(KEY.Key_Z, CTRL)
    person.press(KEY.Key_Z, CTRL)
    person.press(KEY.Key_Y, CTRL)


def test_everything_has_a_name_and_plain_text(sit_down: SitDown) -> None:
    for method in Method:
        person = sit_down(vote(method), language="fr")
        desk = person.page.desk
        assert desk is not None
        assert desk.entry.line.accessibleName()
        for field in (person.page.head.voters, person.page.head.rounds):
            assert field.accessibleName()
        for label in person.page.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText
        person.press(KEY.Key_F9)
        assert person.page.results.tree.accessibleName()


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((Mark("idea x", -1),), "a number of dots below zero"),
        ((Mark(uid(3, 1), 1, "red"),), "a dot colour that is not in use"),
        ((Mark("a very long old id", 1),), "no idea ? in this vote"),
    ],
)
def test_every_reason_is_said(marks: tuple[Mark, ...], said: str) -> None:
    about_workshop = Workshop(workshop(vote()))
    about = contest(about_workshop, vote())
    ballot = Ballot("b", 1, VOTE, marks)
    reason = dots.judge(about, ballot)
    assert reason is not None
    assert reason_said(EN, about, ballot, reason, partial(number_of, about_workshop)) == said


def test_ballots_from_elsewhere_are_shown_whatever_stands_on_them() -> None:
    about = contest(Workshop(workshop(vote())), vote())
    ballot = Ballot("b", 1, VOTE, (Mark("7", -2), Mark("8", 5000), Mark("9", 1, "red")))
    assert ballot_said(EN, about, ballot, str) == "7×-2 8×5000 / 9"
    one = contest(Workshop(workshop(vote(stacking=None, dots=1))), vote(stacking=None, dots=1))
    assert method_said(EN, one) == "Dot vote by ballot: 1 dot each, any number on one idea"


def test_reading_refuses_what_it_cannot_keep() -> None:
    about = contest(Workshop(workshop(vote())), vote())
    for text in ("1" * 10, "٣", "-3", "1_0", "x" * 4000):
        with pytest.raises(UnreadableError) as caught:
            read_ballot(text, about, {}, EN)
        assert len(str(caught.value)) < 120
    for text in ("1.5", "1e3", "9" * 5000):
        with pytest.raises(UnreadableError):
            read_count(text, EN)
    assert read_count(" −3 ", EN) == -3
    assert read_ballot("007", about, {7: "seven"}, EN) == (Mark("seven", 1),)
    assert not read_answers("", EN).complete
