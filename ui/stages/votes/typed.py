"""Reading what was typed into the entry line of a vote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from facilitator.language import Language
from facilitator.model.records import Mark, RatingSheet
from facilitator.model.voting.electorate import Contest

ANSWERS = (
    ("SA", "strong_agreement"),
    ("A", "agreement"),
    ("N", "neutral"),
    ("D", "disagreement"),
    ("SD", "strong_disagreement"),
    ("C", "confusion"),
)
"""The six answers of an idea rating sheet in the order in which they are typed."""

_BLANK: tuple[list[str], ...] = ([], ["0"], ["-"], ["–"])
_NUMBER = re.compile(r"[0-9]{1,9}")
_NUMBERS = re.compile(r"[0-9\s,;.+/–-]*")
_SOUGHT = re.compile(r"#\s*([0-9]{1,9})")
_COUNT = re.compile(r"[-−]?[0-9]{1,12}")


class UnreadableError(Exception):
    """What was typed cannot be recorded; the message is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Answers:
    """An idea rating sheet as it was typed, perhaps not to its end."""

    numbers: tuple[int, ...]
    comments: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """All six answers are there, and at most the signatures besides."""
        return len(ANSWERS) <= len(self.numbers) <= len(ANSWERS) + 1

    @property
    def people(self) -> int:
        """How many people filled an answer."""
        return sum(self.numbers[: len(ANSWERS)])

    @property
    def signatures(self) -> int | None:
        """How many people signed, where it was typed."""
        return self.numbers[len(ANSWERS)] if len(self.numbers) > len(ANSWERS) else None

    def fill(self, sheet: RatingSheet) -> RatingSheet:
        """A sheet with these answers on it."""
        fields = [field for _, field in ANSWERS]
        counts: dict[str, Any] = dict(zip(fields, self.numbers, strict=False))
        return replace(sheet, **counts, signatures=self.signatures, comments=self.comments)


def read_ballot(
    text: str, contest: Contest, ideas: Mapping[int, str], words: Language
) -> tuple[Mark, ...]:
    """The marks of a ballot: idea numbers, one for each dot, criteria parted by “/”.

    `ideas` are the ids by number; a number that is none of them is kept as it was typed.
    """
    parts = text.split("/")
    keys = contest.keys
    if len(parts) > len(keys):
        raise UnreadableError(_too_many_parts(len(keys), words))
    marks: list[Mark] = []
    for key, part in zip(keys, parts, strict=False):
        tokens = re.split(r"[\s,;.+]+", part.strip()) if part.strip() else []
        if tokens in _BLANK:
            continue
        dots: Counter[str] = Counter()
        for token in filter(None, tokens):
            if not _NUMBER.fullmatch(token):
                raise UnreadableError(
                    words("“{typed}” is not the number of an idea.", typed=shortened(token))
                )
            dots[ideas.get(int(token), token)] += 1
        marks += [Mark(idea, number, key) for idea, number in dots.items()]
    return tuple(marks)


def part_reason(text: str) -> tuple[str, str]:
    """The numbers at the beginning of a line, and the words after them: why a ballot is spoiled."""
    found = _NUMBERS.match(text)
    end = found.end() if found else 0
    if end < len(text) and end and not text[end - 1].isspace():
        end = max(text.rfind(" ", 0, end), 0)  # “3x” is a word
    return text[:end].strip(), text[end:].strip()


def read_number_sign(text: str) -> int | None:
    """The number of a ballot that is looked for: “#12”."""
    found = _SOUGHT.fullmatch(text.strip())
    return int(found[1]) if found else None


def _too_many_parts(criteria: int, words: Language) -> str:
    if criteria == 1:
        return words("This vote has one kind of dots: leave out the “/”.")
    return words("This vote has {n} kinds of dots: type one “/” less.", n=words.number(criteria))


def read_count(text: str, words: Language) -> int:
    """The number of dots counted."""
    typed = text.strip()
    if not _COUNT.fullmatch(typed):
        raise UnreadableError(
            words(
                "“{typed}” is not a number: type how many dots there are.", typed=shortened(typed)
            )
        )
    return int(typed.replace("−", "-"))


def read_answers(text: str, words: Language) -> Answers:
    """The answers of a sheet as far as they are typed, and after “;” its comments."""
    counts, *comments = text.split(";")
    tokens = re.split(r"[\s,/]+", counts.strip()) if counts.strip() else []
    for token in tokens:
        if not _NUMBER.fullmatch(token):
            raise UnreadableError(
                words(
                    "“{typed}” is not a number: type how many people filled each answer.",
                    typed=shortened(token),
                )
            )
    if len(tokens) > len(ANSWERS) + 1:
        raise UnreadableError(
            words("That is one number too many: six answers, and the signatures where counted.")
        )
    kept = tuple(comment.strip() for comment in comments if comment.strip())
    return Answers(tuple(int(token) for token in tokens), kept)


def shortened(text: str) -> str:
    """A word of a person, short enough to stand in a sentence."""
    return text if len(text) <= 40 else text[:39] + "…"
