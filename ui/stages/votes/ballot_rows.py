"""The ballots of a round as rows: their marks, or why one is spoiled."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt

from facilitator.model.records import Ballot, Sector
from facilitator.model.voting.dots import judge
from facilitator.model.voting.electorate import Contest
from ui.models.records import Index, RecordModel, none_yet
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.rows import ROW_ROLE, Row
from ui.stages.votes.said import ballot_said, number_of, reason_said


def _of_round(round_id: str, ballot: Ballot) -> bool:
    return ballot.round == round_id


class BallotModel(RecordModel[Ballot]):
    """The ballots of a round as rows; `contest` says by which rules they are judged."""

    def __init__(self, room: Room, contest: Contest) -> None:
        """No ballots until the round is shown."""
        self._room = room
        self.contest = contest
        self._spoiled: dict[str, bool] = {}
        super().__init__(room.session, Ballot, lambda ballot: self.row(ballot).text, none_yet)

    def show_round(self, contest: Contest) -> None:
        """Show the ballots of a round, judged anew."""
        self.contest = contest
        self.show(partial(_of_round, contest.round.id))
        self._spoiled = {b.id: judge(contest, b) is not None for b in self.records()}

    def follow(self, changes: Changes) -> None:
        """Count spoiled ballots as they come and go."""
        for change in changes:
            ballot = change.record
            if isinstance(ballot, Ballot) and ballot.round == self.contest.round.id:
                if change.after is None:
                    self._spoiled.pop(ballot.id, None)
                else:
                    self._spoiled[ballot.id] = judge(self.contest, ballot) is not None

    @property
    def recorded(self) -> int:
        """How many ballots there are."""
        return len(self._spoiled)

    @property
    def spoiled(self) -> int:
        """How many of them do not count."""
        return sum(self._spoiled.values())

    def numbered(self, number: int) -> Ballot | None:
        """The ballot of that number; None where this round has none."""
        return next((ballot for ballot in self.records() if ballot.number == number), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row with `ROW_ROLE`, its text for screen readers, or as in every list."""
        if index.isValid() and role == ROW_ROLE:
            return self.row(self.record(index.row()))
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(self.record(index.row())).spoken
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape(self.row(self.record(index.row())).spoken)}</p>"
        return super().data(index, role)

    def row(self, ballot: Ballot) -> Row:
        """A ballot as it is shown: its marks, or why it is spoiled; and its sector."""
        words, number = self._room.words, partial(number_of, self._room.session.workshop)
        sector = self._room.session.workshop.find(Sector, ballot.sector)
        of_sector = sector.name if sector is not None else ""
        marks = ballot_said(words, self.contest, ballot, number)
        reason = judge(self.contest, ballot)
        if reason is None:
            return Row(str(ballot.number), marks, of_sector)
        why = reason_said(words, self.contest, ballot, reason, number)
        text = words("spoiled: {reason}", reason=why)
        beside = (marks if ballot.marks else "", of_sector)
        return Row(str(ballot.number), text, " · ".join(filter(None, beside)), tone="warn")
