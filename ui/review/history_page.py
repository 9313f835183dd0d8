"""The history: every act with who and when, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from facilitator.model.act_names import ACT_NAMES
from ui.acts import act_text, as_title
from ui.models.cards import Card
from ui.review.history_rows import HistoryRows
from ui.review.long_list import LongList
from ui.review.naming import clock_gutter, day_and_clock
from ui.review.told_rows import ToldRows
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.entry_line import Line
from ui.widgets.labels import column, row
from ui.widgets.panel import Panel

if TYPE_CHECKING:
    from ui.session import Happened, Wanted

_SOON = 120
"""Milliseconds after the last key before what was typed is looked for."""


class HistoryPage(Page):
    """Acts, the last first, and beside them what the chosen one changed."""

    def __init__(self, room: Room) -> None:
        """Nothing is read before the page is shown."""
        super().__init__(room)
        words = self.words
        self._stale = True
        self.line = Line(words("Type to filter: what was done, or who did it"), "entryLine")
        self.rows = HistoryRows(self.session, self._card)
        self.list = LongList(
            self.theme,
            self.rows,
            words("History"),
            words("Nothing that was done matches."),
            gutter=clock_gutter(words),
        )
        self.told = ToldRows(room)
        self.told_list = LongList(
            self.theme,
            self.told,
            words("What it changed"),
            words("What the chosen act changed will stand here."),
            gutter="TH00",
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SOON)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self.words
        what = Panel(words("What was done"), self.list, counted=False)
        changed = Panel(words("What it changed"), self.told_list, counted=False)
        for part in (what, changed):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        lists = row(what, changed, gap=12)
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        layout = column(lists, self.line, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._later.start)
        self.line.up.connect(self.list.enter)
        self.line.returnPressed.connect(self._enter_list)
        self._later.timeout.connect(self._look)
        self.list.leave.connect(self.take_focus)
        self.list.entered.connect(self.told_list.enter)
        self.told_list.leave.connect(self.list.setFocus)
        self.told_list.entered.connect(self.list.setFocus)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.session.changed.connect(self._follow)

    def take_focus(self) -> None:
        """Typing goes to the line that looks for acts."""
        self.line.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history where something was done since."""
        super().showEvent(event)
        if self._stale:
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows everything again; Down goes to the list as Up does."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            self._look()
        elif event.key() == Qt.Key.Key_Down:
            self.list.enter()
        else:
            super().keyPressEvent(event)

    def _enter_list(self) -> None:
        self._look()
        self.list.enter()

    def _look(self) -> None:
        self._later.stop()
        self._stale = False
        self.rows.show(self._wanted())
        self.list.go(0)
        self._tell()

    def _wanted(self) -> Wanted | None:
        """The acts whose names hold what is typed, and the people whose names do."""
        typed = self.line.text().casefold().split()
        if not typed:
            return None
        names = [
            name
            for name, (one, many) in ACT_NAMES.items()
            if _holds(self.words.plural(one, many, 1), typed)
            or _holds(self.words.plural(one, many, 2), typed)
        ]
        return self.session.wanted(
            names, [who for who in self.session.people() if _holds(who, typed)]
        )

    def _follow(self, _changes: Changes) -> None:
        if not self.isVisible():
            self._stale = True
            return
        first = self.list.currentIndex().row() <= 0
        self.rows.renew()
        if first:
            self.list.go(0)
        self._tell()

    def _tell(self) -> None:
        index = self.list.currentIndex()
        self.told.show(self.rows.row(index.row()).header.id if index.isValid() else "")

    def _card(self, happened: Happened) -> Card:
        day, clock = day_and_clock(self.room, happened.when)
        said = act_text(self.words, happened.header)
        said = as_title(said) or self.words("Done by a newer program")
        parts = (day, happened.header.by, self._undone(happened))
        remark = " · ".join(part for part in parts if part)
        return Card(said, clock, remark=remark, muted=happened.undone is not None)

    def _undone(self, happened: Happened) -> str:
        undone, when = happened.undone, happened.undone_when
        if undone is None or when is None:
            return ""
        clock = day_and_clock(self.room, when)[1]
        if undone.by and undone.by != happened.header.by:
            return self.words("undone at {time} by {name}", time=clock, name=undone.by)
        return self.words("undone at {time}", time=clock)


def _holds(text: str, typed: list[str]) -> bool:
    return all(word in text.casefold() for word in typed)
