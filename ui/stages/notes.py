"""The page of a stage in which someone speaks: notes, saved as they are confirmed."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent

from facilitator.model import course
from facilitator.model.limits import tidy
from facilitator.model.records import Record, Stage
from ui.actions import Handlers
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.labels import column, label
from ui.widgets.text_area import TextArea


class NotesEdit(TextArea):
    """Notes of a stage; they are saved when the focus leaves, and with Ctrl+Enter."""

    def __init__(self, room: Room, stage_id: str) -> None:
        """The notes of a stage."""
        super().__init__(room.words("Notes of this stage"))
        self._room = room
        self._id = stage_id
        self.setPlaceholderText(
            room.words(
                "Notes of this stage, as they should stand in the summary. Ctrl+Enter saves."
            )
        )
        self.confirmed.connect(self.save)
        self._show()
        room.session.changed.connect(self._follow)

    def save(self) -> None:
        """Put the notes on disk."""
        if self.unsaved:
            self._room.session.do(course.note_stage, self._id, self.toPlainText())

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that is not on disk."""
        notes = self._saved()
        return notes is not None and tidy(self.toPlainText()) != notes

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        self.save()
        super().focusOutEvent(event)

    def _saved(self) -> str | None:
        """The notes on disk; None where the stage is gone."""
        stage = self._room.session.workshop.find(Stage, self._id)
        return None if stage is None else stage.notes

    def _show(self) -> None:
        """Show what is on disk; where it says the same, the cursor stays where one types."""
        notes = self._saved()
        if notes is not None and tidy(self.toPlainText()) != notes:
            self.setPlainText(notes)

    def _follow(self, changes: Changes) -> None:
        """Show other notes; a stage that only starts or ends leaves what could not be saved."""
        for change in changes:
            if change.id == self._id and _notes_of(change.before) != _notes_of(change.after):
                self._show()


def _notes_of(record: Record | None) -> str | None:
    return record.notes if isinstance(record, Stage) else None


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
        return {"entry": self.take_focus, "stage_notes": self.take_focus}

    def take_focus(self) -> None:
        """Typing goes to the notes."""
        self.edit.setFocus()
