"""Which sheets a workshop needs: what to print for whom, with codes and copy numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from facilitator.language import Language
from facilitator.model.agenda import stamp
from facilitator.model.errors import DomainError, Words
from facilitator.model.ids import new_id
from facilitator.model.kinds import Method, SheetKind, StageKind
from facilitator.model.records import Participant, Principle, Resource, Round, Sheet, Stage, Table
from facilitator.model.voting.electorate import contest
from facilitator.model.workshop import Workshop
from facilitator.paper.codes import new_code, payload
from facilitator.paper.geometry import paper_named
from facilitator.paper.grid import MOST_BUBBLES, bubble_count
from facilitator.paper.subject import Purpose, purpose

CARDS_EACH = 4
MOST_SHEETS = 2_000
"""Printed at one go: more is a slip."""


@dataclass(frozen=True, slots=True)
class Note:
    """Why something is not printed. `values` fill the text's `{names}`."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, words: Words) -> str:
        """The note in a language."""
        return words(self.text, **dict(self.values))


class NothingToPrintError(DomainError):
    """Nothing can be printed; each note says why, and what to do about it."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._notes = tuple(notes)
        super().__init__(self.said(Language("en")))

    def said(self, words: Words) -> str:
        """Every note in a language."""
        return " ".join(note.said(words) for note in self._notes)


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheets to print, in their order, and what is left out and why."""

    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Alike sheets to print, `count` of them."""

    kind: SheetKind
    count: int = 1
    principle: str | None = None
    table: str | None = None
    round: str | None = None

    @property
    def purpose(self) -> Purpose:
        """What the sheets are for."""
        return self.kind, self.principle, self.table, self.round


NO_STAGE = "There is nothing on the agenda yet: add stages, then print the handout."
NO_PRINCIPLE = "There are no principles yet: add some, then print their posters."
NO_ROUND = "There is no voting round yet: add one, then print its ballots."
NO_IDEAS = "“{round}” has no ideas yet: add ideas, then print its ballots."
NO_BALLOTS = "“{round}” is counted on the wall: it needs sticker dots, no ballots."
RATED = "“{round}” uses idea rating sheets: it needs no ballots."
CLOSED = "“{round}” is closed: open it again to print ballots."
NO_VOTERS = "Nobody is listed as a participant: say how many ballots “{round}” needs."
NO_DOTS = "“{round}” gives nobody a dot: set its dots, then print its ballots."
MANY_DOTS = (
    "“{round}” gives more dots for an idea than fit on a ballot: give fewer, "
    "or let fewer be put on one idea."
)
NO_SWOT = "The agenda has no SWOT analysis: its sheets are left out."
NO_IDEATION = "The agenda has no stage for ideas: idea cards are left out."


def plan_sheets(
    workshop: Workshop,
    kinds: Collection[SheetKind],
    paper: str,
    language: str,
    now: datetime,
    participants: int | None = None,
) -> Plan:
    """Plan the sheets of some kinds, or of every kind that can be made now where none is named.

    `participants` is how many ballots a round gets; where it is None, as many as participants
    are listed, or as the round says. Copies are numbered on from those registered. Raises
    `DomainError` where nothing can be printed, with what to do about it.
    """
    paper_named(paper)
    _check_count(participants)
    found = [
        item
        for kind in SheetKind
        if kind in kinds or not kinds
        for item in _found(workshop, kind, participants, named=bool(kinds))
    ]
    wanted = [item for item in found if isinstance(item, _Wanted)]
    notes = [item for item in found if isinstance(item, Note)]
    if not wanted:
        raise NothingToPrintError(notes)
    total = sum(item.count for item in wanted)
    if total > MOST_SHEETS:
        raise DomainError(
            "That would be {n} sheets: print at most {most} at one go.", n=total, most=MOST_SHEETS
        )
    return Plan(_sheets(workshop, wanted, (paper, Language(language).code), now), tuple(notes))


def _check_count(participants: int | None) -> None:
    if participants is not None and not 1 <= participants <= MOST_SHEETS:
        raise DomainError(f"Print ballots for 1 to {MOST_SHEETS:,} people, not {participants:,}.")


def _sheets(
    workshop: Workshop, wanted: list[_Wanted], how: tuple[str, str], now: datetime
) -> tuple[Sheet, ...]:
    paper, language = how
    facts, printed_at = workshop.facts, stamp(now)
    taken = {sheet.code for sheet in workshop.each(Sheet)}
    copies: dict[Purpose, int] = {}
    for sheet in workshop.each(Sheet):
        alike = purpose(sheet)
        copies[alike] = max(copies.get(alike, 0), sheet.copy)
    sheets = []
    for item in wanted:
        for _ in range(item.count):
            code = new_code(facts.id, taken)
            taken.add(code)
            alike = item.purpose
            copies[alike] = copies.get(alike, 0) + 1
            sheets.append(
                Sheet(
                    new_id(),
                    code,
                    item.kind,
                    copies[alike],
                    paper,
                    language,
                    printed_at,
                    principle=item.principle,
                    table=item.table,
                    round=item.round,
                )
            )
    payload(sheets[0].code, facts.public_address)
    return tuple(sheets)


def _found(
    workshop: Workshop, kind: SheetKind, participants: int | None, *, named: bool
) -> Iterator[_Wanted | Note]:
    """What to print of a kind, and why not; a kind that is named is printed where it can be."""
    match kind:
        case SheetKind.AGENDA:
            return _agenda(workshop, named=named)
        case SheetKind.SWOT:
            return _swot(workshop, named=named)
        case SheetKind.IDEA:
            return _ideas(workshop, named=named)
        case SheetKind.BALLOT:
            return _ballots(workshop, participants)
        case SheetKind.POSTER:
            return _posters(workshop)


def _has_stage(workshop: Workshop, *kinds: StageKind) -> bool:
    """Whether the agenda has a stage of a kind; an empty agenda may still get one."""
    stages = workshop.all(Stage)
    return not stages or any(stage.kind in kinds for stage in stages)


def _agenda(workshop: Workshop, *, named: bool) -> Iterator[_Wanted | Note]:
    if named or workshop.count(Stage) or workshop.count(Resource):
        yield _Wanted(SheetKind.AGENDA)
    else:
        yield Note(NO_STAGE)


def _ids(workshop: Workshop, type_: type[Principle | Table]) -> list[str | None]:
    return [record.id for record in workshop.all(type_)] or [None]


def _swot(workshop: Workshop, *, named: bool) -> Iterator[_Wanted | Note]:
    if not named and not _has_stage(workshop, StageKind.SWOT):
        yield Note(NO_SWOT)
        return
    for principle, table in product(_ids(workshop, Principle), _ids(workshop, Table)):
        yield _Wanted(SheetKind.SWOT, 1, principle, table)


def _ideas(workshop: Workshop, *, named: bool) -> Iterator[_Wanted | Note]:
    if not named and not _has_stage(workshop, StageKind.IDEATION, StageKind.GALLERY_WALK):
        yield Note(NO_IDEATION)
        return
    for principle in _ids(workshop, Principle):
        yield _Wanted(SheetKind.IDEA, CARDS_EACH, principle)


def _posters(workshop: Workshop) -> Iterator[_Wanted | Note]:
    if not workshop.count(Principle):
        yield Note(NO_PRINCIPLE)
    for principle in workshop.all(Principle):
        yield _Wanted(SheetKind.POSTER, 1, principle.id)


def _ballots(workshop: Workshop, participants: int | None) -> Iterator[_Wanted | Note]:
    if not workshop.count(Round):
        yield Note(NO_ROUND)
    for round_ in workshop.all(Round):
        voters = participants or workshop.count(Participant) or round_.voters or 0
        reason = _why_no_ballot(workshop, round_, voters)
        if reason:
            yield Note(reason, (("round", round_.title),))
        else:
            yield _Wanted(SheetKind.BALLOT, voters, round=round_.id)


def _why_no_ballot(workshop: Workshop, round_: Round, voters: int) -> str:
    if round_.method is Method.WALL:
        return NO_BALLOTS
    if round_.method is Method.RATING:
        return RATED
    if round_.closed:
        return CLOSED
    held = contest(workshop, round_)
    if not held.ideas:
        return NO_IDEAS
    bubbles = sum(bubble_count(held, key) for key in held.keys)
    if not 0 < bubbles <= MOST_BUBBLES:
        return MANY_DOTS if bubbles else NO_DOTS
    return "" if voters else NO_VOTERS
