"""People as they are typed: “Name; organization; sector; further sectors” on one line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.model.likeness import normalized
from facilitator.model.limits import clean_text_or_none
from facilitator.model.records import Participant, Sector
from facilitator.model.workshop import Workshop

_APART = re.compile(r"[;,|\n]")


@dataclass(frozen=True, slots=True)
class Person:
    """What is said of a participant; sectors by their names, as they were typed."""

    name: str = ""
    organization: str = ""
    sector: str = ""
    further: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing at all is said."""
        return not (self.name or self.organization or self.sector or self.further)


def key_of(text: str) -> str:
    """A text without case, accents and punctuation: what makes two names the same."""
    return normalized(text) or text.casefold().strip()


def sectors_by_key(workshop: Workshop) -> dict[str, Sector]:
    """Every sector, by the key of its name."""
    return {key_of(sector.name): sector for sector in reversed(workshop.all(Sector))}


def clean_person(person: Person) -> Person:
    """The person with each text on one line; further sectors once each, without the first.

    Raises `DomainError` where a text is too long or nothing is said.
    """
    named = [clean_text_or_none(name, "The sector") for name in person.further]
    further = {key_of(name): _flat(name) for name in named if name}
    further.pop(key_of(person.sector), None)
    cleaned = Person(
        _flat(clean_text_or_none(person.name, "The name")),
        _flat(clean_text_or_none(person.organization, "The organization")),
        _flat(clean_text_or_none(person.sector, "The sector")),
        tuple(further.values()),
    )
    if cleaned.empty:
        raise DomainError("There is nobody to add: type a name, or a sector at least.")
    return cleaned


def read_person(line: str, known: Iterable[str] = ()) -> Person:
    """The person on a line such as `Ann Roy; ACME; Youth; Academics`.

    A text that has a semicolon stands in quotation marks. `known` are the names of sectors: those
    with a comma in them are not taken apart.
    """
    flat = " ".join(line.split())
    rows = csv.reader([flat], delimiter=";", skipinitialspace=True)
    try:
        texts = [text.strip() for text in next(rows, [])]
    except csv.Error:  # longer than any field may be
        texts = [flat]
    name, organization, sector, *rest = [*texts, "", "", ""][: max(3, len(texts))]
    further = tuple(part for text in rest for part in split_sectors(text, known))
    return Person(name, organization, sector, further)


def write_person(workshop: Workshop, participant: Participant) -> str:
    """A participant as a line that `read_person` reads."""
    further = [named.name for named in _found(workshop, participant.further_sectors)]
    sector = workshop.find(Sector, participant.sector)
    texts = [participant.name, participant.organization, sector.name if sector else "", *further]
    while texts and not texts[-1]:
        texts.pop()
    return "; ".join(map(_quoted, texts))


def split_sectors(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The sectors in one text, apart by commas, semicolons, bars or lines."""
    keys = {key_of(name) for name in known}
    if key_of(text) in keys:
        return (text.strip(),)
    return tuple(part.strip() for part in _APART.split(text) if part.strip())


def same_person(one: Person, other: Person) -> bool:
    """Whether two are likely one: the same name, and no other organization."""
    if not one.name or key_of(one.name) != key_of(other.name):
        return False
    places = {key_of(one.organization), key_of(other.organization)} - {""}
    return len(places) < 2


class KnownPeople:
    """People by their names, to find out whether one is there already."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._by_name: dict[str, list[tuple[Person, str]]] = {}

    def add(self, person: Person, where: str) -> None:
        """Keep a person; `where` is given back when somebody is the same."""
        if person.name:
            self._by_name.setdefault(key_of(person.name), []).append((person, where))

    def find(self, person: Person) -> str | None:
        """Where the same person is, or None."""
        alike = self._by_name.get(key_of(person.name), ()) if person.name else ()
        return next((where for other, where in alike if same_person(person, other)), None)


def with_sectors(person: Person, instead: Mapping[str, str]) -> Person:
    """The person with sectors replaced by key; an empty name leaves a sector out."""

    def named(name: str) -> str:
        return instead.get(key_of(name), name)

    further = tuple(found for found in map(named, person.further) if found)
    return Person(person.name, person.organization, named(person.sector), further)


def _found(workshop: Workshop, ids: Iterable[str]) -> list[Sector]:
    found = (workshop.find(Sector, id_) for id_ in ids)
    return [sector for sector in found if sector is not None]


def _quoted(text: str) -> str:
    if ";" not in text and not text.startswith('"'):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _flat(text: str) -> str:
    return " ".join(text.split())
