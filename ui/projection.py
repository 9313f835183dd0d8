"""What the room sees follows the facilitator: scenes are made for its window while it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.model.agenda import running_stage
from facilitator.model.records import (
    Ballot,
    Criterion,
    Entry,
    EvaluationQuestion,
    Facts,
    Idea,
    Participant,
    Principle,
    Question,
    RatingSheet,
    Record,
    Round,
    Stage,
    Table,
    WallCount,
)
from facilitator.model.scene import BLANK, Ideas, Ratings, Results, Scene, Wall
from facilitator.model.staging import Focus, Now, moved_on, scene_of
from ui.projector.screens import Screens
from ui.session import Changes
from ui.showing import Showing
from ui.stages.page import Page, Room

if TYPE_CHECKING:
    from ui.projector.window import ProjectorWindow

_SOON = 30
"""Milliseconds in which changes are gathered: the facilitator's own screen comes first."""

_ALWAYS: tuple[type[Record], ...] = (Facts, Stage, Principle, Table, Round, Criterion)
_OF_NOTES: tuple[type[Record], ...] = (Entry,)
_OF_LISTS: tuple[type[Record], ...] = (Idea, Question, EvaluationQuestion, Participant)
_VOTES: tuple[type[Record], ...] = (Ballot, WallCount, RatingSheet)

_REMEMBERED = "projector"


class Projection(QObject):
    """Shows the room what the facilitator looks at; `turned` is sent when `showing` changes.

    Of a page it knows only the focus that the page hands out. On pages that belong to no stage the
    room goes on seeing the stage that was looked at before.
    """

    turned = Signal()

    def __init__(self, room: Room, beside: QWidget, actions: Callable[[str], QAction]) -> None:
        """Nothing is shown yet, but where it was when the workshop was closed last."""
        super().__init__(beside)
        self._room, self._beside, self._actions = room, beside, actions
        self._on = self._black = self._agenda = self._one_table = self._had_screen = False
        self._window: ProjectorWindow | None = None
        self._page: Page | None = None
        self._stage: str | None = None
        self._focus = Focus()
        self.screens = Screens(self)
        self.screens.changed.connect(self._place)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._make)
        room.session.changed.connect(self._follow)
        QTimer.singleShot(0, self, self._restore)

    @property
    def window(self) -> ProjectorWindow | None:
        """The window for the room, once there was one."""
        return self._window

    @property
    def showing(self) -> Showing:
        """What is on the room's screen."""
        if not self._on:
            return Showing.NOTHING
        if self._window is None or not self._window.isVisible():
            return Showing.NO_SCREEN
        return Showing.BLACK if self._black else Showing.SCENES

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The actions of the room's screen."""
        return {
            "projector": self._show_or_hide,
            "blank": self._blank,
            "room_agenda": self._show_agenda,
            "room_table": self._show_table,
        }

    def look_at(self, key: str, page: Page) -> None:
        """The facilitator has gone to a page."""
        if self._page is not None:
            self._page.turned.disconnect(self.renew)
            self._page = None
        if self._room.session.workshop.find(Stage, key) is not None:
            self._stage, self._page, self._agenda = key, page, False
            page.turned.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Have a scene made soon, once for however many changes."""
        if self._shown and not self._soon.isActive():
            self._soon.start()

    def tick(self) -> None:
        """Another second: only the times are looked at."""
        if self._shown and not self._black and not self._soon.isActive():
            workshop, stage = self._room.session.workshop, self._at()
            scene = self._window.scene if self._window is not None else BLANK
            self._send(moved_on(scene, workshop, stage, self._now()))

    def close(self) -> None:
        """The workshop is closed; what the room saw goes with it."""
        self._on = False
        self._soon.stop()
        if self._window is not None:
            self._window.closed.disconnect(self._put_away)
            self._window.close()
            self._window.deleteLater()
            self._window = None

    # What is shown, and where

    @property
    def _shown(self) -> bool:
        return self._window is not None and self._window.isVisible()

    def _restore(self) -> None:
        """Open by itself only where it was open, and has a screen of its own to open on.

        Nobody should find a window over what they type in; but after a crash, or a change of the
        language, the room gets its picture back without a key.
        """
        was_on = bool(self._room.memory.get(_REMEMBERED))
        if was_on and not self._on and self.screens.second(self._beside) is not None:
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        self._on = not self._on
        self._had_screen = False
        self._room.memory.put(_REMEMBERED, "on" if self._on else "")
        self._place()

    def _place(self) -> None:
        """Onto the second screen; where that is gone, out of the facilitator's way."""
        screen = self.screens.second(self._beside)
        if self._on and (screen is not None or not self._had_screen):
            self._had_screen = screen is not None
            self._renew_now()
            self._appear(screen)
        elif self._window is not None:
            self._window.hide()
        self.turned.emit()

    def _appear(self, screen: QScreen | None) -> None:
        """Show the window; some systems activate what is shown, but typing goes on."""
        typing = self._beside.isActiveWindow()
        self._made_window().appear(screen)
        if typing:
            self._beside.activateWindow()

    def _made_window(self) -> ProjectorWindow:
        from ui.projector.window import ProjectorWindow

        if self._window is None:
            self._window = ProjectorWindow(self._room.theme, self._room.words)
            self._window.closed.connect(self._put_away)
            for id_ in self.handlers():  # its keys work there, too, should it ever have the focus
                self._window.addAction(self._actions(id_))
        return self._window

    def _put_away(self) -> None:
        """A person has closed the window."""
        if self._on:
            self._show_or_hide()

    def _blank(self) -> None:
        """Black, or no longer; without a window nothing is to be hidden."""
        if self._on:
            self._black = not self._black
            self._renew_now()
            self.turned.emit()

    def _show_agenda(self) -> None:
        self._agenda = not self._agenda
        self.renew()

    def _show_table(self) -> None:
        self._one_table = not self._one_table
        self.renew()

    # Scenes

    def _at(self) -> str | None:
        """The stage that the room sees; None for the agenda of the day."""
        if self._agenda:
            return None
        if self._stage is not None:
            return self._stage
        running = running_stage(self._room.session.workshop)
        return None if running is None else running.id

    def _follow(self, changes: Changes) -> None:
        if self._shown and any(
            isinstance(change.record, self._of_interest()) for change in changes
        ):
            self.renew()

    def _of_interest(self) -> tuple[type[Record], ...]:
        """The records on which what is shown may rest. Votes are not, until they are revealed."""
        body = self._window.scene.body if self._window is not None else None
        kinds = (*_ALWAYS, *_OF_LISTS)
        if isinstance(body, Wall | Ideas):
            kinds = (*kinds, *_OF_NOTES)
        return (*kinds, *_VOTES) if isinstance(body, Results | Ratings) else kinds

    def _renew_now(self) -> None:
        self._made_window()
        self._make()

    def _make(self) -> None:
        self._soon.stop()
        if self._black:
            self._send(BLANK)
            return
        workshop, page = self._room.session.workshop, self._page
        if page is not None and page.isVisible():
            self._focus = page.shown_to_room()
        focus = self._focus if self._one_table else self._focus.of_all_tables()
        self._send(scene_of(workshop, self._at(), focus, self._now()))

    def _now(self) -> Now:
        return Now(self._room.clock(), self._room.wall())

    def _send(self, scene: Scene) -> None:
        if self._window is not None and scene != self._window.scene:
            self._window.show_scene(scene)
