"""Printing sheets: the PDF and the lines in the journal come together, or neither does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from facilitator.commands.outputs import written
from facilitator.language import Language
from facilitator.model.kinds import SheetKind
from facilitator.model.printing import register_sheets
from facilitator.model.records import Sheet
from facilitator.storage import WorkshopFile

_NAMES = {
    SheetKind.AGENDA: ("agenda", "agendas"),
    SheetKind.SWOT: ("SWOT sheet", "SWOT sheets"),
    SheetKind.IDEA: ("idea card", "idea cards"),
    SheetKind.BALLOT: ("ballot", "ballots"),
    SheetKind.POSTER: ("wall poster", "wall posters"),
}


def print_sheets(
    file: WorkshopFile,
    out: Path,
    kinds: Collection[SheetKind] = (),
    *,
    paper: str = "letter",
    language: str | None = None,
    now: datetime | None = None,
) -> tuple[Sheet, ...]:
    """Draw sheets into a PDF and register them; no kinds: all that can be printed now."""
    from facilitator.paper.draw import draw_sheets
    from facilitator.paper.plan import plan_sheets

    workshop = file.workshop
    words = Language(language or workshop.facts.language)
    moment = now or datetime.now(UTC)
    sheets = plan_sheets(workshop, tuple(kinds) or tuple(SheetKind), paper, words.code, moment)
    registered = False
    try:
        with written(out) as part:
            draw_sheets(workshop, sheets, words, part, quietly)
            file.perform(register_sheets(sheets))
            registered = True
    except BaseException:
        if registered:  # the PDF did not get to its place
            file.undo()
        raise
    return sheets


def quietly(text: str, fraction: float) -> None:
    """Progress that nobody looks at."""


def counted(sheets: Sequence[Sheet]) -> str:
    """How many sheets of which kinds: 1 agenda, 37 ballots."""
    numbers = Counter(sheet.kind for sheet in sheets)
    return ", ".join(f"{n} {_NAMES[kind][n != 1]}" for kind, n in numbers.items())
