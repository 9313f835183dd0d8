"""Recording idea rating sheets: six numbers, the signatures, and what people wrote."""

from __future__ import annotations

from collections import defaultdict

from facilitator.model import votes
from facilitator.model.records import Idea, RatingSheet
from facilitator.model.voting.electorate import Contest
from ui.actions import Handlers, keys_of
from ui.session import Changes
from ui.stages.page import Room
from ui.stages.votes.desk import CursorDesk
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

    def value(self, idea: Idea) -> tuple[str, str]:
        """The sheets as they were recorded."""
        said = [self._said(sheet) for sheet in self._of(idea)]
        differ = any(_differs(sheet) for sheet in self._of(idea))
        return "  |  ".join(said), "warn" if differ else "text"

    def lacks(self, idea: Idea) -> bool:
        """No sheet of it is recorded."""
        return not self._sheets.get(idea.id)

    def say(self) -> None:
        """Say what Enter will do, and which answer comes next."""
        words, idea = self.words, self.idea
        if idea is None:
            self.entry.name(words("The end of the list"))
            close = keys_of("close_round")
            hint = words("Up goes back · {close} closes the round", close=close)
            self.entry.tell(hint, enter=False)
            return
        number = words.number(idea.number)
        self.entry.name(words("Idea {number}: SA A N D SD C, signatures", number=number))
        if not self.entry.text().strip():
            self.entry.tell(self._will_do(idea, number))
            return
        try:
            typed = read_answers(self.entry.text(), words)
        except UnreadableError as error:
            self.entry.tell(str(error), "warn", enter=False)
            return
        self._say_typed(typed, self._will_do(idea, number))

    def _say_typed(self, typed: Answers, will_do: str) -> None:
        words = self.words
        if not typed.complete:
            rest = " ".join(words(short) for short, _ in ANSWERS[len(typed.numbers) :])
            self.entry.tell(words("Still to type: {answers}", answers=rest), enter=False)
        elif typed.signatures is not None and typed.signatures != typed.people:
            differ = words(
                "{dots} dots, but {signatures} signatures",
                dots=words.number(typed.people),
                signatures=words.number(typed.signatures),
            )
            self.entry.tell(f"{differ} · {will_do}", "warn")
        else:
            people = words.plural("{n} person", "{n} people", typed.people)
            self.entry.tell(f"{people} · {will_do}")

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

    def _said(self, sheet: RatingSheet) -> str:
        words = self.words
        said = "  ".join(f"{words(short)} {getattr(sheet, field)}" for short, field in ANSWERS)
        if sheet.signatures is not None:
            signed = words.number(sheet.signatures)
            said += "  · " + words("{n} signed", n=signed)
        if sheet.comments:
            n = len(sheet.comments)
            said += "  · " + words.plural("{n} comment", "{n} comments", n)
        return said


def _differs(sheet: RatingSheet) -> bool:
    people = sum(getattr(sheet, field) for _, field in ANSWERS)
    return sheet.signatures is not None and sheet.signatures != people
