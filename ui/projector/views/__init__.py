"""A view for each kind of body of a scene; each draws a page into a place."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from facilitator.model.scene import (
    Agenda,
    Blank,
    Body,
    Ideas,
    Questions,
    Ratings,
    Results,
    Thanks,
    Vote,
    Wall,
    Words,
)
from ui.projector.listing import ONE_PAGE, Shown
from ui.projector.pen import Pen
from ui.projector.views.agenda import draw_agenda
from ui.projector.views.ideas import draw_ideas
from ui.projector.views.questions import draw_questions
from ui.projector.views.ratings import draw_ratings
from ui.projector.views.results import draw_results
from ui.projector.views.vote import draw_vote
from ui.projector.views.wall import draw_wall


def draw_body(pen: Pen, rect: QRectF, body: Body, page: int) -> Shown:
    """Draw a page of a body into its place; gives which one that is, and of how many."""
    match body:
        case Agenda():
            return draw_agenda(pen, rect, body, page)
        case Wall():
            draw_wall(pen, rect, body)
        case Ideas():
            return draw_ideas(pen, rect, body, page)
        case Vote():
            return draw_vote(pen, rect, body, page)
        case Results():
            return draw_results(pen, rect, body, page)
        case Ratings():
            return draw_ratings(pen, rect, body, page)
        case Questions():
            return draw_questions(pen, rect, body, page)
        case Blank() | Words() | Thanks():
            pass  # posters: `poster.py` draws them whole
    return ONE_PAGE
