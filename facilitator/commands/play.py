"""Playing a recorded day again: every record by the act that a person would have made it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from facilitator.commands.scenes import Cluster, Notes, Scene, Vote
from facilitator.model import agenda, conversation, course, ideas, merging, sorting, swot, votes
from facilitator.model.change import Act
from facilitator.model.records import (
    Ballot,
    Idea,
    Insight,
    Mark,
    RatingSheet,
    Record,
    Round,
)
from facilitator.storage import WorkshopFile


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done in a scene: what, and how many of them."""

    what: str
    count: int = 1

    @property
    def text(self) -> str:
        """What was done, in words: 73 notes."""
        return f"{self.count} {self.what}{'' if self.count == 1 else 's'}"


def _pass(vote: Vote) -> None:
    """Nothing to do before a vote."""


class Player:
    """Plays scenes of a sample into a file that holds the sample's plan.

    The plan keeps the sample's ids; what is recorded gets new ones, and `ids` says which.
    """

    def __init__(self, file: WorkshopFile) -> None:
        """Play into an open file."""
        self._file = file
        self.ids: dict[str, str] = {}
        self._ideas: list[Idea] = []

    def start(self, scene: Scene) -> bool:
        """Start the scene's stage when the sample says, or leave it out; False for neither."""
        stage = scene.stage
        if stage.skipped:
            self._do(course.skip_stage(self._file.workshop, stage.id))
            return True
        if stage.started_at is None:
            return False
        now = agenda.moment(stage.started_at)
        self._do(course.start_stage(self._file.workshop, stage.id, now))
        return True

    def record(self, scene: Scene, before_vote: Callable[[Vote], None] = _pass) -> Iterator[Done]:
        """Record everything of the scene; each thing is on disk when it is told.

        `before_vote` is called when the ideas of a vote are settled, and no vote is cast yet.
        """
        yield from self._swot(scene)
        for idea in scene.ideas:
            self._add_idea(idea)
        if scene.ideas:
            yield Done("idea", len(scene.ideas))
            self._merge()
        for vote in scene.votes:
            yield from self._vote(vote, before_vote)
        for support in scene.endorsements:
            self._do(
                ideas.endorse(
                    self._file.workshop,
                    self.ids[support.idea],
                    support.people,
                    text=support.text,
                    sector=support.sector,
                    stage=support.stage,
                )
            )
        if scene.endorsements:
            yield Done("endorsement", len(scene.endorsements))
        yield from self._conversation(scene)
        if scene.stage.notes:
            self._do(course.note_stage(self._file.workshop, scene.stage.id, scene.stage.notes))
            yield Done("stage note")

    def finish(self, scene: Scene) -> bool:
        """Finish the scene's stage when the sample says; False where it goes on."""
        stage = scene.stage
        if stage.finished_at is None or stage.started_at is None:
            return False
        now = agenda.moment(stage.finished_at)
        self._do(course.finish_stage(self._file.workshop, stage.id, now))
        return True

    def _do(self, act: Act) -> tuple[Record, ...]:
        """Carry out an act; gives the records that it added."""
        performed = self._file.perform(act)
        changes = performed.changes if performed else ()
        return tuple(c.after for c in changes if c.before is None and c.after is not None)

    def _add(self, sample: Record, act: Act) -> None:
        """Carry out an act that adds one record, the sample's counterpart."""
        (new,) = self._do(act)
        self.ids[sample.id] = new.id

    def _known(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.ids[id_] for id_ in ids)

    def _swot(self, scene: Scene) -> Iterator[Done]:
        for notes in scene.notes:
            self._add_notes(notes)
        if scene.notes:
            yield Done("note", sum(len(notes.entries) for notes in scene.notes))
        for cluster in scene.clusters:
            self._sort(cluster)
        if scene.clusters:
            yield Done("theme", len(scene.clusters))
        for insight in scene.insights:
            self._add_insight(insight)
        if scene.insights:
            yield Done("insight", len(scene.insights))

    def _sort(self, cluster: Cluster) -> None:
        workshop, theme = self._file.workshop, cluster.theme
        self._add(theme, sorting.add_theme(workshop, theme.principle, theme.name))
        if cluster.entries:
            entries = self._known(tuple(entry.id for entry in cluster.entries))
            self._do(sorting.sort_entries(workshop, entries, self.ids[theme.id]))

    def _add_notes(self, notes: Notes) -> None:
        act = swot.add_entries(
            self._file.workshop,
            notes.target,
            notes.texts,
            legible=notes.legible,
            language=notes.language,
        )
        for sample, new in zip(notes.entries, self._do(act), strict=True):
            self.ids[sample.id] = new.id

    def _add_insight(self, insight: Insight) -> None:
        entries = self._known(insight.entries)
        theme = self.ids[insight.theme]
        act = sorting.add_insight(self._file.workshop, theme, insight.text, entries)
        self._add(insight, act)

    def _add_idea(self, idea: Idea) -> None:
        act = ideas.add_ideas(
            self._file.workshop,
            idea.principle,
            [idea.text],
            answers=self._known(idea.answers),
            origin=idea.origin,
            language=idea.language,
            stage=idea.stage,
        )
        self._add(idea, act)
        if idea.merged_into is not None:
            self._ideas.append(idea)

    def _merge(self) -> None:
        """Merge the ideas that the sample merges, as soon as both are there.

        Those on which others rest come later, so that each goes where it went in the sample.
        """
        waiting = [i for i in self._ideas if i.merged_into in self.ids]
        above = {idea.id: idea.merged_into for idea in waiting}
        for idea in sorted(waiting, key=lambda idea: -_height(idea.id, above)):
            self._ideas.remove(idea)
            leader = self.ids[idea.merged_into or ""]
            self._do(merging.merge_ideas(self._file.workshop, leader, [self.ids[idea.id]]))

    def _vote(self, vote: Vote, before: Callable[[Vote], None]) -> Iterator[Done]:
        workshop, round_ = self._file.workshop, vote.round
        if round_.ideas:
            self._do(votes.choose_ideas(workshop, round_.id, self._known(round_.ideas)))
        if round_.voters is not None:
            self._do(votes.record_voters(workshop, round_.id, round_.voters))
        before(vote)
        for ballot in vote.ballots:
            self._cast(ballot)
        for count in vote.counts:
            self._do(
                votes.count_on_wall(
                    workshop,
                    round_.id,
                    self.ids[count.idea],
                    count.dots,
                    criterion=count.criterion,
                    counter=count.counter,
                )
            )
        for sheet in vote.ratings:
            self._rate(sheet)
        yield Done(_votes_of(vote), len(vote.ballots) or len(vote.counts) or len(vote.ratings))
        self._close(round_)

    def _cast(self, ballot: Ballot) -> None:
        # A mark may name an idea that never was: the ballot is kept as it was read.
        marks = tuple(
            Mark(self.ids.get(mark.idea, mark.idea), mark.dots, mark.criterion)
            for mark in ballot.marks
        )
        act = votes.record_ballot(
            self._file.workshop,
            ballot.round,
            marks,
            spoiled=ballot.spoiled,
            sector=ballot.sector,
        )
        self._add(ballot, act)

    def _rate(self, sheet: RatingSheet) -> None:
        new = replace(sheet, id="", idea=self.ids[sheet.idea], sheet=None)
        self._add(sheet, votes.record_rating(self._file.workshop, new))

    def _close(self, round_: Round) -> None:
        workshop = self._file.workshop
        if round_.unused is not None or round_.spoiled is not None:
            act = votes.record_leftovers(
                workshop, round_.id, unused=round_.unused, spoiled=round_.spoiled
            )
            self._do(act)
        if round_.closed:
            self._do(votes.close_round(workshop, round_.id))
        if round_.revealed:
            self._do(votes.reveal_totals(workshop, round_.id))

    def _conversation(self, scene: Scene) -> Iterator[Done]:
        workshop = self._file.workshop
        for question in scene.questions:
            act = conversation.add_question(
                workshop,
                question.text,
                answer=question.answer,
                asker=question.asker,
                sector=question.sector,
                stage=question.stage,
                language=question.language,
            )
            self._add(question, act)
        if scene.questions:
            yield Done("question", len(scene.questions))
        for form in scene.forms:
            act = conversation.record_form(workshop, [replace(r, id="") for r in form])
            self._do(act)
        if scene.forms:
            yield Done("evaluation form", len(scene.forms))
        for finding in scene.findings:
            act = conversation.add_finding(
                workshop, finding.text, question=finding.question, option=finding.option
            )
            self._do(act)
        if scene.findings:
            yield Done("finding", len(scene.findings))


def _height(idea_id: str | None, above: Mapping[str, str | None]) -> int:
    """How many ideas stand above one in what is merged."""
    return 1 + _height(above[idea_id], above) if idea_id is not None and idea_id in above else 0


def _votes_of(vote: Vote) -> str:
    if vote.ballots:
        return "ballot"
    return "wall count" if vote.counts else "rating sheet"
