"""Everything that a workshop file holds, as frozen records.

Every record has an `id` (UUIDv7 text) and a class-wide `KIND`: the name of its list in the
JSON form and of its table in the file. References to other records are their ids; `None` or an
empty text means "not stated". Times are UTC in ISO 8601 with a final Z; clock times of the plan
are local to the venue's zone. `position` orders records of one list; `number` is given once and
never again to another record, so that people can cite it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from facilitator.model.kinds import (
    AnswerKind,
    Combine,
    Illustrative,
    Method,
    Origin,
    Place,
    Quadrant,
    SheetKind,
    StageKind,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the workshop is: one record a file, whose id is the workshop's own."""

    KIND: ClassVar[str] = "facts"
    id: str
    title: str = ""
    host: str = ""
    venue: str = ""
    place: str = ""
    date: str = ""
    starts: str = ""
    timezone: str = "UTC"
    language: str = "en"
    objective: str = ""
    description: tuple[str, ...] = ()
    decision: str = ""
    participants_note: str = ""
    evaluation_note: str = ""
    insights_title: str = ""
    insights_note: tuple[str, ...] = ()
    facilitator: str = ""
    contact: str = ""
    public_address: str = ""
    threshold: int = 3
    illustrative: tuple[Illustrative, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read or watch, linked from the agenda handout."""

    KIND: ClassVar[str] = "resources"
    id: str
    label: str
    url: str
    caption: str = ""
    needs_internet: bool = True
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Principle:
    """A subject of the workshop with a wall of its own."""

    KIND: ClassVar[str] = "principles"
    id: str
    name: str
    statement: str = ""
    colour: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the room at which people work."""

    KIND: ClassVar[str] = "tables"
    id: str
    name: str
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Stage:
    """An item of the agenda, planned and as it went.

    `paused_seconds` are those of pauses that are over, `added_minutes` what the facilitator gave
    (or took, below 0) beside the plan.
    """

    KIND: ClassVar[str] = "stages"
    id: str
    kind: StageKind
    title: str
    group: str = ""
    exercise: str = ""
    description: tuple[str, ...] = ()
    prompt: str = ""
    private_notes: str = ""
    notes: str = ""
    planned_start: str = ""
    planned_minutes: int | None = None
    started_at: str | None = None
    finished_at: str | None = None
    skipped: bool = False
    position: float = 0.0
    paused_at: str | None = None
    paused_seconds: int = 0
    added_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector with which participants identify."""

    KIND: ClassVar[str] = "sectors"
    id: str
    name: str
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in the room: one primary sector, any further hats."""

    KIND: ClassVar[str] = "participants"
    id: str
    sector: str | None = None
    further_sectors: tuple[str, ...] = ()
    name: str = ""
    organization: str = ""
    arrived_at: str | None = None
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A SWOT entry: a note as it was written, word for word."""

    KIND: ClassVar[str] = "entries"
    id: str
    number: int
    quadrant: Quadrant
    text: str
    principle: str | None = None
    table: str | None = None
    language: str = ""
    legible: bool = True
    sheet: str | None = None
    stage: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A named cluster of notes under a principle."""

    KIND: ClassVar[str] = "themes"
    id: str
    number: int
    name: str
    principle: str | None = None
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Insight:
    """What a theme says, with the entries that it rests on."""

    KIND: ClassVar[str] = "insights"
    id: str
    number: int
    theme: str
    text: str
    entries: tuple[str, ...] = ()
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea, with the opportunities and threats that it answers.

    An idea that is `merged_into` another keeps its words and its votes; they are counted there.
    """

    KIND: ClassVar[str] = "ideas"
    id: str
    number: int
    text: str
    principle: str | None = None
    answers: tuple[str, ...] = ()
    origin: Origin = Origin.IDEATION
    language: str = ""
    stage: str | None = None
    sheet: str | None = None
    position: float = 0.0
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A voting round. `ideas` empty: every idea of `principle`, or of the workshop.

    `combine` says how the dots of merged ideas become those of one; the room sees the totals once
    they are `revealed`.
    """

    KIND: ClassVar[str] = "rounds"
    id: str
    title: str
    method: Method
    dots: int = 3
    stacking: int | None = None
    open: bool = False
    stage: str | None = None
    principle: str | None = None
    ideas: tuple[str, ...] = ()
    voters: int | None = None
    unused: int | None = None
    spoiled: int | None = None
    closed: bool = False
    position: float = 0.0
    combine: Combine = Combine.SUM
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A dot colour with a meaning. `dots` empty: as many a person as the round says."""

    KIND: ClassVar[str] = "criteria"
    id: str
    round: str
    name: str
    meaning: str = ""
    colour: str = ""
    dots: int | None = None
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Dots that one ballot gives to one idea, as read: the idea may be unknown, the dots wrong."""

    idea: str
    dots: int
    criterion: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's ballot as it was read. `spoiled`: a reason that a person gave."""

    KIND: ClassVar[str] = "ballots"
    id: str
    number: int
    round: str
    marks: tuple[Mark, ...] = ()
    spoiled: str = ""
    sector: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class WallCount:
    """Dots counted on the wall for one idea: `counter` 1 and 2 are passes, 0 what was settled."""

    KIND: ClassVar[str] = "wall_counts"
    id: str
    round: str
    idea: str
    dots: int
    criterion: str | None = None
    counter: int = 1


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """One idea rating sheet, counted: people for each of the six answers."""

    KIND: ClassVar[str] = "rating_sheets"
    id: str
    round: str
    idea: str
    strong_agreement: int = 0
    agreement: int = 0
    neutral: int = 0
    disagreement: int = 0
    strong_disagreement: int = 0
    confusion: int = 0
    signatures: int | None = None
    comments: tuple[str, ...] = ()
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Endorsement:
    """Support for an idea shown outside the vote, usually on the gallery walk."""

    KIND: ClassVar[str] = "endorsements"
    id: str
    idea: str
    people: int = 1
    text: str = ""
    sector: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a speaker, and its answer."""

    KIND: ClassVar[str] = "questions"
    id: str
    number: int
    text: str
    answer: str = ""
    asker: str = ""
    sector: str | None = None
    stage: str | None = None
    language: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class EvaluationQuestion:
    """A question of the evaluation form."""

    KIND: ClassVar[str] = "evaluation_questions"
    id: str
    text: str
    answer: AnswerKind
    options: tuple[str, ...] = ()
    lowest: int = 1
    highest: int = 5
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Response:
    """What one form answers to one question; `form` is the form's own number or label."""

    KIND: ClassVar[str] = "responses"
    id: str
    question: str
    form: str
    choices: tuple[str, ...] = ()
    scale: int | None = None
    text: str = ""
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What was learned from the evaluation; a `question` and `option` print the count beside it."""

    KIND: ClassVar[str] = "findings"
    id: str
    text: str
    question: str | None = None
    option: str = ""
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of the organizer's own at a place of the report, under a heading of its own."""

    KIND: ClassVar[str] = "passages"
    id: str
    place: Place
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    position: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed sheet: its code, and what it is for."""

    KIND: ClassVar[str] = "sheets"
    id: str
    code: str
    kind: SheetKind
    copy: int
    paper: str
    language: str
    printed_at: str
    principle: str | None = None
    table: str | None = None
    round: str | None = None
    participant: str | None = None


@dataclass(frozen=True, slots=True)
class ActHeader:
    """An act of a person, to which the lines of the journal belong.

    `undoes` is the act that this one takes back, or with `redo` does again. `hlc` and `writer`
    are those of its lines; `by` is the name of the person, where one was given.
    """

    KIND: ClassVar[str] = "acts"
    id: str
    name: str
    count: int
    hlc: str
    writer: str
    undoes: str | None = None
    redo: bool = False
    by: str = ""


Record = (
    Facts
    | Resource
    | Principle
    | Table
    | Stage
    | Sector
    | Participant
    | Entry
    | Theme
    | Insight
    | Idea
    | Round
    | Criterion
    | Ballot
    | WallCount
    | RatingSheet
    | Endorsement
    | Question
    | EvaluationQuestion
    | Response
    | Finding
    | Passage
    | Sheet
    | ActHeader
)

RECORD_TYPES: tuple[type[Record], ...] = (
    Facts,
    Resource,
    Principle,
    Table,
    Stage,
    Sector,
    Participant,
    Sheet,
    Theme,
    Entry,
    Insight,
    Idea,
    Round,
    Criterion,
    Ballot,
    WallCount,
    RatingSheet,
    Endorsement,
    Question,
    EvaluationQuestion,
    Response,
    Finding,
    Passage,
    ActHeader,
)
"""Every kind of record, referenced kinds before those that refer to them."""

BY_KIND: dict[str, type[Record]] = {type_.KIND: type_ for type_ in RECORD_TYPES}
