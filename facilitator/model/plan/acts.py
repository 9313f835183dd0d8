"""Adding, changing and moving what the plan is made of: one way for every type of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.model.change import Act, Change, added
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.ordering import placed
from facilitator.model.plan.rules import RULES, Planned
from facilitator.model.workshop import Workshop

Fields = Mapping[str, Any]
"""What was typed, by the names of fields."""


def add(workshop: Workshop, type_: type[Planned], rows: Iterable[Fields]) -> Act:
    """Add records to the end of their list, all of them one act."""
    rules = RULES[type_]
    make: Any = type_
    trial = workshop.frozen()
    changes = []
    for row in rows:
        values = _checked(trial, type_, row)
        record: Planned = make(new_id(), **values, position=trial.next_position(type_))
        for settle in rules.settle:
            settle(trial, None, record)
        changes.append(added(record))
        trial.apply(changes[-1:])
        if len(siblings(trial, record)) > rules.most:
            raise DomainError("At most {most} fit: leave some out.", most=rules.most)
    if not changes:
        raise DomainError("There is nothing to add: type a name first.")
    name = f"add_{rules.noun}"
    return Act(name, tuple(changes), len(changes))


def edit(workshop: Workshop, type_: type[Planned], id_: str, **fields: Any) -> Act:
    """Change fields of a record to what was typed."""
    rules = RULES[type_]
    before = workshop.get(type_, id_)
    after = replace(before, **_checked(workshop, type_, fields))
    for settle in rules.settle:
        settle(workshop, before, after)
    name = f"edit_{rules.noun}"
    return Act(name, (Change(before, after),))


def move(workshop: Workshop, type_: type[Planned], id_: str, place: int) -> Act:
    """Move a record within its list, so that it stands at a place counted from 0."""
    record: Any = workshop.get(type_, id_)
    name = f"move_{RULES[type_].noun}"
    return Act(name, placed(record, siblings(workshop, record), place))


def siblings(workshop: Workshop, record: Planned) -> list[Any]:
    """The records of the list to which one belongs, in order."""
    type_ = type(record)
    within = RULES[type_].within
    in_order = workshop.all(type_)
    if not within:
        return list(in_order)
    own = getattr(record, within)
    return [other for other in in_order if getattr(other, within) == own]


def _checked(workshop: Workshop, type_: type[Planned], fields: Fields) -> dict[str, Any]:
    checks = RULES[type_].checks
    return {name: checks[name](workshop, typed) for name, typed in fields.items()}
