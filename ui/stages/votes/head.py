"""The head of a round: its rules, who votes, how much is recorded, whether it is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.model import votes
from facilitator.model.kinds import Method
from facilitator.model.records import Round
from facilitator.model.voting.electorate import Contest
from ui.actions import keys_of
from ui.stages.page import Room
from ui.stages.votes.line import NumberField, named
from ui.stages.votes.rules import Rules
from ui.stages.votes.said import method_said
from ui.widgets.chooser import Chooser
from ui.widgets.flow import Flow
from ui.widgets.labels import column, label


class RoundHead(QWidget):
    """Which round, by which rules; and the few numbers that belong to the whole of it.

    `pressed` is sent for the button, `done` after Enter in one of the fields.
    """

    pressed = Signal()
    done = Signal()

    def __init__(self, room: Room) -> None:
        """A head without a round."""
        super().__init__()
        self._room = room
        self._round = ""
        self.rounds = Chooser(room.words("Voting round"))
        self._title = label("", "")
        self._title.setFont(room.theme.font("lead", bold=True))
        self._rule = label("", "muted", wrap=True)
        self._tally = label("")
        self._button = QPushButton()
        self._button.clicked.connect(self.pressed)
        self.voters = self._field(room.words("Voters: people who were given dots"))
        self.unused = self._field(room.words("Dots unused"))
        self.spoiled = self._field(room.words("Dots spoiled"))
        self._wall = (
            named(room.words("Dots unused"), self.unused),
            named(room.words("Dots spoiled"), self.spoiled),
        )
        self.rules = Rules(room)
        self._change = QPushButton(f"{room.words('Rules…')}  {keys_of('edit')}")
        self._change.setObjectName("flat")
        self._change.clicked.connect(self.edit_rules)
        self.rules.done.connect(self._leave_rules)
        self._lay_out()
        self.voters.given.connect(self._record_voters)
        self.unused.given.connect(self._record_leftovers)
        self.spoiled.given.connect(self._record_leftovers)

    def _lay_out(self) -> None:
        parts = (self.rounds, self._title, self._rule, self._change, self._button)
        first = QWidget()
        first.setLayout(Flow(*parts, gap=12, stretch=self._rule))
        voters = named(self._room.words("Voters"), self.voters)
        self._tally.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._numbers = QWidget()
        numbers = Flow(voters, *self._wall, self._tally, gap=16, stretch=self._tally)
        self._numbers.setLayout(numbers)
        self.rules.hide()
        self.setLayout(column(first, self._numbers, self.rules, gap=8))

    def show_round(self, contest: Contest, choices: list[tuple[str | None, str]]) -> None:
        """Show a round among the rounds of its stage."""
        round_, words = contest.round, self._room.words
        another = self._round != round_.id
        self._round = round_.id
        self.rounds.offer(choices, round_.id)
        self.rounds.setVisible(len(choices) > 1)
        self._title.setVisible(len(choices) < 2)
        self._title.setText(round_.title)
        self._rule.setText(method_said(words, contest))
        for field in (self.voters, self.unused, self.spoiled):
            if another:
                field.unsaved = False
        self.voters.follow(round_.voters)
        self.unused.follow(round_.unused)
        self.spoiled.follow(round_.spoiled)
        for part in self._wall:
            part.setVisible(round_.method is Method.WALL)
        for field in (self.unused, self.spoiled):
            field.setEnabled(not round_.closed)
        self._change.setVisible(not round_.closed and round_.method is not Method.RATING)
        if self.rules.isVisibleTo(self) and self.rules.round_id != round_.id:
            self.rules.hide()
            self._numbers.show()
        text = words("Open the round again") if round_.closed else words("Close the round")
        self._button.setText(f"{text}  {keys_of('close_round')}")

    def edit_rules(self) -> None:
        """Offer the rules of an open dot vote in place of its numbers."""
        round_ = self._room.session.workshop.find(Round, self._round)
        if round_ is not None and self._change.isVisible():
            self._numbers.hide()
            self.rules.edit(round_)

    def _leave_rules(self) -> None:
        self.rules.hide()
        self._numbers.show()
        self.done.emit()

    def tell(self, tally: str) -> None:
        """Say how much is recorded."""
        self._tally.setText(tally)

    def told(self) -> str:
        """How much is recorded, as it stands there."""
        return self._tally.text()

    def _field(self, name: str) -> NumberField:
        field = NumberField(name)
        field.wrong.connect(partial(self._refuse, field))
        field.done.connect(self.done)
        return field

    def _refuse(self, field: NumberField, typed: str) -> None:
        field.unsaved = True
        name = field.accessibleName()
        self._room.session.refused.emit(
            self._room.words("{name}: “{typed}” is not a number.", name=name, typed=typed)
        )

    def _record_voters(self, voters: int | None) -> None:
        self._room.session.do(votes.record_voters, self._round, voters)
        self._settle()

    def _record_leftovers(self, _given: int | None) -> None:
        round_ = self._room.session.workshop.get(Round, self._round)
        unused, spoiled = self.unused.number(), self.spoiled.number()
        if (unused, spoiled) != (round_.unused, round_.spoiled):
            self._room.session.do(
                votes.record_leftovers, self._round, unused=unused, spoiled=spoiled
            )
        self._settle()

    def _settle(self) -> None:
        round_ = self._room.session.workshop.find(Round, self._round)
        if round_ is not None:
            self.voters.settle(round_.voters)
            self.unused.settle(round_.unused)
            self.spoiled.settle(round_.spoiled)


def title_of(room: Room, round_: Round) -> str:
    """The title of a round, with whether it is closed."""
    return room.words("{title} (closed)", title=round_.title) if round_.closed else round_.title
