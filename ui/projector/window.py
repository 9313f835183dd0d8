"""The window for the room: it shows the scene that it is given, and takes no keys from anybody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.language import Language
from facilitator.model.scene import BLANK, Scene
from ui.projector.composing import Composer
from ui.projector.ink import Picture
from ui.projector.pen import measures
from ui.theme import Theme


class ProjectorWindow(QWidget):
    """A window of its own, without menus; `closed` is sent where a person closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, words: Language) -> None:
        """Black, and not yet shown."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._words = words
        self.scene: Scene = BLANK
        self._page = 0
        self._composer = Composer(theme, words)
        self.picture = Picture(())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # noqa: FBT003
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(words("What the room sees"))
        self.setAccessibleName(words("What the room sees"))
        self.setMinimumSize(320, 180)
        self.resize(960, 540)
        self._turning = QTimer(self)
        self._turning.setInterval(round(measures()["turn_seconds"] * 1000))
        self._turning.timeout.connect(self._turn)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene from now on; where there is something else to look at, at its first page."""
        if scene == self.scene:
            return
        if scene.body != self.scene.body:
            self._page = 0
        self.scene = scene
        self._compose()

    def appear(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window that can be moved.

        `showFullScreen` is not for it: that activates a window, and takes the keys from who types.
        """
        full = Qt.WindowState.WindowFullScreen
        if screen is None:
            self.setWindowState(self.windowState() & ~full)
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.setWindowState(self.windowState() | full)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is set anew in another size."""
        self._compose()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        self.picture.paint(painter)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that a person closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another style or font of the program sets everything anew."""
        if event.type() == QEvent.Type.FontChange:
            self._compose()
        super().changeEvent(event)

    def _turn(self) -> None:
        self._page += 1
        self._compose()

    def _compose(self) -> None:
        size = QSizeF(self.size())
        self.picture = self._composer.picture(self.scene, size, self._page)
        self.setAccessibleDescription("\n".join(self.picture.texts))
        if self.picture.pages > 1 and self.isVisible():
            if not self._turning.isActive():
                self._turning.start()
        else:
            self._turning.stop()
        self.update()
