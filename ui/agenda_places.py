"""The stages of the agenda as rows of the rail: done, current, next, skipped."""

from __future__ import annotations

from facilitator.model.agenda import is_set_aside, state_of
from facilitator.model.kinds import Level, StageState
from facilitator.model.records import Stage
from facilitator.model.timing import timing_of
from ui.stages.page import Room
from ui.stages.times import actual_text, left_text, planned_text
from ui.widgets.rail import Place


def place_of(room: Room, stage: Stage, *, upcoming: bool) -> Place:
    """A stage's row; `upcoming` is the one that comes next."""
    words, state = room.words, state_of(stage)
    if state is StageState.RUNNING:
        return _running(room, stage)
    spoken = {
        StageState.PLANNED: words("planned"),
        StageState.DONE: words("done"),
        StageState.SKIPPED: words("skipped"),
    }[state]
    aside = is_set_aside(stage)
    icon = "paused" if aside else state.value
    note = actual_text(room, stage) or planned_text(room, stage)
    if state is StageState.SKIPPED:
        note = spoken
    if upcoming:
        icon, spoken = icon if aside else "next", words("next")
        note = " · ".join(part for part in (spoken, note) if part)
    return Place(stage.id, stage.title, icon, note, f"{stage.title}, {spoken}, {note}")


def _running(room: Room, stage: Stage) -> Place:
    words, timing = room.words, timing_of(stage, room.clock())
    note, icon, spoken = left_text(words, timing), StageState.RUNNING.value, words("running")
    if timing.paused:
        icon, spoken = "paused", words("paused")
        note = f"{spoken} · {note}"
    tone = "" if timing.level is Level.CALM else timing.level.value
    return Place(stage.id, stage.title, icon, note, f"{stage.title}, {spoken}, {note}", tone)
