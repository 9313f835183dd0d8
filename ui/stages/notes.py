"""The page of a stage in which someone speaks: notes, saved as they are confirmed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.model import agenda
from facilitator.model.records import Stage
from ui.actions import Handlers
from ui.stages.page import Page, Room
from ui.widgets.labels import column, label


class NotesEdit(QPlainTextEdit):
    """Notes of a stage; they are saved when the focus leaves, and with Ctrl+Enter."""

    def __init__(self, room: Room, stage_id: str) -> None:
        """The notes of a stage."""
        super().__init__()
        self._room = room
        self._id = stage_id
        self.setAccessibleName(room.words("Notes of this stage"))
        self.setPlaceholderText(
            room.words(
                "Notes of this stage, as they should stand in the summary. Ctrl+Enter saves."
            )
        )
        self.setTabChangesFocus(True)
        self._show()
        room.session.changed.connect(self._follow)
        self.installEventFilter(self)

    def save(self) -> None:
        """Put the notes on disk."""
        stage = self._room.session.workshop.find(Stage, self._id)
        if stage is not None and self.toPlainText() != stage.notes:
            self._room.session.do(agenda.note_stage, self._id, self.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter saves; so does leaving."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeyEvent

        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save()
            return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        self.save()
        super().focusOutEvent(event)

    def _show(self) -> None:
        stage = self._room.session.workshop.find(Stage, self._id)
        if stage is not None and self.toPlainText() != stage.notes:
            self.setPlainText(stage.notes)

    def _follow(self, changes: tuple[object, ...]) -> None:
        if any(getattr(change, "id", None) == self._id for change in changes):
            self._show()


class NotesPage(Page):
    """A stage in which someone speaks, or a break."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self.edit = NotesEdit(room, stage.id)
        parts = [label("•  " + line, "", wrap=True) for line in stage.description]
        notes = label(self.words("Notes"), "caption")
        layout = column(*parts, 4, notes, self.edit, gap=8)
        layout.setStretch(layout.count() - 1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """The notes are the entry line of this page."""
        return {"entry": self.take_focus}

    def take_focus(self) -> None:
        """Typing goes to the notes."""
        self.edit.setFocus()
