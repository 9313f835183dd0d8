"""JSON from a stranger: parsed within bounds, and refused where readers could disagree on it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from facilitator.exchange.errors import ExchangeError, described, place_of

MOST_BYTES = 50_000_000
MOST_DEPTH = 12
"""Levels of lists and groups; a workshop has seven."""

MOST_GROUPS = 1_000_000
MOST_VALUES = 3_000_000
"""Bounds on opening brackets and commas, so that parsing cannot use up the memory: 50 MB of `[],`
would become a gigabyte."""

LARGEST = 1_000_000_000_000

# What `tidy` in facilitator.model.limits takes out of typed text; tabs and line feeds may stay.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\U0010fffe\U0010ffff]")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Refused:
    """Stands in the parsed value where something cannot be taken in."""

    expected: str
    found: str


def parse(data: bytes | str) -> Any:
    """The value of a JSON text: dicts, lists, texts, whole and finite numbers, booleans and None.

    `data` is UTF-8, with or without a byte order mark. Whole numbers written with a point (5.0)
    are ints. Raises `ExchangeError` for broken JSON, for more than the bounds above, and for
    duplicate keys, NaN, infinities, huge numbers, control characters and unpaired surrogates.
    """
    text = _decoded(data)
    if text.count("[") + text.count("{") > MOST_GROUPS or text.count(",") > MOST_VALUES:
        raise ExchangeError("", "a workshop", "more values than a workshop can have")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_group,
            parse_int=_whole,
            parse_float=_number,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        problem = error.msg[0].lower() + error.msg[1:]
        raise ExchangeError(place, "JSON", because=f"this is not JSON: {problem}") from None
    except (RecursionError, MemoryError):
        raise _too_deep("") from None
    _look_through(value, ())
    return value


def _decoded(data: bytes | str) -> str:
    if len(data) > MOST_BYTES:
        limit = f"at most {MOST_BYTES // 1_000_000} MB"
        raise ExchangeError("", limit, f"{math.ceil(len(data) / 1_000_000):,} MB")
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"the byte {data[error.start]:#04x}"
        raise ExchangeError(f"line {line}", "text in UTF-8", byte) from None


def _too_deep(place: str) -> ExchangeError:
    return ExchangeError(place, f"at most {MOST_DEPTH} levels of lists and groups", "more")


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        seen = set()
        for key, _ in pairs:
            if key in seen:
                group[key] = _Refused("each field once", "it a second time")
            seen.add(key)
    return group


def _whole(text: str) -> int | _Refused:
    # Long digits are never converted: that takes time that grows with their square.
    if len(text) > 13 or abs(int(text)) > LARGEST:
        return _Refused(f"a number of at most {LARGEST:,}", f"one of {len(text):,} digits")
    return int(text)


def _number(text: str) -> int | float | _Refused:
    value = float(text)
    if not math.isfinite(value) or abs(value) > LARGEST:
        return _Refused(f"a number of at most {LARGEST:,}", "a greater one")
    return int(value) if value.is_integer() else value


def _constant(text: str) -> _Refused:
    return _Refused("a number", text)


def _look_through(value: Any, path: Path) -> None:
    """Raise for what was refused anywhere in the value; calls itself `MOST_DEPTH` deep at most."""
    match value:
        case str():
            _check_text(value, path)
        case dict() | list():
            if len(path) >= MOST_DEPTH:
                raise _too_deep(place_of(path))
            items = value.items() if isinstance(value, dict) else enumerate(value)
            for step, item in items:
                if isinstance(step, str):
                    _check_text(step, path)
                if not isinstance(item, int):
                    _look_through(item, (*path, step))
        case _Refused():
            raise ExchangeError(place_of(path), value.expected, value.found)


def _check_text(text: str, path: Path) -> None:
    found = _CONTROL.search(text)
    if found:
        code = f"U+{ord(found.group()):04X} in {described(text)}"
        raise ExchangeError(place_of(path), "text without control characters", code)
