"""What acts and kinds of things are called on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from facilitator.language import Language
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.kind_names import KIND_NAMES
from facilitator.model.records import RECORD_TYPES, ActHeader, Record


def act_text(words: Language, header: ActHeader) -> str:
    """What an act is called: “add 3 notes”; nothing for one of a newer program."""
    if header.name not in ACT_NAMES:
        return ""
    return words.plural(*ACT_NAMES[header.name], header.count)


def as_title(text: str) -> str:
    """A text that begins a line."""
    return text[:1].upper() + text[1:]


def counted(words: Language, kinds: Iterable[type[Record]]) -> str:
    """How many of which kind: “14 notes, 3 ideas”."""
    found = Counter(kinds)
    known = (kind for kind in RECORD_TYPES if kind in found and kind in KIND_NAMES)
    return ", ".join(words.plural(*KIND_NAMES[kind], found[kind]) for kind in known)
