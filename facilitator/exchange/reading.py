"""The JSON form as records: ids for labels, numbers and positions for order, links resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitator.exchange.errors import ExchangeError, described
from facilitator.exchange.layout import COUNTABLE, TREE, VOTES, Branch
from facilitator.model.ids import new_id
from facilitator.model.plain import Plain, fields_of, from_plain
from facilitator.model.records import Facts, Mark, Record, Response, Round
from facilitator.model.references import references_of

MOST_RECORDS = 200_000
HIGHEST_NUMBER = 1_000_000

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(slots=True)
class Node:
    """A record that is being read: what the file says, where, and what is implied there."""

    type: type[Record]
    plain: Plain
    place: str
    implied: Plain = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id that the record gets."""
        id_: str = self.implied["id"]
        return id_


def records_from_document(document: Plain) -> tuple[tuple[Node, ...], tuple[Record, ...]]:
    """What a valid document holds, in the order of the file: the nodes and their records.

    Raises `ExchangeError` for ids or numbers given twice, for references to what is not there and
    for more than `MOST_RECORDS`.
    """
    names: dict[str, Node] = {}
    nodes = tuple(_nodes(document, names))
    _number(nodes)
    _name_forms(nodes)
    _close_past_votes(nodes)
    return nodes, tuple(_record(node, names) for node in nodes)


def _nodes(document: Plain, names: dict[str, Node]) -> Iterator[Node]:
    facts = Node(Facts, document["workshop"], "workshop")
    _take_id(facts, names)
    yield facts
    positions: dict[type[Record], float] = defaultdict(float)
    made = 1
    for branch in TREE:
        holder, place = document, branch.key
        if branch.inside:
            holder, place = document.get(branch.inside, {}), f"{branch.inside}.{branch.key}"
        for node in _list(branch, holder, place, names):
            made += 1
            if made > MOST_RECORDS:
                raise ExchangeError(node.place, f"at most {MOST_RECORDS:,} records", "more")
            positions[node.type] += 1.0
            node.implied["position"] = positions[node.type]
            yield node


def _list(
    branch: Branch, holder: Plain, place: str, names: dict[str, Node], parent: str | None = None
) -> Iterator[Node]:
    for index, plain in enumerate(holder.get(branch.key, ())):
        for _ in range(plain.get("count", 1) if branch.type in COUNTABLE else 1):
            node = Node(branch.type, plain, f"{place}[{index}]")
            _take_id(node, names)
            if branch.parent is not None:
                node.implied[branch.parent] = parent
            yield node
            for child in branch.children:
                yield from _list(child, plain, f"{node.place}.{child.key}", names, node.id)


def _take_id(node: Node, names: dict[str, Node]) -> None:
    given = node.plain.get("id")
    if given is None:
        node.implied["id"] = new_id()
        return
    name = _canonical(given)
    if name in names:
        raise ExchangeError(
            f"{node.place}.id", "an id used once", f"{described(given)} of {names[name].place} too"
        )
    names[name] = node
    node.implied["id"] = name if _UUID.fullmatch(name) else new_id()


def _canonical(id_: str) -> str:
    """A UUID in lower case, any other text as it is."""
    lower = id_.lower()
    return lower if _UUID.fullmatch(lower) else id_


def _number(nodes: tuple[Node, ...]) -> None:
    """Give a number to each record that needs one and has none.

    It is the next free one after that of the record before, so that the order of the file is the
    order of the numbers.
    """
    taken: dict[type[Record], dict[int, Node]] = defaultdict(dict)
    for node in nodes:
        number = node.plain.get("number")
        if number is not None:
            other = taken[node.type].setdefault(number, node)
            if other is not node:
                found = f"{number} of {other.place} too"
                raise ExchangeError(f"{node.place}.number", "a number used once", found)
    last: dict[type[Record], int] = defaultdict(int)
    for node in nodes:
        if not any(own.name == "number" for own in fields_of(node.type)):
            continue
        number = node.plain.get("number")
        if number is None:
            number = _next_free(last[node.type], taken[node.type])
            taken[node.type][number] = node
        last[node.type] = number
        node.implied["number"] = number


def _next_free(last: int, taken: dict[int, Node]) -> int:
    number = last + 1
    while number in taken or number > HIGHEST_NUMBER:
        number = 1 if number > HIGHEST_NUMBER else number + 1
    return number


def _name_forms(nodes: tuple[Node, ...]) -> None:
    """Number the forms that have no name, from 1 for each question.

    The tallies of two questions of 37 forms then make 37 forms, not 74.
    """
    responses = [node for node in nodes if node.type is Response]
    used: dict[str, set[str]] = defaultdict(set)
    for node in responses:
        used[node.plain["question"]].add(node.plain.get("form", ""))
    last: dict[str, int] = defaultdict(int)
    for node in responses:
        question = node.plain["question"]
        if "form" not in node.plain:
            last[question] += 1
            while str(last[question]) in used[question]:
                last[question] += 1
            node.implied["form"] = str(last[question])


def _close_past_votes(nodes: tuple[Node, ...]) -> None:
    """A round that is typed with its votes, and does not say, is over: its totals may be seen."""
    for node in nodes:
        if node.type is Round and "closed" not in node.plain:
            node.implied["closed"] = any(node.plain.get(key) for key in VOTES)


def _record(node: Node, names: dict[str, Node]) -> Record:
    values: Plain = {}
    references = references_of(node.type)
    for own in fields_of(node.type):
        if own.name in node.implied:
            values[own.name] = node.implied[own.name]
        elif own.name in node.plain:
            value = node.plain[own.name]
            if own.name in references:
                value = _resolved(
                    value, references[own.name].target, f"{node.place}.{own.name}", names
                )
            elif own.base is Mark:
                value = [_as_marked(mark, names) for mark in value]
            values[own.name] = value
    return from_plain(node.type, values)


def _resolved(value: Any, type_: type[Record], place: str, names: dict[str, Node]) -> Any:
    if isinstance(value, list):
        return [_resolved(v, type_, f"{place}[{n}]", names) for n, v in enumerate(value)]
    if value is None:
        return None
    node = names.get(_canonical(value))
    if node is None:
        raise ExchangeError(place, f"an id in {_where(type_)}", f"{described(value)}, no such id")
    if node.type is not type_:
        found = f"{described(value)}, the id of {node.place}"
        raise ExchangeError(place, f"an id in {_where(type_)}", found)
    return node.id


def _where(type_: type[Record]) -> str:
    """The list that holds records of a type, as a person finds it in the file."""
    for branch in TREE:
        if branch.type is type_:
            return f"{branch.inside}.{branch.key}" if branch.inside else branch.key
    return type_.KIND


def _as_marked(mark: Plain, names: dict[str, Node]) -> Plain:
    """A mark with the ids of what it names, or as it was written where there is no such thing.

    A ballot that names an unknown idea is kept, and spoiled.
    """
    read = dict(mark)
    for key in ("idea", "criterion"):
        named = mark.get(key)
        if named is not None:
            node = names.get(_canonical(named))
            read[key] = node.id if node else named
    return read
