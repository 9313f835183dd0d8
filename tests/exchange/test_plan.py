"""What of a workshop is its plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from facilitator.exchange.plan import plan_of
from facilitator.exchange.workshop_json import json_from_workshop, records_from_json
from facilitator.model.kinds import Method, StageKind
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
    Ballot,
    Criterion,
    Facts,
    Idea,
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
from facilitator.model.references import references_of
from facilitator.model.workshop import Workshop
from facilitator.resources import resource
from tests.exchange.random_workshops import workshops


def all_of(w: Workshop) -> list[Record]:
    kinds: list[Any] = [type_ for type_ in RECORD_TYPES if type_ is not ActHeader]
    return [record for type_ in kinds for record in w.all(type_)]


def test_the_day_is_taken_out_of_what_was_planned() -> None:
    stage = Stage("s", StageKind.SWOT, "SWOT", prompt="Why?", private_notes="Silent", position=1.0)
    round_ = Round("r", "Vote", Method.WALL, dots=5, stacking=2, open=True, stage="s", position=1.0)
    planned = (
        Facts("f", "A day", threshold=5),
        Participant("p", "x", name="Ann"),
        stage,
        round_,
        Criterion("c", "r", "Impact"),
    )
    stamp = "2017-10-13T17:00:00Z"
    of_the_day = (
        planned[0],
        replace(planned[1], arrived_at=stamp),
        replace(stage, notes="Lively", started_at=stamp, finished_at=stamp, skipped=True),
        replace(round_, ideas=("i",), voters=9, unused=1, spoiled=2, closed=True, revealed=True),
        planned[4],
        Idea("i", 1, "An idea"),
        Ballot("b", 1, "r"),
    )
    assert plan_of(of_the_day) == planned


def test_the_plan_of_the_sample_keeps_all_that_is_planned() -> None:
    records = records_from_json(resource("samples", "ops-2017.json").read_bytes())
    before, after = Workshop(records), Workshop(plan_of(records))
    kept = [Facts, Resource, Sector, Participant, Principle, Table, Stage, Round, Passage]
    for type_ in kept:
        assert after.count(type_) == before.count(type_)
    assert sum(after.count(type_) for type_ in kept) + 1 == len(all_of(after))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_a_plan_points_only_to_what_is_planned_and_can_be_read_again(w: Workshop) -> None:
    plan = plan_of(all_of(w))
    ids = {record.id for record in plan}
    for record in plan:
        for name in references_of(type(record)):
            value: Any = getattr(record, name)
            assert set(value if isinstance(value, tuple) else (value,)) <= ids | {None}
    assert plan_of(plan) == plan
    assert len(records_from_json(json_from_workshop(Workshop(plan)))) == len(plan)
