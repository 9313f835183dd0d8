"""The agenda: stages in order with clock times, what the room reads, what only you see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from functools import partial
from typing import Any

from facilitator.language import LANGUAGES, Language
from facilitator.model.agenda import Planned, planned_times
from facilitator.model.kinds import StageKind
from facilitator.model.plan import begin
from facilitator.model.records import Facts, Stage
from ui.kind_words import stage_kinds
from ui.models.cards import Card
from ui.prepare.described import Field, Listing, Section
from ui.prepare.editors import ChoiceEditor, LineEditor, NumberEditor, TextEditor
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.times import length_text


def prompts(words: Language) -> dict[StageKind, str]:
    """What the room is asked at first, by the kind of stage; the plan may say it otherwise."""
    return {
        StageKind.SWOT: words("What strengths, weaknesses, opportunities and threats do you see?"),
        StageKind.IDEATION: words("How might we use the opportunities, or meet the threats?"),
        StageKind.PRIORITIZATION: words("Which ideas would have the greatest effect?"),
        StageKind.GALLERY_WALK: words("What would you add, and which ideas do you support?"),
        StageKind.QUESTION_AND_ANSWER: words("What would you like to ask?"),
        StageKind.EVALUATION: words("How was today for you?"),
    }


class Times:
    """The clock times of the plan, computed once for each change of it."""

    def __init__(self, room: Room) -> None:
        """Nothing is computed yet."""
        self._workshop = room.session.workshop
        self._known: dict[str, Planned] | None = None
        room.session.changed.connect(self._follow)

    def all(self) -> dict[str, Planned]:
        """The stages with their times, by id, in order."""
        if self._known is None:
            self._known = {own.stage.id: own for own in planned_times(self._workshop)}
        return self._known

    def _follow(self, changes: Changes) -> None:
        if any(isinstance(change.record, Stage | Facts) for change in changes):
            self._known = None


def agenda(room: Room) -> Listing:
    """The stages of the day."""
    words, workshop = room.words, room.session.workshop
    times = Times(room)
    names = stage_kinds(words)

    def card(stage: Stage) -> Card:
        own = times.all().get(stage.id)
        start = words.clock(own.start) if own is not None and own.start is not None else ""
        parts = [names[stage.kind]]
        if stage.planned_minutes is not None:
            parts.append(words("{n} min", n=stage.planned_minutes))
        if stage.private_notes:
            parts.append(words("private notes"))
        return Card(stage.title, code=start, remark=" · ".join(parts), muted=stage.skipped)

    def begun(line: str) -> dict[str, Any]:
        fields = begin.stage(workshop, line)
        return fields | {"prompt": _prompts_of(room).get(fields["kind"], "")}

    return Listing(
        Stage,
        words("Agenda"),
        words("The stages of the day, in order. Type the title of the first below."),
        words("Type a stage"),
        words("Enter adds it; Tab goes to its kind"),
        card,
        begun,
        _sections(room),
        gutter=words.clock(time(20, 0)),
        follows=(Facts,),
        foot=partial(_foot, room, times),
    )


def _foot(room: Room, times: Times) -> str:
    """How long the planned day is, and when it ends."""
    words, planned = room.words, list(times.all().values())
    if not planned:
        return ""
    unknown = sum(own.stage.planned_minutes is None for own in planned)
    if unknown:
        return words.plural(
            "{n} stage has no minutes yet: the end of the day is not known.",
            "{n} stages have no minutes yet: the end of the day is not known.",
            unknown,
        )
    long = length_text(words, sum(own.stage.planned_minutes or 0 for own in planned))
    end = planned[-1].end
    if end is None:
        return words("{long} in all; with a start under Facts, clock times stand here.", long=long)
    return words("Planned end {end} · {long} in all", end=words.clock(end), long=long)


def _prompts_of(room: Room) -> dict[StageKind, str]:
    """The first prompts in the workshop's language, where the program speaks it."""
    code = room.session.workshop.facts.language[:2]
    return prompts(Language(code) if code in LANGUAGES else room.words)


def _with_kind(room: Room, stage: Stage, kind: StageKind) -> dict[str, Any]:
    """Another kind asks something else of the room, unless somebody wrote a prompt."""
    own = _prompts_of(room)
    if stage.prompt in {"", own.get(stage.kind, "")}:
        return {"prompt": own.get(kind, "")}
    return {}


def _sections(room: Room) -> Sequence[Section]:
    words = room.words
    kinds = list(stage_kinds(words).items())
    first = (
        Field(
            "kind",
            words("What happens"),
            lambda name: ChoiceEditor(name, lambda: kinds),
            along=partial(_with_kind, room),
        ),
        Field("planned_minutes", words("Minutes"), NumberEditor, beside=True),
        Field(
            "planned_start",
            words("Start"),
            LineEditor,
            words("Empty: when the one before ends."),
            beside=True,
        ),
        Field("title", words("Title"), LineEditor),
        Field(
            "prompt",
            words("Prompt"),
            TextEditor,
            words("Shown to the room: on the projector, and on sheets."),
        ),
        Field(
            "private_notes",
            words("Private notes · only you see them"),
            TextEditor,
            words("Never projected, printed or reported."),
            private=True,
        ),
        Field(
            "description",
            words("What people do"),
            TextEditor,
            words("A line is a point in the summary."),
        ),
        Field(
            "group",
            words("Group"),
            LineEditor,
            words("The same text on stages that belong together."),
        ),
        Field(
            "exercise",
            words("Exercise"),
            LineEditor,
            words("Where several stages make up one."),
            beside=True,
        ),
    )
    return (Section("", first),)
