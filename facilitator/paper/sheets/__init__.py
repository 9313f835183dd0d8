"""One module for each kind of sheet, each a pure function from a subject to a layout."""

from __future__ import annotations

from facilitator.model.kinds import SheetKind
from facilitator.paper.layout import Layout
from facilitator.paper.sheets import agenda, ballot, idea, poster, swot
from facilitator.paper.subject import Subject

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
