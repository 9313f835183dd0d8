"""What the room sees follows the facilitator: scenes are made for its window while it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.model.agenda import running_stage
from facilitator.model.records import Stage
from ui.projector.screens import Screens
from ui.session import Changes
from ui.showing import Showing
from ui.stages.page import Page, Room

if TYPE_CHECKING:
    from ui.projector.window import ProjectorWindow
    from ui.scenes import Scenes

_SOON = 30
"""Milliseconds in which changes are gathered: the facilitator's own screen comes first."""

_REMEMBERED, _WAS_BLACK = "projector", "black"


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
        self._scenes: Scenes | None = None
        self._page: Page | None = None
        self._stage: str | None = None
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
            window, scenes = self._feed()
            window.show_scene(scenes.moved_on(window.scene, self._at()))

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
        was = self._room.memory.get(_REMEMBERED)
        if was and not self._on and self.screens.second(self._beside) is not None:
            self._black = was == _WAS_BLACK
            self._show_or_hide()

    def _show_or_hide(self) -> None:
        self._on = not self._on
        self._had_screen = False
        self._remember()
        self._place()

    def _remember(self) -> None:
        """What was made black stays so, too, when the window is built anew in another language."""
        shown = _WAS_BLACK if self._black else "on"
        self._room.memory.put(_REMEMBERED, shown if self._on else "")

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
        self._feed()[0].appear(screen)
        if typing:
            self._beside.activateWindow()

    def _feed(self) -> tuple[ProjectorWindow, Scenes]:
        """The window, and what makes the scenes for it: both are made when first needed."""
        from ui.projector.window import ProjectorWindow
        from ui.scenes import Scenes

        if self._scenes is None:
            self._scenes = Scenes(self._room)
        if self._window is None:
            self._window = ProjectorWindow(self._room.theme, self._room.words)
            self._window.closed.connect(self._put_away)
            for id_ in self.handlers():  # its keys work there, too, should it ever have the focus
                self._window.addAction(self._actions(id_))
        return self._window, self._scenes

    def _put_away(self) -> None:
        """A person has closed the window."""
        if self._on:
            self._show_or_hide()

    def _blank(self) -> None:
        """Black, or no longer; without a window nothing is to be hidden."""
        if self._on:
            self._black = not self._black
            self._remember()
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
        if self._shown:
            window, scenes = self._feed()
            if scenes.rests_on(window.scene, changes):
                self.renew()

    def _renew_now(self) -> None:
        self._feed()
        self._make()

    def _make(self) -> None:
        self._soon.stop()
        if self._window is None:
            return
        window, scenes = self._feed()
        if self._page is not None and self._page.isVisible():
            scenes.look(self._page)
        if self._black:
            window.show_scene(scenes.black())
        else:
            window.show_scene(scenes.scene(self._at(), one_table=self._one_table))
