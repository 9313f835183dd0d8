"""The clock of the room: what is left as large figures, and what is to be known of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.language import Language
from facilitator.model.kinds import Level
from facilitator.model.scene import RoomTimer
from ui.projector.pen import Pen
from ui.projector.setting import RIGHT, fit, set_text

TOKENS = {Level.CALM: "text", Level.WARN: "warn", Level.OVER: "over"}
_BARS = {Level.CALM: "accent", Level.WARN: "warn", Level.OVER: "over"}


def figures(timer: RoomTimer) -> str:
    """The time as 12:30 or 1:05:00; a plus where it is over."""
    over = timer.seconds < 0 and not timer.open_end
    minutes, seconds = divmod(abs(timer.seconds), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"+{text}" if over else text


def remark(words: Language, timer: RoomTimer) -> str:
    """What the figures mean, where it is not simply the time that is left."""
    said = []
    if timer.of_stage:
        said.append(timer.of_stage)
    if timer.paused:
        said.append(words("paused"))
    elif timer.open_end:
        said.append(words("so far"))
    elif timer.seconds < 0:
        said.append(words("over time"))
    return " · ".join(said)


def draw_clock(pen: Pen, rect: QRectF, timer: RoomTimer) -> float:
    """The clock at the right of the head; gives its height."""
    token = "muted" if timer.paused else TOKENS[timer.level]
    block = set_text(figures(timer), pen.font("clock", bold=True), rect.width(), 1, RIGHT)
    height = pen.place(block, rect, token)
    below = remark(pen.words, timer)
    if below:
        height -= block.height * 0.08
        room = QRectF(rect.left(), rect.top() + height, rect.width(), 2 * pen.unit)
        height += pen.say(room, below, ["body", "least"], token, align=RIGHT)
    return height


def clock_width(pen: Pen, timer: RoomTimer) -> float:
    """The room that the clock takes, the same from second to second."""
    widest = "".join("0" if c.isdigit() else c for c in figures(timer))
    block = set_text(widest, pen.font("clock", bold=True), 99 * pen.unit)
    below = remark(pen.words, timer)
    said = fit(below, [pen.font("body")], 14 * pen.unit, 2 * pen.unit).width if below else 0.0
    return max(block.width, said) + 0.2 * pen.unit


def draw_share(pen: Pen, rect: QRectF, timer: RoomTimer) -> None:
    """A line that is as long as time is left."""
    if timer.open_end:
        return
    pen.box(rect, "line", rect.height() / 2)
    if timer.share > 0:
        left = QRectF(rect.topLeft(), rect.size())
        left.setWidth(max(rect.height(), rect.width() * timer.share))
        token = "muted" if timer.paused else _BARS[timer.level]
        pen.box(left, token, rect.height() / 2)
