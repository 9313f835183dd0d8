"""The head that every sheet has in common: what it is, its code, its number, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facilitator.language import Language
from facilitator.paper.compose import Draft, Type
from facilitator.paper.geometry import MARKER_SIDE, QUIET, Rect, code_in_corner, corner_markers
from facilitator.paper.ink import ACCENT, INK, MUTED
from facilitator.paper.layout import Count
from facilitator.paper.subject import Subject

TITLE = Type(9.5, 7.0, bold=True, leading=1.25)
OCCASION = Type(9.0, 6.5, colour=MUTED, leading=1.25)
GAP = 4.0
BODY = Type(10.5, 8.0, leading=1.43)
SMALL = Type(9.0, leading=1.35)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a sheet.

    `copies` are the translated texts of the copy's number, where there are many and where there
    is one; `marked` sheets carry corner markers. `title` stands in place of the workshop's.
    """

    name: str
    about: str
    instruction: str
    copies: tuple[str, str]
    marked: bool = False
    title: str = ""


def begin(subject: Subject, head: Head) -> tuple[Draft, Rect]:
    """A first page with its head, and the room that is left for its body."""
    draft = Draft(subject.paper, subject.words)
    top = _corner(draft, head)
    below = _names(draft, subject, head, top)
    inside = subject.paper.inside
    y = max(draft.codes[0].text.bottom, below) + 1.5
    draft.rule(inside.x, y, inside.right, INK, 0.75)
    y += GAP
    if head.instruction:
        room = Rect(inside.x, y, inside.width, 14.0)
        type_ = replace(BODY, size=12.5 if subject.paper.large else BODY.size)
        y = draft.text(head.instruction, room, type_) + GAP
    return draft, Rect(inside.x, y, inside.width, _foot(subject, head) - y)


def go_on(subject: Subject, head: Head) -> tuple[Draft, Rect]:
    """A further page of the sheet, and the room for its body."""
    draft = Draft(subject.paper, subject.words)
    left = _corner(draft, head)
    y = draft.text(head.title or subject.title, Rect(left.x, left.y, left.width, 8.0), TITLE)
    named = Rect(left.x, y + 1.0, left.width, left.bottom - y - 1.0)
    draft.text(head.name, named, Type(13.0, 8.0, bold=True, leading=1.2))
    inside = subject.paper.inside
    y = draft.codes[0].text.bottom + 1.5
    draft.rule(inside.x, y, inside.right, INK, 0.75)
    y += GAP
    return draft, Rect(inside.x, y, inside.width, _foot(subject, head) - y)


def _foot(subject: Subject, head: Head) -> float:
    return subject.paper.inside.bottom - (MARKER_SIDE + GAP if head.marked else 0.0)


def _corner(draft: Draft, head: Head) -> Rect:
    """Put the code (and the markers) where they stand on every sheet; the room beside them."""
    inside = draft.paper.inside
    code = code_in_corner(inside, beside_marker=head.marked)
    draft.codes.append(code)
    if head.marked:
        draft.markers.extend(corner_markers(draft.paper))
    left = inside.x + (MARKER_SIDE + GAP if head.marked else 0.0)
    count = Rect(left, code.text.y, code.text.x - GAP - left, code.text.height)
    draft.counts.append(Count(count, *head.copies, 10.5))
    return Rect(left, inside.y, code.rect.x - QUIET - 1.0 - left, code.rect.height + 2.0)


def _names(draft: Draft, subject: Subject, head: Head, room: Rect) -> float:
    """Set whose sheet it is and what it is for, from the top down; the y under it."""
    large = 1.25 if subject.paper.large else 1.0
    title = replace(TITLE, size=TITLE.size * large)
    y = draft.text(head.title or subject.title, Rect(room.x, room.y, room.width, 8.5), title)
    if subject.occasion:
        occasion = replace(OCCASION, size=OCCASION.size * large)
        y = draft.text(subject.occasion, Rect(room.x, y, room.width, 6.5), occasion)
    left = room.bottom - y
    name = Type(26.0 if head.title else 18.0 * large, 7.0, bold=True, leading=1.15)
    share = 0.62 if head.about else 1.0
    y = draft.text(head.name, Rect(room.x, y + 1.6, room.width, (left - 1.6) * share), name)
    if head.about:
        about = Type(12.0, 6.5, colour=ACCENT, bold=True, leading=1.2)
        y = draft.text(head.about, Rect(room.x, y + 0.3, room.width, room.bottom - y - 0.3), about)
    return y


class Flow:
    """A column that goes on from page to page, never leaving anything out."""

    def __init__(
        self, first: tuple[Draft, Rect], further: Callable[[], tuple[Draft, Rect]]
    ) -> None:
        self.draft, self.room = first
        self.drafts = [self.draft]
        self.y = self.room.y
        self._further = further

    @property
    def left(self) -> float:
        """The height that is left on the page."""
        return self.room.bottom - self.y

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands in the column of this page yet."""
        return self.y <= self.room.y

    def turn(self) -> None:
        """Go on to a further page."""
        self.draft, self.room = self._further()
        self.drafts.append(self.draft)
        self.y = self.room.y

    def need(self, height: float) -> None:
        """Go on to a further page where this one has no such height left."""
        if height > self.left and not self.is_fresh:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave room, but not at the head of a page."""
        if not self.is_fresh:
            self.y += height

    def text(self, text: str, type_: Type, *, indent: float = 0.0, width: float = 0.0) -> None:
        """Set a text at its full size, over as many pages as it takes."""
        rest = type_.lines(text, width or self.room.width - indent)
        while rest:
            count = int(self.left / type_.step + 1e-6)
            if count < min(len(rest), 2) and not self.is_fresh:
                self.turn()
                continue
            part, rest = rest[: max(count, 1)], rest[max(count, 1) :]
            width_here = width or self.room.width - indent
            box = Rect(self.room.x + indent, self.y, width_here, len(part) * type_.step)
            self.y = self.draft.lines(part, box, type_, type_.size * type_.leading)
            if rest:
                self.turn()


def in_full(drafts: Sequence[Draft], subject: Subject, head: Head, words: Language) -> list[Draft]:
    """Further pages with every text that did not fit its box; none where all did."""
    texts = dict.fromkeys(text for draft in drafts for text in draft.beyond)
    if not texts:
        return []
    flow = Flow(go_on(subject, head), lambda: go_on(subject, head))
    flow.text(words("In full"), Type(14.0, bold=True))
    for text in texts:
        flow.skip(GAP)
        flow.text(text, Type(10.5, leading=1.43))
    return flow.drafts
