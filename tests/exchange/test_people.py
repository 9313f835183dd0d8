"""A table as people: columns, those taken in, and those refused and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.people import Column, Matching, Sorted, guess, match_columns, people_from
from facilitator.exchange.tables_in import Grid, table_pasted
from facilitator.model import attendance
from facilitator.model.limits import TEXT_LETTERS
from facilitator.model.people import Person
from facilitator.model.records import Facts, Participant, Sector
from facilitator.model.workshop import Workshop

NAME, FIRST, LAST = Column.NAME, Column.FIRST_NAME, Column.LAST_NAME
ORG, SECTOR, FURTHER = Column.ORGANIZATION, Column.SECTOR, Column.FURTHER


@pytest.fixture
def room() -> Workshop:
    sectors = [Sector("y", "Youth"), Sector("p", "Private sector"), Sector("c", "Arts, culture")]
    known = Participant("1", "y", name="Zoë Roy", organization="ACME")
    return Workshop([Facts("facts"), *sectors, known])


def sorted_(room: Workshop, text: str, **instead: str) -> Sorted:
    grid = table_pasted(text)
    return people_from(grid, guess(grid, room), room, instead, lambda _: None)


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        ("Name;Organization;Sector;Further sectors", (NAME, ORG, SECTOR, FURTHER)),
        ("NOM;Organisme;Secteur principal;Autres secteurs", (NAME, ORG, SECTOR, FURTHER)),
        ("Prénom;Nom;Société;Remarques", (FIRST, LAST, ORG, None)),
        ("First Name;Name;E-mail", (FIRST, LAST, None)),
        ("Last name;Company;Company", (NAME, ORG, None)),
        ("First name;Full name", (FIRST, NAME)),
        ("Ann;ACME", (None, None)),
    ],
)
def test_titles_in_two_languages_say_what_columns_are(
    titles: str, columns: tuple[Column | None, ...]
) -> None:
    assert match_columns(titles.split(";")) == columns


def test_without_titles_what_stands_in_the_columns_says_it(room: Workshop) -> None:
    columns = guess(table_pasted("ACME;youth;Ann\nIBM;PRIVATE-SECTOR;Bo\nX;Press;Cy"), room)
    assert columns == Matching((NAME, SECTOR, ORG))
    assert guess(table_pasted("Ann\nBo"), room) == Matching((NAME,))
    wide = guess(table_pasted("Ann;A;B;C;D\nBo;A;B;C;D"), room)
    assert wide == Matching((NAME, ORG, SECTOR, FURTHER, None))


def test_people_are_taken_in_or_refused_with_the_row_and_the_reason(room: Workshop) -> None:
    found = sorted_(
        room,
        "Prénom\tNom\tOrganisme\tSecteur\tAutres secteurs\tNote\n"
        "Ann\tRoy\tACME\tYOUTH\tPress; Arts, culture\tx\n"
        "\n"
        "Zoé\tROY\tacme\tYouth\t\t\n"
        "ann\troy\t\t\t\t\n"
        "Zoë\tRoy\tIBM\tPress\t\t\n"
        "\t\t\t\t\tx\n"
        f"{'y' * (TEXT_LETTERS + 1)}\t\t\t\t\t\n"
        "\t\t\tYouth;Press\t\t\n"
        "=1+1\t@home\t-5\t+\t\t\n",
    )
    assert found.accepted == [
        Person("Ann Roy", "ACME", "YOUTH", ("Press", "Arts", "culture")),
        Person("Zoë Roy", "IBM", "Press"),
        Person("", "", "Youth", ("Press",)),
        Person("=1+1 @home", "-5", "+"),
    ]
    assert [(r.row, str(r.reason)) for r in found.refused] == [
        (4, "This person is a participant already."),
        (5, "This person stands in row 2 already."),
        (7, "There is nothing in the columns that are matched."),
        (8, "The name has 5,001 letters: at most 5,000 fit, split it into several."),
    ]
    assert found.refused[0].text == "Zoé · ROY · acme · Youth"
    assert found.unknown == {"Press": 3, "Arts": 1, "culture": 1, "+": 1}
    assert found.empty == 1


def test_unknown_sectors_are_made_mapped_or_left_out(room: Workshop) -> None:
    text = "Name;Sector;Hats\nAnn;Yuoth;Press\nBo;Arts, culture;Yuoth\n;Press;"
    found = sorted_(room, text, yuoth="Youth", press="")
    assert found.accepted == [
        Person("Ann", "", "Youth"),
        Person("Bo", "", "Arts, culture", ("Youth",)),
    ]
    assert [str(r.reason) for r in found.refused] == [
        "There is only a sector here, and it is left out."
    ]
    room.apply(attendance.add_participants(room, found.accepted).changes)
    assert room.count(Sector) == 3


def test_no_more_people_than_a_workshop_holds(room: Workshop) -> None:
    most = attendance.MOST_PEOPLE
    found = sorted_(room, "\n".join(f"Person {n}" for n in range(most + 1)))
    assert (len(found.accepted), [r.row for r in found.refused]) == (most - 1, [most, most + 1])
    assert attendance.add_participants(room, found.accepted).count == most - 1


texts = st.sampled_from(["", "Ann", "ann ", "Zoë Roy", "Youth", "Press;Youth", "\t", "?", "ACME"])


@given(
    st.lists(st.lists(texts | st.text(max_size=5), min_size=3, max_size=3), min_size=1),
    st.lists(st.sampled_from([*Column, None]), min_size=3, max_size=3),
    st.booleans(),
)
def test_each_row_is_accepted_refused_empty_or_the_titles(
    rows: list[list[str]], columns: list[Column | None], header: bool
) -> None:
    room = Workshop([Facts("f"), Sector("y", "Youth"), Participant("1", "y", name="Zoë Roy")])
    grid = Grid(tuple(tuple(row) for row in rows))
    found = people_from(grid, Matching(tuple(columns), header), room, {}, lambda _: None)
    titles = int(header and any(any(row) for row in rows))
    assert len(found.accepted) + len(found.refused) + found.empty + titles == len(rows)
    if found.accepted:
        room.apply(attendance.add_participants(room, found.accepted).changes)
    assert room.count(Participant) == 1 + len(found.accepted)
    named = {s.name for s in room.all(Sector)}
    assert len(named) <= 1 + len(found.unknown)
