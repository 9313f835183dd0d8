"""Random workshops of every kind of record, within the bounds of the schema."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from facilitator.exchange.layout import OF_THE_TOP_LEVEL, PARENTS, TREE, Branch
from facilitator.exchange.validation import schema
from facilitator.model.kinds import AnswerKind
from facilitator.model.plain import Field, fields_of
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
    Criterion,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Mark,
    Record,
    Response,
    WallCount,
)
from facilitator.model.references import references_of
from facilitator.model.workshop import Workshop


def definitions() -> dict[type[Record], str]:
    """The part of the schema that describes each kind of record."""
    found: dict[type[Record], str] = {Facts: "workshop"}
    branches: list[Branch] = list(TREE)
    while branches:
        branch = branches.pop()
        found[branch.type] = branch.definition
        branches += branch.children
    return found


DEFINITIONS = definitions()
TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\U0010fffe\U0010ffff")
    | st.sampled_from('\n\t"\\/é漢ع́😀'),
    max_size=12,
)
OF_FORMAT = {
    "date": ["2017-10-13", "2024-02-29"],
    "clock": ["00:00", "13:05", "23:59"],
    "moment": ["2017-10-13T17:00:00Z", "2024-02-29T00:00:00.25Z"],
    "time-zone": ["UTC", "America/Toronto", "America/Argentina/Buenos_Aires"],
    "language-code": ["en", "fr", "fr-CA", "zh-Hans-CN"],
    "web-address": ["https://example.org/a?b=c#d", "http://[::1]:80/é"],
    "colour": ["#000000", "#aBcDeF"],
}


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """A workshop with up to two records of each kind."""
    ids: dict[type[Record], list[str]] = {Facts: [_uuid(draw(st.integers(0, 9)))]}
    numbers = draw(st.lists(st.integers(10, 2**40), min_size=60, max_size=60, unique=True))
    for type_ in RECORD_TYPES:
        if type_ not in {Facts, ActHeader}:
            count = draw(st.integers(0, 2))
            if type_ in PARENTS and type_ not in OF_THE_TOP_LEVEL and not ids[PARENTS[type_][1]]:
                count = 0
            ids[type_] = [_uuid(numbers.pop()) for _ in range(count)]
    records: list[Record] = []
    for type_, own in ids.items():
        taken: set[int] = set()
        for id_ in own:
            record = _record(draw, type_, id_, ids, taken)
            if record is not None:
                records.append(record)
    return Workshop(_consistent(records))


def _uuid(number: int) -> str:
    return f"01900000-0000-7000-8000-{number:012x}"


def _record(
    draw: st.DrawFn,
    type_: type[Record],
    id_: str,
    ids: dict[type[Record], list[str]],
    taken: set[int],
) -> Record | None:
    values: dict[str, Any] = {"id": id_}
    parts = schema()["$defs"][DEFINITIONS[type_]]["properties"]
    for field in fields_of(type_):
        reference = references_of(type_).get(field.name)
        if reference is not None:
            target = reference.target
            if not (ids[target] or field.optional or field.many):
                return None
            values[field.name] = _links(draw, field, ids[target])
        elif field.name == "number":
            values["number"] = draw(st.integers(1, 1_000_000).filter(lambda n: n not in taken))
            taken.add(values["number"])
        elif field.name == "position":
            values["position"] = draw(st.floats(-1e6, 1e6))
        elif field.name != "id":
            values[field.name] = _value(draw, field, parts[field.name])
    return type_(**values)


def _links(draw: st.DrawFn, field: Field, ids: list[str]) -> Any:
    if field.many:
        return tuple(draw(st.lists(st.sampled_from(ids), max_size=3)) if ids else ())
    options: list[str | None] = [*ids, None] if field.optional else [*ids]
    return draw(st.sampled_from(options))


def _value(draw: st.DrawFn, field: Field, part: dict[str, Any]) -> Any:
    if field.base is Mark:
        names = st.sampled_from(["no such idea", "", "0190"]) | TEXTS
        marks = st.builds(Mark, names, st.integers(-5, 9), st.none() | TEXTS)
        return tuple(draw(st.lists(marks, max_size=3)))
    if field.many:
        items = part["items"]
        return tuple(draw(st.lists(_one(field, items), max_size=3)))
    strategy = _one(field, part)
    return draw(strategy | st.none() if field.optional else strategy)


def _one(field: Field, part: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in part:
        return st.sampled_from([field.base(word) for word in part["enum"]])
    if field.base is bool:
        return st.booleans()
    if field.base is int:
        return st.integers(part["minimum"], part["maximum"])
    if "format" in part:
        empty = [""] if ")?$" in part["pattern"] else []
        return st.sampled_from(OF_FORMAT[part["format"]] + empty)
    return TEXTS.filter(str.strip) if "pattern" in part else TEXTS


def _consistent(records: list[Record]) -> list[Record]:
    """The records with choices that their questions offer, and dots in their round's colours.

    An idea is merged into one with a greater id at most, so that there is no circle.
    """
    questions = {r.id: r for r in records if isinstance(r, EvaluationQuestion)}
    criteria: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if isinstance(record, Criterion):
            criteria[record.round].append(record.id)
    return [_mended(record, questions, criteria) for record in records]


def _mended(
    record: Record, questions: dict[str, EvaluationQuestion], criteria: dict[str, list[str]]
) -> Record:
    match record:
        case Response():
            question = questions[record.question]
            of_choices = question.answer in {AnswerKind.SINGLE, AnswerKind.SEVERAL}
            return replace(record, choices=question.options[:2]) if of_choices else record
        case Finding():
            options = questions[record.question].options if record.question else ()
            return replace(record, option=options[0] if options else "")
        case Idea():
            return replace(record, merged_into=None) if _leads_back(record) else record
        case WallCount():
            return replace(record, criterion=next(iter(criteria[record.round]), None))
        case _:
            return record


def _leads_back(idea: Idea) -> bool:
    return idea.merged_into is not None and idea.merged_into <= idea.id
