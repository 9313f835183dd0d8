"""Where each kind of record stands in the JSON form, and what its fields point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
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

FORMAT = "facilitator-workshop"
VERSION = 2
"""The version that is written; every earlier one is read, too."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A list of records in the JSON form.

    `parent` is the field that holds the id of the record that the list is nested in; it is not
    written. `definition` names the record's part of the schema. `inside` is the group of the top
    level that holds the list, where one does.
    """

    key: str
    type: type[Record]
    definition: str
    parent: str | None = None
    children: tuple[Branch, ...] = ()
    inside: str | None = None


_INSIGHTS = Branch("insights", Insight, "insight", "theme")
_THEMES = Branch("themes", Theme, "theme", "principle", (_INSIGHTS,))
_IDEAS = Branch("ideas", Idea, "idea", "principle")

TREE: tuple[Branch, ...] = (
    Branch("resources", Resource, "resource"),
    Branch("sectors", Sector, "sector"),
    Branch("participants", Participant, "participant"),
    Branch("principles", Principle, "principle", None, (_THEMES, _IDEAS)),
    _THEMES,
    _IDEAS,
    Branch("tables", Table, "table"),
    Branch("agenda", Stage, "stage"),
    Branch("entries", Entry, "entry"),
    Branch(
        "rounds",
        Round,
        "round",
        None,
        (
            Branch("criteria", Criterion, "criterion", "round"),
            Branch("ballots", Ballot, "ballot", "round"),
            Branch("wall_counts", WallCount, "wall_count", "round"),
            Branch("rating_sheets", RatingSheet, "rating_sheet", "round"),
        ),
    ),
    Branch("endorsements", Endorsement, "endorsement"),
    Branch("questions", Question, "question"),
    Branch("questions", EvaluationQuestion, "evaluation_question", inside="evaluation"),
    Branch("responses", Response, "response", inside="evaluation"),
    Branch("findings", Finding, "finding"),
    Branch("passages", Passage, "passage"),
    Branch("sheets", Sheet, "sheet"),
)
"""The lists of the top level, in their order. Themes and ideas that stand here, and not under a
principle, have none."""


def _all(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.children)


PARENTS: dict[type[Record], tuple[str, type[Record]]] = {
    child.type: (child.parent, branch.type)
    for branch in _all(TREE)
    for child in branch.children
    if child.parent is not None
}
"""For records that are nested in others: the field that says in which, and its type."""

OF_THE_TOP_LEVEL: frozenset[type[Record]] = frozenset(branch.type for branch in TREE)

VOTES = ("ballots", "wall_counts", "rating_sheets")
"""The lists of a round that hold its votes."""

ALWAYS_TOLD: frozenset[tuple[type[Record], str]] = frozenset({(Round, "closed")})
"""Fields that are written even at their default, as leaving them out says something else."""

COUNTABLE: frozenset[type[Record]] = frozenset({Participant, Ballot, Response})
"""The kinds for which `count` stands for many alike."""
