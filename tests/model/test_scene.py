"""What the room sees: all that it should, and nothing that is private, at any stage."""

from __future__ import annotations

import dataclasses
import time
import types
import typing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.exchange.templates import sample
from facilitator.model import agenda
from facilitator.model.change import edited
from facilitator.model.kinds import Level, Method, Quadrant, StageKind
from facilitator.model.plain import fields_of
from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Mark,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Response,
    Round,
    Stage,
    Table,
    WallCount,
)
from facilitator.model.scene import (
    BLANK,
    Agenda,
    At,
    Ideas,
    Questions,
    Ratings,
    Results,
    Scene,
    Vote,
    Wall,
    Words,
)
from facilitator.model.staging import MOST_LETTERS, MOST_NOTES, Focus, Now, moved_on, scene_of
from facilitator.model.workshop import Workshop
from tests.exchange.random_workshops import workshops

BEGIN = datetime(2017, 10, 13, 17, 0, tzinfo=UTC)
NOW = Now(BEGIN, BEGIN)

PUBLIC: dict[type[Record], set[str]] = {
    Facts: {"title", "timezone", "starts", "illustrative"},
    Stage: {f.name for f in dataclasses.fields(Stage)}
    - {"private_notes", "notes", "description", "exercise", "group"},
    Principle: {"name", "statement", "colour", "position"},
    Table: {"name", "position"},
    Entry: {"number", "quadrant", "text", "principle", "table", "legible"},
    Idea: {"number", "text", "principle", "position", "merged_into"},
    Round: {f.name for f in dataclasses.fields(Round)} - {"unused", "spoiled"},
    Criterion: {f.name for f in dataclasses.fields(Criterion)},
    Question: {"text", "stage", "position"},
    Participant: {"arrived_at"},  # how many are here is public; who is not
    EvaluationQuestion: set(),
    Ballot: {"round", "marks", "number"},
    WallCount: {f.name for f in dataclasses.fields(WallCount)},
    RatingSheet: {f.name for f in dataclasses.fields(RatingSheet)} - {"signatures", "comments"},
}
"""All that may have any influence on what the room sees; what is new is private."""

SECRET, NUMBER = "☠SECRET☠", 7_919
VOTES = (Ballot, WallCount, RatingSheet)


def disguised(workshop: Workshop) -> Workshop:
    """The workshop with everything private in it replaced by a secret."""
    hidden = {r.id for r in workshop.each(Round) if not (r.closed and r.revealed)}
    records = []
    for type_ in (*PUBLIC, Endorsement, Finding, Response):
        for record in workshop.each(type_):
            if getattr(record, "round", None) in hidden and isinstance(record, VOTES):
                records.append(_other_vote(record))
            else:
                records.append(_without_private(record))
    return Workshop(records)


def _without_private(record: Record) -> Record:
    public = PUBLIC.get(type(record), set()) | {"id"}
    if isinstance(record, Entry) and not record.legible:
        public = public - {"text"}
    new: dict[str, Any] = {}
    for field in fields_of(type(record)):
        if field.name not in public:
            new[field.name] = _secret(field.base, many=field.many)
    if isinstance(record, Ballot) and record.spoiled == "":
        new["spoiled"] = ""  # the reason is private, not that it does not count
    if isinstance(record, Participant) and record.arrived_at is None:
        new["arrived_at"] = None  # who came when is private, not how many are here
    return replace(record, **new)


def _secret(base: Any, *, many: bool) -> Any:
    one: Any = {str: SECRET, int: NUMBER, float: float(NUMBER), bool: True}.get(base, SECRET)
    return (one,) if many else one


def _other_vote(record: Ballot | WallCount | RatingSheet) -> Record:
    match record:
        case Ballot():
            return replace(record, marks=(Mark(SECRET, NUMBER),), spoiled=SECRET, sector=SECRET)
        case WallCount():
            return replace(record, dots=NUMBER)
        case RatingSheet():
            return replace(record, agreement=NUMBER, confusion=NUMBER, comments=(SECRET,))


@st.composite
def looks(draw: st.DrawFn, workshop: Workshop) -> tuple[str | None, Focus]:
    """Any stage, and anything that a facilitator may look at there."""

    def one(type_: type[Record]) -> str | None:
        return draw(st.sampled_from([None, *(record.id for record in workshop.each(type_))]))

    notes = tuple(entry.id for entry in workshop.each(Entry))
    return one(Stage), Focus(one(Principle), one(Table), one(Round), notes)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_private_has_any_influence_on_a_scene(data: st.DataObject) -> None:
    workshop = data.draw(workshops())
    stage, focus = data.draw(looks(workshop))
    scene = scene_of(workshop, stage, focus, NOW)
    assert scene == scene_of(disguised(workshop), stage, focus, NOW)
    assert SECRET not in repr(scene)


def full_day() -> Workshop:
    """The sample with a stage of every kind, illegible notes, and votes by every method."""
    records = list(sample())
    kinds = {record.kind for record in records if isinstance(record, Stage)}
    stages = [Stage(f"s-{k}", k, f"A {k}", position=90.0) for k in StageKind if k not in kinds]
    workshop = Workshop([*records, *stages])
    idea = workshop.all(Idea)[0]
    voting = next(s for s in workshop.all(Stage) if s.kind is StageKind.PRIORITIZATION)
    more: list[Record] = [
        Entry("e-x", 9001, Quadrant.THREAT, "scrawl", workshop.all(Principle)[0].id, legible=False),
        Participant("p-x", name="Ada", organization="Engines", position=99.0),
        *(Round(f"r-{m}", f"By {m}", m, stage=voting.id, position=9.0) for m in Method),
        Ballot("b-x", 1, f"r-{Method.BALLOTS}", (Mark(idea.id, 3),)),
        WallCount("w-x", f"r-{Method.WALL}", idea.id, 5),
        RatingSheet("rs-x", f"r-{Method.RATING}", idea.id, agreement=13, confusion=4),
    ]
    return Workshop([record for type_ in PUBLIC for record in workshop.each(type_)] + more)


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("kind", StageKind)
def test_no_secret_reaches_the_scene_of_any_stage(kind: StageKind, *, closed: bool) -> None:
    """With votes recorded, in open rounds and in closed ones that nobody revealed."""
    day = full_day()
    rounds = [replace(r, closed=closed, revealed=not closed) for r in day.each(Round)]
    day = Workshop([*(r for type_ in PUBLIC for r in day.each(type_)), *rounds])
    secret = disguised(day)
    for stage in (s for s in secret.all(Stage) if s.kind is kind):
        for principle in secret.all(Principle):
            for round_ in rounds:
                focus = Focus(principle.id, None, round_.id, tuple(e.id for e in day.each(Entry)))
                scene = scene_of(secret, stage.id, focus, NOW)
                assert scene == scene_of(day, stage.id, focus, NOW)
                assert SECRET not in repr(scene)
                assert str(NUMBER) not in repr(scene)
                assert not isinstance(scene.body, Results | Ratings)
                if kind is StageKind.PRIORITIZATION:
                    assert isinstance(scene.body, Vote)


def test_a_scene_can_hold_nothing_but_texts_numbers_and_parts_of_scenes() -> None:
    seen: set[type] = set()
    waiting: list[Any] = [Scene]
    while waiting:
        type_ = waiting.pop()
        parts = typing.get_args(type_)
        if parts:
            assert typing.get_origin(type_) in {tuple, types.UnionType, typing.Union}, type_
            waiting += [part for part in parts if part is not Ellipsis]
        elif dataclasses.is_dataclass(type_) and type_ not in seen:
            assert isinstance(type_, type)
            seen.add(type_)
            assert type_.__module__ == "facilitator.model.scene", type_
            waiting += typing.get_type_hints(type_).values()
        elif type_ not in seen:
            assert type_ in {str, int, float, bool, types.NoneType} or issubclass(type_, Enum)
    assert len(seen) > 15


def test_blank_is_blank() -> None:
    assert not BLANK.workshop + BLANK.stage + BLANK.prompt
    assert BLANK.timer is None


# What the room does see


def of_kind(workshop: Workshop, kind: StageKind) -> Stage:
    return next(stage for stage in workshop.all(Stage) if stage.kind is kind)


def seen(workshop: Workshop, kind: StageKind, focus: Focus | None = None) -> Scene:
    focus = focus or Focus(workshop.all(Principle)[0].id)
    return scene_of(workshop, of_kind(workshop, kind).id, focus, NOW)


def with_rounds(workshop: Workshop, **changes: Any) -> Workshop:
    records = [r for type_ in PUBLIC if type_ is not Round for r in workshop.each(type_)]
    return Workshop([*records, *(replace(r, **changes) for r in workshop.each(Round))])


def test_the_wall_shows_the_newest_legible_notes_and_how_many_there_are() -> None:
    day = full_day()
    principle = day.all(Principle)[0].id
    tables = day.all(Table)
    many = [
        Entry(f"n{n}", 5000 + n, Quadrant.THREAT, f"threat {n}", principle, tables[n % 2].id)
        for n in range(40)
    ]
    day = Workshop([*(r for type_ in PUBLIC for r in day.each(type_)), *many])
    wall = seen(day, StageKind.SWOT).body
    assert isinstance(wall, Wall)
    threats = wall.sides[-1]
    assert threats.notes == tuple(f"threat {n}" for n in range(39, 39 - MOST_NOTES, -1))
    legible = [e for e in day.each(Entry) if e.principle == principle and e.legible]
    assert sum(side.count for side in wall.sides) == len(legible)
    own = seen(day, StageKind.SWOT, Focus(principle, tables[0].id)).body
    assert isinstance(own, Wall)
    assert own.table == tables[0].name
    assert own.sides[-1].notes[:2] == ("threat 38", "threat 36")


def test_a_merged_idea_is_not_shown_twice_and_a_long_one_is_cut() -> None:
    day = full_day()
    first, second, *_ = (i for i in day.all(Idea) if i.principle == day.all(Principle)[0].id)
    records = [r for type_ in PUBLIC if type_ is not Idea for r in day.each(type_)]
    merged = replace(second, merged_into=first.id)
    long = replace(first, text="word " * 900)
    shown = seen(Workshop([*records, merged, long]), StageKind.IDEATION).body
    assert isinstance(shown, Ideas)
    assert [idea.number for idea in shown.ideas] == [first.number]
    assert len(shown.ideas[0].text) <= MOST_LETTERS + 2
    assert shown.ideas[0].text.endswith(" …")


def test_totals_are_shown_once_the_round_is_closed_and_revealed() -> None:
    day = with_rounds(full_day(), closed=True, revealed=True)
    results = seen(day, StageKind.PRIORITIZATION).body
    assert isinstance(results, Results)
    bars = results.charts[0].bars
    assert bars[0].fraction == 1.0
    assert [bar.dots for bar in bars] == sorted((bar.dots for bar in bars), reverse=True)
    ranks = [bar.rank for bar in bars]
    assert [bar.tied for bar in bars] == [ranks.count(rank) > 1 for rank in ranks]
    assert results.people == day.count(Participant)
    rated = seen(day, StageKind.PRIORITIZATION, Focus(round=f"r-{Method.RATING}")).body
    assert isinstance(rated, Ratings)
    assert rated.ideas[0].answers == (0, 13, 0, 0, 0, 4)
    assert isinstance(seen(with_rounds(day, revealed=False), StageKind.PRIORITIZATION).body, Vote)
    assert isinstance(seen(with_rounds(day, closed=False), StageKind.PRIORITIZATION).body, Vote)


def test_the_timer_is_that_of_the_stage_that_runs_whichever_is_shown() -> None:
    day = full_day()
    stages = [
        replace(s, planned_minutes=20, started_at=None, finished_at=None) for s in day.all(Stage)
    ]
    day = Workshop([*(r for t in PUBLIC if t is not Stage for r in day.each(t)), *stages])
    talk, swot = of_kind(day, StageKind.INTRODUCTION), of_kind(day, StageKind.SWOT)
    before = scene_of(day, talk.id, Focus(), NOW)
    assert before.timer is None
    day.apply([edited(talk, started_at=agenda.stamp(BEGIN))])
    scene = scene_of(day, talk.id, Focus(), NOW)
    assert scene.timer is not None
    assert (scene.timer.seconds, scene.timer.level) == (1200, Level.CALM)
    assert scene.body == Words(At(13, 20), swot.title)  # 17:20 in Toronto
    soon = BEGIN + timedelta(minutes=21)
    after = Now(soon, soon)
    late = moved_on(scene, day, talk.id, after)
    assert late.timer is not None
    assert (late.timer.seconds, late.timer.level) == (-60, Level.OVER)
    assert late == scene_of(day, talk.id, Focus(), after)
    other = scene_of(day, swot.id, Focus(), NOW).timer
    assert other is not None
    assert other.of_stage == talk.title


def test_without_a_stage_the_room_sees_the_agenda() -> None:
    day = full_day()
    scene = scene_of(day, None, Focus(), NOW)
    assert isinstance(scene.body, Agenda)
    assert [item.title for item in scene.body.items] == [s.title for s in day.all(Stage)]
    assert isinstance(seen(day, StageKind.QUESTION_AND_ANSWER).body, Questions)


def test_ten_thousand_notes_make_a_wall_in_time() -> None:
    day = full_day()
    principle = day.all(Principle)[0].id
    notes = [
        Entry(f"n{n}", 20_000 + n, list(Quadrant)[n % 4], f"note {n}", principle)
        for n in range(10_000)
    ]
    day = Workshop([*(r for type_ in PUBLIC for r in day.each(type_)), *notes])
    took = []
    for _ in range(5):
        began = time.perf_counter()
        seen(day, StageKind.SWOT)
        took.append(time.perf_counter() - began)
    assert min(took) < 0.05
