"""At the door, through the window, with keys only."""

from __future__ import annotations

import time
from collections.abc import Iterable

import pytest
from pytestqt.modeltest import ModelTester

from facilitator.model.finding import PeopleIndex
from facilitator.model.kinds import StageKind
from facilitator.model.likeness import normalized
from facilitator.model.records import Facts, Participant, Record, Sector, Stage
from facilitator.model.workshop import Workshop
from tests.ui.conftest import OpenWindow
from tests.ui.hands import Hands
from ui.people.door import DoorPage
from ui.window import Window

STAGE = Stage("stage", StageKind.BREAK, "Coffee")
SECTORS = [
    Sector("y", "Youth", 1.0),
    Sector("a", "Academics", 2.0),
    Sector("n", "Non-profits", 3.0),
]
PEOPLE = [
    Participant("1", "y", ("a",), "Zoë Roy", "ACME", position=1.0),
    Participant("2", "a", (), "Anders Berg", "Northern Institute", position=2.0),
    Participant("3", "n", (), "Ann Li", "Riverside", position=3.0),
    Participant("4", "n", (), "Bo Antal", "<b>Bold</b>", position=4.0),
    Participant("5", "y", position=5.0),
]


def at_door(open_: OpenWindow, records: Iterable[Record] = (*SECTORS, *PEOPLE)) -> Hands:
    window: Window = open_((Facts("facts", "Day", timezone="UTC"), STAGE, *records))
    window.rail.go("door")
    return Hands(window)


@pytest.fixture
def hands(sample_window: OpenWindow) -> Hands:
    return at_door(sample_window)


def page(hands: Hands) -> DoorPage:
    return hands.page(DoorPage)


def shown(hands: Hands) -> list[str]:
    model = page(hands).found
    return [model.index(row).data() for row in range(model.rowCount())]


def arrived(hands: Hands) -> set[str]:
    return {p.id for p in hands.workshop.each(Participant) if p.arrived_at}


def counted(hands: Hands) -> list[str]:
    model = page(hands).counts.model
    return [row.spoken for row in model._rows]


def test_two_letters_enter_arrived(hands: Hands) -> None:
    assert hands.focus is page(hands).entry.line
    assert shown(hands)[0] == "Anders Berg · Northern Institute · Academics"
    hands.type("zo")
    assert shown(hands) == ["Zoë Roy · ACME · Youth"]
    hands.press("Return")
    assert arrived(hands) == {"1"}
    assert page(hands).entry.text() == ""
    assert page(hands).entry.told == "Zoë Roy has arrived."
    assert hands.workshop.get(Participant, "1").arrived_at == "2017-10-13T17:00:00Z"
    assert hands.undo_text() == "Undo: mark a participant as arrived"
    hands.press("Ctrl+Z")
    assert arrived(hands) == set()


def test_any_part_of_a_name_or_an_organization_is_found_those_to_come_first(hands: Hands) -> None:
    hands.type("an")
    assert [text.split(" · ")[0] for text in shown(hands)] == ["Anders Berg", "Ann Li", "Bo Antal"]
    hands.press("Down", "Return")
    assert arrived(hands) == {"3"}
    hands.type("an")
    assert [text.split(" · ")[0] for text in shown(hands)] == ["Anders Berg", "Bo Antal", "Ann Li"]
    hands.press("Esc")
    hands.type("ins no")
    assert len(shown(hands)) == 1
    hands.press("Esc")
    hands.type("bold")
    assert shown(hands) == ["Bo Antal · <b>Bold</b> · Non-profits"]


def test_those_without_a_name_arrive_by_their_sector(hands: Hands) -> None:
    hands.enter("yo")
    assert arrived(hands) == {"5"}


def test_who_has_arrived_already_is_said_and_can_be_taken_back(hands: Hands) -> None:
    hands.enter("zo", "zo")
    assert page(hands).entry.told == (
        "Zoë Roy arrived at 17:00 already; Ctrl+Shift+A takes it back."
    )
    hands.press("Ctrl+Shift+A")
    assert arrived(hands) == set()
    assert page(hands).entry.told == "The arrival of Zoë Roy is taken back."
    hands.press("Ctrl+Shift+A")
    assert page(hands).entry.told == "Choose first whose arrival is taken back."
    hands.enter("nobody")
    assert shown(hands) == []
    assert arrived(hands) == set()


@pytest.mark.parametrize(
    ("typed", "sector", "name"),
    [("2", "a", ""), ("0", None, ""), ("y", "y", ""), ("3 Eva", "n", "Eva"), ("Eva", None, "Eva")],
)
def test_a_walk_in_is_three_keys(hands: Hands, typed: str, sector: str | None, name: str) -> None:
    hands.press("Ins")
    hands.enter(typed)
    walk_in = hands.last(Participant)
    assert (walk_in.sector, walk_in.name) == (sector, name)
    assert walk_in.arrived_at == "2017-10-13T17:00:00Z"
    assert hands.focus is page(hands).entry.line
    hands.type("zo")
    assert shown(hands) == ["Zoë Roy · ACME · Youth"]
    hands.press("Esc", "Ctrl+Z")
    assert hands.workshop.count(Participant) == len(PEOPLE)


def test_a_name_that_is_not_found_becomes_the_walk_ins(hands: Hands) -> None:
    hands.type("Eva Holm")
    hands.press("Ins")
    hands.enter("1")
    assert (hands.last(Participant).name, hands.last(Participant).sector) == ("Eva Holm", "y")
    hands.press("Ins", "9", "Return")
    assert page(hands).entry.told == "There is no sector 9 in the list."
    hands.press("Esc")
    assert hands.workshop.count(Participant) == len(PEOPLE) + 1


def test_n_by_sector_is_live_and_hats_are_apart(hands: Hands) -> None:
    assert counted(hands) == ["1: Youth, 0 of 2", "2: Academics, 0 of 1", "3: Non-profits, 0 of 2"]
    hands.enter("zo", "an")
    hands.press("Ins", "0", "Return")
    assert page(hands).counts.total.text() == "N = 3"
    assert counted(hands) == [
        "1: Youth, 1 of 2",
        "2: Academics, 1 of 1, +1",
        "3: Non-profits, 0 of 2",
        "0: Not stated, 1 of 1",
    ]
    hands.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert counted(hands) == ["1: Youth, 0 of 2", "2: Academics, 0 of 1", "3: Non-profits, 0 of 2"]


def test_what_changes_while_nobody_looks_is_there_when_one_comes_back(hands: Hands) -> None:
    hands.enter("zo")
    hands.window.rail.go("participants")
    hands.enter("Eva; ; Academics")
    hands.window.rail.go("door")
    assert counted(hands)[1] == "2: Academics, 0 of 2, +1"
    hands.enter("ev")
    assert page(hands).counts.total.text() == "N = 2"


def test_with_nobody_expected_the_page_says_how_to_begin(sample_window: OpenWindow) -> None:
    hands = at_door(sample_window, ())
    assert page(hands).list.empty == "Nobody is expected yet: Ins for a walk-in"
    hands.press("Ins", "0", "Return")
    assert page(hands).counts.total.text() == "N = 1"


def crowd(n: int) -> list[Participant]:
    return [
        Participant(
            f"p{k:03}", "yan"[k % 3], (), f"{'AEIOU'[k % 5]}na{k} Person{k}", f"Org {k % 40}"
        )
        for k in range(n)
    ]


def test_with_500_no_key_looks_through_everybody(
    sample_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = at_door(sample_window, (*SECTORS, *crowd(500)))
    looked: list[object] = []
    for name in ("all", "each"):
        original = getattr(Workshop, name)

        def watch(workshop: Workshop, type_: type, original: object = original) -> object:
            looked.append(type_)
            return original(workshop, type_)  # type: ignore[operator]

        monkeypatch.setattr(Workshop, name, watch)
    begin = time.perf_counter()
    hands.enter("una4", "ana", "org 3")
    hands.press("Ins", "1", "Return")
    assert Participant not in looked
    assert len(arrived(hands)) == 4
    assert time.perf_counter() - begin < 2.0


def test_the_index_that_follows_is_the_index_built_anew(hands: Hands) -> None:
    hands.enter("zo", "an")
    hands.press("Ins", "2", "Return", "Ctrl+Z", "Ctrl+Z")
    kept, fresh = page(hands).index, PeopleIndex(hands.workshop)
    assert kept.all() == fresh.all()
    for typed in ("a", "an", "ro", "riv an", "y", "aca", "?", ""):
        assert kept.find(typed) == fresh.find(typed), typed
        words = normalized(typed).split()
        assert all(p in fresh.all() for p in fresh.find(typed))
        assert len(fresh.find(typed)) == len(fresh.all()) or words


def test_the_models_are_sound(hands: Hands, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page(hands).found)
    qtmodeltester.check(page(hands).counts.model)
