"""The forms that texts with a meaning have: dates, times, zones, languages, addresses, colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# fullmatch, as `$` also matches before a final line feed; [0-9], as \d matches any script's digits.
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_ZONE = re.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def is_date(text: str) -> bool:
    """Whether it is a day as 2017-10-13."""
    return bool(_DATE.fullmatch(text)) and _made(date.fromisoformat, text)


def is_clock(text: str) -> bool:
    """Whether it is a time of day as 13:05."""
    return bool(_CLOCK.fullmatch(text)) and _made(time.fromisoformat, text)


def is_moment(text: str) -> bool:
    """Whether it is a moment in UTC as 2017-10-13T17:00:00Z."""
    return bool(_MOMENT.fullmatch(text)) and _made(datetime.fromisoformat, text)


def is_zone(text: str) -> bool:
    """Whether it is the name of a time zone that is known here."""
    if not _ZONE.fullmatch(text):
        return False
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def is_language(text: str) -> bool:
    """Whether it is a language code as en or fr-CA."""
    return bool(_LANGUAGE.fullmatch(text))


def is_address(text: str) -> bool:
    """Whether it is an address on the web, by http or https."""
    if any(letter.isspace() for letter in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host)


def is_colour(text: str) -> bool:
    """Whether it is a colour as #1B6E8C."""
    return bool(_COLOUR.fullmatch(text))


def _made(make: Callable[[str], object], text: str) -> bool:
    try:
        make(text)
    except ValueError:
        return False
    return True
