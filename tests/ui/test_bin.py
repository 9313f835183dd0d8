"""The bin, through the window, with keys only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from facilitator.model import swot
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.records import Entry, Idea, Insight, Principle, Round, Theme
from facilitator.model.removal import remove
from tests.ui.conftest import OpenWindow, go_to
from tests.ui.hands import Hands, cards
from ui.review.bin_page import BinPage


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return Hands(sample_window("sample"))


def page(hands: Hands) -> BinPage:
    return hands.page(BinPage)


def texts(hands: Hands) -> list[str]:
    return [card.text for card in cards(page(hands).rows)]


def delete_notes(hands: Hands, *numbers: int) -> None:
    ids = [e.id for e in hands.workshop.all(Entry) if e.number in numbers]
    hands.window._session.do(swot.delete_entries, ids)


def there(hands: Hands) -> set[int]:
    return {entry.number for entry in hands.workshop.each(Entry)}


def test_an_empty_bin_says_what_will_be_here(hands: Hands) -> None:
    hands.window.rail.go("bin")
    assert texts(hands) == []
    assert "What is deleted will stand here" in page(hands).list._empty
    assert not page(hands).button.isEnabled()
    hands.press("Return")
    assert hands.window.banner.sentence == ""


def test_a_deletion_is_put_back_with_enter(hands: Hands) -> None:
    hands.window._session.name_person("Ann")
    delete_notes(hands, 1, 2)
    hands.window._session.name_person("")
    delete_notes(hands, 3)
    hands.window.rail.go("bin")
    heading = [card for card in cards(page(hands).rows) if card.heading]
    assert [card.text for card in heading] == ["Delete a note", "Delete 2 notes"]
    assert heading[1].remark.endswith("· Ann · 2 notes")
    assert len(heading[1].code) == 5
    hands.press("Return")
    assert 3 in there(hands)
    assert [card.text for card in cards(page(hands).rows) if card.heading] == ["Delete 2 notes"]
    assert hands.undo_text() == "Undo: put back from the bin"
    hands.press("Ctrl+Shift+T")
    assert there(hands) >= {1, 2, 3}
    assert texts(hands) == []
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert not there(hands) & {1, 2, 3}
    assert len(texts(hands)) == 5


def test_one_note_of_several_is_put_back(hands: Hands) -> None:
    delete_notes(hands, 1, 2, 3)
    hands.window.rail.go("bin")
    hands.press("Down", "Down")
    assert page(hands).button.text().startswith("Put back this one")
    hands.press("Return")
    assert there(hands) & {1, 2, 3} == {2}
    assert [card.code for card in cards(page(hands).rows)][1:] == ["N1", "N3"]
    assert page(hands).list.currentIndex().row() == 2
    assert hands.undo_text() == "Undo: put back from the bin"


def test_a_principle_lies_there_with_all_that_went_with_it_and_comes_back(hands: Hands) -> None:
    session, workshop = hands.window._session, hands.workshop
    session.do(remove, Round, [r.id for r in workshop.all(Round)], "delete_round")
    before = [workshop.count(kind) for kind in (Principle, Theme, Entry, Insight, Idea)]
    session.do(remove, Principle, [hands.principle()], "delete_principle")
    hands.window.rail.go("bin")
    heading, first, *_ = cards(page(hands).rows)
    assert heading.text == "Delete a principle"
    assert "1 principle, 3 themes, 19 notes" in heading.remark
    assert first.remark == "Principle"
    assert texts(hands)[7] == "and 26 more"
    hands.press(*["Down"] * 7, "Return")
    assert len(cards(page(hands).rows)) > 30
    assert page(hands).list.currentIndex().row() == 7
    hands.press("Home", "Return")
    after = [workshop.count(kind) for kind in (Principle, Theme, Entry, Insight, Idea)]
    assert after == before


def test_what_must_be_restored_first_is_named(hands: Hands) -> None:
    session, workshop = hands.window._session, hands.workshop
    session.do(remove, Round, [r.id for r in workshop.all(Round)], "delete_round")
    name = workshop.all(Principle)[0].name
    delete_notes(hands, 1)
    session.do(remove, Principle, [hands.principle()], "delete_principle")
    hands.window.rail.go("bin")
    page(hands).list.choose(texts(hands).index("Delete a note"))
    hands.press("Return")
    assert hands.window.banner.sentence.startswith(f"“{name}” is in the bin, too")
    assert 1 not in there(hands)


def test_the_bin_follows_and_is_read_only_where_it_is_looked_at(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.window.rail.go("bin")
    asked: list[int] = []
    session = hands.window._session
    read_bin = session.read_bin

    def counted() -> object:
        asked.append(1)
        return read_bin()

    monkeypatch.setattr(session, "read_bin", counted)
    delete_notes(hands, 1)
    assert len(asked) == 1
    assert texts(hands)[0] == "Delete a note"
    go_to(hands.window, StageKind.SWOT)
    delete_notes(hands, 2)
    delete_notes(hands, 3)
    assert len(asked) == 1
    hands.window.rail.go("bin")
    assert len(asked) == 2
    assert len([card for card in cards(page(hands).rows) if card.heading]) == 3


def test_a_long_bin_is_read_in_parts(hands: Hands) -> None:
    session = hands.window._session
    for n in range(120):
        session.do(swot.add_entries, swot.Target(Quadrant.THREAT), [f"n{n}"])
        delete_notes(hands, max(there(hands)))
    hands.window.rail.go("bin")
    rows = page(hands).rows
    assert rows.rowCount() < 240
    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
    ModelTester(None).check(rows)
    assert rows.rowCount() == 240
    assert len({row.binned.header.id for row in map(rows.row, range(240))}) == 120
