"""The course of the day, as it is moved on: one stage at a time, and no time is lost.

Every act gets the moment at which it is done, as the clock of the day says it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from facilitator.model.agenda import (
    is_set_aside,
    last_done,
    moment,
    running_stage,
    stamp,
    state_of,
)
from facilitator.model.change import Act, Change, edited
from facilitator.model.errors import DomainError
from facilitator.model.kinds import StageState
from facilitator.model.limits import clean_text_or_none
from facilitator.model.records import Stage
from facilitator.model.timing import allowed_of, timing_of
from facilitator.model.workshop import Workshop

MOST_ADDED = 24 * 60
MOST_PAUSED = 100 * 24 * 3600
"""Bounds of the file's form: minutes beside the plan, and seconds of pauses."""


def start_stage(workshop: Workshop, stage_id: str, now: datetime) -> Act:
    """Start a stage; the one that runs is finished with the same act.

    A stage that is done runs on: what lay between counts as a pause.
    """
    stage = workshop.get(Stage, stage_id)
    if state_of(stage) is StageState.RUNNING:
        raise DomainError("“{title}” is running already.", title=stage.title)
    current = running_stage(workshop)
    changes = () if current is None else (_finished(current, now),)
    return Act("start_stage", (*changes, _begun(stage, now)))


def finish_stage(workshop: Workshop, stage_id: str, now: datetime) -> Act:
    """Finish the stage that runs; a pause that lasts ends with it."""
    return Act("finish_stage", (_finished(_running(workshop, stage_id), now),))


def pause_stage(workshop: Workshop, stage_id: str, now: datetime) -> Act:
    """Let the clock of the stage that runs stand still."""
    stage = _running(workshop, stage_id)
    if stage.paused_at is not None:
        raise DomainError("“{title}” is paused already.", title=stage.title)
    return Act("pause_stage", (edited(stage, paused_at=stamp(now)),))


def resume_stage(workshop: Workshop, stage_id: str, now: datetime) -> Act:
    """Let the clock of the stage go on."""
    stage = _running(workshop, stage_id)
    if stage.paused_at is None:
        raise DomainError("“{title}” is not paused.", title=stage.title)
    return Act("resume_stage", (edited(stage, **_after_pause(stage, stage.paused_at, now)),))


def add_minutes(workshop: Workshop, stage_id: str, minutes: int, now: datetime) -> Act:
    """Give a stage minutes, or take them where below 0: never more than it has.

    A stage without a length gets one that way, counted from now.
    """
    stage = workshop.get(Stage, stage_id)
    if state_of(stage) in {StageState.DONE, StageState.SKIPPED}:
        raise DomainError("“{title}” is not running: start it first.", title=stage.title)
    allowed = allowed_of(stage)
    if allowed is None:
        has, beside = 0, -(-timing_of(stage, now).elapsed // 60)
    else:
        has, beside = allowed // 60, stage.added_minutes
    minutes = max(minutes, -has)
    if minutes == 0:
        raise DomainError("“{title}” has no minutes that could be taken.", title=stage.title)
    if beside + minutes > MOST_ADDED:
        raise DomainError("No stage gets more than {n} minutes beside the plan.", n=MOST_ADDED)
    gives = minutes > 0
    return Act(
        "add_minutes" if gives else "take_minutes",
        (edited(stage, added_minutes=beside + minutes),),
        count=abs(minutes),
    )


def skip_stage(workshop: Workshop, stage_id: str) -> Act:
    """Leave out a stage that is to come; one that was left for another is over for good."""
    stage = workshop.get(Stage, stage_id)
    if is_set_aside(stage):
        return Act("skip_stage", (edited(stage, paused_at=None),))
    if stage.started_at is not None:
        raise DomainError("“{title}” was started already: finish it instead.", title=stage.title)
    return Act("skip_stage", (edited(stage, skipped=True),))


def unskip_stage(workshop: Workshop, stage_id: str) -> Act:
    """Take a stage that was left out into the day again."""
    stage = workshop.get(Stage, stage_id)
    if state_of(stage) is not StageState.SKIPPED:
        raise DomainError("“{title}” is not skipped.", title=stage.title)
    return Act("unskip_stage", (edited(stage, skipped=False),))


def go_back(workshop: Workshop, now: datetime) -> Act:
    """Let the stage before the running one run on; where none runs, the last one done.

    The running one is set aside: it keeps the time that it had, and goes on when it is started
    again, which is what comes next. Time between counts as a pause of either.
    """
    stages, current = workshop.all(Stage), running_stage(workshop)
    before = stages if current is None else stages[: stages.index(current)]
    stage = last_done(before)
    if stage is None:
        raise DomainError("No stage took place before this one.")
    changes: tuple[Change, ...] = (_begun(stage, now),)
    if current is not None:
        left = stamp(max(now, moment(current.started_at or stamp(now))))
        set_aside = {**_unpaused(current, now), "finished_at": left, "paused_at": left}
        changes = (edited(current, **set_aside), *changes)
    return Act("go_back", changes)


def note_stage(workshop: Workshop, stage_id: str, notes: str) -> Act:
    """Keep what was noted about a stage; it stands in the report."""
    stage = workshop.get(Stage, stage_id)
    cleaned = clean_text_or_none(notes, "The text of the notes")
    return Act("note_stage", (edited(stage, notes=cleaned),))


def _running(workshop: Workshop, stage_id: str) -> Stage:
    stage = workshop.get(Stage, stage_id)
    if state_of(stage) is not StageState.RUNNING:
        raise DomainError("“{title}” is not running: start it first.", title=stage.title)
    return stage


def _begun(stage: Stage, now: datetime) -> Change:
    if stage.started_at is None:
        return edited(stage, started_at=stamp(now), finished_at=None, skipped=False)
    since = stage.finished_at or stage.paused_at
    gap = {} if since is None else _after_pause(stage, since, now)
    return edited(stage, **gap, finished_at=None, skipped=False)


def _finished(stage: Stage, now: datetime) -> Change:
    ended = stamp(max(now, moment(stage.started_at or stamp(now))))
    return edited(stage, **_unpaused(stage, now), finished_at=ended)


def _unpaused(stage: Stage, now: datetime) -> dict[str, Any]:
    """The fields of a stage whose pause, if it is in one, ends now."""
    return {} if stage.paused_at is None else _after_pause(stage, stage.paused_at, now)


def _after_pause(stage: Stage, since: str, now: datetime) -> dict[str, Any]:
    """The fields of a stage that stood still since then until now."""
    stood = int((moment(stamp(now)) - moment(since)).total_seconds())
    seconds = min(MOST_PAUSED, stage.paused_seconds + max(0, stood))
    return {"paused_at": None, "paused_seconds": seconds}
