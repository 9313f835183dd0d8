"""Scenes of few words: the stage, a large clock, and what comes next, in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from facilitator.language import Language
from facilitator.model.scene import Scene, Thanks, Words
from ui.projector.clock import TOKENS, draw_share, figures, remark
from ui.projector.pen import Pen
from ui.projector.setting import CENTRE, Block, fit

_Part = tuple[Block, str, float, float]
"""A text, its colour, and how much of its height is empty above and below."""


_SHARES = (1.0, 0.75, 0.5, 0.3)
"""The shares of its room that a text may take: as little less as is needed for all to fit."""


def draw_poster(pen: Pen, rect: QRectF, scene: Scene) -> None:
    """Everything in the middle, one below the other."""
    room = rect.adjusted(0, 0, 0, -2 * pen.px("line"))
    for share in _SHARES:
        parts = list(_parts(pen, room, scene, share))
        if _height(pen, parts) <= room.height():
            break
    top = room.top() + max(0.0, (room.height() - _height(pen, parts)) / 2)
    for block, token, above, below in parts:
        pen.place(block, QRectF(rect.left(), top - above, rect.width(), block.height), token)
        top += block.height - above - below + _gap(pen)
    if scene.timer is not None:
        line = QRectF(0, 0, rect.width() * 0.6, pen.px("line"))
        line.moveCenter(rect.center())
        line.moveBottom(rect.bottom())
        draw_share(pen, line, scene.timer)


def _gap(pen: Pen) -> float:
    return 1.4 * pen.unit


def _height(pen: Pen, parts: Sequence[_Part]) -> float:
    height = sum(b.height - above - below for b, _, above, below in parts)
    return height + _gap(pen) * max(0, len(parts) - 1)


def _parts(pen: Pen, rect: QRectF, scene: Scene, share: float) -> Iterator[_Part]:
    words, body, timer = pen.words, scene.body, scene.timer
    title = ["poster", "large", "stage", "title"]
    yield _said(pen, rect, scene.stage, title, 0.3 * share, bold=True)
    if isinstance(body, Thanks):
        yield _said(
            pen, rect, words("Thank you!"), ["poster", "large"], 0.3 * share, "accent", bold=True
        )
    if scene.prompt:
        steps = ["stage", "title", "lead", "body"]
        yield _said(pen, rect, scene.prompt, steps, 0.3 * share, "muted")
    if timer is not None:
        token = "muted" if timer.paused else TOKENS[timer.level]
        large = isinstance(body, Words) and share > 0.5
        sizes = ["timer", "clock"] if large else ["clock"]
        yield _figures(pen, rect, figures(timer), sizes, token)
        below = remark(words, timer)
        if below:
            yield _said(pen, rect, below, ["title", "body"], 0.15 * share, token)
    told = _told(words, body)
    if told:
        yield _said(pen, rect, told, ["stage", "title", "lead"], 0.2 * share)


def _told(words: Language, body: object) -> str:
    """What comes next, and when; or what is asked of people at the end."""
    if isinstance(body, Thanks):
        if not body.questions:
            return ""
        return words("Please fill in the evaluation form before you leave.")
    if not isinstance(body, Words):
        return ""
    said = []
    if body.ends is not None:
        at = words.clock(time(body.ends.hour, body.ends.minute))
        said.append(
            words("We go on at {time}", time=at) if body.pause else words("until {time}", time=at)
        )
    if body.next:
        said.append(words("Next: {stage}", stage=body.next))
    return "  ·  ".join(said)


def _said(
    pen: Pen,
    rect: QRectF,
    text: str,
    steps: list[str],
    share: float,
    token: str = "text",
    *,
    bold: bool = False,
) -> _Part:
    fonts = pen.fonts(steps, bold=bold)
    return fit(text, fonts, rect.width(), rect.height() * share, CENTRE), token, 0.0, 0.0


def _figures(pen: Pen, rect: QRectF, text: str, steps: list[str], token: str) -> _Part:
    """Figures have nothing above their height, nor below the line."""
    fonts = pen.fonts(steps, bold=True)
    block = fit(text, fonts, rect.width(), rect.height(), CENTRE)
    metrics = QFontMetricsF(block.font)
    return block, token, metrics.ascent() - metrics.capHeight(), metrics.descent()
