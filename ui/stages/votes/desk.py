"""Where votes are recorded: what ballots, wall counts and rating sheets have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal

from facilitator.model.records import Idea, Principle, Record
from facilitator.model.voting.electorate import Contest
from ui.actions import Handlers
from ui.models.records import RECORD_ROLE
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.line import VoteLine
from ui.stages.votes.rows import Beside, IdeaModel, RowList
from ui.stages.votes.said import merged_said
from ui.stages.votes.typed import UnreadableError
from ui.widgets.leading import Leading


class Desk(Leading):
    """One open round, with its entry line at the bottom.

    `told` is sent where `tally` says something else now.
    """

    told = Signal()

    def __init__(self, room: Room, contest: Contest, placeholder: str) -> None:
        """A desk for a round, which `show_round` fills."""
        super().__init__()
        self.room = room
        self.words = room.words
        self.session = room.session
        self.contest = contest
        self.no_ideas = self.words(
            "The ideas to vote on will stand here. They are typed on the page of an ideation stage."
        )
        self.entry = VoteLine(room.theme, placeholder)
        self.lead_to(self.entry)

    def show_round(self, contest: Contest) -> None:
        """Show a round as it stands."""
        raise NotImplementedError

    def follow(self, changes: Changes) -> None:
        """Take in what changed on disk, in time that does not grow with the file."""
        raise NotImplementedError

    def tally(self) -> str:
        """How much is recorded; never how the vote stands."""
        raise NotImplementedError

    def has_votes(self) -> bool:
        """Whether anything is recorded yet."""
        raise NotImplementedError

    def reveal(self, record: Record) -> None:
        """Bring a vote into sight, where the desk has a list of them."""

    def handlers(self) -> Handlers:
        """The actions of this desk."""
        return {}

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded."""
        self.session.refused.emit(sentence)

    def heading(self, idea: Idea) -> str:
        """The name above an idea, where the round is about several principles."""
        if self.contest.round.principle is not None:
            return ""
        principle = self.session.workshop.find(Principle, idea.principle)
        return principle.name if principle else ""

    def merged_said(self, idea: Idea) -> str:
        """Which ideas count together with one: on the wall and on older ballots they stand, too."""
        return merged_said(self.words, self.contest.merged.get(idea.id, ()))


class CursorDesk(Desk):
    """A desk that goes from idea to idea: each Enter is for the idea at the cursor.

    After the last idea the cursor stands past the end, so that no number is overwritten.
    """

    def __init__(self, room: Room, contest: Contest) -> None:
        """A desk with a list of ideas."""
        super().__init__(room, contest, "")
        self.listed: tuple[Idea, ...] = contest.ideas
        self.model = IdeaModel(self.beside)
        self.ideas = RowList(room.theme, self.model, room.words("Ideas"))
        self.ideas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ideas.say_empty(self.no_ideas)
        self._place = 0
        self.entry.moved.connect(self.step)
        self.entry.entered.connect(self.enter)
        self.entry.typed.connect(lambda _: self.say())
        self.ideas.clicked.connect(self._click)

    def beside(self, idea: Idea) -> Beside:
        """What stands beside an idea."""
        raise NotImplementedError

    def lacks(self, idea: Idea) -> bool:
        """Whether an idea still waits for its number."""
        raise NotImplementedError

    def say(self) -> None:
        """Say what Enter will do."""
        raise NotImplementedError

    def record(self, idea: Idea, text: str) -> None:
        """Record what was typed for the idea at the cursor, and go on.

        Raises `UnreadableError` where it cannot be read.
        """
        raise NotImplementedError

    def enter(self, text: str) -> None:
        """Record what was typed, or say why it was not."""
        if self.idea is None:
            self.refuse(self.words("The list has ended: Up goes back to an idea."))
            return
        try:
            self.record(self.idea, text)
        except UnreadableError as error:
            self.refuse(str(error))

    @property
    def idea(self) -> Idea | None:
        """The idea at the cursor; None past the end."""
        return self.listed[self._place] if self._place < len(self.listed) else None

    def step(self, by: int) -> None:
        """Move the cursor by a number of ideas."""
        self.go(self._place + by)

    def go(self, place: int) -> None:
        """Put the cursor on an idea by its place in the round."""
        self._place = max(0, min(place, len(self.listed)))
        idea = self.idea
        row = self.model.row_of(idea.id) if idea is not None else None
        if row is None:
            self.ideas.setCurrentIndex(QModelIndex())
        else:
            if row == 1:
                self.ideas.scrollToTop()
            self.ideas.choose(row)
            self.ideas.show_row(row)
        self.say()

    def go_to_first(self) -> None:
        """Put the cursor on the first idea that still waits."""
        waiting = (n for n, idea in enumerate(self.listed) if self.lacks(idea))
        self.go(next(waiting, len(self.listed)))

    def show_ideas(self, contest: Contest) -> None:
        """Show the ideas of a round; the cursor stays where the round is the same."""
        same = contest.round.id == self.contest.round.id and self.model.rowCount() > 0
        idea = self.idea if same else None
        self.contest = contest
        self.listed = self.to_list(contest)
        self.model.show(self.listed, self.heading)
        if idea is None and not same:
            self.go_to_first()
            return
        places = {own.id: place for place, own in enumerate(self.listed)}
        self.go(places.get(idea.id, 0) if idea is not None else len(self.listed))

    def to_list(self, contest: Contest) -> tuple[Idea, ...]:
        """The ideas through which the cursor goes."""
        return contest.ideas

    def _click(self, index: QModelIndex) -> None:
        idea: Idea | None = index.data(RECORD_ROLE)
        if idea in self.listed:
            self.go(self.listed.index(idea))
        self.entry.setFocus()
