"""Recording idea rating sheets: six numbers, the signatures, and what people wrote."""

from __future__ import annotations

from collections import defaultdict

from facilitator.model import votes
from facilitator.model.records import Idea, RatingSheet
from facilitator.model.voting.electorate import Contest
from facilitator.model.voting.outcome import people_of
from facilitator.model.voting.rating import minimum_dots
from ui.actions import Handlers, keys_of
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.desk import CursorDesk
from ui.stages.votes.rows import Beside
from ui.stages.votes.sheets import added_up, cells, columns, typed_so_far, warnings
from ui.stages.votes.typed import ANSWERS, Answers, UnreadableError, read_answers
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row


def typed_again(sheet: RatingSheet) -> str:
    """A sheet as one types it."""
    numbers = [str(getattr(sheet, field)) for _, field in ANSWERS]
    if sheet.signatures is not None:
        numbers.append(str(sheet.signatures))
    return "; ".join([" ".join(numbers), *sheet.comments])


class RatingDesk(CursorDesk):
    """A sheet an idea; F2 takes one back into the line to correct it."""

    def __init__(self, room: Room, contest: Contest) -> None:
        """A desk for a round of idea rating sheets."""
        self._sheets: defaultdict[str, dict[str, RatingSheet]] = defaultdict(dict)
        self._editing: RatingSheet | None = None
        self._minimum = 0
        self._typed_at = ""
        super().__init__(room, contest)
        words = self.words
        order = words(
            "SA strong agreement · A agreement · N neutral · D disagreement · "
            "SD strong disagreement · C confusion"
        )
        keys = [
            words("Up, Down: idea"),
            words("{key} correct", key=keys_of("edit")),
            words("{key} delete the sheet", key=keys_of("delete")),
        ]
        head = row(label(order, "small", wrap=True), KeyHints(keys))
        for side, share in enumerate((2, 1)):
            head.setStretch(side, share)
        layout = column(head, self.ideas, 4, self.entry)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """Correct a sheet, or delete it."""
        return {"edit": self._edit, "delete": self._delete}

    def show_round(self, contest: Contest) -> None:
        """Show a round as it stands; what is typed stays."""
        self._sheets.clear()
        for sheet in self.session.workshop.each(RatingSheet):
            if sheet.round == contest.round.id:
                self._sheets[sheet.idea][sheet.id] = sheet
        self._minimum = self._dots_for_a_score(contest)
        self.ideas.show_columns(columns(self.words))
        self.show_ideas(contest)

    def follow(self, changes: Changes) -> None:
        """Take in sheets of this round."""
        for change in changes:
            sheet = change.record
            if isinstance(sheet, RatingSheet) and sheet.round == self.contest.round.id:
                if change.after is None:
                    self._sheets[sheet.idea].pop(sheet.id, None)
                else:
                    self._sheets[sheet.idea][sheet.id] = sheet
                self.model.renew(sheet.idea)
        self.say()

    def tally(self) -> str:
        """How many ideas have a sheet."""
        ideas = self.contest.ideas
        return self.words.plural(
            "{done} of {n} idea has a sheet",
            "{done} of {n} ideas have a sheet",
            len(ideas),
            done=self.words.number(sum(not self.lacks(idea) for idea in ideas)),
        )

    def has_votes(self) -> bool:
        """Whether a sheet is recorded."""
        return any(self._sheets.values())

    def beside(self, idea: Idea) -> Beside:
        """The sheets added up; at the cursor what is typed, while it is."""
        sheets, typed = self._of(idea), self._typed(idea)
        odd = warnings(self.words, added_up(sheets), self._minimum) if sheets else []
        parts = [f"⚠ {' · '.join(odd)}"] if odd else []
        parts += [*self._more_said(sheets), self.merged_said(idea)]
        shown = cells(self.words, added_up(sheets)) if sheets else ()
        if typed is not None:
            shown = cells(self.words, typed_so_far(typed), "accent")
        return Beside(
            cells=shown,
            detail=" · ".join(part for part in parts if part),
            detail_tone="warn" if odd else "muted",
        )

    def _more_said(self, sheets: list[RatingSheet]) -> list[str]:
        words, comments = self.words, sum(len(sheet.comments) for sheet in sheets)
        said = [words.plural("{n} sheet", "{n} sheets", len(sheets))] if len(sheets) > 1 else []
        if comments:
            said.append(words.plural("{n} comment", "{n} comments", comments))
        return said

    def _typed(self, idea: Idea) -> Answers | None:
        """What is typed for an idea, as far as it can be read."""
        if self.idea is not idea or not self.entry.text().strip():
            return None
        try:
            return read_answers(self.entry.text(), self.words)
        except UnreadableError:
            return None

    def _dots_for_a_score(self, contest: Contest) -> int:
        return minimum_dots(people_of(self.session.workshop, contest.round))

    def lacks(self, idea: Idea) -> bool:
        """No sheet of it is recorded."""
        return not self._sheets.get(idea.id)

    def say(self) -> None:
        """Say what Enter will do, and which answer comes next."""
        words, idea = self.words, self.idea
        self._renew_typed(idea)
        if idea is None:
            self.entry.name(words("The end of the list"))
            close = keys_of("close_round")
            hint = words("Up goes back · {close} closes the round", close=close)
            self.entry.promise(hint, enter=False)
            return
        number = words.number(idea.number)
        self.entry.name(words("Idea {number}: SA A N D SD C, signatures", number=number))
        if not self.entry.text().strip():
            self.entry.promise(self._will_do(idea, number))
            return
        try:
            typed = read_answers(self.entry.text(), words)
        except UnreadableError as error:
            self.entry.promise(str(error), "warn", enter=False)
            return
        self._say_typed(idea, typed, self._will_do(idea, number))

    def _say_typed(self, idea: Idea, typed: Answers, will_do: str) -> None:
        words = self.words
        if not typed.complete:
            rest = " ".join(words(short) for short, _ in ANSWERS[len(typed.numbers) :])
            self.entry.promise(words("Still to type: {answers}", answers=rest), enter=False)
            return
        counted = typed_so_far(typed)
        people = words.plural("{n} person", "{n} people", counted.people)
        others = added_up([sheet for sheet in self._of(idea) if sheet != self._editing])
        odd = warnings(words, counted, self._minimum - others.people)
        told = " · ".join((people, *odd, will_do))
        self.entry.promise(f"⚠ {told}" if odd else told, "warn" if odd else "muted")

    def _renew_typed(self, idea: Idea | None) -> None:
        """Show what is typed where it will stand, and no longer where it did before."""
        before, self._typed_at = self._typed_at, idea.id if idea is not None else ""
        for id_ in dict.fromkeys((before, self._typed_at)):
            self.model.renew(id_)

    def _will_do(self, idea: Idea, number: str) -> str:
        words, sheets = self.words, len(self._of(idea))
        if self._editing is not None and self._editing.idea == idea.id:
            return words("Enter corrects the sheet of idea {number}", number=number)
        if sheets:
            n = words.number(sheets + 1)
            return words("Enter adds sheet {n} of idea {number}", n=n, number=number)
        return words("Enter records the sheet of idea {number}", number=number)

    def record(self, idea: Idea, text: str) -> None:
        """Record the sheet and go on to the next idea."""
        typed = read_answers(text, self.words)
        if not typed.complete:
            raise UnreadableError(
                self.words(
                    "A sheet has six numbers, SA A N D SD C, and one more for the signatures: "
                    "{n} are typed.",
                    n=self.words.number(len(typed.numbers)),
                )
            )
        editing = self._editing if self._editing and self._editing.idea == idea.id else None
        sheet = typed.fill(editing or RatingSheet("", self.contest.round.id, idea.id))
        if sheet == editing or self.session.do(votes.record_rating, sheet):
            self._editing = None
            self.entry.clear()
            self.step(1)

    def go(self, place: int) -> None:
        """Moving on leaves a correction."""
        if self._editing is not None and place != self._place:
            self._editing = None
            self.entry.clear()
        super().go(place)

    def _edit(self) -> None:
        sheets = self._of(self.idea) if self.idea is not None else []
        if sheets:
            self._editing = sheets[-1]
            self.entry.line.setText(typed_again(sheets[-1]))
            self.say()

    def _delete(self) -> None:
        sheets = self._of(self.idea) if self.idea is not None else []
        if sheets:
            self.session.do(votes.delete_rating, sheets[-1].id)

    def _of(self, idea: Idea) -> list[RatingSheet]:
        own = self._sheets.get(idea.id, {})
        return sorted(own.values(), key=lambda sheet: sheet.id)
