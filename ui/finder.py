"""What the palette offers: pages, commands and what people typed; and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.model.citing import code_of
from facilitator.model.records import Stage
from facilitator.model.searching import text_of
from ui.actions import ACTIONS, Actions, keys_of
from ui.pages import BESIDE
from ui.review.naming import kind_titles
from ui.search import Search
from ui.stages.page import Room

if TYPE_CHECKING:
    from ui.dialogs.palette import Offer, Palette

_MOST_COMMANDS = 8


class Finder(QObject):
    """Opens the palette, and passes on what was chosen in it.

    `went` carries the key of a page, `found` a record to be shown; `closed` says that the palette
    is gone and nothing was chosen.
    """

    went = Signal(str)
    found = Signal(object)
    closed = Signal()

    def __init__(self, room: Room, actions: Actions, window: QWidget) -> None:
        """A finder for a window with these actions."""
        super().__init__(window)
        self._room, self._actions, self._window = room, actions, window
        self.search = Search(room.session, self)

    def open(self) -> Palette:
        """Open the palette."""
        from ui.dialogs.palette import Palette

        before = self._window.focusWidget()
        self.search.prepare()
        palette = Palette(self._room, self._window, self._offers)
        self.search.ready.connect(palette.renew)
        palette.chosen.connect(partial(self._run, before))
        palette.rejected.connect(self.closed)
        palette.finished.connect(palette.deleteLater)
        palette.open()
        palette.line.setFocus()
        return palette

    def _run(self, before: QWidget | None, run: Callable[[], object]) -> None:
        """Do what was chosen where the keys were before, so that it is done to what was chosen."""
        self._window.activateWindow()
        if before is not None:
            before.setFocus()
        run()

    def _offers(self, text: str) -> list[Offer]:
        words = text.casefold().split()
        return [
            *self._pages(words),
            *list(self._commands(words))[:_MOST_COMMANDS],
            *self._records(text),
        ]

    def _pages(self, words: list[str]) -> Iterator[Offer]:
        from ui.dialogs.palette import Offer

        room = self._room
        stages = [(stage.id, stage.title) for stage in room.session.workshop.all(Stage)]
        for key, title in [*stages, *((page.key, room.words(page.title)) for page in BESIDE)]:
            if _holds(title, words):
                yield Offer(title, room.words("Page"), partial(self.went.emit, key))

    def _commands(self, words: list[str]) -> Iterator[Offer]:
        from ui.dialogs.palette import Offer

        for action in ACTIONS:
            qt = self._actions.qt(action.id)
            text = qt.text().replace("&", "").rstrip("…")
            if qt.isEnabled() and action.id != "palette" and _holds(text, words):
                kind = keys_of(action.id) or self._room.words("Command")
                yield Offer(text, kind, qt.trigger)

    def _records(self, text: str) -> Iterator[Offer]:
        from ui.dialogs.palette import Offer

        workshop, kinds = self._room.session.workshop, kind_titles(self._room.words)
        for found in self.search.find(text):
            record = workshop.find(found.type, found.id)
            if record is None:
                continue
            said = " ".join(part for part in (kinds[found.type], code_of(record)) if part)
            line = " ".join(text_of(record).split())[:300]
            yield Offer(line, said, partial(self.found.emit, record))


def _holds(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
