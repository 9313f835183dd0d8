"""What of a record can be searched for: the words that people typed, and its number."""

from __future__ import annotations

import re
import unicodedata

from facilitator.model.records import (
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
)

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Facts: ("title", "host", "venue", "place", "objective", "description", "decision"),
    Principle: ("name", "statement"),
    Table: ("name",),
    Stage: ("title", "exercise", "description", "prompt", "private_notes", "notes"),
    Sector: ("name",),
    Participant: ("name", "organization"),
    Resource: ("label", "caption", "url"),
    Entry: ("text",),
    Theme: ("name",),
    Insight: ("text",),
    Idea: ("text",),
    Round: ("title",),
    Criterion: ("name", "meaning"),
    RatingSheet: ("comments",),
    Endorsement: ("text",),
    Question: ("text", "answer", "asker"),
    EvaluationQuestion: ("text", "options"),
    Response: ("text",),
    Finding: ("text",),
    Passage: ("heading", "paragraphs", "bullets"),
    Sheet: ("code",),
}
"""The fields of each kind that are searched, the first of them its name."""

_WORD = re.compile(r"\w+")


def text_of(record: Record) -> str:
    """All that is searched of a record, its first field first; empty where nothing is."""
    parts: list[str] = []
    for name in SEARCHED.get(type(record), ()):
        value = getattr(record, name)
        parts.extend((value,) if isinstance(value, str) else value)
    return "\n".join(part for part in parts if part)


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, at most eight, without signs that a search takes for its own."""
    plain = unicodedata.normalize("NFC", query[:200])
    return tuple(_WORD.findall(plain.replace("_", " ")))[:8]
