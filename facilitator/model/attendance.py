"""Who is expected and who has come: the acts, and the counts by sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from facilitator.model.agenda import stamp
from facilitator.model.change import Act, Change, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.limits import clean_text_or_none
from facilitator.model.people import Person, clean_person, key_of, sectors_by_key
from facilitator.model.records import Participant, Sector
from facilitator.model.workshop import Workshop

MOST_PEOPLE = 5_000
"""The most participants of a workshop: ten times the largest that the program is made for."""


def people_present(workshop: Workshop) -> tuple[Participant, ...]:
    """Those whom N counts: who has arrived; all, where no arrival was marked.

    Attendance at the door is optional: without it, those in the list are those who came.
    """
    people = tuple(workshop.each(Participant))
    return tuple(person for person in people if person.arrived_at is not None) or people


def add_participants(workshop: Workshop, people: Sequence[Person]) -> Act:
    """Add people, all of them one act; sectors that are not there yet are made with them."""
    if not people:
        raise DomainError("There is nobody to add: type a name, or a sector at least.")
    _refuse_crowd(workshop, len(people))
    sectors = _Sectors(workshop)
    position = workshop.next_position(Participant)
    changes = [
        added(_filled(Participant(new_id(), position=position + place), person, sectors))
        for place, person in enumerate(people)
    ]
    return Act("add_participants", (*sectors.made, *changes), len(changes))


def edit_participant(workshop: Workshop, participant_id: str, person: Person) -> Act:
    """Mend what is said of a participant."""
    sectors = _Sectors(workshop)
    before = workshop.get(Participant, participant_id)
    change = Change(before, _filled(before, person, sectors))
    return Act("edit_participant", (*sectors.made, change))


def arrive(workshop: Workshop, participant_id: str, now: datetime) -> Act:
    """A participant has come. Raises `DomainError` where that is known already."""
    participant = workshop.get(Participant, participant_id)
    if participant.arrived_at is not None:
        raise DomainError("This participant has arrived already.")
    return Act("arrive", (edited(participant, arrived_at=stamp(now)),))


def take_back_arrival(workshop: Workshop, participant_id: str) -> Act:
    """A participant has not come after all. Raises `DomainError` where that is so already."""
    participant = workshop.get(Participant, participant_id)
    if participant.arrived_at is None:
        raise DomainError("This participant has not arrived: there is nothing to take back.")
    return Act("take_back_arrival", (edited(participant, arrived_at=None),))


def add_walk_in(workshop: Workshop, now: datetime, sector: str | None, name: str = "") -> Act:
    """Somebody has come who was not expected; the name may be left empty."""
    _refuse_crowd(workshop, 1)
    walk_in = Participant(
        new_id(),
        None if sector is None else workshop.get(Sector, sector).id,
        name=" ".join(clean_text_or_none(name, "The name").split()),
        arrived_at=stamp(now),
        position=workshop.next_position(Participant),
    )
    return Act("add_walk_in", (added(walk_in),))


@dataclass(slots=True)
class Tally:
    """People by sector, each counted once in their first; hats, the further ones, apart.

    None stands for a sector that is not stated. It is brought up to date change by change.
    """

    expected: Counter[str | None] = field(default_factory=Counter)
    arrived: Counter[str | None] = field(default_factory=Counter)
    hats: Counter[str | None] = field(default_factory=Counter)

    @classmethod
    def of(cls, workshop: Workshop) -> Tally:
        """The counts as they stand."""
        tally = cls()
        for participant in workshop.each(Participant):
            tally._count(participant, 1)
        return tally

    def follow(self, changes: Iterable[Change]) -> bool:
        """Take in changes; whether any of them counts."""
        counts = False
        for change in changes:
            for record, by in ((change.before, -1), (change.after, 1)):
                if isinstance(record, Participant):
                    self._count(record, by)
                    counts = True
        return counts

    def _count(self, participant: Participant, by: int) -> None:
        self.expected[participant.sector] += by
        if participant.arrived_at is not None:
            self.arrived[participant.sector] += by
            for hat in participant.further_sectors:
                self.hats[hat] += by


class _Sectors:
    """Sectors by name; those that are not there are made, once each."""

    def __init__(self, workshop: Workshop) -> None:
        self._ids = {key: sector.id for key, sector in sectors_by_key(workshop).items()}
        self._position = workshop.next_position(Sector)
        self.made: list[Change] = []

    def id_of(self, name: str) -> str:
        key = key_of(name)
        if key not in self._ids:
            sector = Sector(new_id(), name, self._position + len(self.made))
            self.made.append(added(sector))
            self._ids[key] = sector.id
        return self._ids[key]


def _filled(participant: Participant, person: Person, sectors: _Sectors) -> Participant:
    said = clean_person(person)
    return replace(
        participant,
        name=said.name,
        organization=said.organization,
        sector=sectors.id_of(said.sector) if said.sector else None,
        further_sectors=tuple(sectors.id_of(name) for name in said.further),
    )


def _refuse_crowd(workshop: Workshop, more: int) -> None:
    if workshop.count(Participant) + more > MOST_PEOPLE:
        raise DomainError(
            "A workshop holds at most {most} participants: leave some out.", most=MOST_PEOPLE
        )
