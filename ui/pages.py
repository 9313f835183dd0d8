"""Which pages there are, in which mode of the window, and which page shows which stage.

A page's module is imported when it is first shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.change import Change
from facilitator.model.kinds import StageKind
from facilitator.model.records import Stage
from ui.stages.page import Page, Room

THEMES = "themes"
"""The key of the page on which notes are sorted into themes; it belongs to no stage."""


class Mode(StrEnum):
    """What the facilitator does: each mode has a rail of its own."""

    PREPARE = "prepare"
    RUN = "run"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Beside:
    """A page that belongs to no stage: its key, its mode, its title, what it is for."""

    key: str
    mode: Mode
    title: str
    about: str
    icon: str


BESIDE = (
    Beside("facts", Mode.PREPARE, "Facts", "What the workshop is, when and where.", "facts"),
    Beside(
        "principles",
        Mode.PREPARE,
        "Principles",
        "The subjects of the workshop, each with a wall of its own.",
        "principles",
    ),
    Beside(
        "tables", Mode.PREPARE, "Tables", "The tables in the room at which people work.", "tables"
    ),
    Beside(
        "agenda",
        Mode.PREPARE,
        "Agenda",
        "The stages of the day: order, minutes, prompts and private notes.",
        "agenda",
    ),
    Beside(
        "sectors",
        Mode.PREPARE,
        "Sectors",
        "The sectors with which participants identify.",
        "sectors",
    ),
    Beside(
        "participants",
        Mode.PREPARE,
        "Participants",
        "Who is expected: typed, pasted, or imported from a spreadsheet.",
        "participants",
    ),
    Beside("rounds", Mode.PREPARE, "Voting rounds", "How people vote, and on what.", "rounds"),
    Beside(
        "evaluation",
        Mode.PREPARE,
        "Evaluation",
        "The questions on the form that people fill in at the end.",
        "evaluation",
    ),
    Beside(
        "resources",
        Mode.PREPARE,
        "Links",
        "What to read or watch, as codes on the agenda handout.",
        "links",
    ),
    Beside(
        "door",
        Mode.RUN,
        "At the door",
        "Two letters of a name, Enter: arrived.",
        "door",
    ),
    Beside(
        THEMES,
        Mode.REVIEW,
        "Themes and insights",
        "Sort notes into themes, name each, and say what it tells.",
        "sort",
    ),
    Beside(
        "alike",
        Mode.REVIEW,
        "Alike ideas",
        "Ideas that say the same count as one in the vote; every text is kept.",
        "alike",
    ),
    Beside("bin", Mode.REVIEW, "Bin", "What was deleted, to be put back.", "bin"),
    Beside(
        "history",
        Mode.REVIEW,
        "History",
        "What was done, when and by whom; nothing is ever rubbed out here.",
        "history",
    ),
)
"""The pages beside the agenda, in the order of their rails; those of `RUN` stand before it."""


def beside(key: str) -> Beside | None:
    """The page of that key; None for a stage's."""
    return next((page for page in BESIDE if page.key == key), None)


def asks_for_another_page(change: Change) -> bool:
    """Whether a stage is gone, or is shown by another page than before."""
    before, after = change.before, change.after
    if not isinstance(before, Stage):
        return False
    if not isinstance(after, Stage):
        return True
    return (before.kind, before.description) != (after.kind, after.description)


def page_for(room: Room, key: str) -> Page:
    """The page of a stage by its id, or of a page beside the agenda by its key."""
    if beside(key) is not None:
        return _page_beside(room, key)
    return _page_of_stage(room, room.session.workshop.get(Stage, key))


def _page_beside(room: Room, key: str) -> Page:
    match key:
        case "themes":
            from ui.board.page import BoardPage

            return BoardPage(room)
        case "alike":
            from ui.alike.page import AlikePage

            return AlikePage(room)
        case "bin":
            from ui.review.bin_page import BinPage

            return BinPage(room)
        case "history":
            from ui.review.history_page import HistoryPage

            return HistoryPage(room)
        case "participants":
            from ui.people.participants import ParticipantsPage

            return ParticipantsPage(room)
        case "door":
            from ui.people.door import DoorPage

            return DoorPage(room)
        case _:
            from ui.prepare.pages import plan_page

            return plan_page(room, key)


def _page_of_stage(room: Room, stage: Stage) -> Page:
    match stage.kind:
        case StageKind.SWOT:
            from ui.stages.swot import SwotPage

            return SwotPage(room, stage)
        case StageKind.PRIORITIZATION:
            from ui.stages.votes.page import VotesPage

            return VotesPage(room, stage)
        case StageKind.IDEATION:
            from ui.stages.ideas import IdeasPage

            return IdeasPage(room, stage)
        case StageKind.GALLERY_WALK:
            from ui.stages.walk import WalkPage

            return WalkPage(room, stage)
        case StageKind.QUESTION_AND_ANSWER:
            from ui.stages.questions import QuestionsPage

            return QuestionsPage(room, stage)
        case StageKind.EVALUATION:
            from ui.stages.evaluation import EvaluationPage

            return EvaluationPage(room, stage)
        case _:
            from ui.stages.notes import NotesPage

            return NotesPage(room, stage)
