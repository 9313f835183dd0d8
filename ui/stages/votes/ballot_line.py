"""What the line of a ballot means: marks, a reason, or the number of a ballot to correct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.language import Language
from facilitator.model.records import Ballot, Mark
from facilitator.model.voting.dots import judge
from facilitator.model.voting.electorate import Contest
from ui.actions import keys_of
from ui.stages.votes.said import NumberOf, reason_said
from ui.stages.votes.typed import UnreadableError, part_reason, read_ballot, read_number_sign


@dataclass(frozen=True, slots=True)
class Meant:
    """A line as it is understood.

    `wrong` says why Enter cannot record it, or will record it as spoiled (`readable`); `reason`
    are the words after the marks; `sought` is the number of a ballot that is looked for.
    """

    marks: tuple[Mark, ...] = ()
    reason: str = ""
    wrong: str = ""
    readable: bool = True
    sought: int | None = None

    @property
    def blank(self) -> bool:
        """A ballot without a dot."""
        return not self.marks


def understand(
    words: Language, contest: Contest, text: str, ideas: Mapping[int, str], number: NumberOf
) -> Meant:
    """What a line means in a round; `ideas` are ids by number, `number` the reverse."""
    sought = read_number_sign(text)
    if sought is not None:
        return Meant(sought=sought)
    try:
        marks = read_ballot(text, contest, ideas, words)
    except UnreadableError as error:
        return _of_words(words, contest, text, ideas, str(error))
    draft = Ballot("", 0, contest.round.id, marks)
    spoiled = judge(contest, draft)
    if spoiled is None:
        return Meant(marks)
    why = reason_said(words, contest, draft, spoiled, number)
    return Meant(marks, wrong=f"{why[:1].upper()}{why[1:]}")


def _of_words(
    words: Language, contest: Contest, text: str, ideas: Mapping[int, str], wrong: str
) -> Meant:
    """Marks with a reason after them; all of it is the reason where no mark can be read."""
    numbers, reason = part_reason(text)
    try:
        marks = read_ballot(numbers, contest, ideas, words)
    except UnreadableError:
        marks, reason = (), text.strip()
    key = keys_of("spoil")
    spoils = words("{key} records it as spoiled: {reason}", key=key, reason=reason)
    return Meant(marks, reason, f"{wrong} {spoils}", readable=False)
