"""Failures that a person can do something about: each is one sentence, in any language."""

from __future__ import annotations

from typing import Protocol


class Phrase(str):
    """Words of the program within a sentence: translated with it, unlike what people typed."""

    __slots__ = ()


class Words(Protocol):
    """A language, as far as it is needed to say a sentence in it."""

    def __call__(self, text: str, **values: object) -> str:
        """The text in the language, its `{names}` filled in."""
        ...

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        ...


class SaidError(Exception):
    """A failure that is one sentence for a person, with the place and the remedy.

    The sentence is English, its `{names}` filled in from the values; `said` says it in a language.
    Values are what people typed, paths and numbers; words of the program among them are `Phrase`s.
    """

    def __init__(self, sentence: str, /, **values: str | int) -> None:
        self._sentence, self._values = sentence, values
        shown = {k: f"{v:,}" if isinstance(v, int) else v for k, v in values.items()}
        super().__init__(sentence.format(**shown) if values else sentence)

    def said(self, words: Words) -> str:
        """The sentence in a language; in English where that language does not have it."""
        return words(self._sentence, **{k: _said(v, words) for k, v in self._values.items()})


class DomainError(SaidError):
    """A rule of the workshop was not met."""


def _said(value: str | int, words: Words) -> str:
    if isinstance(value, int):
        return words.number(value)
    return words(value) if isinstance(value, Phrase) else value
