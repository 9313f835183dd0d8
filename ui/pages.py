"""Which page shows which stage."""

from __future__ import annotations

from facilitator.model.kinds import StageKind
from facilitator.model.records import Stage
from ui.stages.evaluation import EvaluationPage
from ui.stages.ideas import IdeasPage
from ui.stages.notes import NotesPage
from ui.stages.page import Page, Room
from ui.stages.questions import QuestionsPage
from ui.stages.swot import SwotPage
from ui.stages.themes import ThemesPage
from ui.stages.votes.page import VotesPage

THEMES = "themes"
"""The key of the page on which notes are sorted into themes; it belongs to no stage."""


def page_for(room: Room, key: str) -> Page:
    """The page of a stage by its id, or of a page beside the agenda by its key."""
    if key == THEMES:
        return ThemesPage(room)
    stage = room.session.workshop.get(Stage, key)
    match stage.kind:
        case StageKind.SWOT:
            return SwotPage(room, stage)
        case StageKind.PRIORITIZATION:
            return VotesPage(room, stage)
        case StageKind.IDEATION | StageKind.GALLERY_WALK:
            return IdeasPage(room, stage)
        case StageKind.QUESTION_AND_ANSWER:
            return QuestionsPage(room, stage)
        case StageKind.EVALUATION:
            return EvaluationPage(room, stage)
        case _:
            return NotesPage(room, stage)
