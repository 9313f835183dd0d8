"""A workshop as the JSON form."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from facilitator.exchange.errors import ExchangeError
from facilitator.exchange.layout import (
    ALWAYS_TOLD,
    FORMAT,
    OF_THE_TOP_LEVEL,
    PARENTS,
    TREE,
    VERSION,
    Branch,
)
from facilitator.model.plain import Plain, fields_of
from facilitator.model.records import Mark, Record
from facilitator.model.references import references_of
from facilitator.model.workshop import Workshop

Nested = dict[tuple[type[Record], str | None], list[Record]]


def json_from_workshop(workshop: Workshop) -> str:
    """The workshop as JSON, indented, with a final newline; the same records give the same text.

    References to records that are no more are left out. Raises `DomainError` where the workshop
    has no facts and `ExchangeError` where a record's place is gone (an insight without its theme).
    """
    document: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": _fields(workshop, workshop.facts, ()),
    }
    nested = _nested(workshop)
    for branch in TREE:
        rows = _rows(workshop, nested, branch, None)
        if rows:
            holder = document.setdefault(branch.inside, {}) if branch.inside else document
            holder[branch.key] = rows
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _nested(workshop: Workshop) -> Nested:
    """The records of every list, by type and by the id of the record that they stand in."""
    nested: Nested = defaultdict(list)
    for type_ in {*OF_THE_TOP_LEVEL, *PARENTS}:
        for record in workshop.all(type_):
            nested[type_, _parent(workshop, record)].append(record)
    return nested


def _parent(workshop: Workshop, record: Record) -> str | None:
    if type(record) not in PARENTS:
        return None
    field, above = PARENTS[type(record)]
    id_: str | None = getattr(record, field)
    if workshop.find(above, id_) is not None:
        return id_
    if type(record) in OF_THE_TOP_LEVEL:
        return None
    raise _homeless(record)


def _homeless(record: Record) -> ExchangeError:
    return ExchangeError(record.KIND, f"the record that {record.id} belongs to", "none")


def _rows(workshop: Workshop, nested: Nested, branch: Branch, parent: str | None) -> list[Plain]:
    rows = []
    for record in nested.get((branch.type, parent), ()):
        row = _fields(workshop, record, (branch.parent, "position"))
        for child in branch.children:
            if below := _rows(workshop, nested, child, record.id):
                row[child.key] = below
        rows.append(row)
    return rows


def _fields(workshop: Workshop, record: Record, implied: tuple[str | None, ...]) -> Plain:
    """The fields of a record that differ from their defaults, in their order."""
    references = references_of(type(record))
    row: Plain = {}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.name in references:
            value = _living(workshop, references[field.name].target, value)
            if value is None and not field.optional:
                raise _homeless(record)
        told = value != field.default or (type(record), field.name) in ALWAYS_TOLD
        if field.name not in implied and told:
            marks = field.base is Mark
            row[field.name] = [_mark(m) for m in value] if marks else field.to_plain(value)
    return row


def _living(workshop: Workshop, type_: type[Record], value: Any) -> Any:
    """The ids, or the id, without those of records that are no more."""
    if isinstance(value, tuple):
        return tuple(id_ for id_ in value if workshop.find(type_, id_) is not None)
    return value if workshop.find(type_, value) is not None else None


def _mark(mark: Mark) -> Plain:
    row: Plain = {"idea": mark.idea, "dots": mark.dots}
    if mark.criterion is not None:
        row["criterion"] = mark.criterion
    return row
