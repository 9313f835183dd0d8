"""A stage's clock, the forecast of the day's end, and the acts that move both."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import agenda, course
from facilitator.model.change import Act, Change
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Level, StageKind, StageState
from facilitator.model.records import Facts, Stage
from facilitator.model.timing import Forecast, Timing, forecast, timing_of
from facilitator.model.workshop import Workshop

NINE = datetime(2017, 10, 13, 13, 0, tzinfo=UTC)
"""Nine o'clock in Toronto, when the day begins."""


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def day(*stages: dict[str, Any], **facts: Any) -> Workshop:
    """A day with stages named by their place."""
    given_ = {"date": "2017-10-13", "starts": "09:00", "timezone": "America/Toronto"} | facts
    return Workshop(
        [
            Facts("facts", **given_),
            *(
                Stage(str(n), StageKind.SWOT, f"Stage {n}", position=float(n), **fields)
                for n, fields in enumerate(stages, start=1)
            ),
        ]
    )


def did(room: Workshop, act: Act) -> Act:
    room.apply(act.changes)
    return act


def foretold(room: Workshop, now: datetime) -> Forecast:
    found = forecast(room, now)
    assert found is not None
    return found


def timing(room: Workshop, id_: str, now: datetime) -> Timing:
    return timing_of(room.get(Stage, id_), now)


THREE = ({"planned_minutes": 30}, {"planned_minutes": 45}, {"planned_minutes": 15})


@pytest.mark.parametrize(
    ("elapsed", "level", "overtime"),
    [
        (0, Level.CALM, 0),
        (959, Level.CALM, 0),
        (960, Level.WARN, 0),
        (1139, Level.WARN, 0),
        (1140, Level.OVER, 0),
        (1200, Level.OVER, 0),
        (1261, Level.OVER, 61),
    ],
)
def test_amber_comes_with_a_fifth_left_and_red_with_a_twentieth(
    elapsed: int, level: Level, overtime: int
) -> None:
    of_twenty = Timing(elapsed, 20 * 60)
    assert (of_twenty.level, of_twenty.overtime) == (level, overtime)
    assert of_twenty.left == 20 * 60 - elapsed
    assert Timing(elapsed, None).level is Level.CALM
    assert Timing(elapsed, None).left is None


def test_a_stage_has_the_minutes_planned_and_added_and_pauses_stand_still() -> None:
    room = day(*THREE)
    assert timing(room, "1", NINE) == Timing(0, 1800)
    did(room, course.start_stage(room, "1", NINE))
    did(room, course.add_minutes(room, "1", 5, after(1)))
    did(room, course.pause_stage(room, "1", after(10)))
    assert timing(room, "1", after(17)) == Timing(600, 35 * 60, paused=True)
    did(room, course.resume_stage(room, "1", after(20)))
    assert timing(room, "1", after(21)) == Timing(660, 35 * 60)
    did(room, course.pause_stage(room, "1", after(30)))
    did(room, course.finish_stage(room, "1", after(40)))
    done = room.get(Stage, "1")
    assert (done.paused_seconds, done.paused_at) == (20 * 60, None)
    assert timing(room, "1", after(500)) == Timing(1200, 35 * 60)


def test_the_day_ends_when_what_is_left_is_over() -> None:
    room = day(*THREE)
    did(room, course.start_stage(room, "1", after(7)))
    assert foretold(room, after(10)) == Forecast(after(97), after(90))
    with pytest.raises(DomainError, match="running already"):
        course.start_stage(room, "1", after(10))
    assert foretold(room, after(37)).behind == 7
    assert foretold(room, after(47)).behind == 17
    did(room, course.start_stage(room, "2", after(20)))
    assert foretold(room, after(20)).behind == -10
    did(room, course.finish_stage(room, "2", after(30)))
    assert foretold(room, after(32)).end == after(47)
    did(room, course.start_stage(room, "3", after(32)))
    did(room, course.finish_stage(room, "3", after(40)))
    assert forecast(room, after(41)) is None


def test_an_appointment_is_waited_for_and_so_is_the_hour_people_are_asked_for() -> None:
    """A start that was typed belongs to others too: who is ahead waits, who is behind does not."""
    room = day({"planned_minutes": 30}, {"planned_start": "12:00", "planned_minutes": 60})
    assert foretold(room, after(-20)) == Forecast(after(240), after(240))
    did(room, course.start_stage(room, "1", after(10)))
    assert foretold(room, after(10)).behind == 0
    assert foretold(room, after(200)).behind == 20
    assert foretold(day(*THREE), after(-20)).behind == 0
    assert foretold(day(*THREE), after(20)).behind == 20


def test_nothing_is_foretold_on_other_days_or_without_a_plan() -> None:
    week = 7 * 24 * 60
    assert forecast(day(*THREE), after(-week)) is None
    assert forecast(day(*THREE, date=""), NINE) is None
    assert forecast(day(), NINE) is None
    room = day(*THREE, starts="")
    did(room, course.start_stage(room, "1", NINE))
    assert foretold(room, NINE) == Forecast(after(90), None)
    assert foretold(room, NINE).behind is None
    did(room, course.finish_stage(room, "1", after(30)))
    assert forecast(room, after(week)) is None


def test_the_end_is_told_by_the_clock_on_the_wall() -> None:
    room = day(*THREE)
    did(room, course.start_stage(room, "1", NINE))
    assert forecast(room, after(10), after(69)) == Forecast(after(149), after(90))


def test_a_plan_goes_on_after_midnight() -> None:
    room = day({"planned_minutes": 90}, {"planned_minutes": 30}, starts="23:00")
    at_eleven = after(14 * 60)
    did(room, course.start_stage(room, "1", at_eleven))
    assert foretold(room, at_eleven) == Forecast(after(16 * 60), after(16 * 60))


def test_who_goes_back_keeps_the_time_of_what_is_left_and_comes_to_it_next() -> None:
    room = day(*THREE)
    for id_, minute in (("1", 0), ("2", 30)):
        did(room, course.start_stage(room, id_, after(minute)))
    before = room.all(Stage)
    act = did(room, course.go_back(room, after(40)))
    first, second, _ = room.all(Stage)
    assert agenda.running_stage(room) == first
    assert (first.started_at, first.paused_seconds) == (agenda.stamp(NINE), 600)
    assert agenda.state_of(second) is StageState.DONE
    assert timing(room, "2", after(44)).elapsed == 600
    assert [s.id for s in agenda.stages_to_come(room)] == ["2", "3"]
    assert foretold(room, after(40)).end == after(40 + 0 + 35 + 15)
    with pytest.raises(DomainError, match="No stage took place before"):
        course.go_back(room, after(41))
    did(room, course.start_stage(room, "2", after(45)))
    assert timing(room, "2", after(50)).elapsed == 900
    assert room.get(Stage, "2").started_at == before[1].started_at
    assert room.get(Stage, "2").paused_seconds == 300
    assert len(act.changes) == 2


def test_what_was_set_aside_is_over_when_it_is_skipped() -> None:
    room = day(*THREE)
    did(room, course.start_stage(room, "1", NINE))
    did(room, course.start_stage(room, "2", after(30)))
    did(room, course.go_back(room, after(40)))
    did(room, course.skip_stage(room, "2"))
    assert [s.id for s in agenda.stages_to_come(room)] == ["3"]
    did(room, course.finish_stage(room, "1", after(41)))
    did(room, course.go_back(room, after(42)))
    assert agenda.running_stage(room) == room.get(Stage, "2")


def test_a_stage_is_left_out_and_taken_in_again() -> None:
    room = day(*THREE)
    did(room, course.skip_stage(room, "2"))
    assert agenda.state_of(room.get(Stage, "2")) is StageState.SKIPPED
    assert foretold(room, NINE).behind == -45
    did(room, course.unskip_stage(room, "2"))
    assert foretold(room, NINE).behind == 0
    with pytest.raises(DomainError, match="not skipped"):
        course.unskip_stage(room, "2")


def test_minutes_are_taken_as_far_as_there_are_any() -> None:
    room = day({"planned_minutes": 3}, {})
    assert did(room, course.add_minutes(room, "1", -5, NINE)).count == 3
    assert timing(room, "1", NINE).allowed == 0
    with pytest.raises(DomainError, match="no minutes"):
        course.add_minutes(room, "1", -1, NINE)
    did(room, course.add_minutes(room, "1", 1, NINE))
    assert timing(room, "1", NINE).allowed == 60
    with pytest.raises(DomainError, match="no minutes"):
        course.add_minutes(room, "2", -5, NINE)
    with pytest.raises(DomainError, match="1,440 minutes"):
        course.add_minutes(room, "1", 24 * 60 + 3, NINE)


def test_a_stage_without_a_length_gets_its_minutes_from_now() -> None:
    room = day({})
    did(room, course.start_stage(room, "1", NINE))
    did(room, course.add_minutes(room, "1", 5, after(20)))
    assert timing(room, "1", after(20)).left == 300


def test_only_what_runs_is_paused_and_only_what_stands_goes_on() -> None:
    room = day(*THREE)
    with pytest.raises(DomainError, match="start it first"):
        course.pause_stage(room, "1", NINE)
    did(room, course.start_stage(room, "1", NINE))
    with pytest.raises(DomainError, match="is not paused"):
        course.resume_stage(room, "1", NINE)
    did(room, course.pause_stage(room, "1", NINE))
    with pytest.raises(DomainError, match="paused already"):
        course.pause_stage(room, "1", NINE)
    did(room, course.start_stage(room, "2", after(5)))
    with pytest.raises(DomainError, match="start it first"):
        course.add_minutes(room, "1", 5, after(5))


def test_a_clock_set_back_never_makes_time_negative() -> None:
    room = day(*THREE)
    did(room, course.start_stage(room, "1", NINE))
    assert timing(room, "1", after(-60)).elapsed == 0
    did(room, course.pause_stage(room, "1", after(5)))
    did(room, course.resume_stage(room, "1", after(2)))
    did(room, course.finish_stage(room, "1", after(-60)))
    done = room.get(Stage, "1")
    assert (done.paused_seconds, done.started_at) == (0, done.finished_at)


minutes_ = st.integers(1, 120)
plans = st.lists(minutes_, min_size=2, max_size=6)


def under_way(plan: list[int], at: int) -> tuple[Workshop, datetime]:
    """A day in its first stage, some minutes after nine."""
    room = day(*({"planned_minutes": n} for n in plan))
    did(room, course.start_stage(room, "1", NINE))
    return room, after(at)


@given(plans, st.integers(0, 200), st.integers(1, 10_000))
def test_a_pause_moves_the_end_by_its_length_or_by_what_overtime_would(
    plan: list[int], at: int, seconds: int
) -> None:
    room, now = under_way(plan, at)
    end = foretold(room, now).end
    did(room, course.pause_stage(room, "1", now))
    later = now + timedelta(seconds=seconds)
    assert foretold(room, later).end == end + timedelta(seconds=seconds)
    did(room, course.resume_stage(room, "1", later))
    assert foretold(room, later).end == end + timedelta(seconds=seconds)


@given(plans, st.integers(0, 60), st.data())
def test_minutes_given_to_what_is_to_come_or_has_time_left_move_the_end(
    plan: list[int], at: int, data: st.DataObject
) -> None:
    room, now = under_way(plan, min(at, plan[0]))
    end = foretold(room, now).end
    which = data.draw(st.integers(1, len(plan)))
    for minutes in (5, -5):
        did(room, course.add_minutes(room, str(which), minutes, now))
        end += timedelta(minutes=minutes)
        assert foretold(room, now).end == end


@given(plans, st.data())
def test_a_skipped_stage_moves_the_end_by_its_minutes(plan: list[int], data: st.DataObject) -> None:
    room, now = under_way(plan, 0)
    end = foretold(room, now).end
    which = data.draw(st.integers(2, len(plan)))
    did(room, course.skip_stage(room, str(which)))
    assert foretold(room, now).end == end - timedelta(minutes=plan[which - 1])
    did(room, course.unskip_stage(room, str(which)))
    assert foretold(room, now).end == end


@given(plans, st.integers(0, 200), st.integers(0, 10_000), st.integers(-60, 600))
def test_a_stage_that_is_over_matters_no_more(
    plan: list[int], at: int, paused: int, added: int
) -> None:
    room, now = under_way(plan, at)
    did(room, course.start_stage(room, "2", now))
    end = foretold(room, now).end
    first = room.get(Stage, "1")
    other = replace(first, paused_seconds=paused, added_minutes=added)
    did(room, Act("start_stage", (Change(first, other),)))
    assert foretold(room, now).end == end


steps = st.lists(
    st.tuples(
        st.sampled_from(["start", "finish", "pause", "resume", "back", "add", "skip", "unskip"]),
        st.integers(1, 4),
        st.integers(0, 90),
    ),
    max_size=25,
)


@given(steps)
def test_no_time_is_lost_whatever_is_pressed(pressed: list[tuple[str, int, int]]) -> None:
    """One stage runs at most; each second since a stage began is either its own or a pause."""
    room, now = day(*THREE, {}), NINE
    for what, which, minutes in pressed:
        now += timedelta(minutes=minutes)
        started = {s.id: s.started_at for s in room.all(Stage) if s.started_at}
        try:
            did(room, ACTS[what](room, str(which), now))
        except DomainError:
            continue
        stages = room.all(Stage)
        assert sum(agenda.state_of(s) is StageState.RUNNING for s in stages) <= 1
        for stage in stages:
            if stage.id in started:
                assert stage.started_at == started[stage.id]
                end = agenda.moment(stage.finished_at) if stage.finished_at else now
                gone = (end - agenda.moment(started[stage.id])).total_seconds()
                still = 0.0
                if stage.paused_at and not stage.finished_at:
                    still = (now - agenda.moment(stage.paused_at)).total_seconds()
                own = timing_of(stage, now).elapsed
                assert own + stage.paused_seconds + still == gone
        told = forecast(room, now)
        assert told is None or told.end >= now


ACTS: dict[str, Any] = {
    "start": course.start_stage,
    "finish": course.finish_stage,
    "pause": course.pause_stage,
    "resume": course.resume_stage,
    "back": lambda room, _, now: course.go_back(room, now),
    "add": lambda room, id_, now: course.add_minutes(room, id_, 5, now),
    "skip": lambda room, id_, _: course.skip_stage(room, id_),
    "unskip": lambda room, id_, _: course.unskip_stage(room, id_),
}
