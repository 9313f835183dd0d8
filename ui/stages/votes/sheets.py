"""Idea rating sheets as they stand in the list: numbers in columns, what is odd in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.language import Language
from facilitator.model.records import RatingSheet
from facilitator.model.voting.rating import MANY_CONFUSED
from ui.stages.votes.rows import Cell, Column
from ui.stages.votes.typed import ANSWERS, Answers

_CONFUSION = len(ANSWERS) - 1


@dataclass(frozen=True, slots=True)
class Counted:
    """How many people filled each answer, perhaps not to the end, and how many signed."""

    numbers: tuple[int, ...]
    signatures: int | None

    @property
    def people(self) -> int:
        """How many people filled an answer."""
        return sum(self.numbers)


def typed_so_far(answers: Answers) -> Counted:
    """A sheet as far as it is typed."""
    return Counted(answers.numbers[: len(ANSWERS)], answers.signatures)


def added_up(sheets: Sequence[RatingSheet]) -> Counted:
    """The sheets of an idea together."""
    signed = [sheet.signatures for sheet in sheets if sheet.signatures is not None]
    numbers = tuple(sum(getattr(sheet, field) for sheet in sheets) for _, field in ANSWERS)
    return Counted(numbers, sum(signed) if signed else None)


def columns(words: Language) -> list[Column]:
    """The six answers, all of them together, and who signed."""
    answers = [Column(words(short), "000") for short, _ in ANSWERS]
    return [*answers, Column(words("All"), "0,000"), Column(words("Signed"), "0,000")]


def cells(words: Language, counted: Counted, tone: str = "text") -> tuple[Cell, ...]:
    """The numbers of an idea, each in its column."""
    shown = [words.number(n) for n in counted.numbers]
    shown += [""] * (len(ANSWERS) - len(shown))
    signed = "" if counted.signatures is None else words.number(counted.signatures)
    titles = (*(words(short) for short, _ in ANSWERS), words("All"), words("Signed"))
    texts = (*shown, words.number(counted.people), signed)
    return tuple(Cell(name, text, tone) for name, text in zip(titles, texts, strict=True))


def warnings(words: Language, counted: Counted, minimum: int) -> list[str]:
    """What is odd about a sheet: each in a few words."""
    found = []
    if counted.signatures is not None and counted.signatures != counted.people:
        signed = words.plural("{n} signature", "{n} signatures", counted.signatures)
        dots = words.plural("{n} dot", "{n} dots", counted.people)
        found.append(words("{signatures} for {dots}", signatures=signed, dots=dots))
    confused = counted.numbers[_CONFUSION] if len(counted.numbers) > _CONFUSION else 0
    if confused >= MANY_CONFUSED:
        found.append(words.plural("{n} person confused", "{n} people confused", confused))
    if counted.people < minimum:
        found.append(
            words.plural(
                "{n} dot short of a score", "{n} dots short of a score", minimum - counted.people
            )
        )
    return found
