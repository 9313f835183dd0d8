"""The order of characters on a line: levels of the Unicode bidirectional algorithm."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")

MOST_PAIRS = 200
MOST_OPEN = 63  # the standard's own bound
_CLOSING = dict(zip("([{（「", ")]}）」", strict=True))
_ENDINGS = frozenset(_CLOSING.values())


def starts_right_to_left(text: str) -> bool:
    """Whether the first character with a direction runs right to left."""
    if not RIGHT_TO_LEFT.search(text):
        return False
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def levels(text: str, *, rtl: bool) -> list[int]:
    """Return the embedding level of each character: even runs to the right, odd to the left.

    The text is one paragraph without explicit embeddings (`sanitise` takes them out).
    """
    if not rtl and not RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    from bidi import algorithm

    base = int(rtl)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for at, char in enumerate(storage["chars"]):
        char["at"] = at
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, False)  # noqa: FBT003
    algorithm.resolve_implicit_levels(storage, False)  # noqa: FBT003
    known = {char["at"]: char["level"] for char in storage["chars"]}
    found: list[int] = []
    for at in range(len(text)):  # joiners take part in no rule: they go with what precedes
        found.append(known.get(at, found[-1] if found else base))
    return found


def _pair_brackets(chars: list[dict[str, Any]], base: int) -> None:
    """Rule N0, which python-bidi lacks: both brackets of a pair take one direction."""
    open_at: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        if char["ch"] in _CLOSING and len(open_at) < MOST_OPEN:
            open_at.append((_CLOSING[char["ch"]], at))
        elif char["ch"] in _ENDINGS:
            found = [n for n, (closing, _) in enumerate(open_at) if closing == char["ch"]]
            if found:
                pairs.append((open_at[found[-1]][1], at))
                del open_at[found[-1] :]
    own, other = ("R", "L") if base else ("L", "R")
    for start, end in sorted(pairs)[:MOST_PAIRS]:
        inside = {_strong(char["type"]) for char in chars[start + 1 : end]}
        kind = own if own in inside else None
        if kind is None and other in inside:
            before = (_strong(char["type"]) for char in reversed(chars[:start]))
            kind = next((found for found in before if found), own)
        if kind:
            chars[start]["type"] = chars[end]["type"] = kind


def _strong(kind: str) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def visual_order(run_levels: list[int]) -> list[int]:
    """Return the indices of a line's runs from left to right (rule L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    if not odd:
        return order
    for lowest in range(max(run_levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and run_levels[order[end]] >= lowest:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
