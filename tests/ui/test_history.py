"""The history, through the window, with keys only."""

from __future__ import annotations

from enum import StrEnum

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.model import kinds, swot, votes
from facilitator.model.kinds import Level, Quadrant, StageKind, StageState
from facilitator.model.plain import fields_of
from facilitator.model.records import RECORD_TYPES, ActHeader, Ballot, Entry, Round, Theme
from facilitator.model.removal import remove
from tests.ui.conftest import OpenWindow, go_to
from tests.ui.hands import Hands, cards
from ui.review.fields import field_names, set_words
from ui.review.history_page import HistoryPage
from ui.review.history_rows import AT_ONCE
from ui.review.naming import kind_titles


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("sample"))


def page(hands: Hands) -> HistoryPage:
    return hands.page(HistoryPage)


def acts(hands: Hands) -> list[str]:
    return [card.text for card in cards(page(hands).rows)]


def told(hands: Hands) -> list[tuple[str, str, str, str]]:
    return [(c.code, c.text, c.detail, c.remark) for c in cards(page(hands).told)]


def first_note(hands: Hands) -> Entry:
    return hands.workshop.all(Entry)[0]


def note(hands: Hands, text: str) -> None:
    target = swot.Target(Quadrant.THREAT, hands.principle())
    hands.window._session.do(swot.add_entries, target, [text])


def test_every_act_stands_there_with_time_and_person(hands: Hands) -> None:
    hands.window._session.name_person("Ann")
    note(hands, "Rumours")
    hands.window.rail.go("history")
    assert acts(hands) == ["Add a note", "Create the workshop"]
    first = cards(page(hands).rows)[0]
    day, _, who = first.remark.partition(" · ")
    assert (len(day), len(first.code), who) == (10, 5, "Ann")


def test_what_an_act_changed_is_told_in_words(hands: Hands) -> None:
    before = first_note(hands)
    assert before.theme is not None
    hands.window._session.do(swot.edit_entry, before.id, "Mended")
    hands.window._session.do(swot.move_entries, [before.id], Quadrant.THREAT)
    hands.window._session.do(remove, Theme, [before.theme], "delete_theme")
    hands.window.rail.go("history")
    assert ("N1", "Mended", f"Theme: TH{1} → –", "Note · changed") in told(hands)
    assert any(remark == "Theme · deleted" for *_, remark in told(hands))
    hands.press("Up", "Down")
    assert told(hands) == [("N1", "Mended", "Quadrant: Strengths → Threats", "Note · changed")]
    hands.press("Down")
    assert told(hands) == [("N1", "Mended", f"Text: {before.text} → Mended", "Note · changed")]
    hands.press("Return")
    assert hands.focus is page(hands).told_list
    hands.press("Esc", "Esc")
    assert page(hands).line.hasFocus()


def test_votes_are_told_by_the_numbers_of_ideas(hands: Hands) -> None:
    ballot = hands.workshop.all(Ballot)[0]
    hands.window._session.do(votes.delete_ballot, ballot.id)
    hands.window.rail.go("history")
    ((_, name, detail, _),) = told(hands)
    title = hands.workshop.all(Round)[0].title
    assert name == f"Ballot {ballot.number}"
    assert f"Round: {title}" in detail
    assert "Dots: ID" in detail


def test_what_was_undone_is_shown_as_such_and_lives(hands: Hands) -> None:
    hands.window.rail.go("history")
    note(hands, "Rumours")
    assert acts(hands) == ["Add a note", "Create the workshop"]
    hands.press("Ctrl+Z")
    first = cards(page(hands).rows)[0]
    assert first.muted
    assert "undone at" in first.remark
    assert acts(hands) == ["Add a note", "Create the workshop"]
    hands.press("Ctrl+Shift+Z")
    assert not cards(page(hands).rows)[0].muted
    note(hands, "Jargon")
    assert acts(hands)[:2] == ["Add a note", "Add a note"]
    assert page(hands).list.currentIndex().row() == 0


def test_typing_shows_only_some(hands: Hands, qtbot: QtBot) -> None:
    hands.window._session.name_person("Béa")
    note(hands, "Rumours")
    hands.window._session.name_person("Ann")
    hands.window._session.do(swot.edit_entry, first_note(hands).id, "Mended")
    hands.window.rail.go("history")
    hands.enter("NOTE edit")
    assert acts(hands) == ["Edit a note"]
    hands.press("Esc", "Esc")
    assert len(acts(hands)) == 3
    hands.type("béa")
    qtbot.waitUntil(lambda: acts(hands) == ["Add a note"])
    note(hands, "Jargon")  # by Ann
    assert acts(hands) == ["Add a note"]
    hands.press("Ctrl+A")
    hands.enter("nothing such")
    assert acts(hands) == []


def test_a_long_history_is_read_in_parts_and_only_when_shown(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    session = hands.window._session
    look = session.history

    def history(limit: int, before: str = "", wanted: object = None) -> object:
        assert limit <= AT_ONCE
        asked.append(before)
        return look(limit, before, wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "history", history)
    for n in range(3 * AT_ONCE):
        note(hands, f"note {n}")
    assert asked == []
    hands.window.rail.go("history")
    rows = page(hands).rows
    assert AT_ONCE <= rows.rowCount() < 3 * AT_ONCE
    go_to(hands.window, StageKind.SWOT)
    before = len(asked)
    note(hands, "another")
    assert len(asked) == before
    hands.window.rail.go("history")
    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
    assert rows.rowCount() == 3 * AT_ONCE + 2
    assert len({rows.row(n).header.id for n in range(rows.rowCount())}) == rows.rowCount()
    assert page(hands).list.currentIndex().row() == 0  # what is older is not scrolled to


def test_every_field_and_word_has_a_name() -> None:
    words = Language("en")
    names, titles, told_ = field_names(words), kind_titles(words), set_words(words)
    for type_ in RECORD_TYPES:
        if type_ is not ActHeader:
            assert type_ in titles
            assert {f.name for f in fields_of(type_)} <= names.keys() | {"id", "position"}
    sets = [s for s in vars(kinds).values() if isinstance(s, type) and issubclass(s, StrEnum)]
    for set_ in sets:
        if set_ not in {StrEnum, StageState, Level}:  # states are never stored
            assert set(set_) <= told_.keys()
