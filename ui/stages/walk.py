"""The gallery walk: ideas for the walls of others, and support, marked as from there."""

from __future__ import annotations

import re
from functools import partial

from facilitator.model import ideas
from facilitator.model.citing import code_of
from facilitator.model.kinds import Origin
from facilitator.model.records import Stage
from ui.actions import Handlers, keys_of
from ui.stages.ideas import IdeasPage
from ui.stages.page import Room, sector_chooser
from ui.widgets.chooser import Chooser

_SUPPORT = re.compile(r"\s*\+\s*(\d{1,6})(?:\s+(.*))?")


class WalkPage(IdeasPage):
    """A wall a principle: another one in one key; +3 is support for the chosen idea."""

    origin = Origin.GALLERY_WALK

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        self.sectors = sector_chooser(room, f"{stage.id}/sector")
        super().__init__(room, stage)

    def choosers(self) -> tuple[Chooser, ...]:
        """The wall, and the sector of those who support."""
        return (self.principles, self.sectors)

    def hints(self) -> list[str]:
        """The keys of the page."""
        words = self.words
        return [
            words("{key} or +3: support", key=keys_of("support")),
            words("{key}: their sector", key=keys_of("next_table")),
            words("{key}: the next wall", key=keys_of("next_principle")),
            words("Up: to the ideas"),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]

    def handlers(self) -> Handlers:
        """What is done with ideas, and support for them."""
        return dict(super().handlers()) | {
            "next_table": partial(self.sectors.step, 1),
            "previous_table": partial(self.sectors.step, -1),
            "support": partial(self._endorse, 1),
            "withdraw": self._withdraw,
        }

    def say(self) -> None:
        """Say what Enter will do, and whose wall this is."""
        super().say()
        support, idea = _SUPPORT.fullmatch(self.entry.text()), self.idea()
        hint = self.entry.line.accessibleDescription()
        if support and idea is not None:
            hint = self.words.plural(
                "Enter: {n} person supports {idea}",
                "Enter: {n} people support {idea}",
                int(support[1]),
                idea=code_of(idea),
            )
        elif support:
            hint = self.words("Choose an idea first: Up")
        how = self.words("Type an idea, or +3 where so many support the chosen one")
        self.entry.say(hint, how)

    def enter(self, text: str) -> bool:
        """Record an idea, or support for the one that is chosen."""
        support = _SUPPORT.fullmatch(text)
        if support:
            return self._endorse(int(support[1]), support[2] or "")
        return super().enter(text)

    def _endorse(self, people: int, said: str = "") -> bool:
        idea = self.idea()
        if idea is None:
            self.session.refused.emit(self.words("Choose the idea that is supported first: Up."))
            return False
        done = self.session.do(
            ideas.endorse,
            idea.id,
            people,
            text=said,
            sector=self.sectors.id,
            stage=self._stage,
        )
        if done:
            self.sectors.choose(None)
        return done is not None

    def _withdraw(self) -> None:
        idea = self.idea()
        if idea is not None:
            self.session.do(ideas.withdraw_support, idea.id)
