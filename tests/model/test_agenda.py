"""Clock times of the plan, and moving from stage to stage."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import pytest

from facilitator.model import agenda, course
from facilitator.model.change import Act
from facilitator.model.errors import DomainError
from facilitator.model.kinds import StageKind, StageState
from facilitator.model.records import Facts, Stage
from facilitator.model.workshop import Workshop

NOON = datetime(2017, 10, 13, 12, tzinfo=UTC)


def workshop(*stages: dict[str, Any], starts: str = "09:00") -> Workshop:
    """A workshop with stages named by their place."""
    return Workshop(
        [
            Facts("facts", starts=starts, timezone="America/Toronto"),
            *(
                Stage(str(n), StageKind.SWOT, f"Stage {n}", position=float(n), **fields)
                for n, fields in enumerate(stages, start=1)
            ),
        ]
    )


def times(of: Workshop) -> list[tuple[time | None, time | None]]:
    return [(row.start, row.end) for row in agenda.planned_times(of)]


def test_each_stage_starts_where_the_last_ended() -> None:
    assert times(workshop({"planned_minutes": 30}, {"planned_minutes": 45})) == [
        (time(9), time(9, 30)),
        (time(9, 30), time(10, 15)),
    ]


def test_a_stage_may_say_when_it_starts() -> None:
    """A gap before lunch; after a stage without a length nothing is known until one says so."""
    plan = workshop(
        {"planned_minutes": 30},
        {"planned_start": "12:00"},
        {"planned_minutes": 5},
        {"planned_start": "23:50", "planned_minutes": 20},
        {},
    )
    assert times(plan) == [
        (time(9), time(9, 30)),
        (time(12), None),
        (None, None),
        (time(23, 50), time(0, 10)),
        (time(0, 10), None),
    ]
    assert times(workshop({"planned_minutes": 30}, starts="")) == [(None, None)]


def test_an_unknown_zone_is_taken_for_utc() -> None:
    assert str(agenda.zone_of(Facts("f", timezone="America/Toronto"))) == "America/Toronto"
    assert str(agenda.zone_of(Facts("f", timezone="Mars/Olympus"))) == "UTC"
    assert str(agenda.zone_of(Facts("f", timezone="../etc/passwd"))) == "UTC"


def test_moments_are_kept_in_utc() -> None:
    there = datetime(2017, 10, 13, 8, 30, 9, 999_999, tzinfo=timezone(timedelta(hours=-4)))
    assert agenda.stamp(there) == "2017-10-13T12:30:09Z"
    assert agenda.moment("2017-10-13T12:30:09Z") == there.replace(microsecond=0)


def carried_out(of: Workshop, act: Act) -> Workshop:
    of.apply(act.changes)
    return of


def states(of: Workshop) -> str:
    return " ".join(agenda.state_of(stage) for stage in of.all(Stage))


def test_one_stage_runs_at_a_time() -> None:
    room = workshop({}, {}, {"skipped": True})
    assert states(room) == "planned planned skipped"
    carried_out(room, course.start_stage(room, "1", NOON))
    assert states(room) == "running planned skipped"
    carried_out(room, course.start_stage(room, "3", NOON + timedelta(minutes=5)))
    assert states(room) == "done planned running"
    first, _, third = room.all(Stage)
    assert first.finished_at == third.started_at == "2017-10-13T12:05:00Z"
    carried_out(room, course.start_stage(room, "1", NOON + timedelta(minutes=9)))
    assert states(room) == "running planned done"
    assert room.get(Stage, "1").started_at == "2017-10-13T12:00:00Z"
    running = agenda.running_stage(room)
    assert running is not None
    assert running.id == "1"
    carried_out(room, course.finish_stage(room, "1", NOON))
    assert agenda.running_stage(room) is None
    assert states(room) == "done planned done"


def test_what_cannot_be_started_or_finished_says_so() -> None:
    room = workshop({"started_at": "2017-10-13T12:00:00Z"}, {})
    with pytest.raises(DomainError, match="running already"):
        course.start_stage(room, "1", NOON)
    with pytest.raises(DomainError, match="start it first"):
        course.finish_stage(room, "2", NOON)
    assert agenda.state_of(room.get(Stage, "1")) is StageState.RUNNING


DONE = {"started_at": "2017-10-13T12:00:00Z", "finished_at": "2017-10-13T12:10:00Z"}
RUNNING = {"started_at": "2017-10-13T12:10:00Z"}


@pytest.mark.parametrize(
    ("stages", "to_come"),
    [
        (({}, {}), "1"),
        ((RUNNING, {}), "2"),
        ((DONE, {}, {}), "2"),
        ((RUNNING, DONE, {"skipped": True}, {}), "4"),
        (({}, RUNNING, {}), "3"),
        ((DONE, DONE), None),
        ((DONE, RUNNING), None),
    ],
)
def test_the_stage_to_come_is_one_that_was_not_yet(
    stages: tuple[dict[str, Any], ...], to_come: str | None
) -> None:
    found = agenda.stage_to_come(workshop(*stages))
    assert (found and found.id) == to_come
