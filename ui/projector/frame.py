"""What stands around every view: the stage and its prompt, the clock, and the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.model.scene import Ideas, Ratings, Results, Scene, Subject, Vote, Wall
from ui.projector.clock import clock_width, draw_clock, draw_share
from ui.projector.pen import Pen
from ui.projector.setting import set_text

_TALLEST = 0.26
"""The head takes at most this share of the screen."""

_RAISED = 0.9
"""So much of the clock's line, in units, is empty above its figures."""


def draw_head(pen: Pen, rect: QRectF, scene: Scene) -> QRectF:
    """Title, subject and prompt at the left, the clock at the right; gives the room beneath."""
    gap = pen.px("gap")
    width, clock = rect.width(), 0.0
    if scene.timer is not None:
        own = clock_width(pen, scene.timer)
        width -= own + 2 * gap
        place = QRectF(rect.right() - own, rect.top() - _RAISED * pen.unit, own, rect.height())
        clock = draw_clock(pen, place, scene.timer) - _RAISED * pen.unit
    most = rect.height() * _TALLEST
    left = QRectF(rect.left(), rect.top(), width, most)
    title = QRectF(left.left(), left.top() - 0.4 * pen.unit, width, 4.9 * pen.unit)
    steps = ["stage", "title"] if _subject(scene) or scene.prompt else ["large", "stage", "title"]
    used = pen.say(title, scene.stage or scene.workshop, steps, bold=True) - 0.4 * pen.unit
    beside = _beside(pen, title, scene)
    if beside is None:
        used += _draw_subject(pen, left.adjusted(0, used, 0, 0), scene)
    else:
        _draw_subject(pen, beside, scene)
    if scene.prompt:
        room = left.adjusted(0, used + 0.2 * pen.unit, 0, 0)
        used += _draw_prompt(pen, room, scene.prompt) + 0.2 * pen.unit
    bottom = rect.top() + max(used, clock) + gap
    if scene.timer is not None:
        line = QRectF(rect.left(), bottom, rect.width(), pen.px("line"))
        draw_share(pen, line, scene.timer)
        bottom += pen.px("line")
    return QRectF(rect.left(), bottom + gap, rect.width(), rect.bottom() - bottom - gap)


def _beside(pen: Pen, title: QRectF, scene: Scene) -> QRectF | None:
    """The place at the right of the title, where the subject of a wall fits there on one line."""
    if not isinstance(scene.body, Wall) or not _subject(scene):
        return None
    taken = set_text(scene.stage, pen.font("stage", bold=True), title.width(), 1)
    needed = set_text(_subject(scene), pen.font("title", bold=True), title.width(), 1)
    left = title.left() + taken.width + 2 * pen.unit
    if not (taken.whole and needed.whole):
        return None
    if left + needed.width + 1.5 * pen.unit > title.right():
        return None
    return QRectF(left, title.top() + 0.1 * pen.unit, title.right() - left, title.height())


def _draw_prompt(pen: Pen, rect: QRectF, prompt: str) -> float:
    """The prompt: rather smaller on one line than larger on two; gives the height."""
    steps = ["lead", "body", "least"]
    one = [font for font in pen.fonts(steps[:2]) if set_text(prompt, font, rect.width(), 1).whole]
    if one:
        return pen.place(set_text(prompt, one[0], rect.width()), rect, "muted")
    return pen.say(rect, prompt, steps[1:], "muted")


def _subject(scene: Scene) -> str:
    """What it is about: the principle, perhaps the table, or the round."""
    match scene.body:
        case Wall(subject=subject, table=table):
            return " · ".join(part for part in (subject.name, table) if part)
        case Ideas(subject=subject):
            return subject.name
        case Vote(title=title) | Results(title=title) | Ratings(title=title):
            return title
        case _:
            return ""


def _draw_subject(pen: Pen, rect: QRectF, scene: Scene) -> float:
    """What it is about, beside its colour; gives the height."""
    name, body = _subject(scene), scene.body
    subject = body.subject if isinstance(body, Wall | Ideas) else Subject()
    if not name:
        return 0.0
    height = 2.0 * pen.unit
    room = QRectF(rect.left(), rect.top() + 0.1 * pen.unit, rect.width(), height)
    if subject.colour:
        pen.mark(
            QRectF(room.left(), room.top() + 0.45 * pen.unit, 0.4 * pen.unit, 1.1 * pen.unit),
            subject.colour,
        )
        room.adjust(0.9 * pen.unit, 0, 0, 0)
    pen.line(room, name, "title", bold=True)
    return height + 0.1 * pen.unit


def draw_foot(pen: Pen, rect: QRectF, scene: Scene, pages: tuple[int, int]) -> None:
    """The workshop at the left; which page it is of how many, and what is made up, at the right."""
    words = pen.words
    said = []
    if scene.illustrative:
        said.append(words("Illustrative data"))
    if pages[1] > 1:
        page = words("{n} of {m}", n=words.number(pages[0]), m=words.number(pages[1]))
        said.append(page)
    taken = 0.0
    if said:
        text = " · ".join(said)
        taken = pen.right(rect, text, "least", "muted") + pen.px("gap")
    if scene.stage:
        pen.line(rect.adjusted(0, 0, -taken, 0), scene.workshop, "least", "muted")
