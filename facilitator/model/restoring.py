"""Putting back what was deleted, and the links that the deletion cleared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from facilitator.model.change import Act, Change, added
from facilitator.model.errors import DomainError
from facilitator.model.records import (
    RECORD_TYPES,
    Ballot,
    Record,
    Response,
    Sheet,
    WallCount,
)
from facilitator.model.references import Bond, ids_in, references_of, votes_for
from facilitator.model.removal import without
from facilitator.model.searching import text_of
from facilitator.model.workshop import Workshop

Back = dict[str, Record]
"""The records to put back, by id."""

_PLACES: dict[type[Record], tuple[str, ...]] = {
    WallCount: ("round", "idea", "criterion", "counter"),
    Response: ("question", "form"),
    Sheet: ("code",),
}
"""The fields in which no two records of a type are alike."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reference that a deletion cleared: a field of a record, before and after it.

    `beside` is what stood in the field that says nothing without it.
    """

    type: type[Record]
    record: str
    field: str
    before: Any
    after: Any
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Deletion:
    """What an act deleted that is still gone, and the links that it cleared; `count` is its own."""

    records: tuple[Record, ...]
    links: tuple[Link, ...] = ()
    count: int = 1


def nothing_lost(_id: str) -> Record | None:
    """Where nothing else is in the bin."""
    return None


def restore(
    workshop: Workshop,
    deletion: Deletion,
    ids: Iterable[str] = (),
    lost: Callable[[str], Record | None] = nothing_lost,
) -> Act:
    """Put back what was deleted, or with `ids` only these, with what is part of them.

    What they need to be there is put back with them where the same act deleted it; where another
    did, `DomainError` says what to restore first. `lost` gives a record of the bin by its id.
    Links come back where nothing else has taken their place.
    """
    chosen = tuple(dict.fromkeys(ids)) or tuple(record.id for record in deletion.records)
    gone = {r.id: r for r in deletion.records if workshop.find(type(r), r.id) is None}
    if not chosen or not gone.keys() >= set(chosen):
        raise DomainError("This is not in the bin any more: look at the bin again.")
    back = _with_needs(workshop, gone, _with_parts(gone, chosen), lost)
    _refuse_taken_places(workshop, back)
    put = [added(_as_can_be(workshop, record, back)) for record in _in_order(back.values())]
    whole = len(chosen) == len(deletion.records)
    count = deletion.count if whole else len(chosen)
    return Act("restore", (*put, *_links(workshop, deletion.links, back)), count)


def _in_order(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: RECORD_TYPES.index(type(record)))


def _with_parts(gone: Back, chosen: Iterable[str]) -> Back:
    back = {id_: gone[id_] for id_ in chosen}
    for record in _in_order(gone.values()):
        for field, reference in references_of(type(record)).items():
            if reference.bond is Bond.PART and getattr(record, field) in back:
                back[record.id] = record
    return back


def _with_needs(
    workshop: Workshop, gone: Back, back: Back, lost: Callable[[str], Record | None]
) -> Back:
    """The records, with those without which they cannot be."""
    whole, unseen = dict(back), list(back.values())
    while unseen:
        record = unseen.pop()
        for type_, id_ in _needs(workshop, record, whole):
            if id_ in whole or workshop.find(type_, id_) is not None:
                continue
            if id_ in gone:
                whole[id_] = gone[id_]
                unseen.append(gone[id_])
            elif (other := lost(id_)) is not None:
                raise DomainError(
                    "“{name}” is in the bin, too, and this belongs to it: put that back first.",
                    name=text_of(other).partition("\n")[0],
                )
            elif not isinstance(record, Ballot):  # a ballot may mark what never was
                raise DomainError("What this belongs to is not there any more.")
    return whole


def _needs(workshop: Workshop, record: Record, back: Back) -> Iterator[tuple[type[Record], str]]:
    """Type and id of what a record cannot be without."""
    for field, reference in references_of(type(record)).items():
        ids = ids_in(getattr(record, field))
        if reference.bond is Bond.PART or (
            reference.empty_is_all
            and not any(id_ in back or workshop.find(reference.target, id_) for id_ in ids)
        ):
            yield from ((reference.target, id_) for id_ in ids)
    yield from votes_for(record)


def _refuse_taken_places(workshop: Workshop, back: Back) -> None:
    for type_ in {type(record) for record in back.values()} & _PLACES.keys():
        place = attrgetter(*_PLACES[type_])
        taken = {place(record) for record in workshop.each(type_)}
        if any(type(record) is type_ and place(record) in taken for record in back.values()):
            raise DomainError(
                "This was recorded anew meanwhile: delete what took its place, then put this back."
            )


def _as_can_be(workshop: Workshop, record: Record, back: Back) -> Record:
    """A record that was deleted, without its links to what is not there any more."""
    references = references_of(type(record))
    lacking = {
        id_
        for field, reference in references.items()
        if reference.bond is Bond.LINK
        for id_ in ids_in(getattr(record, field))
        if id_ not in back and workshop.find(reference.target, id_) is None
    }
    return without(record, lacking, references) if lacking else record


def _links(workshop: Workshop, links: Iterable[Link], back: Back) -> Iterator[Change]:
    """The links given back to records that stayed, or that are there again."""
    given: Back = {}
    for link in links:
        if link.record not in back:
            record = given.get(link.record, workshop.find(link.type, link.record))
            if record is not None:
                given[link.record] = _linked(workshop, record, link, back)
    for id_, record in given.items():
        before = workshop.get(type(record), id_)
        if before != record:
            yield Change(before, record)


def _linked(workshop: Workshop, record: Record, link: Link, back: Back) -> Record:
    """A record with what is put back where its link was, unless something has taken its place."""
    now = getattr(record, link.field)
    reference = references_of(link.type)[link.field]
    if isinstance(now, tuple):
        emptied = reference.empty_is_all and not now and link.after
        mixed: dict[str, Any] = {} if emptied else {link.field: _mixed(now, link, back)}
        return replace(record, **mixed)
    if now is not None or link.before not in back or _circular(workshop, record, link, back):
        return record
    cleared: dict[str, Any] = {link.field: link.before}
    if reference.beside and not getattr(record, reference.beside):
        cleared[reference.beside] = link.beside
    return replace(record, **cleared)


def _mixed(now: tuple[str, ...], link: Link, back: Back) -> tuple[str, ...]:
    """The ids of now, with those put back among them where they stood."""
    mixed, place = list(now), 0
    for id_ in link.before:
        if id_ in mixed[place:]:
            place = mixed.index(id_, place) + 1
        elif id_ in back and id_ not in now:
            mixed.insert(place, id_)
            place += 1
    return tuple(mixed)


def _circular(workshop: Workshop, record: Record, link: Link, back: Back) -> bool:
    """Whether a link would lead back to its record: an idea merged into itself in the end."""
    seen: set[str] = {record.id}
    id_: str | None = link.before
    while id_ is not None and id_ not in seen:
        seen.add(id_)
        other = back.get(id_) or workshop.find(link.type, id_)
        id_ = getattr(other, link.field, None)
    return id_ == record.id
