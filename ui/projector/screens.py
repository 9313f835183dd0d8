"""The screens that are attached, and which of them is the room's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screens(QObject):
    """Says when a screen comes or goes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on."""
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            later = Qt.ConnectionType.QueuedConnection  # when Qt has moved its windows
            app.screenAdded.connect(self._tell, later)
            app.screenRemoved.connect(self._tell, later)

    def second(self, beside: QWidget) -> QScreen | None:
        """A screen on which the facilitator's window is not; one that mirrors hers is none."""
        own = beside.screen()
        others = (s for s in QGuiApplication.screens() if s is not own)
        return next((s for s in others if not s.geometry().intersects(own.geometry())), None)

    def _tell(self, _screen: QScreen) -> None:
        self.changed.emit()
