"""Texts that say nearly the same: other case, accents, punctuation, order of words, a slip or two.

Two texts are compared by the groups of three letters in their words. The index keeps, for each
group, the texts that have it, so that what a look-up costs hardly grows with their number.
"""

from __future__ import annotations

import heapq
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Container
from itertools import islice

LIKE = 0.6
"""From this share of common groups on, two texts are near enough to be shown to a person."""

_LETTERS = 400  # so many of a text are compared: twice what fits on a note
_LOOKED_THROUGH = 15_000  # most places in the index that a look-up reads, the rarest groups first
_COMPARED = 48  # most texts that a look-up compares in full
_ACCENTS = range(0x300, 0x370)


def normalized(text: str) -> str:
    """The words of a text in small letters, without accents and punctuation, a space between."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        bare = "".join(letter for letter in apart if ord(letter) not in _ACCENTS)
        text = unicodedata.normalize("NFC", bare)
    kept = (ch if ch.isalnum() or unicodedata.category(ch)[0] == "M" else " " for ch in text)
    return " ".join("".join(kept).casefold().split())


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1; the order of their words does not count."""
    first, second = _groups(_kept(one)), _groups(_kept(other))
    return _share(first, second) if first and second else 0.0


class Likeness:
    """Texts by id, and those among them that are like a text."""

    def __init__(self) -> None:
        """No texts yet."""
        self._places: dict[str, int] = {}
        self._texts: dict[int, tuple[str, str]] = {}
        self._found_at: dict[str, array[int]] = {}
        self._same: dict[str, dict[str, None]] = {}
        self._next = 0

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._places)

    def add(self, id_: str, text: str) -> None:
        """Keep a text under an id, instead of what was kept under it before."""
        self.remove(id_)
        kept, place = _kept(text), self._next
        self._next += 1
        self._places[id_] = place
        self._texts[place] = (id_, kept)
        self._same.setdefault(_in_any_order(kept), {})[id_] = None
        for group in _groups(kept):
            self._found_at.setdefault(group, array("L")).append(place)

    def remove(self, id_: str) -> None:
        """Forget the text of an id, where there is one."""
        place = self._places.pop(id_, None)
        if place is None:
            return
        _, kept = self._texts.pop(place)
        same = self._same[_in_any_order(kept)]
        del same[id_]
        if not same:
            del self._same[_in_any_order(kept)]
        for group in _groups(kept):
            places = self._found_at[group]
            del places[bisect_left(places, place)]  # places only ever grow, so they are in order
            if not places:
                del self._found_at[group]

    def like(self, text: str, limit: int = 3) -> list[tuple[str, float]]:
        """The ids of the texts like this one and how alike they are, the most alike first."""
        kept = _kept(text)
        same = self._same.get(_in_any_order(kept), {}) if kept else {}
        found = dict.fromkeys(islice(same, limit), 1.0)
        if len(found) < limit:
            found |= self._near(_groups(kept), same)
        return sorted(found.items(), key=lambda item: -item[1])[:limit]

    def _near(self, groups: frozenset[str], known: Container[str]) -> dict[str, float]:
        """How alike the texts are that are like enough and not known yet, in order of coming."""
        found = {}
        for place in sorted(self._promising(groups)):
            id_, kept = self._texts[place]
            share = _share(groups, _groups(kept))
            if share >= LIKE and id_ not in known:
                found[id_] = share
        return found

    def _promising(self, groups: frozenset[str]) -> list[int]:
        """The places of texts that share most of the rare groups.

        A text that is like enough lacks fewer than `may_lack` groups; so it has one at least of
        any `may_lack` of them, and the rarest are quickest to look through.
        """
        may_lack = int(len(groups) * (1 - LIKE) + 1e-9) + 1
        known = [self._found_at[group] for group in groups if group in self._found_at]
        wanted = may_lack - (len(groups) - len(known))
        if wanted <= 0 or not groups:
            return []
        shared: Counter[int] = Counter()
        left = _LOOKED_THROUGH
        for places in heapq.nsmallest(wanted, known, key=len):
            shared.update(places if len(places) <= left else islice(places, left))
            left -= len(places)
            if left <= 0:
                break
        best = heapq.nsmallest(_COMPARED, ((-count, place) for place, count in shared.items()))
        return [place for _, place in best]


def _kept(text: str) -> str:
    return normalized(text[:_LETTERS])


def _in_any_order(kept: str) -> str:
    return " ".join(sorted(kept.split()))


def _groups(kept: str) -> frozenset[str]:
    """The groups of three letters in the words; a word's beginning weighs more than its end."""
    padded = [f"  {word} " for word in kept.split()]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common)
