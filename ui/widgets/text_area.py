"""A text of several lines: Tab goes on, Ctrl+Enter confirms, Ctrl+Z is the window's when idle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit


class TextArea(QPlainTextEdit):
    """Lines of text; `confirmed` is sent for Ctrl+Enter, `focused` when the focus comes and goes.

    Where this text has nothing to take back, the window undoes.
    """

    confirmed = Signal()
    focused = Signal(bool)

    def __init__(self, name: str) -> None:
        """An empty text under an accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window where there is nothing to take back here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own, keys = self.document(), QKeySequence.StandardKey
            undo = event.matches(keys.Undo) and not own.isUndoAvailable()
            redo = event.matches(keys.Redo) and not own.isRedoAvailable()
            if undo:
                own.clearUndoRedoStacks()  # what was typed before is not typed again by a redo
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter confirms."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys come here now."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that they do no longer."""
        super().focusOutEvent(event)
        self.focused.emit(False)  # noqa: FBT003
