"""Records as cards: what a list shows of each, beyond its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from facilitator.model.kinds import Quadrant
from ui.models.records import Index, R, RecordModel, none_yet
from ui.session import Session

CARD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows: `text`, `detail` beneath it, and `remark` in small type beneath both.

    `letter` is the quadrant's in the language of the screen; `colour` one that a person chose,
    as #RRGGBB, which the remark names; `tally` is a number at the right end, which it explains.
    """

    text: str
    code: str = ""
    detail: str = ""
    remark: str = ""
    quadrant: Quadrant | None = None
    letter: str = ""
    colour: str = ""
    tally: str = ""
    muted: bool = False
    heading: bool = False
    indented: bool = False

    @property
    def spoken(self) -> str:
        """All of it as one text, for a screen reader and for tests."""
        head = " ".join(part for part in (self.letter, self.code, self.text) if part)
        return "\n".join(part for part in (head, self.detail, self.remark) if part)


def card_data(card: Card, role: int) -> Any:
    """What an item model says of a card under a role."""
    if role == CARD_ROLE:
        return card
    if role == Qt.ItemDataRole.DisplayRole:
        return card.text
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return card.spoken
    return None


class CardModel(RecordModel[R]):
    """The records of a type that belong to a list, shown as cards."""

    def __init__(
        self,
        session: Session,
        type_: type[R],
        card: Callable[[R], Card],
        belongs: Callable[[R], bool] = none_yet,
    ) -> None:
        """Read the records, and follow the session from now on."""
        self._card = card
        super().__init__(session, type_, lambda record: card(record).text, belongs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a row, its texts, or with `RECORD_ROLE` its record."""
        if index.isValid():
            said = card_data(self._card(self.record(index.row())), role)
            if said is not None:
                return said
        return super().data(index, role)

    def touch(self, ids: Iterable[str]) -> None:
        """What other records say of these has changed: show them anew."""
        wanted = set(ids)
        for row, record in enumerate(self._rows):
            if record.id in wanted:
                self.dataChanged.emit(self.index(row), self.index(row))
