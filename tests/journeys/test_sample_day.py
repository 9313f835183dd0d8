"""The whole sample, typed into the window with keys only, gives the file that `demo` plays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from facilitator.commands.play import Player
from facilitator.commands.scenes import Notes, Scene, scenes
from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import sample
from facilitator.model.agenda import moment
from facilitator.model.forms import decides
from facilitator.model.kinds import AnswerKind, Quadrant
from facilitator.model.records import (
    Ballot,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Finding,
    Idea,
    Insight,
    Principle,
    Record,
    Response,
    Round,
    Sector,
    Stage,
    Table,
    Theme,
)
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from tests.same_content import same_content
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.hands import Hands
from ui.pages import THEMES


class Day(Hands):
    """Someone who types a recorded day, stage by stage."""

    def __init__(self, hands: Hands, recorded: Workshop, clock: Clock) -> None:
        super().__init__(hands.window)
        self.recorded, self.clock = recorded, clock

    def play(self, scene: Scene) -> None:
        stage = scene.stage
        assert self.window.rail.current == stage.id
        if stage.started_at:
            self.clock.now = moment(stage.started_at)
            self.press("F5")
        for notes in scene.notes:
            self.type_notes(notes)
        self.sort(scene)
        for idea in scene.ideas:
            self.step("Alt+Right", Principle, self.principle_now, idea.principle)
            self.enter(f"{self.cite(idea.answers)}{idea.text}")
        for vote in scene.votes:
            self.vote(vote.round, vote.ballots)
        for support in scene.endorsements:
            self.support(support)
        for question in scene.questions:
            self.enter(question.text, question.answer)
        self.evaluate(scene)
        if stage.finished_at:
            self.clock.now = moment(stage.finished_at)
            self.press("F5")
        self.press("Ctrl+PgDown")

    def step(self, key: str, type_: type[Record], now: str | None, wanted: str | None) -> None:
        """Press a key until it has gone from one record of a list to another."""
        ids = [record.id for record in self.recorded.all(type_)]
        if wanted is not None and now is not None:
            for _ in range((ids.index(wanted) - ids.index(now)) % len(ids)):
                self.press(key)

    @property
    def principle_now(self) -> str | None:
        chooser = self.window.page.principles  # type: ignore[attr-defined]
        id_: str | None = chooser.id
        return id_

    def type_notes(self, notes: Notes) -> None:
        target = notes.target
        tables = self.window.page.tables  # type: ignore[attr-defined]
        self.step("Alt+Right", Principle, self.principle_now, target.principle)
        self.step("Ctrl+Down", Table, tables.id, target.table)
        self.press(f"Ctrl+{list(Quadrant).index(target.quadrant) + 1}")
        for entry in notes.entries:
            self.enter(entry.text)
            if not entry.legible or entry.language:
                self.press("Up", *([] if entry.legible else ["Ctrl+I"]))
                self.press(*(["Ctrl+L"] if entry.language else []), "Ctrl+E")

    def sort(self, scene: Scene) -> None:
        if not scene.clusters:
            return
        self.press("Ctrl+F3")
        assert self.window.rail.current == THEMES
        for cluster in scene.clusters:
            theme = cluster.theme
            self.step("Alt+Right", Principle, self.principle_now, theme.principle)
            self.focus_line("new_theme")
            self.enter(f"{self.cite(e.id for e in cluster.entries)}{theme.name}")
            self.focus_line("new_insight")
            for insight in (i for i in scene.insights if i.theme == theme.id):
                self.enter(f"{self.cite(insight.entries)}{insight.text}")
        self.press("Ctrl+F2")
        assert self.window.rail.current == scene.stage.id

    def focus_line(self, name: str) -> None:
        for _ in range(4):
            if self.focus is getattr(self.window.page, name).line:
                return
            self.press("Ctrl+E")
        pytest.fail(f"no key leads to {name}")

    def cite(self, entries: Iterable[str]) -> str:
        return "".join(f"#{self.recorded.get(Entry, id_).number} " for id_ in entries)

    def vote(self, round_: Round, ballots: Sequence[Ballot]) -> None:
        if round_.voters is not None:
            self.press("Ctrl+G")
            self.enter(str(round_.voters))
            self.press("Ctrl+E")
        for ballot in ballots:
            if ballot.spoiled:
                self.type(ballot.spoiled)
                self.press("F8")
            else:
                marks = ((self.recorded.get(Idea, m.idea).number, m.dots) for m in ballot.marks)
                self.enter(" ".join(str(n) for number, dots in marks for n in [number] * dots))
        if round_.closed:
            self.press("F9")

    def support(self, support: Endorsement) -> None:
        idea = self.recorded.get(Idea, support.idea)
        self.step("Alt+Right", Principle, self.principle_now, idea.principle)
        self.sector(support.sector)
        self.press("Up", "Home")
        before = (i for i in self.recorded.all(Idea) if i.principle == idea.principle)
        for _ in range([i.id for i in before].index(idea.id)):
            self.press("Down")
        self.press("Ctrl+E")
        self.enter(f"+{support.people} {support.text}".strip())

    def sector(self, wanted: str | None) -> None:
        """“Not stated” comes first, then the sectors."""
        ids = [None, *(sector.id for sector in self.recorded.all(Sector))]
        now = self.window.page.sectors.id  # type: ignore[attr-defined]
        for _ in range((ids.index(wanted) - ids.index(now)) % len(ids)):
            self.press("Ctrl+Down")

    def evaluate(self, scene: Scene) -> None:
        for form in scene.forms:
            self.fill(form)
        for place, finding in enumerate(scene.findings):
            self.find(finding, first=place == 0)

    def fill(self, form: Sequence[Response]) -> None:
        answers = {response.question: response for response in form}
        questions = self.recorded.all(EvaluationQuestion)
        for question in questions:
            answer = said(question, answers.get(question.id))
            self.type(answer)
            if not decides(question, answer) or question is questions[-1]:
                self.press("Return")

    def find(self, finding: Finding, *, first: bool) -> None:
        if first:
            self.press("Ctrl+E")
        self.choose_count(finding)
        self.enter(finding.text)

    def choose_count(self, finding: Finding) -> None:
        """Say which count stands beside a finding; “no count” comes first."""
        counts = self.window.page.findings.counts  # type: ignore[attr-defined]
        wanted = f"Count of: {finding.option}" if finding.option else "No count beside it"
        for _ in range(counts.count()):
            if counts.currentText() == wanted:
                return
            self.press("Alt+Right")
        pytest.fail(f"no key leads to {wanted}")


def said(question: EvaluationQuestion, response: Response | None) -> str:
    if response is None:
        return ""
    if question.answer in {AnswerKind.SINGLE, AnswerKind.SEVERAL}:
        return " ".join(str(question.options.index(choice) + 1) for choice in response.choices)
    return response.text if response.scale is None else str(response.scale)


def test_the_whole_sample_typed_with_keys_is_the_file_of_the_demo(
    sample_window: OpenWindow, clock: Clock, tmp_path: Path
) -> None:
    records = sample()
    recorded = Workshop(records)
    plan = plan_of(records)
    with WorkshopFile.create(tmp_path / "demo.workshop", plan) as played:
        player = Player(played)
        for scene in scenes(recorded):
            player.start(scene)
            list(player.record(scene))
            player.finish(scene)
        window = sample_window(plan)
        day = Day(Hands(window), recorded, clock)
        for scene in scenes(recorded):
            day.play(scene)
        assert window._session.workshop.count(Theme) == 10
        assert window._session.workshop.count(Insight) == 18
        same_content(window._session.workshop, played.workshop)
    path = window._session.path
    window.close()
    with WorkshopFile.open(path, read_only=True) as again:
        assert again.problems() == ()
        same_content(again.workshop, recorded)
        assert all(stage.finished_at for stage in again.workshop.all(Stage))
