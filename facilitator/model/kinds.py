"""The closed sets of words of the field. Their values are what files and JSON hold."""

from __future__ import annotations

from enum import StrEnum


class StageKind(StrEnum):
    """What happens in a stage of the agenda."""

    INTRODUCTION = "introduction"
    PRESENTATION = "presentation"
    BREAK = "break"
    SWOT = "swot"
    IDEATION = "ideation"
    PRIORITIZATION = "prioritization"
    GALLERY_WALK = "gallery_walk"
    QUESTION_AND_ANSWER = "question_and_answer"
    EVALUATION = "evaluation"


class StageState(StrEnum):
    """Where a stage stands; computed from its times, never stored."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


class Level(StrEnum):
    """How pressing the time of a stage is. The values are colour tokens, but for `calm`."""

    CALM = "calm"
    WARN = "warn"
    OVER = "over"


class Quadrant(StrEnum):
    """The four quadrants of a SWOT, in the order in which they are asked."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"

    @property
    def letter(self) -> str:
        """The quadrant's letter, which always stands beside its colour."""
        return self.value[0].upper()


class Origin(StrEnum):
    """Where an idea arose."""

    IDEATION = "ideation"
    GALLERY_WALK = "gallery_walk"


class Method(StrEnum):
    """How a voting round is counted."""

    BALLOTS = "ballots"
    WALL = "wall"
    RATING = "rating"


class Combine(StrEnum):
    """How the dots given to ideas that were merged become the dots of the one they became.

    `sum` counts every dot; `highest` counts of each ballot, or on the wall of each colour, only
    the most that any one of them got, so that nobody counts twice.
    """

    SUM = "sum"
    HIGHEST = "highest"


class AnswerKind(StrEnum):
    """What an evaluation question takes as its answer."""

    SINGLE = "single"
    SEVERAL = "several"
    SCALE = "scale"
    TEXT = "text"


class SheetKind(StrEnum):
    """What is printed for the room."""

    AGENDA = "agenda"
    SWOT = "swot"
    IDEA = "idea"
    BALLOT = "ballot"
    POSTER = "poster"


class Place(StrEnum):
    """Where in the report a passage of the organizer stands."""

    START = "start"
    PROCESS = "process"
    PARTICIPANTS = "participants"
    AGENDA = "agenda"
    QUESTIONS = "questions"
    EVALUATION = "evaluation"
    INSIGHTS = "insights"
    CLOSING = "closing"


class Illustrative(StrEnum):
    """What in a workshop is made up to show how it looks, and is marked so wherever it stands."""

    ENTRIES = "entries"
    VOTES = "votes"
    ENDORSEMENTS = "endorsements"
    RESPONSES = "responses"
    ANSWERS = "answers"
    TIMES = "times"
