"""Beside the page of a stage: what only the facilitator sees, and the stage's notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.model.records import Stage
from ui.actions import Handlers, keys_of
from ui.stages.notes import NotesEdit, NotesPage
from ui.stages.page import Page, Room
from ui.widgets.dress import set_property
from ui.widgets.labels import column, label, row

_KEY = "beside"
"""Where it is remembered that what only you see was closed; at first it is open."""

LETTERS = 30
"""How many letters of usual width stand in a line."""


class PrivateNotes(QWidget):
    """The private notes of a stage, to be read; the agenda's own page changes them."""

    def __init__(self, room: Room, stage_id: str) -> None:
        """The private notes of a stage."""
        super().__init__()
        self._room, self._id = room, stage_id
        words = room.words
        self.close_ = QToolButton()
        self.close_.setObjectName("flat")
        self.close_.setIcon(room.theme.icon("close", "muted"))
        self.close_.setAccessibleName(words("Close what only you see"))
        self.close_.setToolTip(f"{words('Close')}  ({keys_of('private_notes')})")
        self.text = QPlainTextEdit()
        self.text.setObjectName("bare")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        self.text.setAccessibleName(words("Private notes"))
        head = row(label(words("Private notes"), "lead"), None, self.close_)
        only = label(
            words("Only you see this: it is never printed or projected."), "small", wrap=True
        )
        layout = column(head, only, self.text, gap=4)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.renew()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be read."""
        return not self.text.toPlainText()

    def renew(self) -> None:
        """Show them as they are."""
        stage = self._room.session.workshop.find(Stage, self._id)
        text = "" if stage is None else stage.private_notes
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)


class Side(QFrame):
    """The panel beside a page: private notes, closed for all stages at once; notes when asked."""

    def __init__(self, room: Room, stage_id: str, page: Page) -> None:
        """Beside a page; where the page is the notes themselves, without them."""
        super().__init__()
        self._room, self._page = room, page
        self.setObjectName("panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.private = PrivateNotes(room, stage_id)
        self.private.close_.clicked.connect(self._close_private)
        self.edit: NotesEdit | None = None
        self._notes = QWidget()
        layout = column(self.private, self._notes, margins=(14, 8, 14, 10), gap=16)
        if not isinstance(page, NotesPage):
            self.edit = NotesEdit(room, stage_id)
            self.edit.setObjectName("bare")
            self._notes.setLayout(self._notes_layout(self.edit))
            self.edit.focused.connect(self._frame)
        self._notes.hide()
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        if self.edit is not None and self.edit.caption:
            self._notes.show()  # half-typed before a crash

    def handlers(self) -> Handlers:
        """A key shows and hides either; that of the notes goes to them, and closes them there."""
        own: Handlers = {"private_notes": self._toggle_private}
        return own if self.edit is None else {**own, "stage_notes": self._toggle_notes}

    def sizeHint(self) -> QSize:
        """As wide as a line of some words."""
        width = self.fontMetrics().averageCharWidth() * LETTERS + 28
        return QSize(width, super().sizeHint().height())

    def renew(self) -> None:
        """Show the private notes as they are, where they are wanted."""
        self.private.renew()
        wanted = self._room.memory.get(_KEY) != "closed"
        self.private.setVisible(wanted and not self.private.is_empty)
        self._show_or_hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the entry line; the notes stay open."""
        if event.key() == Qt.Key.Key_Escape:
            self._page.take_focus()
            return
        super().keyPressEvent(event)

    def _notes_layout(self, edit: NotesEdit) -> QVBoxLayout:
        words = self._room.words
        hint = label(
            words("Ctrl+Enter saves · {key} closes", key=keys_of("stage_notes")), "small", wrap=True
        )
        draft = label(edit.caption, "small", wrap=True)
        edit.told.connect(draft.setText)
        title = label(words("Notes of this stage"), "lead")
        layout = column(title, draft, edit, hint, gap=8)
        layout.setStretch(2, 1)
        return layout

    def _toggle_private(self) -> None:
        if self.private.isHidden():
            self._room.memory.put(_KEY, "")
        else:
            self._close_private()
        self.renew()

    def _close_private(self) -> None:
        if self.private.text.hasFocus() or self.private.close_.hasFocus():
            self._page.take_focus()
        self._room.memory.put(_KEY, "closed")
        self.renew()

    def _toggle_notes(self) -> None:
        """Show the notes with the focus; where they have it, save and close them."""
        if self.edit is not None and self.edit.hasFocus():
            self._page.take_focus()
            self._notes.hide()
            self._show_or_hide()
        elif self.edit is not None:
            self._notes.show()
            self._show_or_hide()
            self.edit.setFocus()

    def _show_or_hide(self) -> None:
        self.setVisible(not (self.private.isHidden() and self._notes.isHidden()))

    def _frame(self, focused: bool) -> None:  # noqa: FBT001
        set_property(self, "current", "true" if focused else "false")
