"""A page of the plan as data: what is listed, and which fields a record has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.model.plan import Planned
from facilitator.model.records import Record
from ui.models.cards import Card
from ui.prepare.colours import ColourEditor
from ui.prepare.editors import ChoiceEditor, LineEditor, TextEditor, TickEditor

Editor = LineEditor | TextEditor | ChoiceEditor | TickEditor | ColourEditor
Fields = Mapping[str, Any]
Now = Callable[[str], Any]
"""What stands in another field of the form at the moment."""


def _always(_: Now) -> bool:
    return True


def _nothing_along(_record: Any, _value: Any) -> Fields:
    return {}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the record, what it is called, how it is typed, a line of help.

    `beside`: it stands beside the one before; `shown` tells whether it means anything as the
    others stand; `along` are fields that change with it. What is `private` looks so.
    """

    name: str
    label: str
    editor: Callable[[str], Editor]
    help: str = ""
    beside: bool = False
    shown: Callable[[Now], bool] = _always
    along: Callable[[Any, Any], Fields] = _nothing_along
    private: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under a heading; without one where it is empty."""

    heading: str
    fields: Sequence[Field]


def _no_remark(_: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of records of one type, and the form of the one that is chosen.

    `begin` makes the fields of a new record of a typed line; `within` is the field that holds the
    id of the record of the list above, where there is one; `follows` are other types that cards
    tell of; `remark` is a sentence above the form, which counts records of the types `counts`;
    `foot` is one beneath the list.
    """

    of: type[Planned]
    title: str
    empty: str
    placeholder: str
    enter: str
    card: Callable[[Any], Card]
    begin: Callable[[str], dict[str, Any]]
    sections: Sequence[Section]
    gutter: str = ""
    within: str = ""
    follows: tuple[type[Record], ...] = ()
    remark: Callable[[Any], str] = _no_remark
    counts: tuple[type[Record], ...] = ()
    foot: Callable[[], str] | None = None
