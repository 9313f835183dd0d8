"""The scenes for the room's screen, made from the workshop and where the facilitator looks."""

from __future__ import annotations

from facilitator.model.records import (
    Ballot,
    Criterion,
    Entry,
    EvaluationQuestion,
    Facts,
    Idea,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Round,
    Stage,
    Table,
    WallCount,
)
from facilitator.model.scene import BLANK, Ideas, Ratings, Results, Scene, Wall
from facilitator.model.staging import Focus, Now, moved_on, scene_of
from ui.session import Changes
from ui.stages.page import Page, Room

_ALWAYS: tuple[type[Record], ...] = (Facts, Stage, Principle, Table, Round, Criterion)
_OF_NOTES: tuple[type[Record], ...] = (Entry,)
_OF_LISTS: tuple[type[Record], ...] = (Idea, Question, EvaluationQuestion, Participant)
_VOTES: tuple[type[Record], ...] = (Ballot, WallCount, RatingSheet)


class Scenes:
    """Makes scenes; it remembers what the page that was looked at last handed out of itself."""

    def __init__(self, room: Room) -> None:
        """Nothing was looked at yet."""
        self._room = room
        self._focus = Focus()

    def look(self, page: Page) -> None:
        """The facilitator looks at a page of a stage."""
        self._focus = page.shown_to_room()

    def scene(self, stage: str | None, *, one_table: bool) -> Scene:
        """What the room sees of a stage; of None, the agenda of the day."""
        focus = self._focus if one_table else self._focus.of_all_tables()
        return scene_of(self._room.session.workshop, stage, focus, self._now())

    def moved_on(self, scene: Scene, stage: str | None) -> Scene:
        """The same scene a moment later."""
        return moved_on(scene, self._room.session.workshop, stage, self._now())

    @staticmethod
    def black() -> Scene:
        """Nothing at all."""
        return BLANK

    @staticmethod
    def rests_on(scene: Scene, changes: Changes) -> bool:
        """Whether a scene may be another after changes. Votes count once they are revealed."""
        kinds = (*_ALWAYS, *_OF_LISTS)
        if isinstance(scene.body, Wall | Ideas):
            kinds = (*kinds, *_OF_NOTES)
        if isinstance(scene.body, Results | Ratings):
            kinds = (*kinds, *_VOTES)
        return any(isinstance(change.record, kinds) for change in changes)

    def _now(self) -> Now:
        return Now(self._room.clock(), self._room.wall())
