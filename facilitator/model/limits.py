"""Bounds on what comes in, so that a slip or a hostile file cannot stop the work."""

from __future__ import annotations

from facilitator.model.errors import DomainError, Phrase

TEXT_LETTERS = 5_000
"""The longest text of one field, in letters: a page and a half of print."""


def clean_text(text: str, what: str = "The text") -> str:
    """The text without white space around it, and with control characters made spaces.

    Raises `DomainError` where nothing is left or it is longer than `TEXT_LETTERS`.
    """
    if not tidy(text):
        raise DomainError("{what} is empty: type something first.", what=Phrase(what))
    return clean_text_or_none(text, what)


def clean_text_or_none(text: str, what: str = "The text") -> str:
    """As `clean_text`, where a text may also be left empty."""
    cleaned = tidy(text)
    if len(cleaned) > TEXT_LETTERS:
        raise DomainError(
            "{what} has {n} letters: at most {most} fit, split it into several.",
            what=Phrase(what),
            n=len(cleaned),
            most=TEXT_LETTERS,
        )
    return cleaned


def tidy(text: str) -> str:
    """The text with control characters and unpaired surrogates made harmless, and trimmed."""
    if text.isprintable():  # nearly every note, and quicker than looking at each letter
        return text.strip()
    kept = (ch if ch in "\n\t" or _is_text(ch) else " " for ch in text)
    return "".join(kept).strip()


def _is_text(character: str) -> bool:
    code = ord(character)
    return not (code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFD)
