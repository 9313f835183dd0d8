"""Where notes can be moved to from a wall: another table, or another principle's wall."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.model.records import Principle, Table
from ui.stages.page import Room
from ui.widgets.picker import Choice

Send = Callable[[str | None, str | None], object]


def other_walls(room: Room, principle: str | None, table: str | None, send: Send) -> list[Choice]:
    """The other tables of a principle, then the other principles for the same table."""
    workshop, words = room.session.workshop, room.words
    tables = [
        Choice(other.name, words("table"), partial(send, principle, other.id))
        for other in workshop.all(Table)
        if other.id != table
    ]
    principles = [
        Choice(other.name, words("principle"), partial(send, other.id, table))
        for other in workshop.all(Principle)
        if other.id != principle
    ]
    return tables + principles
