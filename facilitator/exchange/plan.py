"""The workshop as planned, without what was recorded on the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.model.records import (
    Criterion,
    EvaluationQuestion,
    Facts,
    Participant,
    Passage,
    Principle,
    Record,
    Resource,
    Round,
    Sector,
    Stage,
    Table,
)

_PLANNED = (
    Facts,
    Resource,
    Sector,
    Participant,
    Principle,
    Table,
    Stage,
    Round,
    Criterion,
    EvaluationQuestion,
    Passage,
)


def plan_of(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records of the plan, in the order given, with the same ids.

    Kept are facts, resources, principles, tables, stages, sectors, participants, rounds with
    their criteria, evaluation questions and passages, each without what the day adds to it: times
    and notes of stages, arrivals, voters and ideas of rounds. Notes, themes, ideas, votes,
    questions, responses, findings and printed sheets go.
    """
    return tuple(_as_planned(record) for record in records if isinstance(record, _PLANNED))


def _as_planned(record: Record) -> Record:
    match record:
        case Stage():
            planned_stage = replace(record, notes="", skipped=False, paused_seconds=0)
            return replace(
                planned_stage, started_at=None, finished_at=None, paused_at=None, added_minutes=0
            )
        case Participant():
            return replace(record, arrived_at=None)
        case Round():
            # Ideas are always of the day, so that a round cannot name them beforehand.
            planned = replace(record, ideas=(), closed=False, revealed=False)
            return replace(planned, voters=None, unused=None, spoiled=None)
        case _:
            return record
