"""The page of a stage in which someone speaks: notes, saved as they are confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from facilitator.model import course
from facilitator.model.limits import tidy
from facilitator.model.records import Record, Stage
from ui.actions import Handlers
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.labels import column, label, row
from ui.widgets.text_area import TextArea


class NotesEdit(TextArea):
    """Notes of a stage; they are saved when the focus leaves, and with Ctrl+Enter.

    What stands here unsaved survives a crash as a draft; `told` carries what is to be said of it.
    """

    told = Signal(str)

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
        self.setObjectName("stageNotes")
        self.confirmed.connect(self.save)
        self._draft = room.draft(f"{stage_id}/notes")
        self.caption = self._draft.caption
        self._show()
        if self.caption:
            self.setPlainText(self._draft.texts()[0])
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._keep)
        room.session.changed.connect(self._follow)

    def save(self) -> None:
        """Put the notes on disk."""
        if self._differs():
            self._room.session.do(course.note_stage, self._id, self.toPlainText())
        if not self._differs():
            self._draft.forget()
            self._tell("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up a draft that nobody has typed on; Ctrl+Z brings it back."""
        if event.key() == Qt.Key.Key_Escape and self.caption:
            whole = self.textCursor()
            whole.select(QTextCursor.SelectionType.Document)
            whole.insertText(self._saved() or "")
            return
        super().keyPressEvent(event)

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that would be lost: a draft nobody typed on is not."""
        return self._differs() and not self.caption

    def _differs(self) -> bool:
        notes = self._saved()
        return notes is not None and tidy(self.toPlainText()) != notes

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        self.save()
        super().focusOutEvent(event)

    def _keep(self) -> None:
        self._tell("")
        if self._differs():
            self._draft.keep(self.toPlainText())
        else:
            self._draft.forget()

    def _tell(self, sentence: str) -> None:
        if sentence != self.caption:
            self.caption = sentence
            self.told.emit(sentence)

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
        draft = label(self.edit.caption, "small", wrap=True)
        self.edit.told.connect(draft.setText)
        notes = row(label(self.words("Notes"), "caption"), draft, gap=16)
        notes.setStretch(1, 1)
        layout = column(*parts, 4, notes, self.edit, gap=8)
        layout.setStretch(layout.count() - 1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """The notes are the entry line of this page."""
        return {"entry": self.take_focus, "stage_notes": self.take_focus}

    def take_focus(self) -> None:
        """Typing goes to the notes."""
        self.edit.setFocus()
