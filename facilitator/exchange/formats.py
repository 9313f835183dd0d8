"""The formats of texts in the file: dates, times, zones, languages, addresses and colours.

The schema gives each a pattern as well, for editors that know no formats; these are the checks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.model.formats import (
    is_address,
    is_clock,
    is_colour,
    is_date,
    is_language,
    is_moment,
    is_zone,
)

if TYPE_CHECKING:
    from jsonschema import FormatChecker


@dataclass(frozen=True, slots=True)
class Format:
    """A format: whether a text has it, and how it is called in a message."""

    fits: Callable[[str], bool]
    words: str


FORMATS: dict[str, Format] = {
    "date": Format(is_date, "a date such as 2017-10-13"),
    "clock": Format(is_clock, "a time of day such as 13:00"),
    "moment": Format(is_moment, "a moment in UTC such as 2017-10-13T17:00:00Z"),
    "time-zone": Format(is_zone, "the name of a time zone such as America/Toronto"),
    "language-code": Format(is_language, "a language code such as en or fr"),
    "web-address": Format(is_address, "an address that begins with http:// or https://"),
    "colour": Format(is_colour, "a colour such as #1B6E8C"),
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
