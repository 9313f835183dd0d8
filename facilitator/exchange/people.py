"""A table as people: which column is what, who is taken in, and who is refused and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.exchange.tables_in import Grid, Progress
from facilitator.model.attendance import MOST_PEOPLE
from facilitator.model.errors import DomainError
from facilitator.model.people import (
    KnownPeople,
    Person,
    clean_person,
    key_of,
    sectors_by_key,
    split_sectors,
    with_sectors,
)
from facilitator.model.records import Participant, Sector
from facilitator.model.workshop import Workshop

_LOOKED_AT = 200
_ONCE_IN = 200


class Column(StrEnum):
    """What a column of the table says of a person."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORGANIZATION = "organization"
    SECTOR = "sector"
    FURTHER = "further"


HEADERS: Mapping[Column, frozenset[str]] = {
    column: frozenset(words.split("|"))
    for column, words in {
        Column.NAME: "name|names|full name|participant|participants|participant name|attendee|"
        "person|guest|nom complet|nom et prenom|prenom et nom|nom du participant|participante|"
        "participant e|invite|invitee|personne",
        Column.FIRST_NAME: "first name|firstname|given name|given names|forename|prenom|prenoms",
        Column.LAST_NAME: "last name|lastname|surname|family name|nom|noms|nom de famille",
        Column.ORGANIZATION: "organization|organisation|organizations|organisations|company|"
        "employer|affiliation|institution|agency|ministry|association|organisme|entreprise|"
        "societe|employeur|etablissement|ministere|agence",
        Column.SECTOR: "sector|sectors|primary sector|main sector|category|group|type|secteur|"
        "secteurs|secteur principal|secteur d activite|categorie|groupe",
        Column.FURTHER: "further sectors|further sector|other sectors|other sector|second sector|"
        "secondary sector|secondary sectors|additional sectors|hats|autres secteurs|"
        "autre secteur|secteurs supplementaires|secteur secondaire|secteurs secondaires|chapeaux",
    }.items()
}
"""What people write over a column, in English and French; without accents and capitals."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What each column is, None for one that is left out; whether the first row has the titles."""

    columns: tuple[Column | None, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not taken in, and why."""

    row: int
    text: str
    reason: DomainError


@dataclass(slots=True)
class Sorted:
    """What became of the rows: each that has something in it is accepted or refused.

    `unknown` are the sectors that are not there yet, with how many people name each.
    """

    accepted: list[Person] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    empty: int = 0
    unknown: dict[str, int] = field(default_factory=dict)


def guess(grid: Grid, workshop: Workshop) -> Matching:
    """What the columns likely are: by their titles, else by what stands in them."""
    first = next((row for row in grid.rows if any(row)), ())
    by_title = match_columns(first)
    if any(by_title):
        return Matching(by_title, header=True)
    return Matching(_by_content(grid, workshop))


def match_columns(titles: Sequence[str]) -> tuple[Column | None, ...]:
    """What the columns are by their titles, each but further sectors once."""
    found: list[Column | None] = []
    for title in titles:
        key = key_of(title)
        column = next((column for column, words in HEADERS.items() if key in words), None)
        found.append(None if column in found and column is not Column.FURTHER else column)
    if Column.LAST_NAME in found and Column.FIRST_NAME not in found:
        return _instead(found, Column.LAST_NAME, Column.NAME)  # « Nom » alone is the whole name
    named = {key_of(title) for title in titles}
    if Column.FIRST_NAME in found and named & {"name", "names"}:
        return _instead(found, Column.NAME, Column.LAST_NAME)
    return tuple(found)


def people_from(
    grid: Grid,
    matching: Matching,
    workshop: Workshop,
    instead: Mapping[str, str],
    progress: Progress,
) -> Sorted:
    """The people in a table; `instead` are other names for sectors, by the keys of theirs."""
    sorter = _Sorter(matching, workshop, instead)
    first = next((number for number, row in enumerate(grid.rows) if any(row)), 0)
    for number, row in enumerate(grid.rows):
        if number % _ONCE_IN == 0:
            progress(number / len(grid.rows))
        if not any(row):
            sorter.result.empty += 1
        elif not (matching.header and number == first):
            sorter.take(number + 1, row)
    return sorter.finished()


class _Sorter:
    """Takes row after row."""

    def __init__(self, matching: Matching, workshop: Workshop, instead: Mapping[str, str]) -> None:
        self.result = Sorted()
        self._columns, self._instead = matching.columns, instead
        self._sectors = {key: s.name for key, s in sectors_by_key(workshop).items()}
        self._unknown: Counter[str] = Counter()
        self._spelled: dict[str, str] = {}
        self._there, self._here = KnownPeople(), KnownPeople()
        self._room = MOST_PEOPLE - workshop.count(Participant)
        for known in workshop.each(Participant):
            self._there.add(Person(known.name, known.organization), known.id)

    def take(self, number: int, row: Sequence[str]) -> None:
        """Accept a row, or refuse it."""
        try:
            person = self._accepted(row)
        except DomainError as reason:
            text = " · ".join(" ".join(cell.split()) for cell in row if cell)
            self.result.refused.append(Refused(number, text, reason))
            return
        self._here.add(person, str(number))
        self.result.accepted.append(person)
        for name in {person.sector, *person.further} - {""}:
            self._count(name)

    def finished(self) -> Sorted:
        """What became of the rows."""
        self.result.unknown = {self._spelled[key]: n for key, n in self._unknown.items()}
        self.result.accepted = [with_sectors(p, self._instead) for p in self.result.accepted]
        return self.result

    def _accepted(self, row: Sequence[str]) -> Person:
        person = self._person(row)
        if person.empty:
            raise DomainError("There is nothing in the columns that are matched.")
        person = clean_person(person)
        if self._there.find(person) is not None:
            raise DomainError("This person is a participant already.")
        row_before = self._here.find(person)
        if row_before is not None:
            raise DomainError("This person stands in row {row} already.", row=int(row_before))
        if not with_sectors(person, self._instead).empty:
            if len(self.result.accepted) >= self._room:
                raise DomainError(
                    "A workshop holds at most {most} participants: leave some out.",
                    most=MOST_PEOPLE,
                )
            return person
        raise DomainError("There is only a sector here, and it is left out.")

    def _person(self, row: Sequence[str]) -> Person:
        said: dict[Column, str] = {}
        further: list[str] = []
        for column, text in zip(self._columns, row, strict=False):
            if column is Column.FURTHER:
                further += split_sectors(text, self._sectors.values())
            elif column is not None and text:
                said.setdefault(column, text)
        sector = said.get(Column.SECTOR, "")
        if key_of(sector) not in self._sectors and ";" in sector:
            sector, *more = split_sectors(sector) or ("",)
            further = [*more, *further]
        parts = (said.get(Column.FIRST_NAME, ""), said.get(Column.LAST_NAME, ""))
        name = said.get(Column.NAME) or " ".join(part for part in parts if part)
        return Person(name, said.get(Column.ORGANIZATION, ""), sector, tuple(further))

    def _count(self, name: str) -> None:
        key = key_of(name)
        if key not in self._sectors:
            self._unknown[key] += 1
            self._spelled.setdefault(key, name)


def _instead(
    found: Sequence[Column | None], one: Column, other: Column
) -> tuple[Column | None, ...]:
    """The columns with one read as another, where that is not there yet."""
    if other in found:
        return tuple(found)
    return tuple(other if column is one else column for column in found)


def _by_content(grid: Grid, workshop: Workshop) -> tuple[Column | None, ...]:
    """Where sectors stand that are known, that is the sector; the others in the usual order."""
    sectors = {key_of(sector.name) for sector in workshop.each(Sector)}
    rows = grid.rows[:_LOOKED_AT]
    found: list[Column | None] = []
    for place in range(grid.width):
        texts = [row[place] for row in rows if row[place]]
        known = sum(key_of(text) in sectors for text in texts)
        is_sector = bool(texts) and 2 * known > len(texts)
        if is_sector:
            found.append(Column.FURTHER if Column.SECTOR in found else Column.SECTOR)
        else:
            found.append(None)
    usual = [Column.NAME, Column.ORGANIZATION]
    usual += [] if Column.SECTOR in found else [Column.SECTOR]
    usual += [] if Column.FURTHER in found else [Column.FURTHER]
    return tuple(column or (usual.pop(0) if usual else None) for column in found)
