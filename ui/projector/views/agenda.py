"""The agenda of the day: what is done, what runs, what is to come, and when."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QRectF

from facilitator.model.kinds import StageState
from facilitator.model.scene import Agenda, Item
from ui.projector.listing import ONE_PAGE, Shown
from ui.projector.pen import Pen
from ui.projector.setting import RIGHT, set_text

_STEPS = ("stage", "title", "lead", "body", "least")


def draw_agenda(pen: Pen, rect: QRectF, agenda: Agenda, page: int) -> Shown:
    """A row for each stage, as large as all of them fit, else on several pages."""
    items = [item for item in agenda.items if item.state is not StageState.SKIPPED]
    if not items:
        return ONE_PAGE
    step = next((s for s in _STEPS if len(items) * _row(pen, s) <= rect.height()), _STEPS[-1])
    height = _row(pen, step)
    fit = max(1, int(rect.height() / height))
    pages = -(-len(items) // fit)
    shown = page % pages
    for place, item in enumerate(items[shown * fit : (shown + 1) * fit]):
        top = rect.top() + place * height
        _item(pen, QRectF(rect.left(), top, rect.width(), height), item, step)
    return shown, pages


def _row(pen: Pen, step: str) -> float:
    return set_text("0", pen.font(step), 99 * pen.unit).height * 1.35


def _item(pen: Pen, rect: QRectF, item: Item, step: str) -> None:
    running = item.state is StageState.RUNNING
    token = "muted" if item.state is StageState.DONE else "text"
    if running:
        pen.box(rect, "accent_soft")
    side = rect.height() * 0.36
    sign = QRectF(rect.left() + 0.8 * pen.unit, 0, side, side)
    sign.moveTop(rect.top() + (rect.height() - side) / 2)
    if item.state is StageState.DONE:
        pen.tick(sign, "muted")
    elif running:
        pen.box(sign, "accent", side / 2)
    else:
        pen.box(sign, "surface", side / 2, border="muted")
    clock = set_text(pen.words.clock(time(20, 58)), pen.font(step), 99 * pen.unit).width
    at = QRectF(sign.right() + 0.8 * pen.unit, rect.top(), clock, rect.height())
    if item.start is not None:
        start = pen.words.clock(time(item.start.hour, item.start.minute))
        pen.line(at, start, step, "muted", align=RIGHT)
    title = QRectF(at.right() + unit_gap(pen), rect.top(), 0, rect.height())
    title.setRight(rect.right() - 0.8 * pen.unit)
    pen.line(title, item.title, step, token, bold=running)


def unit_gap(pen: Pen) -> float:
    """The room between a time and its title."""
    return 1.2 * pen.unit
