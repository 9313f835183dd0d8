"""Which scene the room sees: the one place where what is public is taken out of a workshop.

Private notes, names, who asked, contact, answers to the evaluation and the totals of a round that
is not both closed and revealed are never looked at here.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from facilitator.model.agenda import planned_times, running_stage, stages_to_come, state_of, zone_of
from facilitator.model.attendance import people_present
from facilitator.model.kinds import Illustrative, Method, Quadrant, StageKind, StageState
from facilitator.model.records import (
    Entry,
    EvaluationQuestion,
    Facts,
    Idea,
    Principle,
    Question,
    Round,
    Stage,
    Table,
)
from facilitator.model.scene import (
    Agenda,
    At,
    Bar,
    Body,
    Chart,
    Colour,
    Ideas,
    Item,
    Note,
    Numbered,
    Questions,
    Rated,
    Ratings,
    Results,
    RoomTimer,
    Scene,
    Side,
    Subject,
    Thanks,
    Vote,
    Wall,
    Words,
)
from facilitator.model.timing import timing_of
from facilitator.model.voting.dots import CriterionResult, DotResult
from facilitator.model.voting.electorate import Contest, contest
from facilitator.model.voting.outcome import dot_result, rating_result
from facilitator.model.workshop import Workshop, sort_key

MOST_NOTES = 24
"""Notes of a quadrant that are worth handing to a screen: more are never legible."""

MOST_LISTED = 80
"""The same of ideas, bars and questions, which may take several pages."""

MOST_LETTERS = 400
"""The same of the letters of one text."""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment by which stages are timed, and what the clocks in the room say."""

    moment: datetime
    wall: datetime


@dataclass(frozen=True, slots=True)
class Focus:
    """What the facilitator looks at on the page of a stage.

    `table` None is all tables. `notes` are those that are about to be answered by an idea.
    """

    principle: str | None = None
    table: str | None = None
    round: str | None = None
    notes: tuple[str, ...] = ()

    def of_all_tables(self) -> Focus:
        """The same without a table."""
        return replace(self, table=None)


def scene_of(workshop: Workshop, stage_id: str | None, focus: Focus, now: Now) -> Scene:
    """The scene of a stage; without one, or where it is gone, the agenda of the day."""
    stage = workshop.find(Stage, stage_id)
    body = _agenda(workshop) if stage is None else _body(workshop, stage, focus, now)
    scene = Scene(
        workshop.facts.title,
        "" if stage is None else _short(stage.title),
        "" if stage is None else _short(stage.prompt),
        illustrative=_made_up(workshop.facts, body),
        body=body,
    )
    return moved_on(scene, workshop, stage_id, now)


def moved_on(scene: Scene, workshop: Workshop, stage_id: str | None, now: Now) -> Scene:
    """The same scene at another moment: nothing but its times is looked at."""
    stage = workshop.find(Stage, stage_id)
    body = scene.body
    if stage is not None and isinstance(body, Words):
        body = _words(workshop, stage, now)
    return replace(scene, timer=_timer(workshop, stage, now.moment), body=body)


def _body(workshop: Workshop, stage: Stage, focus: Focus, now: Now) -> Body:
    match stage.kind:
        case StageKind.SWOT:
            return _wall(workshop, focus)
        case StageKind.IDEATION | StageKind.GALLERY_WALK:
            return _ideas(workshop, focus)
        case StageKind.PRIORITIZATION:
            round_ = _round(workshop, stage, focus)
            return _words(workshop, stage, now) if round_ is None else _ballot(workshop, round_)
        case StageKind.QUESTION_AND_ANSWER:
            return _questions(workshop, stage)
        case StageKind.EVALUATION:
            return Thanks(workshop.count(EvaluationQuestion))
        case _:
            return _words(workshop, stage, now)


def _short(text: str) -> str:
    """A text, cut at a word where it is longer than anybody reads from afar."""
    if len(text) <= MOST_LETTERS:
        return text
    return text[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def _made_up(facts: Facts, body: Body) -> bool:
    match body:
        case Wall():
            return Illustrative.ENTRIES in facts.illustrative
        case Ideas(asked=asked):
            return bool(asked) and Illustrative.ENTRIES in facts.illustrative
        case Results() | Ratings():
            return Illustrative.VOTES in facts.illustrative
        case _:
            return False


# Times


def _timer(workshop: Workshop, shown: Stage | None, now: datetime) -> RoomTimer | None:
    """The clock of the stage that runs, whichever is shown: it is what the room goes by."""
    running = running_stage(workshop)
    if running is None:
        return None
    timing = timing_of(running, now)
    return RoomTimer(
        timing.elapsed if timing.left is None else timing.left,
        max(0, timing.left or 0) / (timing.allowed or 1),
        open_end=timing.left is None,
        level=timing.level,
        paused=timing.paused,
        of_stage="" if running == shown else _short(running.title),
    )


def _agenda(workshop: Workshop) -> Agenda:
    return Agenda(
        tuple(
            Item(_short(row.stage.title), _at(row.start), state_of(row.stage))
            for row in planned_times(workshop)
        )
    )


def _at(clock: time | None) -> At | None:
    return None if clock is None else At(clock.hour, clock.minute)


def _words(workshop: Workshop, stage: Stage, now: Now) -> Words:
    left, ends = timing_of(stage, now.moment).left, None
    if state_of(stage) is StageState.RUNNING and left is not None and left > 0:
        end = now.wall.replace(microsecond=0) + timedelta(seconds=left)
        ends = _at(end.astimezone(zone_of(workshop.facts)).time())
    stages = workshop.all(Stage)
    after = stages[stages.index(stage) + 1 :]
    following = next((s for s in stages_to_come(workshop) if s in after), None)
    return Words(
        ends,
        "" if following is None else _short(following.title),
        pause=stage.kind is StageKind.BREAK,
    )


# Notes and ideas


def _subject(workshop: Workshop, principle_id: str | None) -> Subject:
    principle = workshop.find(Principle, principle_id)
    if principle is None:
        return Subject()
    return Subject(_short(principle.name), _short(principle.statement), principle.colour)


def _wall(workshop: Workshop, focus: Focus) -> Wall:
    table = workshop.find(Table, focus.table)
    notes: dict[Quadrant, list[Entry]] = {quadrant: [] for quadrant in Quadrant}
    for entry in workshop.of_principle(Entry, focus.principle):
        if entry.legible and (table is None or entry.table == table.id):
            notes[entry.quadrant].append(entry)
    sides = tuple(
        Side(quadrant, len(own), tuple(_short(entry.text) for entry in _newest(own)))
        for quadrant, own in notes.items()
    )
    subject = _subject(workshop, focus.principle)
    return Wall(subject, "" if table is None else _short(table.name), sides)


def _newest(entries: list[Entry]) -> list[Entry]:
    return heapq.nlargest(MOST_NOTES, entries, key=lambda entry: entry.number)


def _ideas(workshop: Workshop, focus: Focus) -> Ideas:
    own = [
        idea for idea in workshop.of_principle(Idea, focus.principle) if idea.merged_into is None
    ]
    found = (workshop.find(Entry, id_) for id_ in focus.notes)
    asked = tuple(Note(e.quadrant, _short(e.text)) for e in found if e is not None and e.legible)
    newest = heapq.nlargest(MOST_LISTED, own, key=sort_key)
    return Ideas(_subject(workshop, focus.principle), asked, _numbered(newest[::-1]), len(own))


def _numbered(ideas: Iterable[Idea]) -> tuple[Numbered, ...]:
    return tuple(Numbered(idea.number, _short(idea.text)) for idea in ideas)


def _questions(workshop: Workshop, stage: Stage) -> Questions:
    own = [q for q in workshop.each(Question) if q.stage in {stage.id, None}]
    newest = heapq.nlargest(MOST_LISTED, own, key=sort_key)
    return Questions(tuple(_short(question.text) for question in newest[::-1]), len(own))


# Votes


def _round(workshop: Workshop, stage: Stage, focus: Focus) -> Round | None:
    """The round that is looked at, else the first of the stage that is open, else its first."""
    own = [round_ for round_ in workshop.all(Round) if round_.stage in {None, stage.id}]
    looked_at = [round_ for round_ in own if round_.id == focus.round]
    still_open = [round_ for round_ in own if not round_.closed]
    return next(iter(looked_at or still_open or own), None)


def _ballot(workshop: Workshop, round_: Round) -> Body:
    """What is voted on; once the round is closed and revealed, what came of it."""
    if not (round_.closed and round_.revealed):
        return _vote(contest(workshop, round_))
    if round_.method is Method.RATING:
        return _ratings(workshop, round_)
    return _results(workshop, dot_result(workshop, round_))


def _vote(about: Contest) -> Vote:
    round_ = about.round
    colours = tuple(
        Colour(_short(c.name), _short(c.meaning), c.colour, about.dots_for(c.id))
        for c in about.criteria
    )
    ideas = _numbered(about.ideas[:MOST_LISTED])
    return Vote(
        _short(round_.title),
        round_.method,
        round_.closed,
        round_.dots,
        round_.stacking,
        colours,
        ideas,
        len(about.ideas),
    )


def _results(workshop: Workshop, result: DotResult) -> Results:
    round_ = result.contest.round
    return Results(
        _short(round_.title),
        round_.method,
        tuple(_chart(result.contest, part) for part in result.criteria),
        result.reconciliation.voters,
        len(people_present(workshop)),
        sum(bool(row.unsettled) for part in result.criteria for row in part.ideas),
    )


def _chart(about: Contest, part: CriterionResult) -> Chart:
    criterion = next((c for c in about.criteria if c.id == part.criterion), None)
    most = max((row.dots for row in part.ideas), default=0)
    alike = Counter(row.rank for row in part.ideas)
    bars = tuple(
        Bar(
            row.rank,
            alike[row.rank] > 1,
            row.idea.number,
            _short(row.idea.text),
            row.dots,
            row.dots / most if most else 0.0,
        )
        for row in part.ideas[:MOST_LISTED]
    )
    name, meaning, colour = (
        ("", "", "")
        if criterion is None
        else (_short(criterion.name), _short(criterion.meaning), criterion.colour)
    )
    return Chart(name, meaning, colour, bars, len(part.ideas))


def _ratings(workshop: Workshop, round_: Round) -> Ratings:
    rows = rating_result(workshop, round_)
    rated = tuple(
        Rated(
            row.rank,
            row.idea.number,
            _short(row.idea.text),
            (
                row.distribution.strong_agreement,
                row.distribution.agreement,
                row.distribution.neutral,
                row.distribution.disagreement,
                row.distribution.strong_disagreement,
                row.distribution.confusion,
            ),
        )
        for row in rows[:MOST_LISTED]
    )
    return Ratings(_short(round_.title), rated, len(rows), len(people_present(workshop)))
