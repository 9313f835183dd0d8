"""A recorded workshop cut into scenes: what people do in each stage of the agenda, in order.

For playing a day again, act by act, in the demo and in tests of the window.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from facilitator.model.kinds import Origin, StageKind
from facilitator.model.records import (
    Ballot,
    Endorsement,
    Entry,
    Finding,
    Idea,
    Insight,
    Question,
    RatingSheet,
    Record,
    Response,
    Round,
    Stage,
    Theme,
    WallCount,
)
from facilitator.model.swot import Target
from facilitator.model.workshop import Workshop

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes that are typed one after the other without choosing anything again."""

    target: Target
    entries: tuple[Entry, ...]
    legible: bool
    language: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Their texts."""
        return tuple(entry.text for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A theme with the notes that are sorted into it."""

    theme: Theme
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Vote:
    """A round with the votes that are recorded in it."""

    round: Round
    ballots: tuple[Ballot, ...]
    counts: tuple[WallCount, ...]
    ratings: tuple[RatingSheet, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A stage and everything that is recorded in it, each list in the order of recording."""

    stage: Stage
    notes: tuple[Notes, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    insights: tuple[Insight, ...] = ()
    ideas: tuple[Idea, ...] = ()
    votes: tuple[Vote, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()
    questions: tuple[Question, ...] = ()
    forms: tuple[tuple[Response, ...], ...] = ()
    findings: tuple[Finding, ...] = ()


def scenes(workshop: Workshop) -> tuple[Scene, ...]:
    """The scenes of a workshop, one a stage of its agenda.

    What names no stage belongs to the stage of the kind that it comes from: themes to the SWOT,
    findings to the evaluation. Where there is none of that kind, to the last stage.
    """
    sorter = _Sorter(workshop)
    return tuple(sorter.scene(stage) for stage in workshop.all(Stage))


class _Sorter:
    """Finds the stage of each record."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.of_kind: dict[StageKind, str] = {}
        self.last = ""
        for stage in workshop.all(Stage):
            # Themes are made of all notes: where there are several stages of a kind, the last one.
            self.of_kind[stage.kind] = self.last = stage.id

    def scene(self, stage: Stage) -> Scene:
        entries = self._in(stage, Entry, lambda e: (e.stage, StageKind.SWOT))
        forms = self._in(stage, Response, lambda _: (None, StageKind.EVALUATION))
        return Scene(
            stage,
            _typed_together(entries),
            tuple(
                self._cluster(theme)
                for theme in self._in(stage, Theme, lambda _: (None, StageKind.SWOT))
            ),
            self._in(stage, Insight, lambda _: (None, StageKind.SWOT)),
            self._in(stage, Idea, lambda i: (i.stage, _arose(i))),
            tuple(
                self._vote(round_)
                for round_ in self._in(stage, Round, lambda r: (r.stage, StageKind.PRIORITIZATION))
            ),
            self._in(stage, Endorsement, lambda e: (e.stage, StageKind.GALLERY_WALK)),
            self._in(stage, Question, lambda q: (q.stage, StageKind.QUESTION_AND_ANSWER)),
            _grouped(forms, lambda response: response.form),
            self._in(stage, Finding, lambda _: (None, StageKind.EVALUATION)),
        )

    def _in(
        self, stage: Stage, type_: type[R], home: Callable[[R], tuple[str | None, StageKind]]
    ) -> tuple[R, ...]:
        """The records of a type whose home is the stage: the one they name, or one of a kind."""
        found = []
        for record in self.workshop.all(type_):
            named, kind = home(record)
            if self.workshop.find(Stage, named) is None:
                named = self.of_kind.get(kind, self.last)
            if named == stage.id:
                found.append(record)
        return tuple(found)

    def _cluster(self, theme: Theme) -> Cluster:
        return Cluster(
            theme, tuple(entry for entry in self.workshop.all(Entry) if entry.theme == theme.id)
        )

    def _vote(self, round_: Round) -> Vote:
        return Vote(
            round_,
            tuple(ballot for ballot in self.workshop.all(Ballot) if ballot.round == round_.id),
            tuple(count for count in self.workshop.all(WallCount) if count.round == round_.id),
            tuple(sheet for sheet in self.workshop.all(RatingSheet) if sheet.round == round_.id),
        )


def _arose(idea: Idea) -> StageKind:
    walk = idea.origin is Origin.GALLERY_WALK
    return StageKind.GALLERY_WALK if walk else StageKind.IDEATION


def _typed_together(entries: Iterable[Entry]) -> tuple[Notes, ...]:
    """Notes in the order of their numbers, cut where something has to be chosen anew."""

    def chosen(entry: Entry) -> tuple[Target, bool, str]:
        target = Target(entry.quadrant, entry.principle, entry.table, entry.stage)
        return target, entry.legible, entry.language

    return tuple(
        Notes(target, tuple(together), legible, language)
        for (target, legible, language), together in groupby(entries, chosen)
    )


def _grouped(records: Sequence[R], key: Callable[[R], Hashable]) -> tuple[tuple[R, ...], ...]:
    """Records with the same key together, in the order in which the keys come first."""
    groups: defaultdict[Hashable, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return tuple(tuple(group) for group in groups.values())
