"""Finding people at the door by the beginnings of their names or organizations."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.change import Change
from facilitator.model.likeness import normalized
from facilitator.model.records import Participant, Sector
from facilitator.model.workshop import Workshop

_LETTERS = 2

OrderKey = tuple[bool, str, float, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """A participant with the words by which it is found, and its place in the order."""

    participant: Participant
    name: tuple[str, ...]
    others: tuple[str, ...]
    order: OrderKey


class PeopleIndex:
    """Every participant, by the first letters of each word of the name and the organization.

    Those without a name are found by their sector. It is built once and follows change by change:
    what a search costs grows with those who share two letters, not with all.
    """

    def __init__(self, workshop: Workshop) -> None:
        """Take in everybody."""
        self._workshop = workshop
        self._people: dict[str, _Known] = {}
        self._order: list[OrderKey] = []
        self._begins: dict[str, dict[str, None]] = {}
        self._fill()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._people)

    def all(self) -> list[Participant]:
        """Everybody by name; those without one come last."""
        return [self._people[key[-1]].participant for key in self._order]

    def find(self, typed: str) -> list[Participant]:
        """Those of whom each typed word begins a word; those who have not arrived come first."""
        words = normalized(typed).split()
        if not words:
            return self.all()
        beginnings = [self._begins.get(word[:_LETTERS], {}) for word in words]
        likely = (self._people[id_] for id_ in min(beginnings, key=len))
        found = [known for known in likely if _matches(known, words)]
        found.sort(key=lambda known: _rank(known, words))
        return [known.participant for known in found]

    def follow(self, changes: Iterable[Change]) -> bool:
        """Take in changes; whether any of them is about people or how they are found."""
        touched = renamed = False
        for change in changes:
            renamed = renamed or isinstance(change.record, Sector)
            if isinstance(change.record, Participant):
                touched = True
                self._drop(change.id)
                if isinstance(change.after, Participant):
                    self._put(change.after)
        if renamed:
            self._fill()
        return touched or renamed

    def _fill(self) -> None:
        self._people.clear()
        self._order.clear()
        self._begins.clear()
        for participant in self._workshop.each(Participant):
            self._put(participant)

    def _put(self, participant: Participant) -> None:
        name = tuple(normalized(participant.name).split())
        others = normalized(participant.organization).split()
        sector = self._workshop.find(Sector, participant.sector)
        if not participant.name and sector is not None:
            others += normalized(sector.name).split()
        said = " ".join((*name, *others))
        order = (not participant.name, said, participant.position, participant.id)
        self._people[participant.id] = _Known(participant, name, tuple(others), order)
        insort(self._order, order)
        for begin in _beginnings((*name, *others)):
            self._begins.setdefault(begin, {})[participant.id] = None

    def _drop(self, id_: str) -> None:
        known = self._people.pop(id_, None)
        if known is not None:
            del self._order[bisect_left(self._order, known.order)]
            for begin in _beginnings((*known.name, *known.others)):
                del self._begins[begin][id_]


def _beginnings(words: Iterable[str]) -> set[str]:
    return {word[:letters] for word in words for letters in range(1, _LETTERS + 1)}


def _matches(known: _Known, words: Iterable[str]) -> bool:
    all_ = (*known.name, *known.others)
    return all(any(own.startswith(word) for own in all_) for word in words)


def _rank(known: _Known, words: list[str]) -> tuple[bool, bool, bool, OrderKey]:
    """Who has not arrived first; of these whom the name begins as typed, then any other name."""
    said = " ".join(known.name)
    in_name = any(own.startswith(words[0]) for own in known.name)
    arrived = known.participant.arrived_at is not None
    return (arrived, not said.startswith(" ".join(words)), not in_name, known.order)
