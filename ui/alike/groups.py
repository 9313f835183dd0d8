"""Ideas that are merged, each group under the one that leads it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.merging import merged_ideas
from facilitator.model.records import Idea
from facilitator.model.workshop import Workshop
from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index


class GroupModel(QAbstractListModel):
    """Leading ideas, and beneath each those that are merged into it."""

    def __init__(self, words: Language) -> None:
        """No groups yet."""
        super().__init__()
        self._words = words
        self._rows: list[tuple[Idea, Idea | None]] = []

    def show(self, workshop: Workshop) -> None:
        """Show the groups of a workshop."""
        rows: list[tuple[Idea, Idea | None]] = []
        groups = merged_ideas(workshop)
        leaders = (workshop.get(Idea, id_) for id_ in groups)
        for leader in sorted(leaders, key=lambda idea: (idea.number, idea.id)):
            rows.append((leader, None))
            rows += [(idea, leader) for idea in groups[leader.id]]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def is_merged(self, row: int) -> bool:
        """Whether the idea of a row is merged into another."""
        return self._rows[row][1] is not None

    def idea(self, row: int) -> Idea:
        """The idea of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many ideas are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of an idea, its texts, or with `RECORD_ROLE` the idea."""
        if not index.isValid():
            return None
        idea, leader = self._rows[index.row()]
        if role == RECORD_ROLE:
            return idea
        remark = self._words("merged into {idea}", idea=code_of(leader)) if leader else ""
        card = Card(
            idea.text,
            code_of(idea),
            remark=remark,
            heading=leader is None,
            indented=leader is not None,
        )
        return card_data(card, role)
