"""The sample's day, performed: the file made, sheets printed, each scene played and pictured."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from facilitator.commands.check import problems
from facilitator.commands.new import from_json
from facilitator.commands.play import Player
from facilitator.commands.printing import counted, print_sheets
from facilitator.commands.report import write_report
from facilitator.commands.scenes import Scene, Vote, scenes
from facilitator.commands.screen import Screen, Take
from facilitator.exchange.plan import plan_of
from facilitator.language import Language
from facilitator.model import agenda
from facilitator.model.kinds import Method, SheetKind
from facilitator.model.records import Participant, Principle, Sheet, Stage, Table
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile

Say = Callable[[str], None]

BEFORE_THE_START = (SheetKind.AGENDA, SheetKind.SWOT, SheetKind.IDEA, SheetKind.POSTER)


def perform(sample: Path, folder: Path, screen: Screen, say: Say) -> tuple[str, ...]:
    """Play a sample into files in a folder; gives what the check at the end finds."""
    records = from_json(sample)
    recorded = Workshop(records)
    with WorkshopFile.create(folder / f"{sample.stem}.workshop", plan_of(records)) as file:
        say(f"Made the workshop file “{recorded.facts.title}” from the plan: {_planned(file)}.")
        with screen.pictures(file) as take:
            _Performance(file, folder, take, say).play(scenes(recorded))
        warnings = write_report(file.workshop, folder / "summary.pdf")
        say("Wrote the summary.")
        for warning in warnings:
            say(f"The summary: {warning}")
        found = problems(file)
    say("Checked the file: it is whole, and the sums add up." if not found else "Checked the file:")
    for problem in found:
        say(problem)
    return found


def _planned(file: WorkshopFile) -> str:
    counts = (("principles", Principle), ("tables", Table), ("stages", Stage))
    parts = [f"{file.workshop.count(type_)} {name}" for name, type_ in counts]
    return ", ".join((*parts, f"{file.workshop.count(Participant)} participants"))


class _Performance:
    """A sample being played into a file, with what is made beside it."""

    def __init__(self, file: WorkshopFile, folder: Path, take: Take, say: Say) -> None:
        self._file, self._folder, self._take, self._say = file, folder, take, say
        self._player = Player(file)
        self._zone = agenda.zone_of(file.workshop.facts)
        self._words = Language("en")
        self._printed: tuple[Sheet, ...] = ()

    def play(self, all_scenes: tuple[Scene, ...]) -> None:
        """Play the whole day."""
        (self._folder / "pictures").mkdir()
        first = next((s.stage.started_at for s in all_scenes if s.stage.started_at), None)
        self._print(BEFORE_THE_START, first)
        for number, scene in enumerate(all_scenes, start=1):
            self._player.start(scene)
            done = [part.text for part in self._player.record(scene, self._print_ballots)]
            picture = self._folder / "pictures" / f"{number:02}-{_slug(scene)}.png"
            self._take(scene.stage.id, picture)
            self._player.finish(scene)
            what = ", ".join(done) or "nothing to record"
            self._say(f"{self._times(scene)}{scene.stage.title}: {what}; {picture.name}.")

    def _print_ballots(self, vote: Vote) -> None:
        """Print the ballots when it is known what is voted on."""
        if vote.round.method is Method.BALLOTS:
            stage = self._file.workshop.find(Stage, vote.round.stage)
            self._print((SheetKind.BALLOT,), stage.started_at if stage else None)

    def _print(self, kinds: tuple[SheetKind, ...], at: str | None) -> None:
        """Print sheets; the PDF holds them after all that were printed before."""
        now = agenda.moment(at) if at else datetime.now(UTC)
        out = self._folder / "handouts.pdf"
        plan = print_sheets(self._file, out, kinds, now=now, after=self._printed)
        self._printed = (*self._printed, *plan.sheets)
        self._say(f"Printed {counted(plan.sheets)} ({out.name}).")
        for note in plan.notes:
            self._say(note.said(self._words))

    def _times(self, scene: Scene) -> str:
        """When the stage ran, by the clock at the venue."""
        stamps = (scene.stage.started_at, scene.stage.finished_at)
        shown = [self._clock(stamped) for stamped in stamps if stamped]
        return f"{'–'.join(shown)} " if shown else ""

    def _clock(self, stamped: str) -> str:
        return self._words.clock(agenda.moment(stamped).astimezone(self._zone))


def _slug(scene: Scene) -> str:
    return scene.stage.kind.value.replace("_", "-")
