"""One module for each kind of sheet, each a pure function from a subject to a layout."""

from __future__ import annotations

from facilitator.model.kinds import SheetKind
from facilitator.model.records import Sheet
from facilitator.model.workshop import Workshop
from facilitator.paper.layout import Layout
from facilitator.paper.sheets import agenda, ballot, idea, poster, swot
from facilitator.paper.subject import Subject, subject_of

_LAID_OUT_BY = {
    SheetKind.AGENDA: agenda.lay_out,
    SheetKind.SWOT: swot.lay_out,
    SheetKind.IDEA: idea.lay_out,
    SheetKind.BALLOT: ballot.lay_out,
    SheetKind.POSTER: poster.lay_out,
}


def lay_out(subject: Subject) -> Layout:
    """Lay a sheet out by its kind. Raises `DomainError` where it cannot be put on paper."""
    return _LAID_OUT_BY[subject.kind](subject)


def layout_of(workshop: Workshop, sheet: Sheet) -> Layout:
    """The pages of a printed sheet, as they were drawn if the workshop has not changed since.

    A reader can tell: the code on a page names the `layout` of its bubbles.
    """
    return lay_out(subject_of(workshop, sheet))
