"""Numbers by which people cite things: N12 and ID7, and “#12 #40” at the head of a typed line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.errors import DomainError
from facilitator.model.records import Entry, Idea, Insight, Question, Record, Theme
from facilitator.model.workshop import Workshop

_CITING = re.compile(r"\s*(#\d{1,9}(?:[\s,;]+#\d{1,9})*)(?:[\s,;:]+(.*))?", re.DOTALL)

_LETTERS: dict[type[Record], str] = {
    Entry: "N",
    Theme: "TH",
    Insight: "IN",
    Idea: "ID",
    Question: "",
}
"""The same in every language, and one word with the number, so that a search finds it."""


def code_of(record: Record) -> str:
    """The number by which people cite a record: N12, TH3, IN5, ID7; empty where it has none."""
    letters = _LETTERS.get(type(record))
    return "" if letters is None else f"{letters}{getattr(record, 'number', '')}"


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it was meant: its text, and the ids of the notes that it cites."""

    text: str
    entries: tuple[str, ...] = ()


def cited_numbers(line: str) -> tuple[int, ...]:
    """The numbers of notes with which a line begins."""
    found = _CITING.fullmatch(line)
    return tuple(int(number) for number in re.findall(r"\d+", found[1])) if found else ()


def read_line(workshop: Workshop, line: str, chosen: Iterable[str] = ()) -> Typed:
    """The text of a line and the notes that it cites, those that were chosen otherwise last.

    Raises `DomainError` for a number that no note has.
    """
    found = _CITING.fullmatch(line)
    if found is None:
        return Typed(line, tuple(dict.fromkeys(chosen)))
    numbers = cited_numbers(line)
    ids = {entry.number: entry.id for entry in workshop.each(Entry)}
    unknown = [f"#{number}" for number in numbers if number not in ids]
    if unknown:
        raise DomainError(
            "There is no note {numbers}: look at the number again.", numbers=", ".join(unknown)
        )
    cited = (ids[number] for number in numbers)
    return Typed(found[2] or "", tuple(dict.fromkeys((*cited, *chosen))))


def write_line(workshop: Workshop, text: str, entries: Iterable[str]) -> str:
    """The line to mend: the numbers of the notes that are still there, and the text.

    A text that begins with a number itself (it was pasted) stands alone: see `reread_line`.
    """
    if cited_numbers(text):
        return text
    cited = (workshop.find(Entry, id_) for id_ in entries)
    return " ".join((*(f"#{entry.number}" for entry in cited if entry is not None), text))


def reread_line(workshop: Workshop, line: str, text: str, entries: Iterable[str]) -> Typed:
    """A mended line, of which text and notes were these. Raises `DomainError` as `read_line`."""
    return Typed(line, tuple(entries)) if cited_numbers(text) else read_line(workshop, line)
