"""Random records of every kind, read off the dataclasses."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from facilitator.model.plain import Field, fields_of
from facilitator.model.records import RECORD_TYPES, Mark, Record

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
ONE: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    Mark: st.builds(Mark, TEXTS, st.integers(-9, 9), st.none() | TEXTS),
}


def values(field: Field) -> st.SearchStrategy[Any]:
    """Any value that the field may hold."""
    one = ONE[field.base] if field.base in ONE else _word(field.base)
    if field.many:
        return st.lists(one, max_size=3).map(tuple)
    return st.none() | one if field.optional else one


def _word(words: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(words))


def records(type_: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of a type."""
    parts = {field.name: values(field) for field in fields_of(type_)}
    return st.builds(type_, **parts)


RECORDS = st.one_of([records(type_) for type_ in RECORD_TYPES])
