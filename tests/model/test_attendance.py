"""Who is expected and who has come: acts, counts, and people as they are typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import attendance, people
from facilitator.model.attendance import MOST_PEOPLE, Tally, people_present
from facilitator.model.change import Act
from facilitator.model.errors import DomainError
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.people import Person, read_person, same_person, write_person
from facilitator.model.records import Facts, Participant, Sector
from facilitator.model.removal import remove
from facilitator.model.workshop import Workshop

NOW = datetime(2026, 3, 14, 9, 2, tzinfo=UTC)
NAMES = ["Youth", "Academics", "Arts, culture", "Private sector"]


@pytest.fixture
def room() -> Workshop:
    sectors = [Sector(f"s{n}", name, float(n)) for n, name in enumerate(NAMES)]
    return Workshop([Facts("facts"), *sectors])


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


def names(workshop: Workshop) -> list[str]:
    return [participant.name for participant in workshop.all(Participant)]


def test_many_are_added_in_one_act_with_the_sectors_that_are_new(room: Workshop) -> None:
    crowd = [
        Person("Ann  Roy", "ACME", "YOUTH", ("academics", "Youth", "Press")),
        Person("Bo", sector="Press"),
        Person(sector="private-sector"),
    ]
    act = did(room, attendance.add_participants(room, crowd))
    ann, bo, nobody = room.all(Participant)
    press = room.all(Sector)[-1]
    assert (act.count, len(act.changes), press.name) == (3, 4, "Press")
    assert (ann.name, ann.sector, ann.further_sectors) == ("Ann Roy", "s0", ("s1", press.id))
    assert (bo.sector, nobody.name, nobody.sector) == (press.id, "", "s3")
    assert [p.position for p in room.all(Participant)] == [1.0, 2.0, 3.0]
    did(room, attendance.edit_participant(room, bo.id, Person("Bo Li", "Arts")))
    assert names(room) == ["Ann Roy", "Bo Li", ""]
    did(room, remove(room, Participant, [ann.id, nobody.id], "delete_participant"))
    assert names(room) == ["Bo Li"]


def test_what_cannot_be_added_is_refused(room: Workshop) -> None:
    for crowd in ([], [Person(" ", "\t")], [Person("x" * (TEXT_LETTERS + 1))]):
        with pytest.raises(DomainError):
            attendance.add_participants(room, crowd)
    with pytest.raises(DomainError, match="at most 5,000 participants"):
        attendance.add_participants(room, [Person("Ann")] * (MOST_PEOPLE + 1))


def test_one_arrives_once_and_it_can_be_taken_back(room: Workshop) -> None:
    did(room, attendance.add_participants(room, [Person("Ann")]))
    (ann,) = room.all(Participant)
    with pytest.raises(DomainError, match="nothing to take back"):
        attendance.take_back_arrival(room, ann.id)
    did(room, attendance.arrive(room, ann.id, NOW))
    assert room.get(Participant, ann.id).arrived_at == "2026-03-14T09:02:00Z"
    with pytest.raises(DomainError, match="arrived already"):
        attendance.arrive(room, ann.id, NOW)
    did(room, attendance.take_back_arrival(room, ann.id))
    assert room.all(Participant) == (ann,)


def test_a_walk_in_may_have_neither_name_nor_sector(room: Workshop) -> None:
    did(room, attendance.add_walk_in(room, NOW, None))
    did(room, attendance.add_walk_in(room, NOW, "s1", " Zoë "))
    assert [(p.sector, p.name) for p in room.all(Participant)] == [(None, ""), ("s1", "Zoë")]
    with pytest.raises(DomainError):
        attendance.add_walk_in(room, NOW, "nowhere")


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "walk_in", "arrive", "back", "edit", "remove"]),
        st.integers(0, 7),
        st.sampled_from([*NAMES, ""]),
        st.lists(st.sampled_from(NAMES), max_size=2),
    ),
    max_size=25,
)


def stepped(room: Workshop, step: str, one: str, person: Person, sector: str) -> Act:
    match step:
        case "add":
            return attendance.add_participants(room, [person])
        case "walk_in":
            return attendance.add_walk_in(room, NOW, sector)
        case "arrive":
            return attendance.arrive(room, one, NOW)
        case "back":
            return attendance.take_back_arrival(room, one)
        case "edit":
            return attendance.edit_participant(room, one, person)
        case _:
            return remove(room, Participant, [one], "delete_participant")


@given(steps)
def test_the_tally_that_follows_is_the_tally_counted_anew(
    what: list[tuple[str, int, str, list[str]]],
) -> None:
    """N counts people: each once, in their first sector, whatever further hats they wear."""
    sectors = [Sector(f"s{n}", name, float(n)) for n, name in enumerate(NAMES)]
    room = Workshop([Facts("facts"), *sectors])
    tally = Tally.of(room)
    for step, place, sector, hats in what:
        person, all_ = Person("Ann", "", sector, tuple(hats)), room.all(Participant)
        one = all_[place % len(all_)].id if all_ else ""
        try:
            act = stepped(room, step, one, person, f"s{place % 4}")
        except DomainError:
            continue
        assert tally.follow(did(room, act).changes)
    counted = Tally.of(room)
    assert +tally.expected == +counted.expected
    assert +tally.arrived == +counted.arrived
    assert +tally.hats == +counted.hats
    assert tally.expected.total() == room.count(Participant)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Ann Roy", Person("Ann Roy")),
        ("Ann ;ACME; Youth", Person("Ann", "ACME", "Youth")),
        ("; ; Youth", Person(sector="Youth")),
        (
            "Ann;;Youth;Press, Academics;Arts",
            Person("Ann", "", "Youth", ("Press", "Academics", "Arts")),
        ),
        ("Ann;;;Arts, culture", Person("Ann", "", "", ("Arts, culture",))),
        ('"Roy; Ann"; "A ""B"""', Person("Roy; Ann", 'A "B"')),
        ("=1+1; @home", Person("=1+1", "@home")),
    ],
)
def test_a_line_is_a_person(line: str, person: Person) -> None:
    assert read_person(line, NAMES) == person


texts = st.text(max_size=12)


@given(st.builds(Person, texts, texts, st.sampled_from(["", *NAMES])))
def test_a_person_that_is_written_is_read_again(person: Person) -> None:
    sectors = [Sector(f"s{n}", name, float(n)) for n, name in enumerate(NAMES)]
    room = Workshop([Facts("facts"), *sectors])
    try:
        did(room, attendance.add_participants(room, [person]))
    except DomainError:
        return
    (kept,) = room.all(Participant)
    again = read_person(write_person(room, kept), NAMES)
    assert again == people.clean_person(person)


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    read_person(line)


def test_the_same_person_has_the_same_name_and_no_other_organization() -> None:
    assert same_person(Person("Zoë Roy", "ACME"), Person("zoe  roy"))
    assert same_person(Person("Zoë Roy", "ACME"), Person("Zoe Roy", "acme"))
    assert not same_person(Person("Zoë Roy", "ACME"), Person("Zoe Roy", "IBM"))
    assert not same_person(Person("", "ACME"), Person("", "ACME"))


def test_n_counts_who_has_arrived_and_all_where_nobody_was_marked(room: Workshop) -> None:
    did(room, attendance.add_participants(room, [Person("Ann"), Person("Bo")]))
    assert len(people_present(room)) == 2
    did(room, attendance.add_walk_in(room, NOW, None))
    assert [person.name for person in people_present(room)] == [""]
