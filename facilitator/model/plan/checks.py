"""What is typed into a field of the plan, taken for what it means, or refused in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from facilitator.model.errors import DomainError, Phrase
from facilitator.model.formats import is_address, is_clock, is_colour, is_date, is_language, is_zone
from facilitator.model.limits import clean_text, clean_text_or_none
from facilitator.model.records import Record
from facilitator.model.workshop import Workshop

Check = Callable[[Workshop, Any], Any]
"""From a workshop and what was typed to the value of the field. Raises `DomainError`."""

MOST_LINES = 200
MOST_OF_ADDRESS = 2_000
MOST_MINUTES = 1_440

_CLOCK = re.compile(r"([0-9]{1,2})\s*(?:[:.hH]\s*([0-9]{2})?)?")
_CLOCK_WITHOUT_COLON = re.compile(r"([0-9]{1,2})([0-9]{2})")
_DATE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_HOURS = re.compile(r"([0-9]{1,2})\s*[:hH]\s*([0-9]{0,2})")


def text(what: Phrase) -> Check:
    """One line of text, or nothing."""
    return lambda _, typed: " ".join(clean_text_or_none(typed, what).split())


def needed_text(what: Phrase) -> Check:
    """One line of text, and something in it."""
    return lambda _, typed: " ".join(clean_text(typed, what).split())


def long_text(what: Phrase) -> Check:
    """A text of any number of lines, or nothing."""
    return lambda _, typed: clean_text_or_none(typed, what)


def lines(what: Phrase, *, unique: bool = False) -> Check:
    """A text a line; empty lines are left out."""

    def check(_: Workshop, typed: Any) -> tuple[str, ...]:
        cleaned = tuple(clean_text_or_none(line, what) for line in _split(typed))
        kept = tuple(line for line in cleaned if line)
        if len(kept) > MOST_LINES:
            raise DomainError(
                "{what} has {n} lines: at most {most} fit, put some together.",
                what=what,
                n=len(kept),
                most=MOST_LINES,
            )
        twice = next((line for line in kept if unique and kept.count(line) > 1), None)
        if twice is not None:
            raise DomainError(
                "{what} has “{line}” twice: change or delete one.", what=what, line=twice
            )
        return kept

    return check


def _split(typed: Any) -> list[str]:
    return typed.splitlines() if isinstance(typed, str) else list(typed)


def day(what: Phrase) -> Check:
    """A day, as year, month and day; or nothing."""

    def check(_: Workshop, typed: Any) -> str:
        found = _DATE.fullmatch(typed.strip())
        iso = "-".join(f"{int(part):02}" for part in found.groups()) if found else ""
        if typed.strip() and not is_date(iso):
            raise DomainError(
                "{what}: “{typed}” is not a date; type year, month and day as in 2017-10-13.",
                what=what,
                typed=typed.strip(),
            )
        return iso

    return check


def clock(what: Phrase) -> Check:
    """A time of day in 24 hours, or nothing."""

    def check(_: Workshop, typed: Any) -> str:
        stripped = typed.strip()
        found = _CLOCK.fullmatch(stripped) or _CLOCK_WITHOUT_COLON.fullmatch(stripped)
        iso = f"{int(found[1]):02}:{found[2] or '00'}" if found else ""
        if stripped and not is_clock(iso):
            raise DomainError(
                "{what}: “{typed}” is not a time of day; type it in 24 hours as in 13:30.",
                what=what,
                typed=stripped,
            )
        return iso

    return check


def minutes(what: Phrase) -> Check:
    """A number of minutes, also typed as hours and minutes; or nothing."""
    number = whole(what, 0, MOST_MINUTES, optional=True)

    def check(workshop: Workshop, typed: Any) -> int | None:
        found = _HOURS.fullmatch(typed.strip()) if isinstance(typed, str) else None
        if found is not None:
            typed = int(found[1]) * 60 + int(found[2] or 0)
        value: int | None = number(workshop, typed)
        return value

    return check


def whole(what: Phrase, low: int, high: int, *, optional: bool = False) -> Check:
    """A whole number between bounds; `None` for nothing where that is `optional`."""

    def check(_: Workshop, typed: Any) -> int | None:
        stripped = "".join(str("" if typed is None else typed).split())
        if optional and not stripped:
            return None
        number = int(stripped) if re.fullmatch(r"-?[0-9]{1,9}", stripped) else None
        if number is None or not low <= number <= high:
            raise DomainError(
                "{what}: type a whole number from {low} to {high}.", what=what, low=low, high=high
            )
        return number

    return check


def _formed(fits: Callable[[str], bool], sentence: str, what: Phrase, *, needed: bool) -> Check:
    def check(_: Workshop, typed: Any) -> str:
        stripped: str = typed.strip()
        if (stripped or needed) and not fits(stripped):
            raise DomainError(sentence, what=what, typed=stripped)
        return stripped

    return check


def zone(what: Phrase) -> Check:
    """The name of a time zone."""
    return _formed(
        is_zone,
        "{what}: “{typed}” is not a time zone; choose one of the list, such as America/Toronto.",
        what,
        needed=True,
    )


def language(what: Phrase) -> Check:
    """The code of a language."""
    return _formed(
        lambda typed: len(typed) <= 100 and is_language(typed),
        "{what}: “{typed}” is not the code of a language; type one such as en or fr.",
        what,
        needed=True,
    )


def address(what: Phrase, *, needed: bool = False) -> Check:
    """An address on the web."""
    return _formed(
        lambda typed: len(typed) <= MOST_OF_ADDRESS and is_address(typed),
        "{what}: “{typed}” is not an address; it begins with http:// or https://, without a space.",
        what,
        needed=needed,
    )


def colour(what: Phrase) -> Check:
    """A colour, or nothing."""
    return _formed(
        is_colour,
        "{what}: “{typed}” is not a colour; choose one, or type it as in #1B6E8C.",
        what,
        needed=False,
    )


def one_of(words: type[StrEnum]) -> Check:
    """One of a closed set of words."""
    return lambda _, chosen: words(chosen)


def yes_or_no(_: Workshop, chosen: Any) -> bool:
    """Yes or no."""
    return bool(chosen)


def reference(type_: type[Record]) -> Check:
    """The id of a record that is there, or none."""
    return lambda workshop, id_: None if id_ is None else workshop.get(type_, id_).id
