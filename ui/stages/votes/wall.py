"""Counting dots on the wall: idea after idea, a second count beside the first until both agree."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.model import votes
from facilitator.model.citing import code_of
from facilitator.model.records import Idea
from facilitator.model.voting.dots import settled
from facilitator.model.voting.electorate import Contest
from ui.actions import Handlers, keys_of
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.desk import CursorDesk
from ui.stages.votes.passes import FIRST, SECOND, SETTLING, Counts, Pass, cells, columns, titles
from ui.stages.votes.results import criterion_said
from ui.stages.votes.rows import Beside
from ui.stages.votes.typed import UnreadableError, read_count
from ui.widgets.chooser import Chooser
from ui.widgets.flow import Flow
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column

_COUNTED_IN = "pass/"
"""Before the id of a round: the pass in which it is counted."""


class WallDesk(CursorDesk):
    """One number an idea; the dot colour and the pass are chosen once and always visible."""

    def __init__(self, room: Room, contest: Contest) -> None:
        """A desk for a round on the wall."""
        self._counts = Counts()
        self.criteria = Chooser(room.words("Dot colour"))
        self.passes = Chooser(room.words("Count"))
        super().__init__(room, contest)
        words = self.words
        first, second, _ = titles(words)
        settling = words("Settling")
        self.passes.offer([(str(FIRST), first), (str(SECOND), second), (str(SETTLING), settling)])
        keys = [
            words("Up, Down: idea"),
            words("{key} dot colour", key=keys_of("next_criterion")),
            words("{key} next count", key=keys_of("next_count")),
            words("Del delete"),
        ]
        hints, choosers = KeyHints(keys), QWidget()
        choosers.setLayout(Flow(self.criteria, self.passes, hints, stretch=hints))
        layout = column(choosers, self.ideas, 4, self.entry)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.criteria.chosen.connect(self._switch)
        self.passes.chosen.connect(self._switch)

    @property
    def counter(self) -> int:
        """The pass: 1, 2, or 0 for settling."""
        return int(self.passes.id or FIRST)

    def handlers(self) -> Handlers:
        """Step through dot colours and passes, take back a count."""
        return {
            "next_criterion": lambda: self.criteria.step(1),
            "next_count": lambda: self.passes.step(1),
            "delete": self._delete,
        }

    def show_round(self, contest: Contest) -> None:
        """Show a round as it stands; what is typed stays, and each round keeps its own pass."""
        self._counts.read(self.session.workshop, contest.round.id)
        self.passes.blockSignals(True)  # noqa: FBT003
        self.passes.choose(self.room.memory.get(_COUNTED_IN + contest.round.id) or str(FIRST))
        self.passes.blockSignals(False)  # noqa: FBT003
        self.criteria.offer(
            [(c.id, criterion_said(self.words, c)) for c in contest.criteria]
            or [(None, self.words("One kind of dots"))]
        )
        self.criteria.setVisible(bool(contest.criteria))
        self._show_columns()
        self.show_ideas(contest)

    def to_list(self, contest: Contest) -> tuple[Idea, ...]:
        """The ideas that are offered, and those that were counted before they were merged."""
        counted = self._counts.counted()
        found: list[Idea] = []
        for idea in contest.ideas:
            found.append(idea)
            found += [i for i in contest.merged.get(idea.id, ()) if i.id in counted]
        return tuple(found)

    def follow(self, changes: Changes) -> None:
        """Take in counts of this round."""
        for idea_id in self._counts.follow(changes):
            self.model.renew(idea_id)
        self.say()

    def has_votes(self) -> bool:
        """Whether a dot was counted, in whatever colour."""
        return bool(self._counts.counted())

    def tally(self) -> str:
        """How far this count has come."""
        if self.counter == SETTLING:
            differ = sum(bool(settled(self._own(idea))[1]) for idea in self.listed)
            return self.words.plural("{n} idea to settle", "{n} ideas to settle", differ)
        return self.words.plural(
            "{done} of {n} idea counted",
            "{done} of {n} ideas counted",
            len(self.listed),
            done=self.words.number(sum(not self.lacks(idea) for idea in self.listed)),
        )

    def beside(self, idea: Idea) -> Beside:
        """Both counts, and how they compare."""
        leader = self.contest.leaders.get(idea.id)
        detail, merged = self.merged_said(idea), leader is not None and leader != idea.id
        if merged:
            number = code_of(self.session.workshop.get(Idea, leader or ""))
            detail = self.words("merged into {idea}", idea=number)
        shown = cells(self.words, self._own(idea), self.counter)
        return Beside(cells=shown, detail=detail, indented=merged)

    def lacks(self, idea: Idea) -> bool:
        """Not counted in this pass, or, where one settles, not settled."""
        own = self._own(idea)
        return bool(settled(own)[1]) if self.counter == SETTLING else self.counter not in own

    def say(self) -> None:
        """Say what Enter will do for the idea at the cursor."""
        words, idea = self.words, self.idea
        if idea is None:
            self._say_done()
            return
        number = words.number(idea.number)
        name = next((c.name for c in self.contest.criteria if c.id == self.criteria.id), "")
        asked = (
            words("{name} dots at idea {number}", name=name, number=number)
            if name
            else words("Dots at idea {number}", number=number)
        )
        self.entry.name(asked)
        text = self.entry.text().strip()
        if text:
            try:
                read_count(text, words)
            except UnreadableError as error:
                self.entry.promise(str(error), "warn", enter=False)
                return
        self.entry.promise(self._will_do(idea, number))

    def _will_do(self, idea: Idea, number: str) -> str:
        words, before = self.words, self._own(idea).get(self.counter)
        if before is not None:
            n = words.number(before)
            return words("Enter replaces {n} at idea {number}", n=n, number=number)
        hints = {
            FIRST: words("Enter writes the first count of idea {number}", number=number),
            SECOND: words("Enter writes the second count of idea {number}", number=number),
            SETTLING: words("Enter settles the count of idea {number}", number=number),
        }
        return hints[self.counter]

    def _say_done(self) -> None:
        words, to_come = self.words, self._colour_to_come()
        missing = sum(self.lacks(idea) for idea in self.listed)
        if not self.listed:
            said = words("No ideas to count yet")
        elif missing:
            said = words.plural(
                "The end of the list; {n} idea is not counted",
                "The end of the list; {n} ideas are not counted",
                missing,
            )
        elif self.counter == SETTLING:
            said = words("Every count is settled")
        elif to_come:
            said = words("Every idea is counted; {name} is still to count", name=to_come)
        else:
            said = words("Every idea is counted")
        self.entry.name(said)
        close = keys_of("close_round")
        if to_come and not missing:
            colour = keys_of("next_criterion")
            keys = words(
                "Up goes back · {colour} next dot colour · {close} closes the round",
                colour=colour,
                close=close,
            )
        else:
            count = keys_of("next_count")
            keys = words(
                "Up goes back · {count} next count · {close} closes the round",
                count=count,
                close=close,
            )
        self.entry.promise(keys, enter=False)

    def _colour_to_come(self) -> str:
        """The name of a dot colour that this pass has not counted at every idea; else nothing."""
        if self.counter == SETTLING:
            return ""
        for criterion in self.contest.criteria:
            counts = (self._counts.at(criterion.id, i.id) for i in self.listed)
            if criterion.id != self.criteria.id and any(self.counter not in c for c in counts):
                return criterion.name
        return ""

    def record(self, idea: Idea, text: str) -> None:
        """Write the number down and go on to the next idea."""
        dots = read_count(text, self.words)
        same = self._own(idea).get(self.counter) == dots
        if same or self.session.do(
            votes.count_on_wall,
            self.contest.round.id,
            idea.id,
            dots,
            criterion=self.criteria.id,
            counter=self.counter,
        ):
            self.entry.clear()
            if self.counter == SETTLING:
                self.go_to_first()
            else:
                self.step(1)

    def _delete(self) -> None:
        idea = self.idea
        if idea is not None and self.counter in self._own(idea):
            self.session.do(
                votes.clear_count,
                self.contest.round.id,
                idea.id,
                criterion=self.criteria.id,
                counter=self.counter,
            )

    def _own(self, idea: Idea) -> Pass:
        return self._counts.at(self.criteria.id, idea.id)

    def _show_columns(self) -> None:
        current = {FIRST: 0, SECOND: 1, SETTLING: 2}[self.counter]
        self.ideas.show_columns(columns(self.words), current)

    def _switch(self, _id: object) -> None:
        self.room.memory.put(_COUNTED_IN + self.contest.round.id, str(self.counter))
        self._show_columns()
        self.model.renew_all()
        self.go_to_first()
        self.told.emit()
