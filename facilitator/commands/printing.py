"""Printing sheets: the PDF and the lines in the journal come together, or neither does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.commands.outputs import written
from facilitator.language import Language
from facilitator.model.kinds import SheetKind
from facilitator.model.printing import register_sheets
from facilitator.model.records import Sheet
from facilitator.storage import WorkshopFile

if TYPE_CHECKING:
    from facilitator.paper.planning import Plan

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
    after: Sequence[Sheet] = (),
) -> Plan:
    """Draw sheets into a PDF and register them; no kinds: all that can be printed now.

    `after` are sheets registered before that stand in the PDF as well, before the new ones.
    """
    from facilitator.paper.draw import draw_sheets
    from facilitator.paper.planning import plan_sheets

    workshop = file.workshop
    words = Language(language or workshop.facts.language)
    plan = plan_sheets(workshop, kinds, paper, words.code, now or datetime.now(UTC))
    registered = False
    try:
        with written(out) as part:
            draw_sheets(workshop, (*after, *plan.sheets), words, part, quietly)
            file.perform(register_sheets(plan.sheets))
            registered = True
    except BaseException:
        if registered:  # the PDF did not get to its place
            file.undo()
        raise
    return plan


def quietly(text: str, fraction: float) -> None:
    """Progress that nobody looks at."""


def counted(sheets: Sequence[Sheet]) -> str:
    """How many sheets of which kinds: 1 agenda, 37 ballots."""
    numbers = Counter(sheet.kind for sheet in sheets)
    return ", ".join(f"{n} {_NAMES[kind][n != 1]}" for kind, n in numbers.items())
