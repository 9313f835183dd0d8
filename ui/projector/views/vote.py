"""A vote while it is on: what is voted on and by which rule, and nothing of the votes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from facilitator.language import Language
from facilitator.model.kinds import Method
from facilitator.model.scene import Colour, Vote
from ui.projector.listing import Row, Shown, draw_list
from ui.projector.pen import Pen

_MOST_DRAWN = 10


def draw_vote(pen: Pen, rect: QRectF, vote: Vote, page: int) -> Shown:
    """The rule with its dots in a card, and under it what may be voted on."""
    top = rect.top() + _rule(pen, rect, vote) + 1.5 * pen.px("gap")
    rows = [Row(str(idea.number), idea.text) for idea in vote.ideas]
    left_out = vote.count - len(rows)
    if left_out > 0:
        rows.append(Row("…", pen.words.plural("{n} more idea", "{n} more ideas", left_out)))
    return draw_list(pen, QRectF(rect.left(), top, rect.width(), rect.bottom() - top), rows, page)


def rule_said(words: Language, vote: Vote) -> str:
    """What a person may do, in plain words."""
    if vote.method is Method.RATING:
        return words("Fill in one dot on the sheet of each idea that you want to rate.")
    if vote.colours:
        each = ", ".join(
            words.plural("{n} dot for {name}", "{n} dots for {name}", c.dots, name=c.name)
            for c in vote.colours
        )
    else:
        each = words.plural("{n} dot each", "{n} dots each", vote.dots)
    if vote.stacking is None:
        stacking = words("any number on one idea")
    else:
        stacking = words.plural("at most {n} on one idea", "at most {n} on one idea", vote.stacking)
    return words("{each}, {stacking}", each=each, stacking=stacking)


def _rule(pen: Pen, rect: QRectF, vote: Vote) -> float:
    unit = pen.unit
    room = QRectF(rect.left() + unit, rect.top() + 0.6 * unit, rect.width() - 2 * unit, 6 * unit)
    place, used = len(pen.items), 0.0
    if vote.method is not Method.RATING and not vote.closed:
        used = _dots(pen, room, vote) + 0.3 * unit
    said = pen.words("The vote is closed.") if vote.closed else rule_said(pen.words, vote)
    used += pen.say(room.adjusted(0, used, 0, 0), said, ["stage", "title", "lead"], bold=True)
    about = _about(pen.words, vote)
    if about:
        used += pen.say(room.adjusted(0, used, 0, 0), about, ["lead", "body"], "muted")
    drawn = pen.items[place:]
    del pen.items[place:]
    height = used + 1.2 * unit
    pen.box(QRectF(rect.left(), rect.top(), rect.width(), height), "raised", border="line")
    pen.items += drawn
    return height


def _about(words: Language, vote: Vote) -> str:
    """What the colours stand for, and when the totals are shown."""
    meanings = [
        words("{name}: {about}", name=c.name, about=c.meaning) for c in vote.colours if c.meaning
    ]
    if vote.closed:
        return words("The totals are shown as soon as they are revealed.")
    return " · ".join(meanings)


def _dots(pen: Pen, rect: QRectF, vote: Vote) -> float:
    """The dots that a person has, drawn; too many are only said."""
    colours = vote.colours or (Colour("", "", "", vote.dots),)
    if sum(colour.dots for colour in colours) > 2 * _MOST_DRAWN:
        return 0.0
    side, left = 1.5 * pen.unit, rect.left()
    for colour in colours:
        for _ in range(max(0, colour.dots)):
            pen.dot(
                QRectF(QPointF(left, rect.top()), QPointF(left + side, rect.top() + side)),
                colour.colour,
            )
            left += side * 1.25
        left += side * 0.7
    return side
