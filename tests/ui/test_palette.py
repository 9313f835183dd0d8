"""The palette: pages, commands and what people typed, in one line; Enter goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import swot
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.records import (
    Endorsement,
    Entry,
    Finding,
    Idea,
    Insight,
    Participant,
    Principle,
    Question,
    Record,
    Response,
    Stage,
    Theme,
)
from facilitator.model.searching import SEARCHED
from facilitator.model.workshop import Workshop
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from ui.board.page import BoardPage
from ui.destinations import page_of
from ui.dialogs.palette import Palette
from ui.models.records import RECORD_ROLE
from ui.pages import THEMES
from ui.stages.swot import SwotPage
from ui.widgets.offers import KIND_ROLE


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("sample", kind=StageKind.SWOT))


def opened(hands: Hands, qtbot: QtBot) -> Palette:
    """Open the palette with its key, and wait until everything can be searched."""
    search = hands.window.finder.search
    search.prepare()
    qtbot.waitUntil(lambda: bool(search.find("the")))
    qtbot.waitUntil(hands.window.isActiveWindow)
    hands.press("Ctrl+K")
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    return palette


def type_(palette: Palette, qtbot: QtBot, text: str) -> list[tuple[str, str]]:
    qtbot.keyClicks(palette.line, text)
    model = palette.list.model()
    return [
        (model.index(row, 0).data(), model.index(row, 0).data(KIND_ROLE))
        for row in range(model.rowCount())
    ]


def test_a_page_is_one_word_away(hands: Hands, qtbot: QtBot) -> None:
    palette = opened(hands, qtbot)
    assert ("Themes and insights", "Page") in type_(palette, qtbot, "themes and")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert hands.window.rail.current == THEMES
    assert hands.focus is hands.page(BoardPage).new_theme.line


def test_a_command_is_done_to_what_was_chosen_before(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Up")
    before = hands.workshop.count(Entry)
    palette = opened(hands, qtbot)
    assert ("Delete", "Del") in type_(palette, qtbot, "delete")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert hands.workshop.count(Entry) == before - 1
    qtbot.waitUntil(hands.window.isActiveWindow)
    hands.press("Ctrl+Z")
    assert hands.workshop.count(Entry) == before


def test_a_command_that_cannot_be_done_here_is_not_offered(hands: Hands, qtbot: QtBot) -> None:
    palette = opened(hands, qtbot)
    assert not [text for text, _ in type_(palette, qtbot, "close the round")]
    assert palette.list.model().rowCount() == 0


def test_a_note_is_found_by_its_words_and_shown_where_it_is(hands: Hands, qtbot: QtBot) -> None:
    note = hands.workshop.all(Entry)[-1]
    palette = opened(hands, qtbot)
    found = type_(palette, qtbot, " ".join(word[:4] for word in note.text.split()[:3]))
    assert (note.text, f"Note N{note.number}") in found
    while palette.list.currentIndex().data() != note.text:
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    page = hands.page(SwotPage)
    assert (page.principles.id, page.tables.id) == (note.principle, note.table)
    assert page.cards[note.quadrant].notes.chosen() == [note.id]


def test_what_is_typed_now_is_found_at_once(hands: Hands, qtbot: QtBot) -> None:
    palette = opened(hands, qtbot)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    target = swot.Target(Quadrant.THREAT, hands.principle(1))
    hands.window._session.do(swot.add_entries, target, ["Zeppelins everywhere"])
    palette = opened(hands, qtbot)
    assert [text for text, _ in type_(palette, qtbot, "zepp")] == ["Zeppelins everywhere"]


def test_esc_leaves_all_as_it_was(hands: Hands, qtbot: QtBot) -> None:
    before = hands.window.rail.current
    palette = opened(hands, qtbot)
    type_(palette, qtbot, "nothing holds these words")
    assert palette.list.model().rowCount() == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert hands.window.rail.current == before
    assert hands.focus is hands.page(SwotPage).entry.line


def test_everything_that_is_found_has_a_page(hands: Hands) -> None:
    workshop = hands.workshop
    for type_ in SEARCHED:
        for record in workshop.each(type_):
            hands.window._show_record(record)
            assert hands.window.rail.current == page_of(workshop, record)


@pytest.mark.parametrize(
    "type_", [Entry, Idea, Endorsement, Theme, Insight, Question, Participant, Response, Finding]
)
def test_what_people_said_is_chosen_where_it_stands_and_has_the_keys(
    hands: Hands, type_: type[Record]
) -> None:
    record = next(iter(hands.workshop.each(type_)))
    hands.window._show_record(record)
    shown = {
        Endorsement: getattr(record, "idea", None),
        Response: getattr(record, "form", None),
    }.get(type_, record.id)
    assert isinstance(hands.focus, QAbstractItemView)
    assert hands.focus.currentIndex().data(RECORD_ROLE).id == shown


def test_a_record_without_a_stage_of_its_own_is_on_the_first_of_its_kind() -> None:
    stages = [Stage(str(n), StageKind.SWOT, f"S{n}", position=n) for n in (1, 2)]
    note = Entry("n", 1, Quadrant.THREAT, "a", stage="2")
    workshop = Workshop([*stages, note])
    assert page_of(workshop, note) == "2"
    assert page_of(workshop, Entry("m", 2, Quadrant.THREAT, "b", stage="gone")) == "1"
    assert page_of(workshop, Question("q", 1, "why")) == "facts"
    assert page_of(workshop, Insight("i", 1, "t", "x")) == THEMES
    assert page_of(workshop, Participant("p")) == "participants"
    assert page_of(workshop, Principle("r", "R")) == "principles"
