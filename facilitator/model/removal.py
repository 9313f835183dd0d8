"""Deleting: one rule for every kind of record, with all that is part of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from facilitator.model.change import Act, Change, removed
from facilitator.model.errors import DomainError
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
    Ballot,
    Criterion,
    Facts,
    Idea,
    RatingSheet,
    Record,
    Round,
    WallCount,
)
from facilitator.model.references import Bond, ids_in, references_of, votes_for
from facilitator.model.workshop import Workshop

Going = dict[str, Record]
"""The records that go, by id: what the others are part of first."""

_VOTES: tuple[type[Ballot | WallCount | RatingSheet], ...] = (Ballot, WallCount, RatingSheet)


def remove(workshop: Workshop, type_: type[Record], ids: Iterable[str], name: str) -> Act:
    """Delete records with all that is part of them, as one act that bears the name.

    Whatever else refers to them stays, and lets go of them. Raises `DomainError` where votes that
    stay are for something that would go.
    """
    chosen = [workshop.get(type_, id_) for id_ in dict.fromkeys(ids)]
    going = _with_parts(workshop, chosen)
    _refuse_to_lose_votes(workshop, going)
    gone = (removed(record) for record in reversed(going.values()))
    return Act(name, (*_let_go(workshop, going), *gone), len(chosen))


def contents(
    workshop: Workshop, type_: type[Record], id_: str
) -> tuple[tuple[type[Record], int], ...]:
    """What would go with a record: how many of each kind, itself not among them."""
    going = _with_parts(workshop, [workshop.get(type_, id_)])
    kinds = [type(record) for record in going.values() if record.id != id_]
    return tuple((kind, kinds.count(kind)) for kind in RECORD_TYPES if kind in kinds)


def _with_parts(workshop: Workshop, chosen: Iterable[Record]) -> Going:
    going: Going = {record.id: record for record in chosen}
    if any(isinstance(record, Facts) for record in going.values()):
        raise DomainError("The facts of the workshop cannot be deleted: change them instead.")
    for type_ in RECORD_TYPES:
        if type_ is not ActHeader and _may_go_with(type_, going):
            for record in workshop.each(type_):
                if record.id not in going and _is_part(workshop, record, going):
                    going[record.id] = record
    return going


def _may_go_with(type_: type[Record], going: Going) -> bool:
    """Whether records of the type can be part of any that go: most are not looked at then."""
    kinds = {type(record) for record in going.values()}
    targets = {r.target for r in references_of(type_).values() if r.bond is Bond.PART}
    return bool(kinds & targets) or (type_ is Round and Idea in kinds)


def _is_part(workshop: Workshop, record: Record, going: Going) -> bool:
    if any(
        getattr(record, field) in going
        for field, reference in references_of(type(record)).items()
        if reference.bond is Bond.PART
    ):
        return True
    return isinstance(record, Round) and _is_left_without_ideas(workshop, record, going)


def _is_left_without_ideas(workshop: Workshop, round_: Round, going: Going) -> bool:
    """Whether a round loses all its ideas, none of them voted on: it would be about all others."""
    emptied = bool(round_.ideas) and going.keys() >= set(round_.ideas)
    return emptied and not any(v.round == round_.id for t in _VOTES for v in workshop.each(t))


def _refuse_to_lose_votes(workshop: Workshop, going: Going) -> None:
    """A vote without its idea or its colour would no longer say what it was for."""
    voted_on = {id_: r for id_, r in going.items() if isinstance(r, Idea | Criterion)}
    if not voted_on:
        return
    for type_ in _VOTES:
        for vote in workshop.each(type_):
            if vote.id not in going:
                for _, id_ in votes_for(vote):
                    if id_ in voted_on:
                        raise _has_votes(voted_on[id_], workshop.get(Round, vote.round))
    for round_ in workshop.each(Round):  # one with empty ballots only
        if round_.id not in going and round_.ideas and voted_on.keys() >= set(round_.ideas):
            raise _has_votes(voted_on[round_.ideas[0]], round_)


def _has_votes(record: Idea | Criterion, round_: Round) -> DomainError:
    if isinstance(record, Idea):
        return DomainError(
            "Idea {number} has votes in “{round}”: undo or delete them, or the round, first.",
            number=record.number,
            round=round_.title,
        )
    return DomainError(
        "“{name}” has votes in “{round}”: undo or delete them, or the round, first.",
        name=record.name,
        round=round_.title,
    )


def _let_go(workshop: Workshop, going: Going) -> Iterator[Change]:
    """What stays, without its links to what goes."""
    kinds = {type(record) for record in going.values()}
    for type_ in RECORD_TYPES:
        fields = [f for f, r in references_of(type_).items() if r.target in kinds]
        if fields:
            for record in workshop.each(type_):
                if record.id not in going:
                    kept = without(record, going.keys(), fields)
                    if kept is not record:
                        yield Change(record, kept)


def without(record: Record, ids: Container[str], fields: Iterable[str]) -> Record:
    """A record whose fields no longer hold these ids."""
    cleared: dict[str, Any] = {}
    for field in fields:
        value = getattr(record, field)
        if any(id_ in ids for id_ in ids_in(value)):
            several = isinstance(value, tuple)
            cleared[field] = tuple(id_ for id_ in value if id_ not in ids) if several else None
            beside = references_of(type(record))[field].beside
            if beside:
                cleared[beside] = ""
    return replace(record, **cleared) if cleared else record
