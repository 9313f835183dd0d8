"""Questions to the speaker: the newest large, the earlier ones beneath it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.model.scene import Questions
from ui.projector.listing import ONE_PAGE, Row, Shown, draw_list
from ui.projector.pen import Pen


def draw_questions(pen: Pen, rect: QRectF, questions: Questions, page: int) -> Shown:
    """The question that is being answered, and those before it, the newest first."""
    if not questions.questions:
        pen.say(rect, pen.words("Your questions"), ["poster", "large"], "muted")
        return ONE_PAGE
    *earlier, newest = questions.questions
    unit, most = pen.unit, rect.height() * (0.5 if earlier else 1.0)
    bar = QRectF(rect.left(), rect.top(), 0.3 * unit, 0)
    room = QRectF(rect.left() + 1.2 * unit, rect.top(), rect.width() - 1.2 * unit, most)
    used = pen.say(room, newest, ["poster", "large", "stage", "title", "lead"], bold=True)
    bar.setHeight(used)
    pen.box(bar, "accent", bar.width() / 2)
    if not earlier:
        return ONE_PAGE
    top = rect.top() + used + 1.6 * unit
    rows = [Row(str(n), text) for n, text in _numbered(earlier, questions.count - 1)]
    return draw_list(pen, QRectF(rect.left(), top, rect.width(), rect.bottom() - top), rows, page)


def _numbered(earlier: list[str], last: int) -> list[tuple[int, str]]:
    """The earlier questions with their place in the order, the newest first."""
    return [(last - back, text) for back, text in enumerate(reversed(earlier))]
