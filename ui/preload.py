"""What pages need and the first frame does not: loaded in quiet moments, before one asks for it.

In another thread it would be in nobody's way, but for Python's one lock; and what is loaded there
is cleared away there, too, which Qt does not survive.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import partial

from facilitator.language import Language

MODULES = (
    *("ui.dialogs.palette", "ui.models.records", "ui.models.cards"),
    *("facilitator.model.plan.acts", "ui.prepare.editors", "ui.prepare.form"),
    *("PySide6.QtWidgets:QStyle", "PySide6.QtWidgets:QStyleOptionViewItem"),
    *("PySide6.QtGui:QTextLayout", "PySide6.QtGui:QTextOption", "PySide6.QtGui:QTextCursor"),
    *("ui.widgets.in_place", "ui.widgets.card_list", "ui.prepare.list_side", "ui.prepare.page"),
    *("ui.prepare.pages", "ui.prepare.facts", "ui.prepare.lists", "ui.prepare.agenda"),
    *("ui.prepare.rounds", "ui.prepare.evaluation"),
    *("facilitator.model.scene", "facilitator.model.voting.dots", "facilitator.model.staging"),
    *("facilitator.model.swot", "ui.stages.cards", "ui.stages.quadrants", "ui.stages.swot"),
    *("ui.stages.ideas", "ui.stages.walk", "ui.stages.questions"),
    *("facilitator.model.people", "ui.people.importing", "ui.people.participants"),
    *("ui.people.counts", "ui.people.door"),
    *("ui.models.forms", "ui.stages.evaluation_forms", "ui.stages.evaluation"),
    *("ui.stages.votes.rows", "ui.stages.votes.desk", "ui.stages.votes.ballots"),
    *("ui.stages.votes.rating", "ui.stages.votes.table", "ui.stages.votes.page"),
    *("ui.board.columns", "ui.board.page", "ui.alike.pair_list", "ui.alike.page"),
    *("ui.review.bin_page", "ui.review.history_page", "facilitator.storage.past"),
    *("ui.projector.frame", "ui.projector.views", "ui.projector.window", "ui.scenes"),
    *("facilitator.storage.search", "ui.dialogs.keys", "ui.dialogs.printing"),
    *("ui.dialogs.preferences", "ui.files"),
    *("decimal", "locale", "babel.localedata", "babel.numbers", "babel.dates"),
)
"""In an order in which each takes a few milliseconds; `module:Name` is a class that Qt's Python
side makes when it is first asked for."""


def preloads(words: Language) -> Iterator[Callable[[], object]]:
    """Jobs for quiet moments."""
    for name in MODULES:
        yield partial(load, name)
    yield partial(words.number, 10_000)


def load(name: str) -> None:
    """Import a module, and make a class of it where one is named."""
    module, _, own = name.partition(":")
    loaded = importlib.import_module(module)
    if own:
        getattr(loaded, own)
