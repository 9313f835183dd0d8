"""A change of one record, and an act: the changes that are one thing to a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from facilitator.model.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; `None` where it did not or does not exist."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it last was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change without a record")
        return record

    @property
    def kind(self) -> str:
        """The kind of the record."""
        return self.record.KIND

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did: a name that menus show, how many things it touched, and the changes.

    `name` is a key of `facilitator.model.act_names`.
    """

    name: str
    changes: tuple[Change, ...]
    count: int = 1


def added(record: Record) -> Change:
    """A record that was not there before."""
    return Change(None, record)


def removed(record: Record) -> Change:
    """A record that goes."""
    return Change(record, None)


def edited(record: Record, **fields: Any) -> Change:
    """A record with some fields replaced."""
    return Change(record, replace(record, **fields))
