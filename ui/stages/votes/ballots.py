"""Recording ballots: idea numbers typed one for each dot, judged while they are typed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt

from facilitator.model import votes
from facilitator.model.records import Ballot, Idea, Mark
from facilitator.model.voting.dots import judge
from facilitator.model.voting.electorate import Contest
from ui.actions import Handlers, keys_of
from ui.models.records import Index, RecordModel
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.desk import Desk
from ui.stages.votes.rows import ROW_ROLE, IdeaModel, Row, RowList
from ui.stages.votes.said import ballot_said, ballots_said, number_of, reason_said, used_on
from ui.stages.votes.typed import UnreadableError, read_ballot
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row


def _of_round(round_id: str, ballot: Ballot) -> bool:
    return ballot.round == round_id


class BallotModel(RecordModel[Ballot]):
    """The ballots of a round as rows; `contest` says by which rules they are judged."""

    def __init__(self, room: Room, contest: Contest) -> None:
        """The ballots of a round."""
        self._room = room
        self.contest = contest
        own = partial(_of_round, contest.round.id)
        super().__init__(room.session, Ballot, lambda ballot: self.row(ballot).text, own)

    def show_round(self, contest: Contest) -> None:
        """Show the ballots of a round."""
        self.contest = contest
        self.show(partial(_of_round, contest.round.id))

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
        """A ballot as it is shown: its marks, or why it is spoiled."""
        words, number = self._room.words, partial(number_of, self._room.session.workshop)
        marks = ballot_said(words, self.contest, ballot, number)
        reason = judge(self.contest, ballot)
        if reason is None:
            return Row(str(ballot.number), marks)
        why = reason_said(words, self.contest, ballot, reason, number)
        text = words("spoiled: {reason}", reason=why)
        return Row(str(ballot.number), text, marks if ballot.marks else "", tone="warn")


class BallotDesk(Desk):
    """Ideas at the left, ballots at the right, the line below."""

    def __init__(self, room: Room, contest: Contest) -> None:
        """A desk for a round by ballot."""
        super().__init__(room, contest, room.words("Type a ballot"))
        self._numbers: dict[int, str] = {}
        self._spoiled: dict[str, bool] = {}
        self._draft: Counter[tuple[str | None, str]] = Counter()
        self.idea_model = IdeaModel(self._draft_dots)
        self.ideas = RowList(room.theme, self.idea_model, self.words("Ideas"))
        self.ballot_model = BallotModel(room, contest)
        self.ballots = RowList(room.theme, self.ballot_model, self.words("Ballots"), flat=True)
        self._lay_out()
        self.entry.entered.connect(self._enter)
        self.entry.typed.connect(self._judge)
        self.entry.moved.connect(self._move)
        self.ballots.leave.connect(self.entry.setFocus)
        self.ideas.leave.connect(self.entry.setFocus)

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("Up: to the ballots"),
            words("Del delete"),
            words("{key} spoiled, with the reason typed", key=keys_of("spoil")),
        ]
        captions = row(label(words("Ideas"), "caption"), KeyHints(keys))
        captions.setStretch(1, 1)
        lists = row(self.ideas, self.ballots, gap=12)
        lists.setStretch(0, 5)
        lists.setStretch(1, 3)
        layout = column(captions, lists, 4, self.entry)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """Spoil what is typed, delete what is chosen."""
        return {"spoil": self._spoil, "delete": self._delete}

    def show_round(self, contest: Contest) -> None:
        """Show a round as it stands; what is typed stays."""
        self.contest = contest
        self._numbers = {idea.number: idea.id for idea in self.session.workshop.each(Idea)}
        self.idea_model.show(contest.ideas, self.heading)
        self.ballot_model.show_round(contest)
        self.ballots.scrollToBottom()
        self.idea_model.reserve = self._widest()
        ballots = self.ballot_model.records()
        self._spoiled = {ballot.id: judge(contest, ballot) is not None for ballot in ballots}
        self._judge()

    def follow(self, changes: Changes) -> None:
        """Count spoiled ballots as they come and go."""
        for change in changes:
            ballot = change.record
            if isinstance(ballot, Ballot) and ballot.round == self.contest.round.id:
                if change.after is None:
                    self._spoiled.pop(ballot.id, None)
                else:
                    self._spoiled[ballot.id] = judge(self.contest, ballot) is not None
        self._judge()

    def tally(self) -> str:
        """How many ballots are recorded, and how many of them are spoiled."""
        return ballots_said(self.words, len(self._spoiled), sum(self._spoiled.values()))

    def _move(self, by: int) -> None:
        if by == -1:
            self.ballots.enter_from_below()
        else:
            bar = self.ideas.verticalScrollBar()
            bar.setValue(bar.value() + by)

    def _read(self) -> Ballot:
        marks = read_ballot(self.entry.text(), self.contest, self._numbers, self.words)
        return Ballot("", 0, self.contest.round.id, marks)

    def _judge(self) -> None:
        """Say, at each key, what Enter will make of the line."""
        number = self.words.number(self._next())
        if not self.entry.text().strip():
            self._mark(())
            self.entry.tell(
                self.words("Enter records ballot {n}; a lone 0 or – records it blank", n=number)
            )
            self.entry.line.setPlaceholderText(self._example())
            return
        try:
            draft = self._read()
        except UnreadableError as error:
            self.entry.tell(str(error), "warn", enter=False)
            return
        self._mark(draft.marks)
        reason = judge(self.contest, draft)
        if reason is None:
            used = self._used(draft)
            self.entry.tell(self.words("{used} · Enter records ballot {n}", used=used, n=number))
            return
        find = partial(number_of, self.session.workshop)
        why = reason_said(self.words, self.contest, draft, reason, find)
        self.entry.tell(
            self.words("{reason} · Enter records it as spoiled", reason=why[:1].upper() + why[1:]),
            "warn",
        )

    def _next(self) -> int:
        return self.session.workshop.next_number(Ballot)

    def _example(self) -> str:
        if self.contest.criteria:
            names = " / ".join(criterion.name for criterion in self.contest.criteria)
            return self.words("Numbers of the ideas: {names}", names=names)
        return self.words("Numbers of the ideas, one for each dot: 3 3 7")

    def _used(self, draft: Ballot) -> str:
        words, used = self.words, used_on(draft)
        if not draft.marks:
            return words("Blank")
        names = {c.id: f"{c.name} " for c in self.contest.criteria}
        return ", ".join(
            names.get(key or "", "")
            + words.plural(
                "{used} of {n} dot",
                "{used} of {n} dots",
                self.contest.dots_for(key),
                used=words.number(used[key]),
            )
            for key in self.contest.keys
        )

    def _mark(self, marks: tuple[Mark, ...]) -> None:
        """Show the dots of the line beside their ideas: of this ballot, never of the vote."""
        draft = Counter({(mark.criterion, mark.idea): mark.dots for mark in marks})
        changed = {idea for (_, idea), _ in draft.items() ^ self._draft.items()}
        self._draft = draft
        for idea in changed:
            self.idea_model.renew(idea)
        last = self.idea_model.row_of(marks[-1].idea) if marks and changed else None
        if last is not None:
            self.ideas.show_row(last)

    def _widest(self) -> str:
        """Room for the dots of a ballot, so that texts do not move while one types."""
        limit = self.contest.round.stacking
        names = {criterion.id: f"{criterion.name} " for criterion in self.contest.criteria}
        parts = [
            names.get(key or "", "") + "●" * min(self.contest.dots_for(key), limit or 3, 5)
            for key in self.contest.keys
        ]
        return max(parts, key=len)

    def _draft_dots(self, idea: Idea) -> tuple[str, str]:
        names = {criterion.id: f"{criterion.name} " for criterion in self.contest.criteria}
        parts = [
            names.get(key or "", "") + ("●" * dots if dots <= 10 else f"● × {dots}")
            for key in self.contest.keys
            if (dots := self._draft[key, idea.id])
        ]
        return "  ".join(parts), "accent"

    def _enter(self, _text: str) -> None:
        try:
            draft = self._read()
        except UnreadableError as error:
            self.refuse(
                self.words(
                    "{sentence} {key} records the ballot as spoiled, with this text as the reason.",
                    sentence=error,
                    key=keys_of("spoil"),
                )
            )
            return
        if self.session.do(votes.record_ballot, self.contest.round.id, draft.marks):
            self.entry.clear()

    def _spoil(self) -> None:
        reason = self.entry.text().strip()
        if not reason:
            self.refuse(
                self.words(
                    "Type why the ballot is spoiled, for example “torn”; then {key}.",
                    key=keys_of("spoil"),
                )
            )
        elif self.session.do(votes.record_ballot, self.contest.round.id, (), spoiled=reason):
            self.entry.clear()

    def _delete(self) -> None:
        if self.ballots.hasFocus():
            for id_ in self.ballots.chosen():
                self.session.do(votes.delete_ballot, id_)
            if not self.ballot_model.rowCount():
                self.entry.setFocus()
