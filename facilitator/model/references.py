"""Which fields of records hold the ids of others, and what becomes of them when those go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Finding,
    Idea,
    Insight,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Response,
    Round,
    Sector,
    Sheet,
    Stage,
    Table,
    Theme,
    WallCount,
)


class Bond(Enum):
    """What becomes of a record when the one goes that it refers to."""

    PART = auto()
    """It goes with it: a note of a principle, an insight of a theme."""
    LINK = auto()
    """It stays, and the reference is cleared: the table at which a note was written."""
    VOTE = auto()
    """It is a vote, and keeps the other from going: votes go with their round only."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a field refers to.

    `beside` is a field that says nothing without it; `empty_is_all` where a list without any
    stands for every record of the kind.
    """

    target: type[Record]
    bond: Bond = Bond.LINK
    beside: str = ""
    empty_is_all: bool = False


def _part(target: type[Record]) -> Reference:
    return Reference(target, Bond.PART)


def _vote(target: type[Record]) -> Reference:
    return Reference(target, Bond.VOTE)


_SECTOR, _STAGE, _SHEET = Reference(Sector), Reference(Stage), Reference(Sheet)

REFERENCES: dict[type[Record], dict[str, Reference]] = {
    Participant: {"sector": _SECTOR, "further_sectors": _SECTOR},
    Sheet: {
        "principle": Reference(Principle),
        "table": Reference(Table),
        "round": Reference(Round),
        "participant": Reference(Participant),
    },
    Theme: {"principle": _part(Principle)},
    Entry: {
        "principle": _part(Principle),
        "table": Reference(Table),
        "sheet": _SHEET,
        "stage": _STAGE,
        "theme": Reference(Theme),
    },
    Insight: {"theme": _part(Theme), "entries": Reference(Entry)},
    Idea: {
        "principle": _part(Principle),
        "answers": Reference(Entry),
        "stage": _STAGE,
        "sheet": _SHEET,
        "merged_into": Reference(Idea),
    },
    Round: {
        "stage": _STAGE,
        "principle": _part(Principle),
        "ideas": Reference(Idea, empty_is_all=True),
    },
    Criterion: {"round": _part(Round)},
    Ballot: {"round": _part(Round), "sector": _SECTOR, "sheet": _SHEET},
    WallCount: {"round": _part(Round), "idea": _vote(Idea), "criterion": _vote(Criterion)},
    RatingSheet: {"round": _part(Round), "idea": _vote(Idea), "sheet": _SHEET},
    Endorsement: {"idea": _part(Idea), "sector": _SECTOR, "stage": _STAGE},
    Question: {"sector": _SECTOR, "stage": _STAGE},
    Response: {"question": _part(EvaluationQuestion), "sector": _SECTOR},
    Finding: {"question": Reference(EvaluationQuestion, beside="option")},
}
"""The fields that hold ids, by the type of the record; each record goes after those that it may
be part of (the order of `RECORD_TYPES`). The marks of a ballot are not among them, as they may
name what is not there; `votes_for` knows them."""


def references_of(type_: type[Record]) -> dict[str, Reference]:
    """The fields of a type that hold ids."""
    return REFERENCES.get(type_, {})


def ids_in(value: Any) -> tuple[str, ...]:
    """The ids that a field holds: several, one, or none."""
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def votes_for(vote: Record) -> Iterator[tuple[type[Record], str]]:
    """What a vote is for, by type and id: ideas and dot colours; of a ballot those it marks."""
    if isinstance(vote, Ballot):
        for mark in vote.marks:
            yield Idea, mark.idea
            if mark.criterion is not None:
                yield Criterion, mark.criterion
        return
    for field, reference in references_of(type(vote)).items():
        if reference.bond is Bond.VOTE:
            yield from ((reference.target, id_) for id_ in ids_in(getattr(vote, field)))
