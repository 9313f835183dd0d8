"""Printing from the window: handouts and the summary as PDF, with progress and cancel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.stages.page import Room


class Printing(QObject):
    """Asks what to print and where to, prints off the GUI thread, and says how it went."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, room: Room, parent: QWidget) -> None:
        """Printing for a window."""
        super().__init__(parent)
        self._room = room
        self.bar = QFrame()
        self.bar.hide()

    def ask_for_handouts(self) -> None:
        """Ask which handouts to print."""

    def ask_for_report(self) -> None:
        """Ask where the summary goes."""

    def show_keys(self) -> None:
        """Show every key."""

    def stop(self) -> None:
        """Cancel what is being printed."""
