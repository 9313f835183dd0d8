"""Where in the window a record is shown: the key of its page."""

from __future__ import annotations

from facilitator.model.kinds import StageKind
from facilitator.model.records import (
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Finding,
    Idea,
    Insight,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Resource,
    Response,
    Round,
    Sector,
    Stage,
    Table,
    Theme,
)
from facilitator.model.workshop import Workshop

_PAGES: dict[type[Record], str] = {
    Theme: "themes",
    Insight: "themes",
    Participant: "participants",
    Sector: "sectors",
    Principle: "principles",
    Table: "tables",
    Resource: "resources",
    EvaluationQuestion: "evaluation",
}

_STAGES: dict[type[Record], StageKind] = {
    Entry: StageKind.SWOT,
    Idea: StageKind.IDEATION,
    Round: StageKind.PRIORITIZATION,
    Endorsement: StageKind.GALLERY_WALK,
    Question: StageKind.QUESTION_AND_ANSWER,
    Response: StageKind.EVALUATION,
    Finding: StageKind.EVALUATION,
}


def page_of(workshop: Workshop, record: Record) -> str:
    """The key of the page that shows a record: its own stage's, or the first of its kind."""
    if isinstance(record, Stage):
        return record.id
    if isinstance(record, RatingSheet | Criterion):
        return page_of(workshop, workshop.get(Round, record.round))
    kind = _STAGES.get(type(record))
    if kind is None:
        return _PAGES.get(type(record), "facts")
    own: str | None = getattr(record, "stage", None)
    stages = [stage.id for stage in workshop.all(Stage) if stage.kind is kind]
    if workshop.find(Stage, own) is not None and own is not None:
        return own
    return stages[0] if stages else "facts"
