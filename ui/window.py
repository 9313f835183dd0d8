"""The window of an open workshop: it puts the parts together, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from facilitator.language import Language
from facilitator.model.records import Facts, Record, Stage
from ui.actions import AT_START, PREFERRING, Actions
from ui.clock import Read, SteadyClock, read_clocks
from ui.destinations import page_of
from ui.finder import Finder
from ui.frame import Frame
from ui.header import Header
from ui.memory import Memory
from ui.navigation import Navigation
from ui.pages import asks_for_another_page
from ui.printing import Printing
from ui.projection import Projection
from ui.running import Running
from ui.session import Changes, Session
from ui.stages.page import Page, Room
from ui.theme import Theme, wear
from ui.undoing import Undoing
from ui.widgets.banner import Banner, Offer
from ui.widgets.labels import column, row


class Window(QMainWindow):
    """One open workshop; `asked` carries the id of an action about files, such as `open`.

    `saving_elsewhere` is sent where the file cannot be written, and another shall take its place.
    """

    asked = Signal(str)
    saving_elsewhere = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        words: Language,
        clocks: Read = read_clocks,
    ) -> None:
        """Show a session; `clocks` reads those of the machine."""
        super().__init__()
        self._session, self._theme, self._words = session, theme, words
        self.memory = Memory(session.workshop.facts.id, self)
        clock = SteadyClock(self.memory, clocks)
        self._room = Room(session, words, theme, clock, clock.wall, self.memory)
        self._frames: dict[str, Frame] = {}
        self._warned = False
        self._look = QTimer(self)  # after a page has let go of what is saved
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._say_saved)
        self.actions_ = Actions(self, self.menuBar(), words)
        self._undoing = Undoing(session, self.actions_, words)
        self.header = Header(self._room, self.actions_)
        self.rail = Navigation(self._room)
        self.banner = Banner(theme, words)
        self.printing = Printing(self._room, self)
        self.finder = Finder(self._room, self.actions_, self)
        self.running = Running(self._room, clock, lambda: self.rail.current, self)
        self.projection = Projection(self._room, self, self.actions_.qt)
        self._stack = QStackedWidget()
        self._lay_out()
        self.rail.went.connect(self._go)
        session.changed.connect(self._follow)
        session.refused.connect(self.banner.refuse)
        session.unsaved.connect(self._not_saved)
        self.printing.told.connect(self.banner.tell)
        self.printing.made.connect(self.banner.tell)
        self.printing.refused.connect(self.banner.warn)
        self.printing.closed.connect(self._resume)
        self.finder.closed.connect(self._resume)
        self.finder.went.connect(self.rail.go)
        self.finder.found.connect(self._show_record)
        self.running.went.connect(self.rail.go)
        self.running.told.connect(self.banner.tell)
        self.running.ticked.connect(self._tick)
        self.running.ticked.connect(self.projection.tick)
        self.projection.turned.connect(lambda: self.header.say_shown(self.projection.showing))
        self._renew_title()
        self.running.renew()
        self.rail.go_to_first()
        self.running.tick()
        wear(self, theme)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._frame().page

    def may_close(self) -> bool:
        """Save what is typed; where that fails, say so once, and close when asked again."""
        if self._warned or self._saves_all():
            return True
        self._warned = True
        self.banner.warn(
            self._words(
                "What was typed could not be saved: mend it, or copy it elsewhere. "
                "Closing once more leaves it out."
            )
        )
        return False

    def may_hand_over(self) -> bool:
        """Whether another window may take over the file; where not, say why."""
        if self.printing.busy:
            self.banner.warn(self._words("Something is being printed: wait for it or cancel it."))
            return False
        if not self._saves_all():
            self.banner.warn(
                self._words("What was typed could not be saved: mend it, or copy it elsewhere.")
            )
            return False
        self.memory.flush()
        return True

    def _saves_all(self) -> bool:
        """Whether all notes and fields, which save as they are left, could be saved."""
        self._leave_page()
        return not any(getattr(own, "unsaved", False) for own in self.findChildren(QWidget))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file once nothing is being printed."""
        if not self.may_close():
            event.ignore()
            return
        self.printing.stop()
        self.running.stop()
        self.projection.close()
        self.finder.search.stop()
        self.memory.flush()
        self._session.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        messages = column(self.banner, self.printing.bar, margins=(24, 8, 24, 0), gap=8)
        centre = column(messages, self._stack, gap=0)
        centre.setStretch(1, 1)
        body = row(self.rail, centre, gap=0)
        body.setStretch(1, 1)
        whole = QWidget()
        whole.setObjectName("page")
        layout = column(self.header, body, gap=0)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        self.setCentralWidget(whole)
        self.resize(1280, 720)

    def _frame(self, key: str | None = None) -> Frame:
        key = key or self.rail.current
        if key not in self._frames:
            frame = Frame(self._room, key)
            if frame.head is not None:
                frame.head.asked.connect(lambda id_: self.actions_.qt(id_).trigger())
            frame.page.asked.connect(lambda id_: self.actions_.qt(id_).trigger())
            self._frames[key] = frame
            self._stack.addWidget(frame)
        return self._frames[key]

    def _go(self, key: str) -> None:
        self.banner.leave()
        self._leave_page()
        frame = self._frame(key)
        frame.renew()
        self._stack.setCurrentWidget(frame)
        self.actions_.take(self._handlers() | dict(frame.handlers()))
        self.projection.look_at(key, frame.page)
        self._undoing.renew()
        frame.page.take_focus()

    def _leave_page(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        asked = (*AT_START, "close", *PREFERRING)
        own = {id_: partial(self.asked.emit, id_) for id_ in asked} | self.rail.handlers()
        moves = self.running.moves() | {"undo": self._session.undo, "redo": self._session.redo}
        own |= {id_: partial(self._move, move) for id_, move in moves.items()}
        own |= self.running.adjustments() | self.projection.handlers()
        return own | {
            "running": self.rail.go_to_running,
            "entry": lambda: self.page.take_focus(),
            "handouts": self.printing.ask_for_handouts,
            "report": self.printing.ask_for_report,
            "palette": self.finder.open,
            "shortcuts": lambda: self.printing.show_keys(),
        }

    def _move(self, move: Callable[[], object]) -> None:
        """Do what may change under the hands of who types; typing goes on in the entry line."""
        self._leave_page()
        move()
        self.page.take_focus()

    def _tick(self) -> None:
        self.rail.tick()
        self._frame().tick()

    def _resume(self) -> None:
        """Typing goes on where it was before a dialog."""
        self.activateWindow()
        self.page.take_focus()

    def _show_record(self, record: Record) -> None:
        """Go to what was found, and choose it there."""
        self.rail.go(page_of(self._session.workshop, record))
        self.page.reveal(record)

    def _follow(self, changes: Changes) -> None:
        self.banner.hide()
        self._warned = False
        self._look.start()
        kinds = {type(change.record) for change in changes}
        if Facts in kinds:
            self._renew_title()
        if kinds & {Stage, Facts}:
            self._let_go_of({c.id for c in changes if asks_for_another_page(c)})
            self.running.renew()
            self.rail.renew()
            if self.rail.current not in self._frames:
                self._go(self.rail.current)
            for frame in self._frames.values():
                frame.renew()
        self._undoing.renew()

    def _let_go_of(self, gone: set[str]) -> None:
        """Drop the pages of stages that are no more, or not as they were."""
        for key in gone & self._frames.keys():
            frame = self._frames.pop(key)
            self._stack.removeWidget(frame)
            frame.deleteLater()

    def _renew_title(self) -> None:
        self.setWindowTitle(f"{self._session.workshop.facts.title} – Facilitator")
        self.header.renew()

    def _not_saved(self, sentence: str) -> None:
        self._look.stop()
        self.header.say_saved(saved=False)
        elsewhere = Offer(self._words("Save all in a new file…"), self.saving_elsewhere.emit)
        self.banner.warn(sentence, elsewhere)

    def _say_saved(self) -> None:
        """“Saved” again once nothing waits that the disk refused."""
        if self.header.is_saved:
            return
        parts = self.findChildren(QWidget)
        waits = any(getattr(own, name, False) for own in parts for name in ("unsaved", "waiting"))
        self.header.say_saved(saved=not waits)
