"""Comparing what two workshops hold, whatever the ids of their records."""

from __future__ import annotations

import json
from typing import Any

from facilitator.model.plain import Plain, to_plain
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
    Endorsement,
    RatingSheet,
    Record,
    Response,
    Sheet,
    WallCount,
)
from facilitator.model.workshop import Workshop

# Lists without an order of their own: they stand in the file as they were recorded.
_UNORDERED: tuple[type[Record], ...] = (WallCount, RatingSheet, Endorsement, Response)
_TIMES = ("started_at", "finished_at", "arrived_at")


def same_content(one: Workshop, other: Workshop, *, times: bool = True) -> None:
    """Assert that two workshops hold the same, but for ids and printed sheets."""
    first, second = content_of(one, times=times), content_of(other, times=times)
    for kind, records in first.items():
        assert records == second[kind], kind


def content_of(workshop: Workshop, *, times: bool = True) -> dict[str, list[Plain]]:
    """The records by kind, in their order, with ids that say which of its kind a record is."""
    types = [type_ for type_ in RECORD_TYPES if type_ not in {ActHeader, Sheet}]
    names = {
        record.id: f"{type_.KIND} {place}"
        for type_ in types
        for place, record in enumerate(workshop.all(type_), start=1)
    }
    content = {}
    for type_ in types:
        records = [_renamed(to_plain(record), names, times) for record in workshop.all(type_)]
        if type_ in _UNORDERED:
            for record in records:
                del record["id"]
            records.sort(key=json.dumps)
        content[type_.KIND] = records
    return content


def _renamed(plain: Plain, names: dict[str, str], times: bool) -> Plain:
    left_out = {"position", "sheet", *(() if times else _TIMES)}
    return {
        field: _with_names(value, names) for field, value in plain.items() if field not in left_out
    }


def _with_names(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_with_names(item, names) for item in value]
    if isinstance(value, dict):
        return {key: _with_names(item, names) for key, item in value.items()}
    return names.get(value, value) if isinstance(value, str) else value
