"""The wall poster of a principle: its name and what it says, to be read from three metres."""

from __future__ import annotations

import re

from facilitator.model.records import Principle
from facilitator.paper.compose import Draft, Type, finished
from facilitator.paper.geometry import Rect
from facilitator.paper.heads import Flow, Head, begin, go_on, in_full
from facilitator.paper.ink import ACCENT
from facilitator.paper.layout import Layout
from facilitator.paper.subject import Subject

SMALLEST = 28.0
"""In points: what a person reads from three metres."""

BAR = 4.0
HANGING = 4.0


def lay_out(subject: Subject) -> Layout:
    """Lay out the poster; a statement that is too long for one page goes on to the next."""
    words, principle = subject.words, subject.principle
    head = Head(
        _place(subject),
        "",
        "",
        (words("Poster {number} of {total}"), words("Poster {number}")),
    )
    name = principle.name.strip() if principle else subject.title
    statement = principle.statement.strip() if principle else ""
    flow = Flow(_clear(begin(subject, head)), lambda: _clear(go_on(subject, head)))
    flow.draft.box(
        Rect(flow.room.x, flow.y + 2, flow.room.width, BAR),
        fill=_colour(principle.colour if principle else ""),
    )
    flow.y += BAR + 10
    _name(flow, name, subject)
    if statement:
        flow.skip(8.0)
        _statement(flow, statement, subject)
    return finished([*flow.drafts, *in_full(flow.drafts, subject, head, words)])


def _clear(page: tuple[Draft, Rect]) -> tuple[Draft, Rect]:
    """Keep room at the foot for what hangs below large letters."""
    draft, room = page
    return draft, Rect(room.x, room.y, room.width, room.height - HANGING)


def _place(subject: Subject) -> str:
    """Which of the principles it is."""
    ids = [principle.id for principle in subject.workshop.all(Principle)]
    if subject.principle is None or subject.principle.id not in ids:
        return subject.words("Wall poster")
    number = ids.index(subject.principle.id) + 1
    return subject.words("Principle {number} of {total}", number=number, total=len(ids))


def _name(flow: Flow, name: str, subject: Subject) -> None:
    largest = 130.0 if subject.paper.large else 84.0
    wanted = Type(largest, SMALLEST, bold=True, leading=1.12)
    room = Rect(flow.room.x, flow.y, flow.room.width, flow.left * 0.6)
    fit = wanted.fit(name, room)
    flow.text(name, Type(fit.size, bold=True, leading=1.12))


def _statement(flow: Flow, statement: str, subject: Subject) -> None:
    wanted = Type(76.0 if subject.paper.large else 50.0, SMALLEST, leading=1.28)
    fit = wanted.fit(statement, Rect(flow.room.x, flow.y, flow.room.width, flow.left))
    flow.text(statement, Type(fit.size, leading=1.28))


def _colour(colour: str) -> str:
    return colour if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) else ACCENT
