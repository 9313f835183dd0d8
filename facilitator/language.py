"""The program's words in English and French, and dates and numbers as each language writes them.

English is the language of the source text. Each room has its own catalogue in
resources/translations/fr (`paper.po`, `report.po`, …); they are read together as one.
What people typed is never translated.
"""

from __future__ import annotations

import functools
import gettext
from datetime import date, datetime, time
from typing import Literal

from facilitator.resources import resource

LANGUAGES = ("en", "fr")
Length = Literal["short", "medium", "long", "full"]

_LOCALES = {"en": "en_CA", "fr": "fr_CA"}


class Language:
    """One language: call it with an English text to get the words to show."""

    def __init__(self, code: str) -> None:
        """Open a language. `code` is one of `LANGUAGES`; anything else is English."""
        self.code = code if code in LANGUAGES else "en"
        self.locale = _LOCALES[self.code]
        self._catalogue = _catalogue(self.code)

    def __call__(self, text: str, **values: object) -> str:
        """The text in this language, its `{names}` filled in from `values`."""
        return self._fill(self._catalogue.gettext(text), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for a number of things; `{n}` is written as the language writes numbers."""
        text = self._catalogue.ngettext(one, many, n)
        return self._fill(text, {"n": self.number(n), **values})

    def number(self, value: float) -> str:
        """A number: 1,234 or 1 234."""
        if isinstance(value, int) and abs(value) < 1000:
            return str(value)  # the same in every language, and the first frame needs no Babel
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage: 27% or 27 %."""
        from babel.numbers import format_percent

        return format_percent(share, format=None, locale=self.locale)

    def day(self, day: date, length: Length = "long") -> str:
        """A date: October 13, 2017 or 13 octobre 2017."""
        from babel.dates import format_date

        return format_date(day, format=length, locale=self.locale)

    def clock(self, moment: time | datetime) -> str:
        """A time of day without seconds: 13:05 or 13 h 05."""
        return moment.strftime("%H\u00a0h\u00a0%M" if self.code == "fr" else "%H:%M")

    @staticmethod
    def _fill(text: str, values: dict[str, object]) -> str:
        return text.format(**values) if values else text


@functools.cache
def _catalogue(code: str) -> gettext.NullTranslations:
    merged = gettext.NullTranslations()
    for path in sorted(resource("translations", code).glob("*.mo")):
        with path.open("rb") as file:
            room = gettext.GNUTranslations(file)
        room.add_fallback(merged)
        merged = room
    return merged
