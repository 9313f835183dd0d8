"""Which page of the plan shows what."""

from __future__ import annotations

from ui.prepare.page import FactsPage, ListPage
from ui.stages.page import Page, Room


def plan_page(room: Room, key: str) -> Page:
    """The page of that key."""
    match key:
        case "facts":
            from ui.prepare.facts import sections

            return FactsPage(room, sections(room))
        case "principles" | "tables" | "sectors" | "resources":
            from ui.prepare import lists

            return ListPage(room, getattr(lists, key)(room))
        case "agenda":
            from ui.prepare.agenda import agenda

            return ListPage(room, agenda(room))
        case "rounds":
            from ui.prepare.rounds import colours, rounds

            return ListPage(room, rounds(room), colours(room))
        case "evaluation":
            from ui.prepare.evaluation import evaluation

            return ListPage(room, evaluation(room))
    raise LookupError(key)
