"""The dot ballot: every idea of a round, each with circles to fill, one for each dot."""

from __future__ import annotations

import math
from dataclasses import dataclass

from facilitator.language import Language
from facilitator.model.errors import DomainError
from facilitator.model.records import Idea, Principle, Stage
from facilitator.model.voting.electorate import Contest
from facilitator.paper.compose import Draft, Type, finished
from facilitator.paper.geometry import POINT, Bubble, Rect
from facilitator.paper.grid import Grid, grid_of
from facilitator.paper.heads import GAP, Flow, Head, begin, go_on, in_full
from facilitator.paper.ink import ACCENT, HAIRLINE, INK, MUTED
from facilitator.paper.layout import Layout
from facilitator.paper.subject import Subject
from facilitator.typeset.text import Line

NUMBER = 11.0
"""Width of the column of idea numbers."""

MOST_HEADING = 16.0


@dataclass(frozen=True, slots=True)
class Density:
    """How closely rows are set: the type of the ideas, air above and below, side of a bubble."""

    type: Type
    air: float
    bubble: float


ROOMY = Density(Type(10.5, leading=1.35), 2.0, 5.5)
CLOSE = Density(Type(9.5, leading=1.25), 1.0, 5.0)
LARGE = Density(Type(13.0, leading=1.35), 3.0, 7.0)


def lay_out(subject: Subject) -> Layout:
    """Lay out the ballot of a round on as few pages as it takes, roomily where that costs none.

    Raises `DomainError` where there is nothing to vote on, or no room for the bubbles.
    """
    contest = subject.contest
    if contest is None:
        raise DomainError("The round of this ballot is gone: print the ballots again.")
    if not contest.ideas:
        raise DomainError(f"“{contest.round.title}” has no ideas yet: add some, then print.")
    ways = (LARGE, ROOMY) if subject.paper.large else (ROOMY, CLOSE)
    layouts = [_Ballot(subject, contest, density).layout() for density in ways]
    return min(layouts, key=lambda layout: len(layout.pages))


def instruction(contest: Contest, words: Language) -> str:
    """What to do with the ballot, in plain words."""
    limit = contest.round.stacking
    sentences = []
    if contest.criteria:
        sentences.append(words("Fill one circle for each of your dots."))
    else:
        said = words.plural(
            "You have one dot: fill one circle beside the idea that you support.",
            "You have {n} dots: fill one circle for each, beside the ideas that you support.",
            contest.dots_for(None),
        )
        sentences.append(said)
    if limit is None:
        if contest.dots_each > 1:
            sentences.append(words("You may give several dots to one idea."))
    else:
        said = words.plural("At most one dot an idea.", "At most {n} dots an idea.", limit)
        sentences.append(said)
    sentences.append(words("Please write no name."))
    return " ".join(sentences)


class _Ballot:
    def __init__(self, subject: Subject, contest: Contest, density: Density) -> None:
        self.subject, self.contest, self.density = subject, contest, density
        self.words = subject.words
        round_ = contest.round
        principle = subject.workshop.find(Principle, round_.principle)
        head = Head(
            round_.title or self.words("Dot vote"),
            principle.name if principle else "",
            instruction(contest, self.words),
            (self.words("Ballot {number} of {total}"), self.words("Ballot {number}")),
            marked=True,
        )
        self.head = head
        self.flow = Flow(begin(subject, head), lambda: go_on(subject, head))
        self.grid: Grid = grid_of(contest, self.flow.room.width, density.bubble, NUMBER)

    def layout(self) -> Layout:
        self._introduce()
        self._columns()
        group: str | None = None
        for idea in self.contest.ideas:
            named = self._group(idea)
            self._row(idea, named, named if named != group else "")
            group = named
        extra = in_full(self.flow.drafts, self.subject, self.head, self.words)
        return finished([*self.flow.drafts, *extra])

    def _introduce(self) -> None:
        """Set the question of the stage, and what each criterion means."""
        flow = self.flow
        stage = self.subject.workshop.find(Stage, self.contest.round.stage)
        if stage is not None and stage.prompt.strip():
            room = Rect(flow.room.x, flow.y, flow.room.width, 22.0)
            flow.y = (
                flow.draft.text(
                    stage.prompt, room, Type(self.density.type.size + 1.5, 7.0, bold=True)
                )
                + GAP
            )
        for criterion in self.contest.criteria:
            n = self.contest.dots_for(criterion.id)
            dots = self.words.plural("one dot", "{n} dots", n)
            parts = (criterion.name, dots, criterion.meaning)
            flow.text(
                " · ".join(part for part in parts if part),
                Type(max(self.density.type.size - 0.5, 10.0), leading=1.35),
            )
        if self.contest.criteria:
            flow.skip(GAP / 2)

    def _columns(self) -> None:
        """Name the columns of bubbles, where there is more than one, and open the list."""
        flow, grid = self.flow, self.grid
        if self.contest.criteria and not grid.stacked:
            bottom = flow.y
            for group in grid.groups:
                box = Rect(flow.room.right - grid.width + group.x, flow.y, group.width, 11.0)
                name = Type(9.5, 6.0, bold=True, leading=1.15)
                bottom = max(bottom, flow.draft.text(group.name, box, name))
            flow.y = bottom + 1.0
        flow.draft.rule(flow.room.x, flow.y, flow.room.right, INK, 0.5)

    def _group(self, idea: Idea) -> str:
        """The principle to head the idea with, where the round spans several."""
        if self.contest.round.principle is not None:
            return ""
        principle = self.subject.workshop.find(Principle, idea.principle)
        return principle.name if principle else ""

    def _row(self, idea: Idea, group: str, heading: str) -> None:
        flow, grid, density = self.flow, self.grid, self.density
        beside = 0.0 if grid.stacked else grid.width + 5.0
        width = flow.room.width - NUMBER - beside
        lines = density.type.lines(idea.text, width)
        above = self._heading(heading) if heading else 0.0
        if above + self._height(len(lines)) > flow.left and not flow.is_fresh:
            flow.turn()
            self._columns()
            heading = group
        if heading:
            self._heading(heading, draw=True)
        self._fill(idea, lines, width)

    def _heading(self, text: str, *, draw: bool = False) -> float:
        """The height that the name of a group of ideas takes; with `draw` it is set."""
        flow = self.flow
        title = Type(self.density.type.size - 1, 7.0, bold=True, colour=ACCENT, leading=1.25)
        box = Rect(flow.room.x, flow.y + 2.6, flow.room.width, MOST_HEADING)
        if draw:
            flow.y = flow.draft.text(text, box, title) + 0.9
        return min(title.fit(text, box).height * POINT, MOST_HEADING) + 3.5

    def _height(self, lines: int) -> float:
        text = lines * self.density.type.step
        inner = text + self.grid.height + 1.0 if self.grid.stacked else max(text, self.grid.height)
        return math.ceil(2 * (inner + 2 * self.density.air)) / 2

    def _fill(self, idea: Idea, lines: list[Line], width: float) -> None:
        """Set an idea; one that is longer than a page goes on to the next."""
        flow, type_, air = self.flow, self.density.type, self.density.air
        reserved = self.grid.height + 1.0 if self.grid.stacked else 0.0
        if max(self.grid.height, reserved + type_.step) + 2 * air > flow.left:
            raise DomainError("So many dots do not fit on a ballot: give fewer, or stack fewer.")
        first = True
        while lines:
            room = flow.left - 2 * air - (reserved if first else 0.0)
            count = max(int(room / type_.step + 1e-6), 1)
            part, lines = lines[:count], lines[count:]
            top = flow.y
            bottom = top + air + len(part) * type_.step
            box = Rect(flow.room.x + NUMBER, top + air, width, bottom - top - air)
            if first:
                self._mark(idea, top, bottom, one_line=not lines and len(part) == 1)
                height = self._height(len(part))
            else:
                height = math.ceil(2 * (bottom - top + air)) / 2
            flow.draft.lines(
                part, self._centred(box, part, height), type_, type_.size * type_.leading
            )
            flow.y = top + height
            first = False
            flow.draft.rule(flow.room.x, flow.y, flow.room.right, HAIRLINE, 0.35)
            if lines:
                flow.turn()
                self._columns()

    def _centred(self, box: Rect, part: list[Line], height: float) -> Rect:
        """A single line stands in the middle of its row, beside its bubbles."""
        if self.grid.stacked or len(part) > 1:
            return box
        top = box.y - self.density.air + (height - box.height) / 2
        return Rect(box.x, top, box.width, box.height)

    def _mark(self, idea: Idea, top: float, bottom: float, *, one_line: bool) -> None:
        """Set the number of an idea and its bubbles."""
        flow, grid, draft = self.flow, self.grid, self.flow.draft
        type_ = Type(self.density.type.size, bold=True, leading=self.density.type.leading)
        number = Rect(flow.room.x, top + self.density.air, NUMBER - 3.0, type_.step)
        small = Type(type_.size, 6.0, bold=True, leading=type_.leading)
        shown = self._centred(number, [], self._height(1)) if one_line else number
        draft.text(self.words.number(idea.number), shown, small)
        if grid.stacked:
            self._stacked(idea, bottom + 1.0)
            return
        height = self._height(1) - 2 * self.density.air
        y = top + self.density.air + max((height - grid.height) / 2, 0.0)
        _bubbles(draft, grid, idea, flow.room.right - grid.width, y)

    def _stacked(self, idea: Idea, y: float) -> None:
        flow, grid = self.flow, self.grid
        x = flow.room.x + NUMBER
        name = Type(9.0, 6.0, colour=MUTED, leading=1.15)
        for group in grid.groups:
            left = x + group.x + group.width + 2.0
            box = Rect(left, y + group.y, grid.label - 2.0, grid.side)
            flow.draft.text(group.name, box, name, middle=True)
        _bubbles(flow.draft, grid, idea, x, y)


def _bubbles(draft: Draft, grid: Grid, idea: Idea, x: float, y: float) -> None:
    for group in grid.groups:
        for place, (left, top) in enumerate(group.places, 1):
            rect = Rect(x + group.x + left, y + group.y + top, grid.side, grid.side)
            draft.bubbles.append(Bubble(idea.id, group.criterion, place, rect))
