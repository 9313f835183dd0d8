"""A large workshop for the other measures: 10,000 notes, 500 participants, 100,000 dots."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path

from facilitator.commands.new import from_json
from facilitator.exchange.plan import plan_of
from facilitator.model.ids import new_id
from facilitator.model.kinds import Method, Quadrant, StageKind
from facilitator.model.records import (
    Ballot,
    Entry,
    Idea,
    Mark,
    Participant,
    Principle,
    Record,
    Round,
    Sector,
    Stage,
    Table,
)
from facilitator.model.workshop import Workshop
from facilitator.resources import resource
from facilitator.storage import WorkshopFile

NOTES, PEOPLE, ROUNDS, IDEAS = 10_000, 500, 10, 200
DOTS = 20
"""Dots a person and round: 500 people and 10 rounds make 100,000."""

# fmt: off
_WORDS = (
    "counter", "staff", "letter", "waiting", "bus", "school", "form", "language", "youth",
    "budget", "online", "library", "winter", "hospital", "evening", "translation", "road",
    "neighbour", "permit", "volunteer", "park", "noise", "housing", "farm",
)
# fmt: on


def make_large(path: Path) -> None:
    """Write the file."""
    with WorkshopFile.create(path, large_workshop()):
        pass


def make_empty(path: Path) -> None:
    """A file with the same plan, and nothing recorded."""
    with WorkshopFile.create(path, _plan()):
        pass


def large_workshop() -> tuple[Record, ...]:
    """All of its records."""
    plan = Workshop(_plan())
    ideas = tuple(_ideas(plan))
    return (*_plan(), *_people(plan), *notes(plan, NOTES), *ideas, *_votes(plan, ideas))


def notes(plan: Workshop, count: int) -> Iterator[Entry]:
    """Notes spread evenly over the walls."""
    stage = next(s.id for s in plan.all(Stage) if s.kind is StageKind.SWOT)
    walls = cycle(product(plan.all(Principle), plan.all(Table), Quadrant))
    for number, (principle, table, quadrant) in enumerate(islice(walls, count), start=1):
        words = (_WORDS[number * step % len(_WORDS)] for step in (1, 7, 11, 13))
        text = f"{' '.join(words)}, as person {number} said at the counter"
        yield Entry(new_id(), number, quadrant, text, principle.id, table.id, stage=stage)


_made: list[Record] = []


def _plan() -> tuple[Record, ...]:
    if not _made:
        _made.extend(
            record
            for record in plan_of(from_json(resource("samples", "ops-2017.json")))
            if not isinstance(record, Round | Participant)
        )
    return tuple(_made)


def _people(plan: Workshop) -> Iterator[Participant]:
    sectors = cycle(plan.all(Sector))
    for number, sector in enumerate(islice(sectors, PEOPLE), start=1):
        yield Participant(new_id(), sector.id, name=f"Person {number}", position=float(number))


def _ideas(plan: Workshop) -> Iterator[Idea]:
    principles = cycle(plan.all(Principle))
    for number, principle in enumerate(islice(principles, IDEAS), start=1):
        text = f"Let people {_WORDS[number % len(_WORDS)]} {number} where they already are"
        yield Idea(new_id(), number, text, principle.id, position=float(number))


def _votes(plan: Workshop, ideas: tuple[Idea, ...]) -> Iterator[Record]:
    stage = next(s.id for s in plan.all(Stage) if s.kind is StageKind.PRIORITIZATION)
    number = 0
    for place in range(1, ROUNDS + 1):
        round_ = Round(
            new_id(),
            f"Round {place}",
            Method.BALLOTS,
            dots=DOTS,
            stage=stage,
            closed=place < ROUNDS,
            position=float(place),
        )
        yield round_
        for person in range(PEOPLE):
            number += 1
            marks = tuple(
                Mark(ideas[(person * 7 + place + dot * 9) % IDEAS].id, 1) for dot in range(DOTS)
            )
            yield Ballot(new_id(), number, round_.id, marks)
