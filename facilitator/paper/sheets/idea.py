"""Idea cards: four to a page, to be cut apart; each can come back alone, so each has a code."""

from __future__ import annotations

from facilitator.model.kinds import StageKind
from facilitator.paper.compose import Draft, Type, finished
from facilitator.paper.geometry import MARGIN, QUIET, Rect, code_in_corner
from facilitator.paper.heads import OCCASION, SMALL, Head, in_full
from facilitator.paper.ink import ACCENT, HAIRLINE, INK, MUTED
from facilitator.paper.layout import Count, Layout
from facilitator.paper.subject import Subject

CARDS = 4
LABEL = Type(9.0, 5.5, leading=1.15)
CLEAR = 9.0
"""Between what stands on a card and the line along which it is cut."""


def lay_out(subject: Subject) -> Layout:
    """Lay out a page of four cards."""
    words, paper = subject.words, subject.paper
    draft = Draft(paper, words)
    middle_x, middle_y = paper.width / 2, paper.height / 2
    width, height = middle_x - MARGIN - CLEAR, middle_y - MARGIN - CLEAR
    for n in range(CARDS):
        x = MARGIN if n % 2 == 0 else middle_x + CLEAR
        y = MARGIN if n < 2 else middle_y + CLEAR
        _card(draft, subject, Rect(x, y, width, height), n)
    inside = paper.inside
    draft.upright(middle_x, inside.y, inside.bottom, HAIRLINE, (3, 3))
    draft.rule(inside.x, middle_y, inside.right, HAIRLINE, 0.5, (3, 3))
    head = Head(words("Idea cards"), "", "", _copies(subject))
    return finished([draft, *in_full([draft], subject, head, words)])


def _copies(subject: Subject) -> tuple[str, str]:
    words = subject.words
    return words("Card {number} of {total}"), words("Card {number}")


def _card(draft: Draft, subject: Subject, card: Rect, n: int) -> None:
    words, large = subject.words, subject.paper.large
    code = code_in_corner(card)
    draft.codes.append(code)
    side = code.rect.x - QUIET - 1 - card.x
    count = Rect(card.x, code.text.y, code.text.x - card.x - 2, code.text.height)
    draft.counts.append(Count(count, *_copies(subject), 9.0, n))
    y = _names(draft, subject, Rect(card.x, card.y, side, code.rect.height + 1))
    y = max(y, code.text.bottom) + 1.5
    draft.rule(card.x, y, card.right, INK, 0.75)
    asked = Type(17.0 if large else 13.0, 6.0, bold=True, leading=1.2)
    question = subject.prompt(StageKind.IDEATION) or words("How might we …?")
    room = Rect(card.x, y + 2.5, card.width, 18.0 if large else 13.0)
    y = draft.text(question, room, asked) + 1.0
    told = words("One idea a card: what to do, and who it helps.")
    y = draft.text(told, Rect(card.x, y, card.width, 5.0), _small(6.5))
    foot = Rect(card.x, card.bottom - 7, card.width, 7)
    _answers(draft, subject, foot)
    draft.writing_lines(Rect(card.x, y, card.width, foot.y - 3.5 - y))


def _small(smallest: float) -> Type:
    return Type(SMALL.size, smallest, colour=MUTED, leading=1.3)


def _names(draft: Draft, subject: Subject, room: Rect) -> float:
    y = draft.text(
        subject.title, Rect(room.x, room.y, room.width, 9.0), Type(8.0, 5.5, bold=True, leading=1.2)
    )
    if subject.occasion:
        when = Type(7.5, 5.5, colour=OCCASION.colour, leading=1.2)
        y = draft.text(subject.occasion, Rect(room.x, y, room.width, 6.5), when)
    named = subject.principle.name if subject.principle else subject.words("Idea")
    name = Type(14.0, 6.0, bold=True, colour=ACCENT, leading=1.15)
    return draft.text(named, Rect(room.x, y + 1, room.width, room.bottom - y - 1), name)


def _answers(draft: Draft, subject: Subject, foot: Rect) -> None:
    """Boxes for the numbers of the notes that the idea answers."""
    label = subject.words("Answers notes no.")
    boxes, side = 3, min(16.0, foot.width * 0.18)
    room = foot.width - boxes * (side + 2)
    draft.text(label, Rect(foot.x, foot.y, room, foot.height), LABEL, middle=True)
    for n in range(boxes):
        x = foot.right - (boxes - n) * (side + 2) + 2
        draft.box(Rect(x, foot.y, side, foot.height), stroke=HAIRLINE, weight=0.6)
