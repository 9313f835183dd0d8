"""A frame round a list: what is dropped anywhere on it is dropped on the list."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from ui.widgets.note_list import NoteList


class DropFrame(QFrame):
    """A frame that takes drops for one list in it."""

    def take_drops_for(self, notes: NoteList) -> None:
        """Begin to take drops, wherever the list would."""
        self._notes = notes
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what the list takes."""
        self._notes.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Drop it on the list."""
        self._notes.dropEvent(event)
