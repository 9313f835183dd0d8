"""What an act changed, in words: each record with its fields before and after."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from facilitator.model.agenda import moment
from facilitator.model.citing import code_of
from facilitator.model.plain import fields_of
from facilitator.model.records import Criterion, Entry, Idea, Mark, Record
from facilitator.model.references import references_of
from facilitator.model.searching import SEARCHED
from ui.models.cards import Card
from ui.review.fields import field_names, set_words
from ui.review.naming import day_and_clock, kind_titles, name_of, said_of, shortened
from ui.stages.page import Room

if TYPE_CHECKING:
    from ui.session import Told

_MOST_FIELDS = 8
_NOTHING = "–"
_OWN = {"id", "position", "number"}


class Telling:
    """Tells changes in the language of a room."""

    def __init__(self, room: Room) -> None:
        """Know all words once."""
        self._room, self._words = room, room.words
        self._fields = field_names(room.words)
        self._sets = set_words(room.words)
        self._kinds = kind_titles(room.words)

    def card(self, told: Told) -> Card:
        """A record that was changed: what it is called, and its fields."""
        record = self._record(told)
        quadrant = record.quadrant if isinstance(record, Entry) else None
        number = code_of(record) if record is not None else ""
        name = said_of(self._room, record) if record is not None else self._kinds[told.type]
        return Card(
            name,
            number,
            detail="\n".join(self._lines(told)),
            remark=" · ".join((self._kinds[told.type], self._happened(told))),
            quadrant=quadrant,
            letter=self._words(quadrant.letter) if quadrant else "",
            muted=not told.after,
        )

    def _happened(self, told: Told) -> str:
        if not told.before:
            return self._words("added")
        return self._words("changed") if told.after else self._words("deleted")

    def _record(self, told: Told) -> Record | None:
        """The record as the act put it or took it; one that it edited as it is now."""
        if not (told.before and told.after):
            return told.type(**(told.after or told.before))
        found: Record | None = self._room.session.workshop.find(told.type, told.id)
        return found or self._room.session.in_bin(told.id)

    def _lines(self, told: Told) -> list[str]:
        lines = self._edited(told) if told.before and told.after else self._whole(told)
        more = len(lines) - _MOST_FIELDS
        return [*lines[:_MOST_FIELDS], "…"] if more > 0 else lines

    def _edited(self, told: Told) -> list[str]:
        lines = [
            self._words(
                "{field}: {before} → {after}",
                field=self._fields[name],
                before=self._value(told.type, name, told.before[name]),
                after=self._value(told.type, name, told.after[name]),
            )
            for name in told.after
            if name != "position"
        ]
        return lines or [self._words("moved within its list")]

    def _whole(self, told: Told) -> list[str]:
        """The fields that say something, but for those that the name says already."""
        values = told.after or told.before
        named = SEARCHED.get(told.type, ())[:1]
        return [
            self._words(
                "{field}: {value}",
                field=self._fields[field.name],
                value=self._value(told.type, field.name, values[field.name]),
            )
            for field in fields_of(told.type)
            if field.name not in _OWN
            and field.name not in named
            and values.get(field.name) not in {field.default, None, "", ()}
        ]

    def _value(self, type_: type[Record], field: str, value: Any) -> str:
        if value is None or value in {"", ()}:
            return _NOTHING
        if isinstance(value, tuple):
            return shortened("; ".join(self._value(type_, field, item) for item in value))
        if isinstance(value, Mark):
            return self._mark(value)
        reference = references_of(type_).get(field)
        if reference is not None:
            return name_of(self._room, reference.target, value)
        return self._plain(field, value)

    def _plain(self, field: str, value: Any) -> str:
        if isinstance(value, StrEnum):
            return self._sets[value]
        if isinstance(value, bool):
            return self._words("yes") if value else self._words("no")
        if isinstance(value, int | float):
            return self._words.number(value)
        if field.endswith("_at"):
            return ", ".join(day_and_clock(self._room, moment(value)))
        return shortened(str(value))

    def _mark(self, mark: Mark) -> str:
        dots = self._words.plural("{n} dot", "{n} dots", mark.dots)
        idea = name_of(self._room, Idea, mark.idea)
        if mark.criterion is not None:
            dots = f"{dots} ({name_of(self._room, Criterion, mark.criterion)})"
        return self._words("{idea}: {said}", idea=idea, said=dots)
