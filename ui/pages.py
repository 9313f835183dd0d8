"""Which page shows which stage. A page's module is imported when it is first shown."""

from __future__ import annotations

from facilitator.model.kinds import StageKind
from facilitator.model.records import Stage
from ui.stages.page import Page, Room

THEMES = "themes"
"""The key of the page on which notes are sorted into themes; it belongs to no stage."""


def page_for(room: Room, key: str) -> Page:
    """The page of a stage by its id, or of a page beside the agenda by its key."""
    if key == THEMES:
        from ui.stages.themes import ThemesPage

        return ThemesPage(room)
    stage = room.session.workshop.get(Stage, key)
    match stage.kind:
        case StageKind.SWOT:
            from ui.stages.swot import SwotPage

            return SwotPage(room, stage)
        case StageKind.PRIORITIZATION:
            from ui.stages.votes.page import VotesPage

            return VotesPage(room, stage)
        case StageKind.IDEATION | StageKind.GALLERY_WALK:
            from ui.stages.ideas import IdeasPage

            return IdeasPage(room, stage)
        case StageKind.QUESTION_AND_ANSWER:
            from ui.stages.questions import QuestionsPage

            return QuestionsPage(room, stage)
        case StageKind.EVALUATION:
            from ui.stages.evaluation import EvaluationPage

            return EvaluationPage(room, stage)
        case _:
            from ui.stages.notes import NotesPage

            return NotesPage(room, stage)
