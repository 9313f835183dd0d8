"""How a stage stands against its time, and when the day will end as things are going.

Seconds are whole, as the stamps of the file are. All of it is computed from the records and one
moment; nothing here is ever stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from facilitator.model.agenda import (
    is_set_aside,
    moment,
    planned_times,
    running_stage,
    stages_to_come,
    state_of,
    zone_of,
)
from facilitator.model.kinds import Level, StageState
from facilitator.model.records import Stage
from facilitator.model.workshop import Workshop

WARN_SHARE = 0.20
OVER_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Timing:
    """A stage's time in seconds: `elapsed` without pauses, `allowed` the plan and what was added.

    `allowed` is None where the stage may take as long as it takes.
    """

    elapsed: int
    allowed: int | None
    paused: bool = False

    @property
    def left(self) -> int | None:
        """What is left; below 0 in overtime; None where no time is set."""
        return None if self.allowed is None else self.allowed - self.elapsed

    @property
    def overtime(self) -> int:
        """How long it goes on already over its time."""
        return max(0, -(self.left or 0))

    @property
    def level(self) -> Level:
        """Amber from a fifth left on, red from a twentieth and in overtime."""
        left, allowed = self.left, self.allowed
        if left is None or allowed is None:
            return Level.CALM
        if left <= allowed * OVER_SHARE:
            return Level.OVER
        return Level.WARN if left <= allowed * WARN_SHARE else Level.CALM


def timing_of(stage: Stage, now: datetime) -> Timing:
    """How a stage stands against its time now; one that is over, as it stood at its end."""
    paused = state_of(stage) is StageState.RUNNING and stage.paused_at is not None
    return Timing(_elapsed(stage, now), allowed_of(stage), paused)


def allowed_of(stage: Stage) -> int | None:
    """The seconds that a stage may take: planned and added minutes, None where neither is set."""
    if stage.planned_minutes is None and not stage.added_minutes:
        return None
    return max(0, (stage.planned_minutes or 0) + stage.added_minutes) * 60


def _elapsed(stage: Stage, now: datetime) -> int:
    if stage.started_at is None:
        return 0
    stood = stage.finished_at or stage.paused_at
    until = now if stood is None else moment(stood)
    gone = int((until - moment(stage.started_at)).total_seconds())
    return max(0, gone - stage.paused_seconds)


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the day will end, in UTC, and when it should, where the plan says."""

    end: datetime
    planned_end: datetime | None

    @property
    def behind(self) -> int | None:
        """Minutes behind the plan; below 0 ahead of it; None where the plan has no end."""
        if self.planned_end is None:
            return None
        return round((self.end - self.planned_end).total_seconds() / 60)


def forecast(workshop: Workshop, now: datetime, wall: datetime | None = None) -> Forecast | None:
    """The end of the day as it goes now; None where no day goes on.

    `wall` is what the computer's clock shows, where that was changed since the stage began: the
    plan and the end are told by it, what is gone of a stage by `now`.

    What runs takes the time that is left of it, and what is to come its planned and added minutes.
    A start that was typed is an appointment, with a speaker or the kitchen: it is waited for, as
    the facilitator can begin no earlier. A stage without one follows on the one before. Nothing is
    foretold on another day than that of the workshop, but a stage that still runs counts always.
    """
    running, to_come = running_stage(workshop), stages_to_come(workshop)
    day = _day(workshop)
    if (running is None and not to_come) or day is None:
        return None
    end = (wall or now).astimezone(UTC).replace(microsecond=0)
    if running is None and end.astimezone(zone_of(workshop.facts)).date() != day:
        return None
    if running is not None:
        end += _to_go(running, now)
    begun = any(s.started_at for s in workshop.each(Stage))
    plan = _plan(workshop, day)
    for stage in to_come:
        start, _ = plan[stage.id]
        appointed = stage.planned_start and not is_set_aside(stage)
        opens = stage is to_come[0] and not begun  # the hour for which people are asked
        if start is not None and (appointed or opens):
            end = max(end, start)
        end += _to_go(stage, now)
    return Forecast(end, _planned_end(plan))


def _to_go(stage: Stage, now: datetime) -> timedelta:
    return timedelta(seconds=max(0, timing_of(stage, now).left or 0))


def _day(workshop: Workshop) -> date | None:
    """The day of the workshop at the venue: that on which it began, else the one planned."""
    facts = workshop.facts
    begun = min((s.started_at for s in workshop.each(Stage) if s.started_at), default=None)
    if begun is not None:
        return moment(begun).astimezone(zone_of(facts)).date()
    return date.fromisoformat(facts.date) if facts.date else None


Span = tuple[datetime | None, datetime | None]


def _plan(workshop: Workshop, day: date) -> dict[str, Span]:
    """Planned start and end of each stage in UTC; a plan may go on after midnight."""
    zone, before = zone_of(workshop.facts), None
    plan = {}
    for row in planned_times(workshop):
        span: list[datetime | None] = []
        for clock in (row.start, row.end):
            before = _next(clock, before, day) if clock is not None else before
            utc = before.replace(tzinfo=zone).astimezone(UTC) if before and clock else None
            span.append(utc)
        plan[row.stage.id] = (span[0], span[1])
    return plan


def _next(clock: time, before: datetime | None, day: date) -> datetime:
    """The local time on the day; far before what came before it, it is that of the next day."""
    at = datetime.combine(day if before is None else before.date(), clock)
    if before is not None and before - at > timedelta(hours=12):
        at += timedelta(days=1)
    return at


def _planned_end(plan: dict[str, Span]) -> datetime | None:
    """The end of the last stage; where it has no length, its start."""
    if not plan:
        return None
    start, end = list(plan.values())[-1]
    return end or start
