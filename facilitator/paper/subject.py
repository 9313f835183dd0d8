"""What a sheet is about: the words of the workshop that stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from facilitator.language import Language
from facilitator.model.kinds import SheetKind, StageKind
from facilitator.model.records import Principle, Round, Sheet, Stage, Table
from facilitator.model.voting.electorate import Contest, contest
from facilitator.model.workshop import Workshop
from facilitator.paper.geometry import Paper, paper_named

Purpose = tuple[SheetKind, str | None, str | None, str | None]
Likeness = tuple[str, str, Purpose]


@dataclass(frozen=True, slots=True)
class Subject:
    """A sheet without what is a single copy's own."""

    workshop: Workshop
    words: Language
    paper: Paper
    kind: SheetKind
    principle: Principle | None = None
    table: Table | None = None
    contest: Contest | None = None

    @property
    def title(self) -> str:
        """The workshop's title, or what stands for one."""
        return self.workshop.facts.title.strip() or self.words("Workshop")

    @property
    def occasion(self) -> str:
        """When and where the workshop is, as far as it is known."""
        facts = self.workshop.facts
        parts = (self.day, clock_text(facts.starts, self.words), facts.venue, facts.place)
        return " · ".join(part.strip() for part in parts if part.strip())

    @property
    def day(self) -> str:
        """The date in words; as it was typed where it is not one."""
        typed = self.workshop.facts.date
        try:
            return self.words.day(date.fromisoformat(typed), "full") if typed else ""
        except ValueError:
            return typed

    def prompt(self, *kinds: StageKind) -> str:
        """The guiding question of the first stage of a kind that has one."""
        for kind in kinds:
            for stage in self.workshop.all(Stage):
                if stage.kind is kind and stage.prompt.strip():
                    return stage.prompt.strip()
        return ""


def clock_text(typed: str, words: Language) -> str:
    """A time of day in words; as it was typed where it is not one."""
    try:
        return words.clock(time.fromisoformat(typed)) if typed else ""
    except ValueError:
        return typed


def purpose(sheet: Sheet) -> Purpose:
    """What a sheet is for; copies are numbered within it."""
    return sheet.kind, sheet.principle, sheet.table, sheet.round


def likeness(sheet: Sheet) -> Likeness:
    """What sheets that differ in code and number only have in common."""
    return sheet.paper, sheet.language, purpose(sheet)


def subject_of(workshop: Workshop, sheet: Sheet) -> Subject:
    """What a sheet is about; a principle, table or round that is gone is left out."""
    round_ = workshop.find(Round, sheet.round)
    return Subject(
        workshop,
        Language(sheet.language),
        paper_named(sheet.paper),
        sheet.kind,
        workshop.find(Principle, sheet.principle),
        workshop.find(Table, sheet.table),
        contest(workshop, round_) if round_ is not None else None,
    )
