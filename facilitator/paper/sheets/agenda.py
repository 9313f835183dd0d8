"""The agenda handout: when what happens, and what there is to read and watch."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model.agenda import Planned, planned_times
from facilitator.model.records import Resource
from facilitator.paper.codes import is_local
from facilitator.paper.compose import Draft, Type, finished
from facilitator.paper.geometry import CODE_SIDE, POINT, Rect
from facilitator.paper.heads import GAP, Flow, Head, begin, go_on, in_full
from facilitator.paper.ink import ACCENT, HAIRLINE, INK, MUTED
from facilitator.paper.layout import Layout, Link, Sign
from facilitator.paper.subject import Subject
from facilitator.typeset.text import text_width, web_address

MODULE = 0.8
"""The side of a module of a resource's code, which is as large as its address needs."""

LARGEST_VERSION = 10
WHITE = 4.8
"""Kept free around a resource's code: four of its largest modules."""

GUTTER = 8.0
LARGE = 1.5
"""How much larger type is on large paper, which is hung up for the whole table to read."""


def lay_out(subject: Subject) -> Layout:
    """Lay out the handout."""
    words = subject.words
    copies = words("Handout {number} of {total}"), words("Handout {number}")
    head = Head(subject.title, "", "", copies, title=words("Agenda"))
    flow = Flow(begin(subject, head), lambda: go_on(subject, head))
    objective = subject.workshop.facts.objective.strip()
    if objective:
        flow.text(objective, _type(subject, 10.5, leading=1.43))
        flow.skip(GAP)
    _stages(flow, subject)
    _resources(flow, subject)
    return finished([*flow.drafts, *in_full(flow.drafts, subject, head, words)])


def _type(subject: Subject, size: float, **how: Any) -> Type:
    return Type(size * LARGE if subject.paper.large else size, **how)


def _stages(flow: Flow, subject: Subject) -> None:
    rows = [row for row in planned_times(subject.workshop) if not row.stage.skipped]
    if not rows:
        return
    clocks = [_clock(row, subject) for row in rows]
    minutes = [_minutes(row, subject) for row in rows]
    size = _type(subject, 10.5).size
    widest = max(text_width(clock, size) for clock in clocks) * POINT
    left = widest + 6.0 if any(clocks) else 0.0
    right = max(text_width(lasts, size) for lasts in minutes) * POINT
    right = min(right, 30.0) + 6.0 if any(minutes) else 0.0
    flow.draft.rule(flow.room.x, flow.y, flow.room.right, INK, 0.5)
    group = ""
    for row, clock, lasts in zip(rows, clocks, minutes, strict=True):
        if row.stage.group and row.stage.group != group:
            flow.need(22.0)
            flow.skip(3.0)
            heading = _type(subject, 9.5, bold=True, colour=ACCENT, leading=1.3)
            flow.text(row.stage.group, heading)
        group = row.stage.group
        _stage(flow, subject, row, (clock, left), (lasts, right))
    flow.y += GAP


def _clock(row: Planned, subject: Subject) -> str:
    if row.start is None:
        return ""
    start = subject.words.clock(row.start)
    if row.end is None:
        return start
    return subject.words("{start}–{end}", start=start, end=subject.words.clock(row.end))


def _minutes(row: Planned, subject: Subject) -> str:
    n = row.stage.planned_minutes
    return "" if n is None else subject.words.plural("1 min", "{n} min", n)


def _stage(
    flow: Flow, subject: Subject, row: Planned, clock: tuple[str, float], lasts: tuple[str, float]
) -> None:
    stage, room = row.stage, flow.room
    width = room.width - clock[1] - lasts[1]
    title = _type(subject, 10.5, bold=True, leading=1.35)
    flow.need(title.step * min(len(title.lines(stage.title, width)), 3) + 6.0)
    flow.y += 2.0
    y, draft = flow.y, flow.draft
    beside = _type(subject, 10.5, smallest=7.0, leading=1.35)
    draft.text(clock[0], Rect(room.x, y, clock[1] - 4, beside.step), beside)
    ends = replace(beside, colour=MUTED, align="right")
    draft.text(lasts[0], Rect(room.right - lasts[1] + 2, y, lasts[1] - 2, ends.step), ends)
    flow.text(stage.title, title, indent=clock[1], width=width)
    detail = _type(subject, 9.0, colour=MUTED, leading=1.35)
    # Descriptions tell in the report what happened; who holds the handout is yet to do it.
    if stage.prompt.strip():
        flow.text(stage.prompt.strip(), detail, indent=clock[1], width=width)
    flow.y += 2.0
    flow.draft.rule(flow.room.x, flow.y, flow.room.right, HAIRLINE, 0.35)


def _resources(flow: Flow, subject: Subject) -> None:
    resources = subject.workshop.all(Resource)
    if not resources:
        return
    columns = min(len(resources), 2)
    width = (flow.room.width - GUTTER * (columns - 1)) / columns
    sides = [_side(resource.url) for resource in resources]
    around = 2 * WHITE + _type(subject, 6.0).size
    heights = [
        max(*sides[at : at + columns], CODE_SIDE) + around for at in range(0, len(sides), columns)
    ]
    heading = _type(subject, 14.0, bold=True, leading=1.3)
    flow.need(GAP + heading.step + heights[0])
    flow.skip(GAP)
    flow.text(subject.words("To read and watch"), heading)
    for row, height in enumerate(heights):
        flow.need(height)
        for n, resource in enumerate(resources[row * columns : (row + 1) * columns]):
            x = flow.room.x + n * (width + GUTTER)
            _resource(flow.draft, subject, resource, Rect(x, flow.y, width, height))
        flow.y += height


def linked(url: str) -> str:
    """The address that a resource's code carries; empty where there is none for a phone."""
    address = web_address(url) if len(url) <= 2_000 else None
    return "" if address is None or is_local(address) else address


def _side(url: str) -> float:
    """The side of a resource's code, 0 where its address needs one too large to print."""
    from facilitator.typeset.qr import matrix

    address = linked(url)
    if not address:
        return 0.0
    try:
        return max(CODE_SIDE, len(matrix(address, LARGEST_VERSION)) * MODULE)
    except ValueError:
        return 0.0


def _resource(draft: Draft, subject: Subject, resource: Resource, room: Rect) -> None:
    side, scale = _side(resource.url), LARGE if subject.paper.large else 1.0
    address, x = linked(resource.url), room.x
    if side:
        draft.symbol(Rect(x, room.y + WHITE, side, side), address)
        x += side + WHITE + 1.5
    column = Rect(x, room.y + WHITE - 1.0, room.right - x, room.height - 2 * WHITE)
    label = Rect(column.x, column.y, column.width, 12.0 * scale)
    y = draft.text(
        resource.label, label, _type(subject, 10.5, smallest=7.0, bold=True, leading=1.25)
    )
    if resource.caption.strip():
        caption = Rect(column.x, y + 0.5, column.width, 12.5 * scale)
        y = draft.text(resource.caption, caption, _type(subject, 9.0, smallest=6.5, leading=1.3))
    y = _need(draft, subject, resource, Rect(column.x, y + 1.0, column.width, 4.5 * scale)) + 1.0
    if address:
        link = _type(subject, 8.0, smallest=6.0, colour=MUTED, leading=1.25)
        y = draft.text(resource.url, Rect(column.x, y, column.width, column.bottom - y), link)
        rect = Rect(column.x, column.y, column.width, y - column.y)
        draft.links.append(Link(rect, address))


def _need(draft: Draft, subject: Subject, resource: Resource, room: Rect) -> float:
    """Say whether the internet is needed, in words and with a sign."""
    words = subject.words
    said = (
        words("Needs the internet")
        if resource.needs_internet
        else words("Works without the internet")
    )
    side = room.height * 0.53
    sign = Rect(room.x, room.y + (room.height - side) / 2, side, side)
    draft.sign(Sign(sign, "disc" if resource.needs_internet else "circle", ACCENT))
    beside = Rect(room.x + side + 1.4, room.y, room.width - side - 1.4, room.height)
    type_ = _type(subject, 9.0, smallest=6.0, bold=True, colour=ACCENT, leading=1.3)
    return draft.text(said, beside, type_)
