"""The SWOT sheet: four quadrants with their questions and lines to write on."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.paper.compose import Draft, Type, finished
from facilitator.paper.geometry import Rect
from facilitator.paper.heads import GAP, Head, begin, in_full
from facilitator.paper.ink import INK, MUTED, QUADRANTS, WHITE
from facilitator.paper.layout import Layout
from facilitator.paper.subject import Subject

BADGE = 8.0
GUTTER = 10.0


def lay_out(subject: Subject) -> Layout:
    """Lay out the sheet of a principle and a table."""
    words = subject.words
    head = _head(subject)
    draft, room = begin(subject, head)
    y = room.y
    question = subject.prompt(StageKind.SWOT) or words("What do we see from here?")
    asked = Type(17.0 if subject.paper.large else 12.0, 7.0, bold=True, leading=1.25)
    y = draft.text(question, Rect(room.x, y, room.width, room.height * 0.13), asked) + GAP
    _quadrants(draft, Rect(room.x, y, room.width, room.bottom - y), words)
    return finished([draft, *in_full([draft], subject, head, words)])


def _head(subject: Subject) -> Head:
    words = subject.words
    table = subject.table.name if subject.table else ""
    name = subject.principle.name if subject.principle else words("SWOT analysis")
    parts = [words("SWOT analysis")] if subject.principle else []
    about = " · ".join([*parts, *([table] if table else [])])
    return Head(
        name,
        about,
        words("One thought a line, in clear letters. Please write no names."),
        (words("Sheet {number} of {total}"), words("Sheet {number}")),
    )


def quadrant_words(quadrant: Quadrant, words: Language) -> tuple[str, str]:
    """The name of a quadrant and the question that it asks."""
    return {
        Quadrant.STRENGTH: (words("Strengths"), words("What works well for us today?")),
        Quadrant.WEAKNESS: (words("Weaknesses"), words("What holds us back today?")),
        Quadrant.OPPORTUNITY: (words("Opportunities"), words("What could we make use of?")),
        Quadrant.THREAT: (words("Threats"), words("What could get in the way?")),
    }[quadrant]


def _quadrants(draft: Draft, room: Rect, words: Language) -> None:
    width = (room.width - GUTTER) / 2
    height = (room.height - GUTTER) / 2
    for n, quadrant in enumerate(Quadrant):
        x = room.x + (n % 2) * (width + GUTTER)
        y = room.y + (n // 2) * (height + GUTTER)
        _quadrant(draft, Rect(x, y, width, height), quadrant, words)
    draft.upright(room.centre[0], room.y, room.bottom)
    draft.rule(room.x, room.centre[1], room.right)


def _quadrant(draft: Draft, rect: Rect, quadrant: Quadrant, words: Language) -> None:
    name, question = quadrant_words(quadrant, words)
    badge = Rect(rect.x, rect.y, BADGE, BADGE)
    draft.box(badge, fill=QUADRANTS[quadrant])
    letter = Type(15.0, bold=True, colour=WHITE, leading=1.2, align="center")
    draft.text(name[0], badge, letter, middle=True)
    beside = Rect(rect.x + BADGE + 3, rect.y - 0.8, rect.width - BADGE - 3, 5.5)
    y = draft.text(name, beside, Type(13.0, 8.0, bold=True, leading=1.15, colour=INK))
    asked = Rect(beside.x, y, beside.width, 4.6)
    draft.text(question, asked, Type(9.5, 6.5, colour=MUTED, leading=1.25))
    top = rect.y + BADGE + 1
    draft.writing_lines(Rect(rect.x, top, rect.width, rect.bottom - top))
