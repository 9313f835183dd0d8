"""What is said about a file that cannot be taken in."""

from __future__ import annotations

from facilitator.model.errors import SaidError
from facilitator.model.limits import tidy

SHOWN = 40
"""Letters of a text that are shown in a message."""


class ExchangeError(SaidError):
    """A JSON file is not what it should be: one sentence, in English as its fields are.

    `place` is where in the file, such as `principles[2].themes[0].name`, empty for the whole of
    it; `expected` is what should stand there. The name of the file is for the caller to add.
    """

    def __init__(
        self, place: str, expected: str, found: str = "", *, because: str | None = None
    ) -> None:
        """Make the sentence from what was expected and found, or of `because` instead."""
        self.place = place
        self.expected = expected
        said = because or f"expected {expected}" + (f", found {found}" if found else "")
        sentence = f"{place}: {said}" if place else f"{said[0].upper()}{said[1:]}"
        said = sentence if sentence.endswith("?") else f"{sentence}."
        super().__init__("{said}", said=said)


class TableError(SaidError):
    """A table cannot be taken in."""


def shortened(text: str) -> str:
    """The text on one line, without control characters, and at most `SHOWN` letters long."""
    line = " ".join(tidy(text[: 10 * SHOWN]).split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def described(value: object) -> str:
    """A JSON value in words: text “no”, the number 5, a list."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text “{shortened(value)}”" if value.strip() else "an empty text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case _:
            return "a group of fields"


def place_of(path: tuple[str | int, ...]) -> str:
    """A path as people write it: `principles[2].themes[0].name`."""
    place = ""
    for step in path:
        if isinstance(step, int):
            place += f"[{step}]"
        else:
            place += f".{shortened(step)}" if place else shortened(step)
    return place
