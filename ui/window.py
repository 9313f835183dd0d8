"""The window of an open workshop: it puts the parts together, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QSizePolicy, QStackedWidget, QToolButton, QWidget

from facilitator.language import Language
from facilitator.model import agenda
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.agenda import state_of
from facilitator.model.kinds import Illustrative, StageState
from facilitator.model.records import ActHeader, Stage
from ui.actions import Actions, Handlers
from ui.pages import THEMES, page_for
from ui.printing import Printing
from ui.session import Changes, Session
from ui.stages.head import StageHead, times_of
from ui.stages.notes import NotesEdit, NotesPage, SideNotes
from ui.stages.page import Clock, Page, Room, wall_clock
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.dress import rename
from ui.widgets.labels import OneLine, column, label, row
from ui.widgets.rail import Place, Rail


class Frame(QWidget):
    """A page under the head of its stage, where it belongs to one."""

    def __init__(self, room: Room, key: str) -> None:
        """The page of that key: a stage's id, or a page beside the agenda."""
        super().__init__()
        self.setObjectName("page")
        self.page: Page = page_for(room, key)
        self.head: StageHead | None = None
        if key != THEMES:
            self.head = StageHead(room, key)
        body = row(self.page, gap=16)
        self.notes: SideNotes | None = None
        if key != THEMES and not isinstance(self.page, NotesPage):
            self.notes = SideNotes(room, key, self.page)
            body.addWidget(self.notes)
        parts = [part for part in (self.head, body) if part is not None]
        layout = column(*parts, margins=(24, 20, 24, 20), gap=16)
        layout.setStretch(layout.count() - 1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """The actions of the page, and of the notes beside it."""
        return dict(self.page.handlers()) | dict(self.notes.handlers() if self.notes else {})


class Window(QMainWindow):
    """One open workshop; `asked` carries the id of an action about files, such as `open`."""

    asked = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        words: Language,
        clock: Clock = wall_clock,
    ) -> None:
        """Show a session; `clock` gives the moment at which stages start and finish."""
        super().__init__()
        self._session, self._theme, self._words = session, theme, words
        self._room = Room(session, words, theme, clock)
        self._frames: dict[str, Frame] = {}
        self._warned = False
        self.actions_ = Actions(self, self.menuBar(), words)
        self.rail = Rail(theme, words("Agenda"))
        self.banner = Banner(theme, words)
        self.printing = Printing(self._room, self)
        self._stack = QStackedWidget()
        self._saved = label(words("Saved ✓"), "saved")
        self._lay_out()
        self.rail.went.connect(self._go)
        session.changed.connect(self._follow)
        session.refused.connect(self.banner.warn)
        session.unsaved.connect(self._not_saved)
        self.printing.told.connect(self.banner.tell)
        self.printing.made.connect(self.banner.tell)
        self.printing.refused.connect(self.banner.warn)
        self.printing.closed.connect(self._resume)
        self._renew_rail()
        self._go_to_running()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._frame().page

    def may_close(self) -> bool:
        """Save what stands in notes; where that fails, say so once, and close when asked again."""
        self._leave_page()
        lost = any(edit.unsaved for edit in self.findChildren(NotesEdit))
        if not lost or self._warned:
            return True
        self._warned = True
        self.banner.warn(
            self._words(
                "Notes of a stage could not be saved: shorten them or copy them elsewhere. "
                "Closing once more leaves them out."
            )
        )
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file once nothing is being printed."""
        if not self.may_close():
            event.ignore()
            return
        self.printing.stop()
        self._session.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        facts = self._session.workshop.facts
        self.setWindowTitle(f"{facts.title} – Facilitator")
        header = QFrame()
        header.setObjectName("header")
        header.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        about = [facts.date] if facts.date else []
        if facts.illustrative:
            about.append(self._words("contains illustrative data"))
        header.setLayout(
            row(
                OneLine(facts.title, "workshop"),
                label("".join(f"· {part} " for part in about), "muted"),
                None,
                self._saved,
                8,
                self._button("undo", "undo"),
                self._button("redo", "redo"),
                self._button("handouts", "print"),
                self._button("report", "report"),
                margins=(16, 8, 16, 8),
            )
        )
        rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(248)
        caption = label(self._words("AGENDA"), "caption")
        made_up = label("", "small")
        if Illustrative.TIMES in facts.illustrative:
            made_up.setText(self._words("illustrative times"))
        side = column(row(caption, None, made_up, margins=(14, 14, 12, 6)), self.rail, gap=0)
        side.setStretch(1, 1)
        rail.setLayout(side)
        messages = column(self.banner, self.printing.bar, margins=(24, 8, 24, 0), gap=8)
        centre = column(messages, self._stack, gap=0)
        centre.setStretch(1, 1)
        body = row(rail, centre, gap=0)
        body.setStretch(1, 1)
        whole = QWidget()
        whole.setObjectName("page")
        layout = column(header, body, gap=0)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        self.setCentralWidget(whole)
        self.resize(1280, 720)

    def _button(self, action: str, icon: str) -> QToolButton:
        button = QToolButton()
        self.actions_.qt(action).setIcon(self._theme.icon(icon))
        button.setDefaultAction(self.actions_.qt(action))
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if action in {"undo", "redo"}
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        button.setAccessibleName(self.actions_.qt(action).text())
        return button

    def _frame(self, key: str | None = None) -> Frame:
        key = key or self.rail.current
        if key not in self._frames:
            frame = Frame(self._room, key)
            if frame.head is not None:
                frame.head.pressed.connect(self._start_or_finish)
            self._frames[key] = frame
            self._stack.addWidget(frame)
        return self._frames[key]

    def _go(self, key: str) -> None:
        self._leave_page()
        frame = self._frame(key)
        self._stack.setCurrentWidget(frame)
        self.actions_.take(self._handlers() | dict(frame.handlers()))
        self._renew_undo()
        frame.page.take_focus()

    def _leave_page(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _handlers(self) -> dict[str, Callable[[], object]]:
        files = ("new", "open", "sample", "close", "quit")
        return {id_: partial(self.asked.emit, id_) for id_ in files} | {
            "undo": self._undo,
            "redo": self._redo,
            "next_page": lambda: self.rail.step(1),
            "previous_page": lambda: self.rail.step(-1),
            "running": self._go_to_running,
            "entry": lambda: self.page.take_focus(),
            "start_finish": self._start_or_finish,
            "start_next": self._start_next,
            "handouts": self.printing.ask_for_handouts,
            "report": self.printing.ask_for_report,
            "shortcuts": lambda: self.printing.show_keys(),
        }

    def _undo(self) -> None:
        self._leave_page()
        self._session.undo()
        self.page.take_focus()

    def _redo(self) -> None:
        self._leave_page()
        self._session.redo()
        self.page.take_focus()

    def _resume(self) -> None:
        """Typing goes on where it was before a dialog."""
        self.activateWindow()
        self.page.take_focus()

    def _stage(self) -> Stage | None:
        return self._session.workshop.find(Stage, self.rail.current)

    def _start_or_finish(self) -> None:
        stage = self._stage()
        if stage is None:
            return
        self._leave_page()
        if state_of(stage) is StageState.RUNNING:
            self._session.do(agenda.finish_stage, stage.id, self._room.clock())
        else:
            self._session.do(agenda.start_stage, stage.id, self._room.clock())
        self.page.take_focus()

    def _start_next(self) -> None:
        workshop, now = self._session.workshop, self._room.clock()
        running, to_come = agenda.running_stage(workshop), agenda.stage_to_come(workshop)
        self._leave_page()
        if to_come is not None:
            self._session.do(agenda.start_stage, to_come.id, now)
            self.rail.go(to_come.id)
        elif running is not None:
            self._session.do(agenda.finish_stage, running.id, now)
        self.page.take_focus()

    def _go_to_running(self) -> None:
        running = agenda.running_stage(self._session.workshop)
        stages = self._session.workshop.all(Stage)
        if running is not None:
            self.rail.go(running.id)
        elif stages and self._session.workshop.find(Stage, self.rail.current) is None:
            self.rail.go(stages[0].id)

    def _follow(self, changes: Changes) -> None:
        self.banner.hide()
        self._saved.setText(self._words("Saved ✓"))
        rename(self._saved, "saved")
        if any(isinstance(change.record, Stage) for change in changes):
            self._renew_rail()
            for frame in self._frames.values():
                if frame.head is not None:
                    frame.head.renew()
        self._renew_undo()

    def _not_saved(self, sentence: str) -> None:
        self._saved.setText(self._words("Not saved"))
        rename(self._saved, "notSaved")
        self.banner.warn(sentence)

    def _renew_rail(self) -> None:
        words = self._words
        spoken = {
            StageState.PLANNED: words("planned"),
            StageState.RUNNING: words("running"),
            StageState.DONE: words("done"),
            StageState.SKIPPED: words("skipped"),
        }
        places = []
        for stage in self._session.workshop.all(Stage):
            state = state_of(stage)
            note = times_of(self._room, stage).split(" · ")[-1]
            places.append(
                Place(stage.id, stage.title, state.value, note, f"{stage.title}, {spoken[state]}")
            )
        themes = words("Themes and insights")
        places.append(Place(THEMES, themes, "sort", "", themes))
        self.rail.show_places(places)

    def _renew_undo(self) -> None:
        undo, redo = self._session.undoable(), self._session.redoable()
        self.actions_.enable(
            "undo", enabled=undo is not None, text=self._named(self._words("Undo"), undo)
        )
        self.actions_.enable(
            "redo", enabled=redo is not None, text=self._named(self._words("Redo"), redo)
        )

    def _named(self, verb: str, header: ActHeader | None) -> str:
        if header is None:
            return verb
        if header.name not in ACT_NAMES:
            return verb  # a newer program did it
        one, many = ACT_NAMES[header.name]
        act = self._words.plural(one, many, header.count)
        return self._words("{verb}: {act}", verb=verb, act=act)
