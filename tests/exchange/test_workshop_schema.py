"""The schema: valid itself, explained throughout, and the same as the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from facilitator.exchange.formats import FORMATS
from facilitator.exchange.layout import COUNTABLE, PARENTS, TREE, Branch
from facilitator.exchange.validation import schema
from facilitator.model.kinds import Illustrative
from facilitator.model.plain import REQUIRED, fields_of
from facilitator.model.records import RECORD_TYPES, ActHeader, Facts, Record, Response
from tests.exchange.random_workshops import DEFINITIONS

WRITTEN_BY_NESTING = {"position"}


def parts(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every group of fields that the schema describes."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield path, part
        for key, value in part.items():
            yield from parts(value, f"{path}/{key}")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_property_is_described_and_no_other_is_let_in() -> None:
    found = list(parts(schema()))
    assert len(found) > 20
    for path, part in found:
        assert part["description"], path
        assert part["additionalProperties"] is False, path
        for name, own in part["properties"].items():
            assert len(own.get("description", "")) > 10, f"{path}/{name}"


def test_every_format_of_the_schema_is_checked() -> None:
    used = {
        own["format"]
        for _, part in parts(schema())
        for own in part["properties"].values()
        if "format" in own
    }
    assert used == set(FORMATS)


def test_every_example_of_a_format_has_it() -> None:
    for _, part in parts(schema()):
        for own in part["properties"].values():
            for example in own.get("examples", ()) if "format" in own else ():
                assert FORMATS[own["format"]].fits(example)


def children_of(type_: type[Record]) -> set[str]:
    branches: list[Branch] = list(TREE)
    for branch in branches:
        if branch.type is type_:
            return {child.key for child in branch.children}
        branches += branch.children
    return set()


def test_the_schema_has_the_fields_of_the_records() -> None:
    assert set(DEFINITIONS) == set(RECORD_TYPES) - {ActHeader}
    for type_, name in DEFINITIONS.items():
        part = schema()["$defs"][name]
        parent = {PARENTS[type_][0]} if type_ in PARENTS else set()
        fields = [f for f in fields_of(type_) if f.name not in WRITTEN_BY_NESTING | parent]
        extra = children_of(type_) | ({"count"} if type_ in COUNTABLE else set())
        assert set(part["properties"]) == {field.name for field in fields} | extra, name
        assert [key for key in part["properties"] if key not in extra] == [f.name for f in fields]
        given = {"id", "number"} | ({"form"} if type_ is Response else set())
        needed = [f.name for f in fields if f.default is REQUIRED and f.name not in given]
        assert part.get("required", []) == needed, name


def test_the_schema_has_the_types_of_the_fields() -> None:
    words = {str: "string", int: "integer", bool: "boolean"}
    for type_, name in DEFINITIONS.items():
        for field in fields_of(type_):
            part = schema()["$defs"][name]["properties"].get(field.name)
            if part is None:
                continue
            if field.many:
                assert part["type"] == "array", field
                part = part["items"]
            if "enum" in part:
                assert part["enum"] == [word.value for word in field.base], field  # type: ignore[attr-defined]
            elif "$ref" not in part:
                word = words[field.base]
                assert part["type"] == ([word, "null"] if field.optional else word), field


def test_the_top_level_has_the_lists_of_the_layout() -> None:
    keys = list(dict.fromkeys(branch.inside or branch.key for branch in TREE))
    assert list(schema()["properties"]) == ["format", "version", "workshop", *keys]
    inside = [branch.key for branch in TREE if branch.inside]
    assert list(schema()["$defs"]["evaluation"]["properties"]) == inside


def test_facts_can_say_all_that_is_illustrative() -> None:
    part = schema()["$defs"][DEFINITIONS[Facts]]["properties"]["illustrative"]
    assert part["items"]["enum"] == [word.value for word in Illustrative]
