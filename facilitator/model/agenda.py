"""Stages of the agenda: how they stand, and their clock times; `course` has the acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.model.kinds import StageState
from facilitator.model.records import Facts, Stage
from facilitator.model.workshop import Workshop


def state_of(stage: Stage) -> StageState:
    """Where a stage stands."""
    if stage.skipped:
        return StageState.SKIPPED
    if stage.finished_at is not None:
        return StageState.DONE
    return StageState.PLANNED if stage.started_at is None else StageState.RUNNING


def stamp(moment: datetime) -> str:
    """A moment as the file holds it: UTC, whole seconds, final Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(stamped: str) -> datetime:
    """The moment of a stamp, in UTC."""
    return datetime.fromisoformat(stamped)


def zone_of(facts: Facts) -> ZoneInfo:
    """The venue's zone; UTC where its name is not known here."""
    try:
        return ZoneInfo(facts.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Planned:
    """A stage with the clock times that the plan gives it, in the venue's zone, where known."""

    stage: Stage
    start: time | None
    end: time | None


def planned_times(workshop: Workshop) -> tuple[Planned, ...]:
    """The agenda with clock times: each stage begins when it says, or when the one before ends."""
    facts = workshop.facts
    clock = _clock(facts.starts)
    rows = []
    for stage in workshop.all(Stage):
        start = _clock(stage.planned_start) or clock
        end = None
        if start is not None and stage.planned_minutes is not None:
            end = (
                datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=stage.planned_minutes)
            ).time()
        rows.append(Planned(stage, start, end))
        clock = end
    return tuple(rows)


def _clock(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def check_times(workshop: Workshop) -> None:
    """Raise `ValueError` where a day or a time is none, as in a file that others wrote."""
    if workshop.count(Facts) and workshop.facts.date:
        date.fromisoformat(workshop.facts.date)
        _clock(workshop.facts.starts)
    for stage in workshop.each(Stage):
        _clock(stage.planned_start)
        for stamped in (stage.started_at, stage.finished_at, stage.paused_at):
            if stamped is not None and moment(stamped).tzinfo is None:
                raise ValueError(stamped)


def running_stage(workshop: Workshop) -> Stage | None:
    """The stage that runs now, if one does."""
    return next((s for s in workshop.all(Stage) if state_of(s) is StageState.RUNNING), None)


def is_set_aside(stage: Stage) -> bool:
    """Whether a stage was left for an earlier one and is to go on after it.

    It is finished at the moment at which it was left, so that its time is recorded whatever comes;
    the pause that began then still lasts.
    """
    return state_of(stage) is StageState.DONE and stage.paused_at is not None


def stages_to_come(workshop: Workshop) -> tuple[Stage, ...]:
    """What is still to come after the stage that runs, or after the last one done, in its order.

    A stage that was passed over comes no more, unless somebody starts it.
    """
    stages = workshop.all(Stage)
    begun = running_stage(workshop) or last_done(stages)
    place = 0 if begun is None else stages.index(begun) + 1
    return tuple(s for s in stages[place:] if state_of(s) is StageState.PLANNED or is_set_aside(s))


def stage_to_come(workshop: Workshop) -> Stage | None:
    """The next stage, that F6 starts."""
    return next(iter(stages_to_come(workshop)), None)


def last_done(stages: tuple[Stage, ...]) -> Stage | None:
    """The last of the stages that is over for good."""
    done = (s for s in reversed(stages) if state_of(s) is StageState.DONE and not is_set_aside(s))
    return next(done, None)
