"""Records as plain values: the text, numbers and lists that the file, the journal and JSON hold.

The mapping is read off the dataclasses, so that a field is declared once.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from enum import StrEnum
from typing import Any, TypeVar

from facilitator.model.records import BY_KIND, Mark, Record

Plain = dict[str, Any]
R = TypeVar("R")

REQUIRED = dataclasses.MISSING


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    `base` is the type of the value, or of each item where `many`; `default` is `REQUIRED` where
    there is none.
    """

    name: str
    base: type
    many: bool
    optional: bool
    default: Any

    def to_plain(self, value: Any) -> Any:
        """The value as text, number, list or mapping."""
        if self.many:
            return [_item_to_plain(item) for item in value]
        return None if value is None else _item_to_plain(value)

    def from_plain(self, value: Any) -> Any:
        """The value from what `to_plain` gave. Raises `ValueError` for an unknown word."""
        if self.base is Mark:  # a large workshop has 100,000
            return tuple([Mark(i["idea"], i["dots"], i.get("criterion")) for i in value])
        if self.many:
            return tuple(self._item(item) for item in value)
        return None if value is None else self._item(value)

    def _item(self, value: Any) -> Any:
        if issubclass(self.base, StrEnum):
            return self.base(value)
        if self.base is bool:
            return bool(value)
        return float(value) if self.base is float else value


def _item_to_plain(value: Any) -> Any:
    if isinstance(value, Mark):
        return {"idea": value.idea, "dots": value.dots, "criterion": value.criterion}
    return value.value if isinstance(value, StrEnum) else value


def fields_of(record_type: Any) -> tuple[Field, ...]:
    """The fields of a record type, in their order."""
    fields: tuple[Field, ...] = _fields(record_type)
    return fields


@functools.cache
def _fields(record_type: Any) -> tuple[Field, ...]:
    hints = typing.get_type_hints(record_type)
    return tuple(_field(field, hints[field.name]) for field in dataclasses.fields(record_type))


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    optional = False
    if isinstance(hint, types.UnionType):
        hint = next(option for option in typing.get_args(hint) if option is not type(None))
        optional = True
    many = typing.get_origin(hint) is tuple
    base = typing.get_args(hint)[0] if many else hint
    return Field(field.name, base, many, optional, field.default)


@functools.cache
def defaults(kind: str) -> Plain:
    """The plain values that fields of a kind take where nothing is said; not to be changed."""
    return {
        field.name: field.to_plain(field.default)
        for field in fields_of(BY_KIND[kind])
        if field.default is not dataclasses.MISSING
    }


@functools.cache
def _special(record_type: Any) -> tuple[Field, ...]:
    """The fields whose plain form differs from the value itself."""
    return tuple(
        field
        for field in fields_of(record_type)
        if field.many or field.base is bool or issubclass(field.base, StrEnum)
    )


@functools.cache
def _names(record_type: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(record_type))


def to_plain(record: Record) -> Plain:
    """All fields of a record as plain values."""
    record_type: Any = type(record)
    plain = {name: getattr(record, name) for name in _names(record_type)}
    for field in _special(record_type):
        plain[field.name] = field.to_plain(plain[field.name])
    return plain


def from_plain(record_type: type[R], plain: Plain) -> R:
    """The record that `to_plain` described. Raises `TypeError` or `ValueError` for others."""
    values = dict(plain)
    cached: Any = record_type
    for field in _special(cached):
        if field.name in values:
            values[field.name] = field.from_plain(values[field.name])
    return record_type(**values)
