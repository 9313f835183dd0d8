"""Recording ballots: idea numbers typed one for each dot, judged while they are typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model import votes
from facilitator.model.change import Act
from facilitator.model.records import Ballot, Idea, Mark, Record, Sector
from facilitator.model.voting.electorate import Contest
from ui.actions import Handlers, keys_of
from ui.session import Changes
from ui.stages.page import Room, sector_chooser
from ui.stages.votes.ballot_draft import BallotDraft
from ui.stages.votes.ballot_line import Meant, understand
from ui.stages.votes.ballot_rows import BallotModel
from ui.stages.votes.desk import Desk
from ui.stages.votes.rows import Beside, IdeaModel, RowList
from ui.stages.votes.said import ballot_typed, ballots_said, left_said, number_of, used_on
from ui.widgets.dress import set_property
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row


class BallotDesk(Desk):
    """Ideas at the left, ballots at the right, the line below.

    While a ballot is corrected it stands in the line, and Enter puts it back.
    """

    def __init__(self, room: Room, contest: Contest) -> None:
        """A desk for a round by ballot."""
        super().__init__(room, contest, room.words("Type a ballot"))
        self._numbers: dict[int, str] = {}
        self._draft = BallotDraft(contest)
        self._correcting: Ballot | None = None
        self.idea_model = IdeaModel(self._beside)
        self.ideas = RowList(room.theme, self.idea_model, self.words("Ideas"))
        self.ballot_model = BallotModel(room, contest)
        self.ballots = RowList(room.theme, self.ballot_model, self.words("Ballots"), flat=True)
        self.ideas.say_empty(self.no_ideas)
        self.ballots.say_empty(
            self.words("The ballots will stand here. Type the numbers on the first below.")
        )
        self.left = label("", "dotsLeft", wrap=True)
        self.sectors = sector_chooser(room)
        self._sector_before: str | None = None
        self._lay_out()
        self.entry.entered.connect(self._enter)
        self.entry.typed.connect(self._judge)
        self.entry.moved.connect(self._move)
        self.ballots.leave.connect(self.entry.setFocus)
        self.ballots.doubleClicked.connect(self._edit)
        self.ideas.leave.connect(self.entry.setFocus)

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("Up: to the ballots"),
            words("{key} correct", key=keys_of("edit")),
            words("Del delete"),
            words("{key} spoiled", key=keys_of("spoil")),
            words("{key} sector", key=keys_of("next_table")),
        ]
        above = row(label(words("Ideas"), "caption"), KeyHints(keys))
        above.setStretch(1, 1)
        left = column(above, self.ideas, gap=4)
        right = column(row(label(words("Ballots"), "caption"), self.sectors), self.ballots, gap=4)
        for side in (left, right):
            side.setStretch(1, 1)
        lists = row(left, right, gap=12)
        lists.setStretch(0, 5)
        lists.setStretch(1, 3)
        layout = column(lists, self.left, self.entry)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """Spoil what is typed; correct or delete what is chosen; go through the sectors."""
        own: dict[str, Callable[[], object]] = {
            "spoil": self._spoil,
            "delete": self._delete,
            "next_table": partial(self.sectors.step, 1),
            "previous_table": partial(self.sectors.step, -1),
        }
        return own | ({"edit": self._edit} if self.ballots.hasFocus() else {})

    def show_round(self, contest: Contest) -> None:
        """Show a round as it stands; what is typed stays."""
        if contest.round.id != self.contest.round.id:
            self._leave_correction()
        self.contest = contest
        self._numbers = {idea.number: idea.id for idea in self.session.workshop.each(Idea)}
        self._draft.contest = contest
        self.idea_model.reserve = self._draft.widest()
        self.idea_model.show(contest.ideas, self.heading)
        self.ballot_model.show_round(contest)
        self.ballots.scrollToBottom()
        self.sectors.setVisible(self.session.workshop.count(Sector) > 0)
        self._judge()

    def follow(self, changes: Changes) -> None:
        """Count ballots as they come and go."""
        self.ballot_model.follow(changes)
        correcting = self._correcting
        if correcting and self.session.workshop.find(Ballot, correcting.id) is None:
            self._leave_correction()
        self._judge()

    def tally(self) -> str:
        """How many ballots are recorded, and how many of them are spoiled."""
        return ballots_said(self.words, self.ballot_model.recorded, self.ballot_model.spoiled)

    def has_votes(self) -> bool:
        """Whether a ballot is recorded."""
        return self.ballot_model.recorded > 0

    def reveal(self, record: Record) -> None:
        """Choose a ballot in the list."""
        at = self.ballot_model.row_of(record.id)
        if at is not None:
            self.ballots.choose(at)
            self.ballots.setFocus()

    def _move(self, by: int) -> None:
        if by == -1:
            self.ballots.enter_from_below()
        else:
            bar = self.ideas.verticalScrollBar()
            bar.setValue(bar.value() + by)

    # What the line says

    def _meant(self) -> Meant:
        find = partial(number_of, self.session.workshop)
        return understand(self.words, self.contest, self.entry.text(), self._numbers, find)

    def _judge(self) -> None:
        """Say, at each key, what Enter will make of the line."""
        words, meant = self.words, self._meant()
        self._mark(meant.marks)
        if meant.sought is not None:
            self.entry.promise(words("Enter takes this ballot into the line to correct it"))
        elif meant.wrong and meant.readable:
            spoils = words("Enter records it as spoiled")
            self.entry.promise(f"⚠ {meant.wrong} · {spoils}", "warn")
        elif meant.wrong:
            self.entry.promise(meant.wrong, "warn", enter=False)
        elif not self.entry.text().strip():
            blank = words("a lone 0 or – records it blank")
            self.entry.name(self._example())
            self.entry.promise(f"{self._will_do()} · {blank}")
        else:
            blank = words("Blank") + " · " if meant.blank else ""
            self.entry.promise(blank + self._will_do())

    def _will_do(self) -> str:
        words = self.words
        if self._correcting is not None:
            n = words.number(self._correcting.number)
            return words("Enter corrects ballot {n}, Esc leaves it", n=n)
        n = words.number(self.session.workshop.next_number(Ballot))
        return words("Enter records ballot {n}", n=n)

    def _example(self) -> str:
        if self._correcting is not None:
            return self.words("Ballot {n}", n=self.words.number(self._correcting.number))
        if self.contest.criteria:
            names = " / ".join(criterion.name for criterion in self.contest.criteria)
            return self.words("Numbers of the ideas: {names}", names=names)
        return self.words("Numbers of the ideas, one for each dot: 3 3 7")

    def _mark(self, marks: tuple[Mark, ...]) -> None:
        """Show the dots of the line beside their ideas, and those that are left."""
        changed = self._draft.take(marks)
        for idea in changed:
            self.idea_model.renew(idea)
        last = self.contest.leaders.get(marks[-1].idea) if marks and changed else None
        place = self.idea_model.row_of(last or "")
        if place is not None:
            self.ideas.show_row(place)
        used = used_on(Ballot("", 0, "", marks))
        over = any(used[key] > self.contest.dots_for(key) for key in self.contest.keys)
        self.left.setText(left_said(self.words, self.contest, used))
        set_property(self.left, "wrong", "true" if over else "false")

    def _beside(self, idea: Idea) -> Beside:
        return Beside(self._draft.beside(idea), "accent", detail=self.merged_said(idea))

    # What keys do

    def _enter(self, _text: str) -> None:
        meant = self._meant()
        if meant.sought is not None:
            self._find(meant.sought)
        elif meant.readable:
            self._record(meant.marks, "")
        else:
            self.refuse(meant.wrong)

    def _spoil(self) -> None:
        """Record what is typed as spoiled: its marks as they were read, its words as the reason."""
        meant = self._meant()
        if meant.sought is None and (meant.reason or meant.wrong):
            self._record(meant.marks, meant.reason)
            return
        self.refuse(
            self.words(
                "Type why the ballot is spoiled after its numbers, for example "
                "“3 7 torn”; then {key}.",
                key=keys_of("spoil"),
            )
        )

    def _record(self, marks: tuple[Mark, ...], spoiled: str) -> None:
        mended, sector = self._correcting, self.sectors.id
        act: Callable[..., Act] = votes.correct_ballot if mended else votes.record_ballot
        of = mended.id if mended else self.contest.round.id
        if self.session.do(act, of, marks, spoiled=spoiled, sector=sector) is not None:
            self.ballots.setCurrentIndex(QModelIndex())
            self._leave_correction()
            self.entry.clear()

    def _find(self, number: int) -> None:
        ballot = self.ballot_model.numbered(number)
        if ballot is None:
            n = self.words.number(number)
            self.refuse(self.words("There is no ballot {n} in this round.", n=n))
            return
        self._correct(ballot)

    def _edit(self) -> None:
        chosen = self.ballots.chosen()
        if chosen:
            self._correct(self.session.workshop.get(Ballot, chosen[0]))

    def _correct(self, ballot: Ballot) -> None:
        """Take a ballot into the line."""
        if self._correcting is None:
            self._sector_before = self.sectors.id
        self._correcting = ballot
        self.sectors.choose(ballot.sector)
        find = partial(number_of, self.session.workshop)
        self.entry.line.setText(ballot_typed(self.contest, ballot, find))
        self.entry.name(self._example())
        self.entry.setFocus()
        self._judge()

    def _leave_correction(self) -> None:
        if self._correcting is not None:
            self._correcting = None
            self.sectors.choose(self._sector_before)
            self.entry.clear()

    def _delete(self) -> None:
        if self.ballots.hasFocus():
            for id_ in self.ballots.chosen():
                self.session.do(votes.delete_ballot, id_)
            if not self.ballot_model.rowCount():
                self.entry.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a correction."""
        if event.key() == Qt.Key.Key_Escape and self._correcting is not None:
            self._leave_correction()
            return
        super().keyPressEvent(event)
