"""What becomes of characters that no font can set, or that must not be set."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NAME = 36
PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u2022\u2026\u202f\u20ac]*")
INVISIBLE = frozenset("\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2061\u2062\u2063")
"""Allowed in text, told to the shaper and the bidi algorithm, never drawn themselves."""

_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TAB = "    "
_FROM_WORD = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf0e0": "→"}


def is_mark(char: str) -> bool:
    """Whether the character combines with the one before it."""
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def tidy(text: str) -> str:
    """Compose accents, spell every line end as a newline and every tab as four spaces."""
    text = _NEWLINES.sub("\n", text).replace("\t", _TAB)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_dropped(char: str) -> bool:
    """Whether a character leaves no trace: controls, bidi overrides and isolates, selectors.

    Overrides could make a line read otherwise than it was stored, so text keeps its natural
    direction instead.
    """
    if char in INVISIBLE or char == "\n":
        return False
    code = ord(char)
    return (
        unicodedata.category(char) in {"Cc", "Cf"}
        or 0xFE00 <= code <= 0xFE0F  # variation selectors
        or 0xE0100 <= code <= 0xE01EF
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
    )


def stand_in(char: str, can_set: Callable[[str], bool]) -> str:
    """Return what is set in place of one character no font has; always readable.

    Spaces become a space, compatibility forms their plain letters, symbols their Unicode
    name ("[grinning face]"), everything else its code ("[U+0E81]").
    """
    if char in _FROM_WORD:
        return _FROM_WORD[char]
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and plain.strip() and all(map(can_set, plain)):
        return plain
    if 0x1F1E6 <= ord(char) <= 0x1F1FF:
        return f"[{chr(ord(char) - 0x1F1E6 + ord('A'))}]"
    name = unicodedata.name(char, "") if category[0] in "SPN" else ""
    return f"[{name.lower()}]" if 0 < len(name) <= LONGEST_NAME else f"[U+{ord(char):04X}]"
