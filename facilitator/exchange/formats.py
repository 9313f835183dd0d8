"""The formats of texts in the file: dates, times, zones, languages, addresses and colours.

The schema gives each a pattern as well, for editors that know no formats; these are the checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from jsonschema import FormatChecker


@dataclass(frozen=True, slots=True)
class Format:
    """A format: whether a text has it, and how it is called in a message."""

    fits: Callable[[str], bool]
    words: str


# fullmatch, as `$` also matches before a final line feed; [0-9], as \d matches any script's digits.
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_ZONE = re.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def _date(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and _made(date.fromisoformat, text)


def _clock(text: str) -> bool:
    return bool(_CLOCK.fullmatch(text)) and _made(time.fromisoformat, text)


def _moment(text: str) -> bool:
    return bool(_MOMENT.fullmatch(text)) and _made(datetime.fromisoformat, text)


def _made(make: Callable[[str], object], text: str) -> bool:
    try:
        make(text)
    except ValueError:
        return False
    return True


def _zone(text: str) -> bool:
    if not _ZONE.fullmatch(text):
        return False
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _address(text: str) -> bool:
    if any(letter.isspace() for letter in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host)


FORMATS: dict[str, Format] = {
    "date": Format(_date, "a date such as 2017-10-13"),
    "clock": Format(_clock, "a time of day such as 13:00"),
    "moment": Format(_moment, "a moment in UTC such as 2017-10-13T17:00:00Z"),
    "time-zone": Format(_zone, "the name of a time zone such as America/Toronto"),
    "language-code": Format(
        lambda text: bool(_LANGUAGE.fullmatch(text)), "a language code such as en or fr"
    ),
    "web-address": Format(_address, "an address that begins with http:// or https://"),
    "colour": Format(lambda text: bool(_COLOUR.fullmatch(text)), "a colour such as #1B6E8C"),
}
"""The formats that the schema names. An empty text is left to the patterns: it is allowed where
nothing needs to be stated."""


def format_checker() -> FormatChecker:
    """The formats as jsonschema checks them."""
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    for name, format_ in FORMATS.items():
        checker.checks(name)(_allowing_nothing(format_.fits))
    return checker


def _allowing_nothing(fits: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or not value or fits(value)
