"""Ideas as they arise, under what they answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.language import Language
from facilitator.model.kinds import Quadrant
from facilitator.model.scene import Ideas, Note
from ui.projector.listing import ONE_PAGE, Row, Shown, draw_list
from ui.projector.pen import Pen


def draw_ideas(pen: Pen, rect: QRectF, ideas: Ideas, page: int) -> Shown:
    """The notes that are to be answered, and the ideas; the newest are shown first."""
    top = rect.top()
    for note in ideas.asked[:2]:
        room = QRectF(rect.left(), top, rect.width(), 6.2 * pen.unit)
        top += _asked(pen, room, note) + pen.px("gap")
    room = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
    if not ideas.ideas:
        if not ideas.asked:
            pen.say(room, pen.words("How might we …?"), ["poster", "large"], "muted")
        return ONE_PAGE
    rows = [Row(str(idea.number), idea.text) for idea in ideas.ideas]
    left_out = ideas.count - len(rows)
    if left_out:
        said = pen.words.plural("{n} earlier idea", "{n} earlier ideas", left_out)
        rows.insert(0, Row("…", said))
    return draw_list(pen, room, rows, page - 1)  # begins with the last page


def how_might_we(words: Language, quadrant: Quadrant) -> str:
    """The question that a note of a quadrant asks."""
    return {
        Quadrant.STRENGTH: words("How might we build on this strength?"),
        Quadrant.WEAKNESS: words("How might we overcome this weakness?"),
        Quadrant.OPPORTUNITY: words("How might we use this opportunity?"),
        Quadrant.THREAT: words("How might we meet this threat?"),
    }[quadrant]


def _asked(pen: Pen, rect: QRectF, note: Note) -> float:
    """A card with the question and the note; gives its height."""
    unit = pen.unit
    place = len(pen.items)
    inner = rect.adjusted(3.4 * unit, 0.5 * unit, -unit, 0)
    used = pen.line(
        QRectF(inner.left(), inner.top(), inner.width(), 1.6 * unit),
        how_might_we(pen.words, note.quadrant),
        "lead",
        "muted",
    ).height
    room = QRectF(inner.left(), inner.top() + used, inner.width(), 3.6 * unit)
    used += pen.say(room, note.text, ["title", "lead", "body"], bold=True)
    height = max(used, 1.9 * unit) + unit
    card = QRectF(rect.left(), rect.top(), rect.width(), height)
    badge = QRectF(rect.left() + 0.8 * unit, rect.top() + 0.7 * unit, 1.9 * unit, 1.9 * unit)
    said = pen.items[place:]
    del pen.items[place:]
    pen.box(card, "raised", border="line")
    pen.box(badge, note.quadrant.value)
    pen.letter(badge, pen.words(note.quadrant.letter))
    pen.items += said
    return height
