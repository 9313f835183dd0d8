"""Kinds of records as people count them: “14 notes, 3 ideas, 2 themes”.

Each kind stands for a singular and a plural text with `{n}`; they are translated where shown.
"""

from __future__ import annotations

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

KIND_NAMES: dict[type[Record], tuple[str, str]] = {
    Facts: ("{n} workshop", "{n} workshops"),
    Resource: ("{n} link", "{n} links"),
    Principle: ("{n} principle", "{n} principles"),
    Table: ("{n} table", "{n} tables"),
    Stage: ("{n} stage", "{n} stages"),
    Sector: ("{n} sector", "{n} sectors"),
    Participant: ("{n} participant", "{n} participants"),
    Sheet: ("{n} printed sheet", "{n} printed sheets"),
    Theme: ("{n} theme", "{n} themes"),
    Entry: ("{n} note", "{n} notes"),
    Insight: ("{n} insight", "{n} insights"),
    Idea: ("{n} idea", "{n} ideas"),
    Round: ("{n} voting round", "{n} voting rounds"),
    Criterion: ("{n} dot colour", "{n} dot colours"),
    Ballot: ("{n} ballot", "{n} ballots"),
    WallCount: ("{n} wall count", "{n} wall counts"),
    RatingSheet: ("{n} rating sheet", "{n} rating sheets"),
    Endorsement: ("{n} mark of support", "{n} marks of support"),
    Question: ("{n} question", "{n} questions"),
    EvaluationQuestion: ("{n} evaluation question", "{n} evaluation questions"),
    Response: ("{n} answer", "{n} answers"),
    Finding: ("{n} finding", "{n} findings"),
    Passage: ("{n} passage", "{n} passages"),
}
