"""The page of a prioritization stage: the round that is chosen, open or closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.model import votes
from facilitator.model.kinds import Method
from facilitator.model.records import (
    Ballot,
    Criterion,
    Idea,
    Participant,
    Principle,
    RatingSheet,
    Record,
    Round,
    Sector,
    Stage,
    WallCount,
)
from facilitator.model.staging import Focus
from facilitator.model.voting.electorate import Contest, contest
from facilitator.model.voting.outcome import dot_result, rating_result
from ui.actions import Handlers
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.stages.votes.alike_offer import AlikeOffer
from ui.stages.votes.ballots import BallotDesk
from ui.stages.votes.desk import Desk
from ui.stages.votes.head import RoundHead, title_of
from ui.stages.votes.notice import Notice
from ui.stages.votes.rating import RatingDesk
from ui.stages.votes.results import dot_table, rating_table
from ui.stages.votes.said import ballots_said
from ui.stages.votes.start import NoRound
from ui.stages.votes.table import Results
from ui.stages.votes.wall import WallDesk
from ui.widgets.labels import column

_DESKS: dict[Method, Callable[[Room, Contest], Desk]] = {
    Method.BALLOTS: BallotDesk,
    Method.WALL: WallDesk,
    Method.RATING: RatingDesk,
}
_RULES = (Round, Idea, Criterion, Principle, Participant, Sector)
_VOTES = (Ballot, WallCount, RatingSheet)
_OF_DESKS = ("spoil", "delete", "next_criterion", "next_count", "next_table", "previous_table")


class VotesPage(Page):
    """Votes are typed in while a round is open, and its totals shown once it is closed."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
        self._stale = True
        self._seen: list[str] = []
        self._desks: dict[Method, Desk] = {}
        self.head = RoundHead(room)
        self.start = NoRound(room)
        self.results = Results(room)
        self._shown = QStackedWidget()
        for widget in (self.start, self.results):
            self._shown.addWidget(widget)
        self.notice = Notice(room)
        self.alike = AlikeOffer(room, self.notice)
        layout = column(self.head, self.notice, self._shown, gap=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.head.rounds.chosen.connect(self._switch)
        self.head.rounds.chosen.connect(self.turned)
        self.head.pressed.connect(self._close_or_open)
        self.head.done.connect(self.take_focus)
        self.start.chosen.connect(self._add_round)
        self.results.revote.connect(self._revote)
        self.notice.pressed.connect(self.asked)
        self.session.changed.connect(self._follow)

    @property
    def desk(self) -> Desk | None:
        """Where votes are recorded now; None where there is no open round."""
        shown = self._shown.currentWidget()
        return shown if isinstance(shown, Desk) else None

    def handlers(self) -> Handlers:
        """What is done to the round, and what its desk knows to do."""
        handlers: dict[str, Callable[[], object]] = {
            id_: partial(self._at_desk, id_) for id_ in _OF_DESKS
        }
        return handlers | {
            "entry": self.take_focus,
            "next_round": lambda: self.head.rounds.step(1),
            "close_round": self._close_or_open,
            "reveal": self._reveal_or_hide,
            "voters": self._to_voters,
            "edit": self._edit,
            "revote": self._revote,
        }

    def shown_to_room(self) -> Focus:
        """The round; the room sees its rules, and its totals once they are revealed."""
        return Focus(round=self.head.rounds.id)

    def take_focus(self) -> None:
        """Typing goes to the entry line; to the results where the round is closed."""
        shown = self._shown.currentWidget()
        if shown is not None:
            shown.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what changed while another page was looked at."""
        if self._stale:
            self._renew()
        else:
            self.alike.renew(self.desk)  # pairs may have been dismissed on their page
        super().showEvent(event)

    def reveal(self, record: Record) -> None:
        """Go to a round, or to the round of a ballot, which is chosen in the list."""
        round_id = record.id if isinstance(record, Round) else getattr(record, "round", None)
        if round_id is not None:
            self.head.rounds.choose(round_id)
        if self.desk is not None:
            self.desk.reveal(record)

    def _at_desk(self, id_: str) -> None:
        if self.desk is not None:
            self.desk.handlers().get(id_, lambda: None)()

    def _edit(self) -> None:
        """Correct what is recorded where the desk knows how, else change the rules."""
        if self.desk is not None:
            self.desk.handlers().get("edit", self.head.edit_rules)()

    def _to_voters(self) -> None:
        self.head.voters.setFocus()
        self.head.voters.selectAll()

    def _rounds(self) -> list[Round]:
        rounds = self.session.workshop.all(Round)
        return [round_ for round_ in rounds if round_.stage in {None, self._stage}]

    def _round(self) -> Round | None:
        """The round that was looked at last, else the first that is open, else the first."""
        rounds = self._rounds()
        by_id = {round_.id: round_ for round_ in rounds}
        seen = [by_id[id_] for id_ in (self.head.rounds.id, *self._seen) if id_ in by_id]
        still_open = [round_ for round_ in rounds if not round_.closed]
        return next(iter(seen or still_open or rounds), None)

    def _note_seen(self, id_: str) -> None:
        """Where a round is gone, as one that is undone, the one before it is shown again."""
        self._seen = [id_, *(other for other in self._seen if other != id_)]

    def _renew(self) -> None:
        self._stale = False
        round_ = self._round()
        self.head.setVisible(round_ is not None)
        self.notice.hide()
        if round_ is None:
            self.alike.renew(None)
            self.head.rounds.offer([])
            self.start.renew()
            self._turn_to(self.start)
            return
        self._note_seen(round_.id)
        about = contest(self.session.workshop, round_)
        self.head.show_round(about, [(own.id, title_of(self.room, own)) for own in self._rounds()])
        if round_.closed:
            self._show_results(about)
            return
        desk = self._desk_for(about)
        desk.show_round(about)
        self.head.tell(desk.tally())
        self._turn_to(desk)
        self.alike.renew(self.desk)

    def _desk_for(self, about: Contest) -> Desk:
        method = about.round.method
        if method not in self._desks:
            desk = _DESKS[method](self.room, about)
            desk.told.connect(self._tell)
            self._desks[method] = desk
            self._shown.addWidget(desk)
        return self._desks[method]

    def _show_results(self, about: Contest) -> None:
        words, workshop = self.words, self.session.workshop
        if about.round.method is Method.RATING:
            sheets = rating_result(workshop, about.round)
            self.results.show_table(rating_table(words, about, sheets))
            rated = sum(bool(row.distribution.people) for row in sheets)
            self.head.tell(words.plural("{n} idea rated", "{n} ideas rated", rated))
        else:
            result = dot_result(workshop, about.round)
            self.results.show_table(dot_table(words, result))
            tally = ""
            if result.counted is not None:
                lost = len(result.spoiled)
                tally = ballots_said(words, result.counted + lost, lost)
            self.head.tell(tally)
        self.alike.renew(None)
        self.notice.show_totals(revealed=about.round.revealed)
        self._turn_to(self.results)

    def _turn_to(self, widget: QWidget) -> None:
        if self._shown.currentWidget() is not widget:
            self._shown.setCurrentWidget(widget)
            if self.isVisible():
                self.take_focus()

    def _follow(self, changes: Changes) -> None:
        """Votes are taken in one by one; judging and adding up all of them waits to be seen."""
        if self._only_revealed(changes):
            return
        rules = any(isinstance(change.record, _RULES) for change in changes)
        cast = any(isinstance(change.record, _VOTES) for change in changes)
        if rules or (cast and self.desk is None):
            self._stale = True
            if self.isVisible():
                self._renew()
        elif cast and self.desk is not None and not self._stale:
            self.desk.follow(changes)
            self._tell()

    def _only_revealed(self, changes: Changes) -> bool:
        """Whether nothing changed but what the room sees: nothing is tabulated anew for that."""
        for change in changes:
            before, after = change.before, change.after
            if not isinstance(before, Round) or not isinstance(after, Round):
                return False
            if replace(before, revealed=after.revealed) != after:
                return False
            if after.id == self.head.rounds.id and self._shown.currentWidget() is self.results:
                self.notice.show_totals(revealed=after.revealed)
        return True

    def _tell(self) -> None:
        if self.desk is not None:
            self.head.tell(self.desk.tally())
            self.alike.renew(self.desk)

    def _switch(self, _id: object) -> None:
        self._renew()
        self.take_focus()

    def _add_round(self, method: Method) -> None:
        title = self.words("Idea rating") if method is Method.RATING else self.words("Dot vote")
        self.session.do(votes.add_round, self._stage, title, method)

    def _revote(self) -> None:
        """Begin a round on the ideas that tie, by the same method, and go to it."""
        round_ = self._round()
        if round_ is None or not round_.closed or self._shown.currentWidget() is not self.results:
            return
        if not self.results.tied:
            self.session.refused.emit(self.words("No ideas tie among the first places."))
            return
        title = self.words("Tie: {title}", title=round_.title)
        done = self.session.do(
            votes.add_round, self._stage, title, round_.method, ideas=self.results.tied
        )
        if done is not None:
            self.head.rounds.choose(done.changes[0].id)

    def _close_or_open(self) -> None:
        round_ = self._round()
        if round_ is not None:
            act = votes.reopen_round if round_.closed else votes.close_round
            self.session.do(act, round_.id)
            self.take_focus()

    def _reveal_or_hide(self) -> None:
        round_ = self._round()
        if round_ is not None:
            act = votes.hide_totals if round_.revealed else votes.reveal_totals
            self.session.do(act, round_.id)
