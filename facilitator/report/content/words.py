"""Words and small builders that many sections share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Idea, Insight, Theme
from facilitator.report.tree import Column, Paragraph, Role, Span

NOTHING = "–"


def codes(records: Iterable[Entry | Theme | Insight | Idea]) -> str:
    """Stable numbers, one after another."""
    return ", ".join(code_of(record) for record in records)


def spans_of_numbers(numbers: Sequence[int], letter: str) -> str:
    """Rising numbers with runs of three or more shortened: N1–N5, N8."""
    parts: list[str] = []
    at = 0
    while at < len(numbers):
        end = at
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        if end - at >= 2:
            parts.append(f"{letter}{numbers[at]}–{letter}{numbers[end]}")
        else:
            parts += [f"{letter}{number}" for number in numbers[at : end + 1]]
        at = end + 1
    return ", ".join(parts)


def quadrant_name(t: Language, quadrant: Quadrant) -> str:
    """The name of a quadrant."""
    return {
        Quadrant.STRENGTH: t("Strengths"),
        Quadrant.WEAKNESS: t("Weaknesses"),
        Quadrant.OPPORTUNITY: t("Opportunities"),
        Quadrant.THREAT: t("Threats"),
    }[quadrant]


def language_name(t: Language, code_: str) -> str:
    """The name of a language, or its code where it is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code_, sep="-").get_display_name(t.locale) or code_
    except (UnknownLocaleError, ValueError, TypeError):
        return code_


def day(t: Language, text: str) -> str:
    """A date as the language writes it; what was typed where it is no date."""
    try:
        return t.day(date.fromisoformat(text))
    except ValueError:
        return text


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """The parts that are not empty."""
    return between.join(part for part in parts if part)


def said(text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph in the report's own words."""
    return Paragraph((Span(text),), role)


def column(title: str, weight: float = 1.0) -> Column:
    """A column of text."""
    return Column(title, weight=weight)


def cells(*values: str | Span) -> tuple[Span, ...]:
    """A row of a table."""
    return tuple(value if isinstance(value, Span) else Span(value) for value in values)
