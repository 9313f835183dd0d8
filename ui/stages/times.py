"""Times as texts: what is left of a stage, when it was, when the day will end."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.agenda import is_set_aside, moment, planned_times, zone_of
from facilitator.model.records import Stage
from facilitator.model.timing import Timing, forecast, timing_of
from ui.stages.page import Room


def clock_text(seconds: int) -> str:
    """Seconds as a stopwatch shows them: 4:05, or 1:04:05."""
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_text(words: Language, minutes: int) -> str:
    """Minutes as people say them: 45 min, or 2 h 05 min."""
    if minutes < 60:
        return words("{n} min", n=minutes)
    return words("{h} h {m} min", h=minutes // 60, m=f"{minutes % 60:02}")


def allowed_text(words: Language, stage: Stage) -> str:
    """The plan and what was added to it or taken: 45 + 5 min; empty where no time is set."""
    planned, added = stage.planned_minutes, stage.added_minutes
    if planned is None:
        return length_text(words, added) if added else ""
    if not added:
        return length_text(words, planned)
    sign = "+" if added > 0 else "−"
    return words("{planned} {sign} {added} min", planned=planned, sign=sign, added=abs(added))


def left_text(words: Language, timing: Timing) -> str:
    """What is left of a stage that runs, in minutes."""
    if timing.left is None:
        return words("running for {time}", time=length_text(words, timing.elapsed // 60))
    if -60 < timing.left <= 0:
        return words("time is up")
    if timing.left < 0:
        return words("+{time} over", time=length_text(words, timing.overtime // 60))
    return words("{time} left", time=length_text(words, -(-timing.left // 60)))


def day_end_text(room: Room) -> str:
    """When the day will end, and how far ahead or behind that is; empty where none goes on."""
    words, workshop = room.words, room.session.workshop
    told = forecast(workshop, room.clock(), room.wall())
    if told is None:
        return ""
    end = words.clock(told.end.astimezone(zone_of(workshop.facts)))
    behind = told.behind
    if behind is None:
        return words("ends {time}", time=end)
    if behind == 0:
        return words("ends {time} · on time", time=end)
    far = length_text(words, abs(behind))
    if behind > 0:
        return words("ends {time} · {far} behind", time=end, far=far)
    return words("ends {time} · {far} ahead", time=end, far=far)


def times_of(room: Room, stage: Stage) -> str:
    """Planned and actual times in one short line."""
    return " · ".join(
        part for part in (planned_text(room, stage), actual_text(room, stage)) if part
    )


def planned_text(room: Room, stage: Stage) -> str:
    """When the plan lets a stage be, or how long."""
    words = room.words
    planned = next(p for p in planned_times(room.session.workshop) if p.stage.id == stage.id)
    if planned.start is None:
        minutes = stage.planned_minutes
        return "" if minutes is None else words("planned {minutes} min", minutes=minutes)
    start = words.clock(planned.start)
    if planned.end is None:
        return words("planned {start}", start=start)
    return words("planned {start}–{end}", start=start, end=words.clock(planned.end))


def actual_text(room: Room, stage: Stage) -> str:
    """When a stage was, with its pauses, or since when it is; empty where it was not yet."""
    words, zone = room.words, zone_of(room.session.workshop.facts)
    if stage.started_at is None:
        return ""
    start = words.clock(moment(stage.started_at).astimezone(zone))
    if stage.finished_at is None:
        return words("since {start}", start=start)
    end = words.clock(moment(stage.finished_at).astimezone(zone))
    if is_set_aside(stage):
        return words("set aside at {end}", end=end)
    return words("was {start}–{end}", start=start, end=end)


def took_text(room: Room, stage: Stage) -> str:
    """How long a stage that is over took, and how long it stood still."""
    words = room.words
    took = length_text(words, round(timing_of(stage, room.clock()).elapsed / 60))
    if stage.paused_seconds < 30:
        return words("took {time}", time=took)
    paused = length_text(words, max(1, round(stage.paused_seconds / 60)))
    return words("took {time}, paused {pause}", time=took, pause=paused)
