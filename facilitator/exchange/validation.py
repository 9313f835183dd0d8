"""Checking a file against the schema, and saying in our own words what is wrong with it."""

from __future__ import annotations

import difflib
import functools
import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from facilitator.exchange.errors import ExchangeError, described, place_of, shortened
from facilitator.exchange.formats import FORMATS, format_checker
from facilitator.exchange.layout import FORMAT, VERSION
from facilitator.resources import resource

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SEEN = 200
"""Errors that are looked at to find the first in the file; one is told."""

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list [ … ]",
    "object": "a group of fields { … }",
    "null": "null",
}


@functools.cache
def schema() -> dict[str, Any]:
    """The schema of the workshop file (JSON Schema, draft 2020-12)."""
    text = resource("schemas", "workshop.schema.json").read_text(encoding="utf-8")
    parsed: dict[str, Any] = json.loads(text)
    return parsed


@functools.cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(), format_checker=format_checker())


def validate(document: Any) -> None:
    """Raise `ExchangeError` for the first thing in the file that the schema does not allow."""
    _check_head(document)
    errors = list(islice(_validator().iter_errors(document), SEEN))
    if errors:
        raise _worded(min(errors, key=functools.partial(_order, document)))


def _check_head(document: Any) -> None:
    """What says that this is no workshop at all, or a newer one, before any detail of it."""
    if not isinstance(document, dict):
        raise ExchangeError("", "a workshop: a group of fields { … }", described(document))
    if "format" not in document:
        raise ExchangeError("format", f"“{FORMAT}”", "nothing")
    if document["format"] != FORMAT:
        raise ExchangeError("format", f"“{FORMAT}”", described(document["format"]))
    version = document.get("version", VERSION)
    if type(version) is int and version > VERSION:
        newer = (
            f"this file needs a newer program: it is of version {version}, "
            f"this one reads up to {VERSION}"
        )
        raise ExchangeError("version", str(VERSION), because=newer)


def _order(document: Any, error: ValidationError) -> tuple[float, ...]:
    """Where in the file an error is: the place of each step among its neighbours."""
    order: list[float] = []
    value = document
    for step in _path(error):
        if isinstance(step, int):
            order.append(step)
            value = value[step]
        else:
            keys = list(value)
            order.append(keys.index(step) if step in value else len(keys))
            value = value.get(step)
    return tuple(order)


def _path(error: ValidationError) -> tuple[str | int, ...]:
    """The path of the value at fault: for a missing or unknown field, of that field."""
    path = tuple(error.absolute_path)
    if error.validator == "required":
        return (*path, _missing(error))
    if error.validator == "additionalProperties":
        return (*path, _unknown(error))
    return path


def _missing(error: ValidationError) -> str:
    needed: list[str] = _as_list(error.validator_value)
    return next(name for name in needed if name not in _keys(error))


def _unknown(error: ValidationError) -> str:
    return next(name for name in _keys(error) if name not in _part(error)["properties"])


def _keys(error: ValidationError) -> Sequence[str]:
    found: Any = error.instance
    return list(found)


def _part(error: ValidationError) -> dict[str, Any]:
    """The part of the schema that was not met."""
    part: Any = error.schema
    return part if isinstance(part, dict) else {}


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _worded(error: ValidationError) -> ExchangeError:
    place = place_of(_path(error))
    keyword: Any = error.validator
    match keyword:
        case "additionalProperties":
            return _unknown_field(place, _unknown(error), _part(error)["properties"])
        case "required":
            needed = _part(error)["properties"][_missing(error)]
            return ExchangeError(place, _expected(needed), "nothing")
        case "not":
            because = "this cannot stand beside “count”, as only one record can have it"
            return ExchangeError(place, "nothing", because=because)
        case _:
            expected = _expected(_part(error), keyword)
            return ExchangeError(place, expected, _found(error))


def _unknown_field(place: str, name: str, known: Iterable[str]) -> ExchangeError:
    known = list(known)
    because = f"there is no field “{shortened(name)}” here"
    if close := difflib.get_close_matches(name[:100], known, 1):
        because += f"; did you mean “{close[0]}”?"
    else:
        because += f"; there are {', '.join(known)}"
    return ExchangeError(place, f"one of {', '.join(known)}", because=because)


def _found(error: ValidationError) -> str:
    match error.validator:
        case "maxLength":
            return f"{len(str(error.instance)):,} letters"
        case "maxItems":
            return f"{len(_keys(error)):,} items"
        case _:
            return described(error.instance)


def _expected(part: dict[str, Any], keyword: str = "type") -> str:
    """What a part of the schema asks for, in words; `keyword` is the one that was not met."""
    if "$ref" in part:
        part = schema()["$defs"][part["$ref"].rsplit("/", 1)[1]]
    if "enum" in part:
        return f"one of {', '.join(map(str, part['enum']))}"
    if "const" in part:
        return f"“{part['const']}”" if isinstance(part["const"], str) else str(part["const"])
    if keyword == "maxLength":
        return f"text of at most {part['maxLength']:,} letters"
    if keyword == "maxItems":
        return f"at most {part['maxItems']:,} items"
    if "format" in part:
        return FORMATS[part["format"]].words
    if "minimum" in part:
        return f"a whole number from {part['minimum']:,} to {part['maximum']:,}"
    if "pattern" in part and keyword == "pattern":
        return "text that is not empty"
    return _TYPES[_as_list(part["type"])[0]]
