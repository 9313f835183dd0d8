"""Preparing a workshop with keys only: lists that are typed, fields that save as they are left."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import plan, votes
from facilitator.model.kinds import AnswerKind, Combine, Method, StageKind
from facilitator.model.records import (
    Criterion,
    Entry,
    EvaluationQuestion,
    Facts,
    Mark,
    Principle,
    Resource,
    Round,
    Sector,
    Stage,
    Table,
)
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands, cards
from ui.models.cards import Card
from ui.pages import BESIDE, Mode
from ui.prepare.colours import palette
from ui.prepare.field_box import FieldBox
from ui.prepare.page import ListPage

KEYS = [
    "facts",
    "principles",
    "tables",
    "agenda",
    "sectors",
    "rounds",
    "evaluation",
    "resources",
]
LISTS = KEYS[1:]
NOTHING = (Facts("w", title="Hall"),)


class Preparing(Hands):
    """Hands on a page of the plan."""

    def go(self, key: str) -> None:
        self.window.rail.go(key)
        QApplication.processEvents()

    @property
    def lists(self) -> ListPage:
        return self.page(ListPage)

    def shown(self) -> list[Card]:
        return cards(self.lists.side.model)

    def titles(self) -> list[str]:
        return [card.text for card in self.shown()]

    def box(self, name: str) -> FieldBox:
        page: Any = self.window.page
        box: FieldBox = page.form.box(name)
        return box

    def fill(self, name: str, text: str) -> None:
        """Type over what stands in a field, and Enter."""
        self.box(name).take_focus()
        self.press("Ctrl+A", "Backspace")
        self.enter(text)

    def choose(self, name: str, value: object) -> None:
        """Step through a choice until it is at a value, and leave it."""
        editor: Any = self.box(name).editor
        editor.setFocus()
        self.press("Home")
        while editor.value() != value:
            place = editor.currentIndex()
            self.press("Down")
            assert editor.currentIndex() == place + 1
        self.press("Tab")


@pytest.fixture
def hands(sample_window: OpenWindow) -> Preparing:
    return Preparing(sample_window(NOTHING))


def test_the_pages_stand_in_the_order_of_the_work() -> None:
    keys = [page.key for page in BESIDE if page.mode is Mode.PREPARE]
    assert [key for key in keys if key in KEYS] == KEYS


def test_names_are_typed_one_after_another(hands: Preparing) -> None:
    named: tuple[tuple[str, type[Principle | Table | Sector]], ...] = (
        ("principles", Principle),
        ("tables", Table),
        ("sectors", Sector),
    )
    for key, type_ in named:
        hands.go(key)
        hands.enter("One", "Two")
        hands.paste("- Three\n- Four")
        assert hands.titles() == ["One", "Two", "Three", "Four"]
        assert [record.name for record in hands.workshop.all(type_)] == hands.titles()
        hands.press("Ctrl+Z")
        assert hands.titles() == ["One", "Two"]


def test_new_principles_take_colours_that_are_told_apart(hands: Preparing) -> None:
    hands.go("principles")
    hands.enter(*"abcdefgh")
    colours = [principle.colour for principle in hands.workshop.all(Principle)]
    assert sorted(colours) == sorted(palette().values())
    assert all(card.remark for card in hands.shown())  # the name of the colour


def test_a_field_saves_when_it_is_left_and_each_is_an_act(hands: Preparing) -> None:
    hands.go("facts")
    assert hands.focus is hands.box("title").editor
    hands.press("Ctrl+A")
    hands.enter("The future")  # Enter saves and goes on
    assert hands.focus is hands.box("host").editor
    hands.type("City")
    assert hands.workshop.facts.host == ""
    hands.press("Tab")
    assert (hands.workshop.facts.title, hands.workshop.facts.host) == ("The future", "City")
    assert hands.undo_text() == "Undo: change the facts"
    hands.press("Ctrl+Z")
    assert (hands.workshop.facts.host, hands.box("host").editor.value()) == ("", "")
    hands.press("Ctrl+Z")
    assert hands.window.windowTitle().startswith("Hall")


def test_what_is_half_typed_is_taken_back_first(hands: Preparing) -> None:
    hands.go("facts")
    hands.fill("title", "The future")
    hands.type("Cit")
    hands.press("Ctrl+Z")
    assert hands.workshop.facts.title == "The future"
    while hands.box("host").editor.value():
        hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    assert hands.workshop.facts.title == "Hall"


def test_esc_takes_back_what_is_typed(hands: Preparing) -> None:
    hands.go("facts")
    hands.type("x")
    hands.press("Escape")
    assert hands.box("title").editor.value() == "Hall"
    assert hands.workshop.facts.title == "Hall"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    ("field", "typed", "said", "then", "kept"),
    [
        ("title", " ", "The title is empty: type something first.", "Hall 2", "Hall 2"),
        ("starts", "25", "“25” is not a time of day; type it in 24 hours", "9:5", None),
        ("date", "13.10.2017", "is not a date", "2017-10-13", "2017-10-13"),
        ("threshold", "many", "type a whole number from 0 to 1,000", "5", 5),
        ("public_address", "example.org", "is not an address", "https://example.org", None),
        ("timezone", "Toronto", "is not a time zone", "America/Toronto", "America/Toronto"),
    ],
)
def test_what_cannot_be_is_said_under_the_field(
    hands: Preparing, field: str, typed: str, said: str, then: str, kept: object
) -> None:
    hands.go("facts")
    before = getattr(hands.workshop.facts, field)
    hands.fill(field, typed)
    assert said in hands.box(field).wrong
    assert hands.focus is hands.box(field).editor  # one mends it where it is
    assert getattr(hands.workshop.facts, field) == before
    assert hands.window.banner.sentence == ""
    hands.fill(field, then)
    if kept is not None:
        assert hands.box(field).wrong == ""
        assert getattr(hands.workshop.facts, field) == kept


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_is_wrong_is_seen_where_the_form_scrolls(hands: Preparing, qtbot: QtBot) -> None:
    hands.go("facts")
    for _ in range(6):
        hands.press("Tab")
    hands.enter("2026-13-45")
    said = next(own for own in hands.box("date").findChildren(QLabel) if "2026-13-45" in own.text())
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())


def test_a_time_zone_is_found_by_its_city(hands: Preparing, qtbot: QtBot) -> None:
    hands.go("facts")
    hands.box("timezone").take_focus()
    hands.press("Ctrl+A")
    hands.type("new york")
    editor: Any = hands.box("timezone").editor
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().index(0, 0).data() == "America/New York"
    assert popup.styleSheet() == hands.window.styleSheet()  # though it is not in the window
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    hands.press("Tab")
    assert hands.workshop.facts.timezone == "America/New_York"


def test_the_agenda_tells_the_clock(hands: Preparing) -> None:
    hands.go("facts")
    hands.fill("starts", "13")
    hands.go("agenda")
    hands.enter("Welcome", "SWOT analysis", "Ideas")
    assert [card.code for card in hands.shown()] == ["13:00", "13:10", "13:50"]
    assert [s.kind for s in hands.workshop.all(Stage)] == [
        StageKind.INTRODUCTION,
        StageKind.SWOT,
        StageKind.IDEATION,
    ]
    assert hands.last(Stage).prompt.startswith("How might we")
    foot = hands.lists.side._foot
    assert foot.text() == "Planned end 14:20 · 1 h 20 min in all"
    hands.press("Alt+Up")
    assert hands.titles() == ["Welcome", "Ideas", "SWOT analysis"]
    assert [card.code for card in hands.shown()] == ["13:00", "13:10", "13:40"]
    hands.fill("planned_minutes", "1:00")
    assert foot.text() == "Planned end 14:50 · 1 h 50 min in all"
    hands.fill("planned_minutes", "")
    assert foot.text().startswith("1 stage has no minutes")
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert hands.titles() == ["Welcome", "SWOT analysis", "Ideas"]


def test_a_kind_is_one_key_away_and_brings_its_question(hands: Preparing) -> None:
    hands.go("agenda")
    hands.enter("Something else")
    hands.press("Tab")
    assert hands.focus is hands.box("kind").editor
    hands.choose("kind", StageKind.IDEATION)
    stage = hands.only(Stage)
    assert stage.kind is StageKind.IDEATION
    assert stage.prompt.startswith("How might we")
    hands.fill("prompt", "")
    hands.type("Own words")
    hands.choose("kind", StageKind.SWOT)
    assert hands.only(Stage).prompt == "Own words"
    hands.go(stage.id)
    assert type(hands.window.page).__name__ == "SwotPage"


def test_a_page_that_is_open_follows_the_kind_of_its_stage(hands: Preparing) -> None:
    hands.go("agenda")
    hands.enter("SWOT")
    stage = hands.only(Stage)
    hands.go(stage.id)
    assert type(hands.window.page).__name__ == "SwotPage"
    hands.press("Ctrl+F1")
    hands.choose("kind", StageKind.BREAK)
    hands.press("Ctrl+F2")
    assert hands.window.rail.current == stage.id
    assert type(hands.window.page).__name__ == "NotesPage"
    hands.press("Ctrl+Z")
    assert type(hands.window.page).__name__ == "SwotPage"


def test_what_is_planned_appears_on_pages_that_are_open(hands: Preparing) -> None:
    hands.go("agenda")
    hands.enter("SWOT")
    hands.go(hands.only(Stage).id)
    page: Any = hands.window.page
    assert page.principles.currentText() == "Whole workshop"
    hands.go("principles")
    hands.enter("Trust", "Speed")
    hands.go("tables")
    hands.enter("1")
    assert [page.principles.itemText(n) for n in range(2)] == ["Trust", "Speed"]
    assert page.tables.currentText() == "1"
    hands.press("Ctrl+F2")
    hands.enter("a note")
    assert hands.only(Entry).principle == hands.principle(0)
    hands.go("principles")
    hands.press("Alt+Up")
    hands.fill("name", "Haste")
    assert [page.principles.itemText(n) for n in range(2)] == ["Haste", "Trust"]
    assert page.principles.currentText() == "Trust"


def test_rows_are_put_in_order_by_dragging(hands: Preparing) -> None:
    hands.go("tables")
    hands.enter("a", "b", "c")
    rows = hands.lists.side.list
    place = rows.visualRect(rows.model().index(0, 0)).topLeft() + QPoint(5, 1)
    assert rows.row_at(place) == 0
    last = rows.visualRect(rows.model().index(2, 0)).bottomLeft() + QPoint(5, -1)
    assert rows.row_at(last) == 3
    rows.choose(2)
    event = Drop(hands.last(Table).id, place, rows)
    rows.dropEvent(event)
    assert event.isAccepted()
    assert hands.titles() == ["c", "a", "b"]
    assert rows.current_id() == hands.workshop.all(Table)[0].id
    rows.dropEvent(Drop(hands.workshop.all(Table)[0].id, last, rows))
    assert hands.titles() == ["a", "b", "c"]
    foreign = Drop(hands.last(Table).id, place, hands.window)
    rows.dropEvent(foreign)
    assert not foreign.isAccepted()
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert hands.titles() == ["a", "b", "c"]


class Drop(QDropEvent):
    """A drop as a drag would end: Qt makes real ones with a mouse only."""

    def __init__(self, id_: str, place: QPoint, source: QWidget) -> None:
        self.mime = QMimeData()
        self.mime.setData("application/x-facilitator-records", id_.encode())
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(place), move, self.mime, left, none)
        self._source = source

    def source(self) -> QWidget:
        return self._source


def test_deleting_says_what_goes_and_one_key_gives_it_back(sample_window: OpenWindow) -> None:
    hands = Preparing(sample_window("sample"))
    hands.go("principles")
    before = hands.workshop.frozen()
    hands.press("Up", "Delete")  # Up goes from the line to the list
    assert len(hands.titles()) == 4  # the votes are for its ideas
    assert "has votes in" in hands.window.banner.sentence
    hands.go("tables")
    assert hands.window.banner.sentence == ""  # it is about what is no longer looked at
    hands.press("Up", "Delete")
    assert hands.lists.side.entry.told.startswith("Deleted “")
    hands.press("Ctrl+Z")
    assert hands.workshop.all(Table) == before.all(Table)


def test_a_principle_goes_with_its_notes(sample_window: OpenWindow) -> None:
    hands = Preparing(sample_window("plan", kind=StageKind.SWOT))
    hands.enter("one", "two")
    hands.go("principles")
    hands.press("Up")
    hands.lists.side.begin()
    hands.press("Delete")
    assert hands.lists.side.entry.told == (
        "Deleted “Empowering Ontarians” with 2 notes: Ctrl+Z, or the bin, gives it back."
    )
    QApplication.processEvents()
    said = next(
        own for own in hands.lists.side.entry.findChildren(QLabel) if "Ctrl+Z" in own.text()
    )
    assert said.wordWrap()  # the way back is never what is left out
    assert said.height() >= said.heightForWidth(said.width())
    assert hands.workshop.count(Entry) == 0
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == 2


def test_a_round_with_its_colours(hands: Preparing) -> None:
    hands.go("agenda")
    hands.enter("Vote")
    hands.go("rounds")
    hands.enter("Best ideas")
    assert hands.only(Round).stage == hands.only(Stage).id
    hands.press("Ctrl+E")  # to the colours of the round
    hands.enter("Impact", "Energy", "impact")
    assert "is there already" in hands.window.banner.sentence
    hands.lists.side.entry.clear()
    assert [c.name for c in hands.workshop.all(Criterion)] == ["Impact", "Energy"]
    hands.fill("dots", "2")
    hands.press("Escape", "Escape", "Ctrl+E")
    hands.enter("Second")
    assert hands.workshop.count(Round) == 2
    assert hands.lists.sides[1].model.rowCount() == 0  # its colours are not those of the first
    hands.fill("dots", "5")
    hands.fill("stacking", "2")
    hands.choose("combine", Combine.HIGHEST)
    hands.choose("open", value=True)
    hands.choose("method", Method.WALL)
    second = hands.last(Round)
    assert (second.dots, second.stacking, second.open) == (5, 2, True)
    assert (second.combine, second.method) == (Combine.HIGHEST, Method.WALL)
    hands.choose("method", Method.RATING)
    assert hands.box("dots").isHidden()


def test_rules_of_a_round_with_votes(hands: Preparing) -> None:
    session = hands.window._session
    session.do(plan.add, Round, [{"title": "Vote", "method": "ballots"}])
    round_ = hands.only(Round).id
    hands.go("rounds")
    session.do(lambda w: votes.record_ballot(w, round_, [Mark("none", 1)]))
    assert hands.lists.form._remark.text().startswith("1 vote is recorded")
    hands.choose("method", Method.WALL)
    assert "has votes by this method already" in hands.box("method").wrong
    assert hands.only(Round).method is Method.BALLOTS


def test_a_choice_begins_with_options_to_write_over(hands: Preparing) -> None:
    hands.go("evaluation")
    hands.enter("Would you come again?")
    hands.choose("answer", AnswerKind.SINGLE)
    assert hands.only(EvaluationQuestion).options == ("Yes", "No")
    options = hands.box("options")
    options.take_focus()
    hands.press("Ctrl+A", "Delete", "Ctrl+Return")
    assert options.wrong == "A choice needs options: type them, a line each."
    hands.enter("Sure", "Never")
    hands.press("Ctrl+Return")
    assert hands.only(EvaluationQuestion).options == ("Sure", "Never")
    hands.choose("answer", AnswerKind.SCALE)
    hands.fill("lowest", "5")
    assert "is not below the highest" in hands.box("lowest").wrong
    hands.fill("lowest", "0")
    question = hands.only(EvaluationQuestion)
    assert (question.lowest, question.highest) == (0, 5)


def test_links_are_typed_with_their_address(hands: Preparing) -> None:
    hands.go("resources")
    hands.enter("The paper")
    assert "is not an address" in hands.window.banner.sentence
    hands.type(" https://example.org/p")
    hands.press("Return")
    link = hands.only(Resource)
    assert (link.label, link.url, link.needs_internet) == (
        "The paper",
        "https://example.org/p",
        True,
    )
    hands.box("needs_internet").take_focus()
    hands.press("Space")
    assert not hands.only(Resource).needs_internet


def test_leaving_a_field_that_cannot_be_is_said(hands: Preparing) -> None:
    hands.go("agenda")
    hands.enter("One", "Two")
    hands.fill("planned_minutes", "soon")
    hands.press("Escape", "Escape")
    hands.fill("planned_minutes", "soon")
    hands.press("F3", "Up")
    assert hands.window.banner.sentence.startswith("“Minutes” stays as it was. The minutes: type")


def test_the_window_does_not_close_over_a_field_that_cannot_be_saved(hands: Preparing) -> None:
    hands.go("facts")
    hands.fill("date", "someday")
    assert not hands.window.may_close()
    assert "could not be saved" in hands.window.banner.sentence
    assert hands.window.may_close()


@pytest.mark.parametrize("key", LISTS)
def test_every_list_is_a_sound_model(sample_window: OpenWindow, key: str) -> None:
    hands = Preparing(sample_window("sample"))
    hands.go(key)
    tester = QAbstractItemModelTester(
        hands.lists.side.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    hands.type("New https://example.org")
    hands.press("Return", "Alt+Up", "Alt+Down", "Up", "Delete", "Ctrl+Z")
    assert tester is not None


@pytest.mark.parametrize("key", KEYS)
def test_every_field_has_a_name_and_can_be_reached(sample_window: OpenWindow, key: str) -> None:
    hands = Preparing(sample_window("sample"))
    hands.go(key)
    page: Any = hands.window.page
    page.form.take_focus(first=True)
    wanted: list[FieldBox] = page.form._visible()
    reached = set()
    for _ in range(4 * len(wanted) + 20):
        reached.add(hands.focus)
        hands.press("Tab")
    for box in wanted:
        inside: list[QWidget] = [box.editor, *box.editor.findChildren(QWidget)]
        assert reached & set(inside), box.field.name
        name = QAccessible.queryAccessibleInterface(box.editor)
        assert name is not None
        assert box.editor.accessibleName() or box.field.name == "colour" or box.field.label
