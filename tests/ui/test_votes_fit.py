"""Every state of a vote at every size of text, in words 40% longer: nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from facilitator.model.kinds import Combine, Method, StageKind
from facilitator.model.records import Criterion, Idea, Record, Sector
from tests.ui.conftest import Clock, go_to
from tests.ui.hands import Hands
from tests.ui.test_votes import IDEAS, uid, vote, workshop
from tests.ui.walk import Longer, faults, said_by_people, untranslated
from ui.app import make_application
from ui.session import Session
from ui.theme import Theme, load_theme
from ui.tour import settle
from ui.window import Window

LONG = " And this should be done together with the people whom it concerns, and soon."
Open = Callable[[tuple[Record, ...]], Hands]


@pytest.fixture(params=[100, 200])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme = load_theme("light", request.param)
    make_application(theme)
    yield theme
    make_application(load_theme("light"))


@pytest.fixture
def open_(theme: Theme, tmp_path: Path, clock: Clock) -> Iterator[Open]:
    windows = []

    def at(records: tuple[Record, ...]) -> Hands:
        path = tmp_path / "a.workshop"
        Session.create(path, records)
        words = Longer()
        window = Window(Session.open(path, words), theme, words, clock.read)
        windows.append(window)
        window.show()
        window.activateWindow()
        go_to(window, StageKind.PRIORITIZATION)
        settle()
        return Hands(window)

    yield at
    for window in windows:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def long_vote(method: Method) -> tuple[Record, ...]:
    """Long ideas, two of them merged and two alike, two dot colours, and a sector."""
    round_ = vote(method, voters=9, combine=Combine.HIGHEST)
    records = [
        replace(record, text=record.text + LONG) if isinstance(record, Idea) else record
        for record in workshop(round_)
    ]
    records.append(Idea(uid(3, 5), 5, "Roof" + LONG, uid(2, 1), position=5, merged_into=uid(3, 1)))
    records.append(Idea(uid(3, 6), 6, IDEAS[2] + LONG, uid(2, 2), position=6))
    records.append(Sector(uid(6, 1), "Transfer payment agencies"))
    if method is not Method.RATING:
        meaning = "what people would use every day of the week"
        records.append(Criterion(uid(5, 1), round_.id, "Interest", meaning, position=1))
        records.append(Criterion(uid(5, 2), round_.id, "Passion", "what I would do", position=2))
    return tuple(records)


TYPED = {
    Method.BALLOTS: ("1 1 2 / 3", "1 5 / 4", "3 3 3 3 / 1", "1 2 torn"),
    Method.WALL: ("11", "4", "0", "7 times"),
    Method.RATING: ("9 3 2 1 0 4 15; too dear", "1 0 0 0 0 3", "12 3 4 1 1 0 9 9"),
}


def states(hands: Hands, method: Method) -> Iterator[str]:
    """Puts the page into each of its states."""
    yield "nothing recorded"
    *typed, wrong = TYPED[method]
    hands.enter(*typed)
    hands.type(wrong)
    yield "something wrong is typed"
    hands.press("Ctrl+A", "Backspace", "F2")
    yield "rules"
    hands.press("Escape")
    if method is Method.WALL:
        hands.press("Ctrl+Shift+C")
        hands.enter("12", "4")
        yield "second count"
        hands.press("Ctrl+Shift+C")
        yield "settling"
    hands.press("F9")
    yield "closed"
    hands.press("Ctrl+F9")
    yield "revealed"


@pytest.mark.parametrize("method", list(Method))
def test_nothing_is_cut_in_any_state_of_a_vote(open_: Open, method: Method) -> None:
    hands = open_(long_vote(method))
    found = []
    for state in states(hands, method):
        settle()
        page = hands.window
        found += [f"{state}: {fault}" for fault in faults(page)]
        people = said_by_people(hands.workshop)
        found += [f"{state}: not translated: {text}" for text in untranslated(page, people)]
    assert not found, "\n".join(found)


def test_nothing_is_cut_where_ideas_look_alike(open_: Open) -> None:
    hands = open_(long_vote(Method.BALLOTS))
    hands.press("Ctrl+Shift+M")
    settle()
    assert faults(hands.window) == []
    hands.press("Return")
    settle()
    assert faults(hands.window) == []
