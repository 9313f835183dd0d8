"""One field of a form: its label, what it is typed with, a line of help, and what is wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.prepare.described import Field
from ui.prepare.editors import LineEditor, TickEditor
from ui.widgets.fitting import SEEN_WHOLE
from ui.widgets.labels import column, label


class FieldBox(QWidget):
    """A field of the record that is shown; `left` and `entered` are its editor's."""

    left = Signal()
    entered = Signal()
    changed = Signal()
    focused = Signal()

    def __init__(self, field: Field) -> None:
        """An empty field."""
        super().__init__()
        self.setProperty(SEEN_WHOLE, True)  # noqa: FBT003
        self.field = field
        self.editor = field.editor(field.label)
        self._shown: Any = None
        self._record_value: Any = None
        self._wrong = label("", "wrong", wrap=True)
        self._wrong.hide()
        name = label(field.label, "fieldName")
        name.setBuddy(self.editor)
        about = label(field.help, "small", wrap=True)
        self._help = field.help
        self.editor.setAccessibleDescription(field.help)
        if field.private:
            self.editor.setObjectName("private")
        self.setLayout(column(name, self.editor, about, self._wrong, None, gap=2))
        name.setVisible(not isinstance(self.editor, TickEditor))  # within a layout: no window
        about.setVisible(bool(field.help))
        self.editor.left.connect(self.left)
        self.editor.entered.connect(self.entered)
        self.editor.changed.connect(self._changed)
        self.editor.focused.connect(lambda came: self.focused.emit() if came else None)

    @property
    def edited(self) -> bool:
        """Whether something else stands here than what was shown."""
        return bool(self.editor.value() != self._shown)

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that is not on disk; leaving saves what can be."""
        return bool(self.wrong) and self.edited

    @property
    def wrong(self) -> str:
        """What is wrong with what stands here; nothing where all is well."""
        return self._wrong.text()

    def show_value(self, value: Any) -> None:
        """Show what the record has."""
        self.editor.show_value(value)
        self._shown, self._record_value = self.editor.value(), value
        self.say_wrong("")

    def follow(self, value: Any) -> None:
        """Show what the record has now, unless something stands here that is not saved."""
        if not self.edited and value != self._record_value:
            self.show_value(value)

    def say_wrong(self, sentence: str) -> None:
        """Say under the field why this cannot be."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._help)

    def take_focus(self) -> None:
        """Typing goes here, over what stands in a line."""
        self.editor.setFocus()
        if isinstance(self.editor, LineEditor):
            self.editor.selectAll()

    def _changed(self) -> None:
        self.say_wrong("")
        self.changed.emit()
