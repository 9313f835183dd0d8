"""Recording votes: ballots, wall counts and idea rating sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.model.change import Act, Change, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.kinds import Combine, Method
from facilitator.model.limits import clean_text
from facilitator.model.merging import leader_of, leading_ideas
from facilitator.model.records import Ballot, Idea, Mark, RatingSheet, Round, Stage, WallCount
from facilitator.model.removal import remove
from facilitator.model.voting.electorate import ideas_that_stood
from facilitator.model.workshop import Workshop

MOST_DOTS = 100_000
MOST_EACH = 100


def add_round(
    workshop: Workshop,
    stage: str,
    title: str,
    method: Method,
    *,
    ideas: Iterable[str] = (),
) -> Act:
    """Begin a voting round in a stage, on some ideas or on all of them.

    Each person gets dots for a quarter of the ideas, which is a usual rule: 1 to 10.
    """
    chosen = tuple(workshop.get(Idea, id_).id for id_ in ideas)
    number = len(chosen) or len(leading_ideas(workshop))
    round_ = Round(
        new_id(),
        clean_text(title, "The title"),
        method,
        dots=min(max(number // 4, 1), 10),
        stage=workshop.get(Stage, stage).id,
        ideas=chosen,
        position=workshop.next_position(Round),
    )
    return Act("add_round", (added(round_),))


def change_rules(
    workshop: Workshop, round_id: str, *, title: str, dots: int, stacking: int | None
) -> Act:
    """Change the title of an open round, the dots a person has, and how many may go to one idea.

    Ballots that are recorded already are judged by the new rules.
    """
    round_ = _open_round(workshop, round_id)
    for number in (dots, stacking):
        if number is not None and not 1 <= number <= MOST_EACH:
            raise DomainError(
                "There cannot be {n} dots: type a number from 1 to {most}.",
                n=number,
                most=MOST_EACH,
            )
    cleaned = clean_text(title, "The title")
    return Act("change_rules", (edited(round_, title=cleaned, dots=dots, stacking=stacking),))


def choose_combine(workshop: Workshop, round_id: str, combine: Combine) -> Act:
    """Choose how the dots of merged ideas become those of one, while the round is open."""
    round_ = _open_round(workshop, round_id)
    return Act("choose_combine", (edited(round_, combine=combine),))


def _open_round(workshop: Workshop, round_id: str) -> Round:
    round_ = workshop.get(Round, round_id)
    if round_.closed:
        raise DomainError("“{title}” is closed: open it again to record votes.", title=round_.title)
    return round_


def record_ballot(
    workshop: Workshop,
    round_id: str,
    marks: Iterable[Mark],
    *,
    spoiled: str = "",
    sector: str | None = None,
    sheet: str | None = None,
) -> Act:
    """Record a ballot as it was read; one that breaks a rule is kept, and counted as spoiled."""
    round_ = _open_round(workshop, round_id)
    reason = clean_text(spoiled, "The reason") if spoiled else ""
    number = workshop.next_number(Ballot)
    ballot = Ballot(new_id(), number, round_.id, tuple(marks), reason, sector, sheet)
    return Act("record_ballot", (added(ballot),))


def correct_ballot(
    workshop: Workshop,
    ballot_id: str,
    marks: Iterable[Mark],
    *,
    spoiled: str = "",
    sector: str | None = None,
) -> Act:
    """Put right what was read from a ballot; it keeps its number."""
    ballot = workshop.get(Ballot, ballot_id)
    _open_round(workshop, ballot.round)
    reason = clean_text(spoiled, "The reason") if spoiled else ""
    mended = edited(ballot, marks=tuple(marks), spoiled=reason, sector=sector)
    return Act("correct_ballot", (mended,))


def delete_ballot(workshop: Workshop, ballot_id: str) -> Act:
    """Remove a ballot that was recorded by mistake."""
    return remove(workshop, Ballot, [ballot_id], "delete_ballot")


def count_on_wall(
    workshop: Workshop,
    round_id: str,
    idea_id: str,
    dots: int,
    *,
    criterion: str | None = None,
    counter: int = 1,
) -> Act:
    """Write down the dots counted at an idea; a later count of the same pass replaces it."""
    round_ = _open_round(workshop, round_id)
    idea = workshop.get(Idea, idea_id)
    if not 0 <= dots <= MOST_DOTS:
        raise DomainError(
            "There cannot be {n} dots: type a number from 0 to {most}.", n=dots, most=MOST_DOTS
        )
    before = _counted(workshop, round_.id, idea.id, criterion, counter)
    if before is not None:
        return Act("count_on_wall", (edited(before, dots=dots),))
    new = WallCount(new_id(), round_.id, idea.id, dots, criterion, counter)
    return Act("count_on_wall", (added(new),))


def clear_count(
    workshop: Workshop,
    round_id: str,
    idea_id: str,
    *,
    criterion: str | None = None,
    counter: int = 1,
) -> Act:
    """Take back what a pass counted at an idea, as if it had not been counted yet."""
    round_ = _open_round(workshop, round_id)
    before = _counted(workshop, round_.id, idea_id, criterion, counter)
    return remove(workshop, WallCount, [before.id] if before is not None else [], "clear_count")


def _counted(
    workshop: Workshop, round_id: str, idea_id: str, criterion: str | None, counter: int
) -> WallCount | None:
    wanted = (round_id, idea_id, criterion, counter)
    for count in workshop.each(WallCount):
        if (count.round, count.idea, count.criterion, count.counter) == wanted:
            return count
    return None


def record_voters(workshop: Workshop, round_id: str, voters: int | None) -> Act:
    """Write down how many people were given dots; None where nobody counted them."""
    if voters is not None and not 0 <= voters <= MOST_DOTS:
        raise DomainError(
            "There cannot be {n} voters: type a number from 0 to {most}.", n=voters, most=MOST_DOTS
        )
    return Act("record_voters", (edited(workshop.get(Round, round_id), voters=voters),))


def record_leftovers(
    workshop: Workshop, round_id: str, *, unused: int | None, spoiled: int | None
) -> Act:
    """Write down the dots left over and spoiled after a wall count; None where not counted."""
    for dots in (unused, spoiled):
        if dots is not None and not 0 <= dots <= MOST_DOTS:
            raise DomainError(
                "There cannot be {n} dots: type a number from 0 to {most}.", n=dots, most=MOST_DOTS
            )
    round_ = _open_round(workshop, round_id)
    return Act("record_leftovers", (edited(round_, unused=unused, spoiled=spoiled),))


def choose_ideas(workshop: Workshop, round_id: str, idea_ids: Iterable[str]) -> Act:
    """Say which ideas a round is about; none: all of its principle, or of the workshop."""
    chosen = tuple(workshop.get(Idea, id_).id for id_ in idea_ids)
    return Act("choose_ideas", (edited(_open_round(workshop, round_id), ideas=chosen),))


def record_rating(workshop: Workshop, sheet: RatingSheet) -> Act:
    """Record an idea rating sheet, or correct the one of that id; the id may be empty."""
    _open_round(workshop, sheet.round)
    _refuse_merged(workshop, workshop.get(Idea, sheet.idea))
    counts = (
        sheet.strong_agreement,
        sheet.agreement,
        sheet.neutral,
        sheet.disagreement,
        sheet.strong_disagreement,
        sheet.confusion,
        sheet.signatures or 0,
    )
    if min(counts) < 0 or max(counts) > MOST_DOTS:
        raise DomainError("A count on the sheet is not from 0 to {most}.", most=MOST_DOTS)
    comments = tuple(clean_text(comment) for comment in sheet.comments)
    new = replace(sheet, id=sheet.id or new_id(), comments=comments)
    return Act("record_rating", (Change(workshop.find(RatingSheet, new.id), new),))


def _refuse_merged(workshop: Workshop, idea: Idea) -> None:
    leader = leader_of(workshop, idea)
    if leader.id != idea.id:
        raise DomainError(
            "Idea {number} is merged into idea {leader}: record the sheet there, "
            "or take idea {number} out of it first.",
            number=idea.number,
            leader=leader.number,
        )


def delete_rating(workshop: Workshop, sheet_id: str) -> Act:
    """Remove an idea rating sheet that was recorded by mistake."""
    return remove(workshop, RatingSheet, [sheet_id], "delete_rating")


def close_round(workshop: Workshop, round_id: str) -> Act:
    """Close a round: no more votes, its totals may be seen, and later ideas are not part of it.

    The room sees the totals once they are revealed.
    """
    round_ = _open_round(workshop, round_id)
    stood = tuple(idea.id for idea in ideas_that_stood(workshop, round_))
    return Act("close_round", (edited(round_, closed=True, ideas=stood),))


def reopen_round(workshop: Workshop, round_id: str) -> Act:
    """Open a closed round again; its totals are hidden again, from the room, too."""
    round_ = workshop.get(Round, round_id)
    return Act("reopen_round", (edited(round_, closed=False, revealed=False),))


def reveal_totals(workshop: Workshop, round_id: str) -> Act:
    """Let the room see the totals of a closed round."""
    round_ = workshop.get(Round, round_id)
    if not round_.closed:
        raise DomainError(
            "“{title}” is open: close it first, then show its totals to the room.",
            title=round_.title,
        )
    return Act("reveal_totals", (edited(round_, revealed=True),))


def hide_totals(workshop: Workshop, round_id: str) -> Act:
    """Hide the totals of a round from the room again."""
    return Act("hide_totals", (edited(workshop.get(Round, round_id), revealed=False),))
