"""What single records are called where they stand among records of other kinds."""

from __future__ import annotations

from datetime import datetime, time

from facilitator.language import Language
from facilitator.model.agenda import zone_of
from facilitator.model.citing import code_of
from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Insight,
    Participant,
    Passage,
    Principle,
    Question,
    RatingSheet,
    Record,
    Resource,
    Response,
    Round,
    Sector,
    Sheet,
    Stage,
    Table,
    Theme,
    WallCount,
)
from facilitator.model.searching import text_of
from ui.stages.page import Room

_LONGEST = 160


def kind_titles(words: Language) -> dict[type[Record], str]:
    """What one thing of a kind is called."""
    return {
        Facts: words("Workshop"),
        Resource: words("Link"),
        Principle: words("Principle"),
        Table: words("Table"),
        Stage: words("Stage"),
        Sector: words("Sector"),
        Participant: words("Participant"),
        Sheet: words("Printed sheet"),
        Theme: words("Theme"),
        Entry: words("Note"),
        Insight: words("Insight"),
        Idea: words("Idea"),
        Round: words("Voting round"),
        Criterion: words("Dot colour"),
        Ballot: words("Ballot"),
        WallCount: words("Wall count"),
        RatingSheet: words("Rating sheet"),
        Endorsement: words("Support"),
        Question: words("Question"),
        EvaluationQuestion: words("Evaluation question"),
        Response: words("Answer on a form"),
        Finding: words("Finding"),
        Passage: words("Passage"),
    }


def said_of(room: Room, record: Record) -> str:
    """The first words of a record, or what says most of one that has none."""
    first = next((line for line in text_of(record).split("\n") if line.strip()), "")
    return shortened(first) or _without_text(room, record) or kind_titles(room.words)[type(record)]


def _without_text(room: Room, record: Record) -> str:
    words = room.words
    match record:
        case Ballot():
            return words("Ballot {number}", number=words.number(record.number))
        case WallCount():
            dots = words.plural("{n} dot", "{n} dots", record.dots)
            return words("{idea}: {said}", idea=name_of(room, Idea, record.idea), said=dots)
        case RatingSheet():
            sheet = words("rating sheet")
            return words("{idea}: {said}", idea=name_of(room, Idea, record.idea), said=sheet)
        case Endorsement():
            return words.plural("supported by {n} person", "supported by {n} people", record.people)
        case Response():
            answer = str(record.scale) if record.scale is not None else ", ".join(record.choices)
            return words("Form {form}: {answer}", form=record.form, answer=answer)
        case _:
            return ""


def name_of(room: Room, type_: type[Record], id_: str) -> str:
    """The number or the name of a record, also of one in the bin."""
    record = room.session.workshop.find(type_, id_) or room.session.in_bin(id_)
    if record is None:
        return "–"
    return code_of(record) or said_of(room, record)


def shortened(text: str) -> str:
    """A text that is not longer than a few lines."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def clock_gutter(words: Language) -> str:
    """A time of day as wide as any."""
    return words.clock(time(20, 0))


def day_and_clock(room: Room, moment: datetime) -> tuple[str, str]:
    """The date and the time of a moment, in the venue's zone."""
    there = moment.astimezone(zone_of(room.session.workshop.facts))
    return there.date().isoformat(), room.words.clock(there)
