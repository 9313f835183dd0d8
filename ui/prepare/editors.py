"""What a field of the plan is typed or chosen with: each shows a value, and gives what stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QSizePolicy

from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import Line
from ui.widgets.text_area import TextArea

_FRAME = 10  # what a style sheet puts round a text, until it is on the screen

Choices = Sequence[tuple[Any, str]]


class LineEditor(Line):
    """One line of text, or a number."""

    left = Signal()
    entered = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        """An empty line under an accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.returnPressed.connect(self.entered)
        self.textEdited.connect(lambda _: self.changed.emit())
        self.pasted.connect(lambda text: self.insert(" ".join(text.split())))
        self.focused.connect(lambda came: None if came else self.left.emit())

    def value(self) -> Any:
        """What stands in the line."""
        return self.text()

    def show_value(self, value: Any) -> None:
        """Show a text or a number; Ctrl+Z then belongs to the window again."""
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)


class NumberEditor(LineEditor):
    """A line for a number: as wide as one."""

    def __init__(self, name: str) -> None:
        """An empty line under an accessible name."""
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class SuggestEditor(LineEditor):
    """A line that offers names which hold what is typed; they are looked up when first needed."""

    def __init__(self, name: str, names: Callable[[], Sequence[str]]) -> None:
        """An empty line; spaces stand for the underscores of names."""
        super().__init__(name)
        self._names = names

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the names ready."""
        if self.completer() is None:
            shown = sorted(_spaced(name) for name in self._names())
            completer = QCompleter(QStringListModel(shown, self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self.changed)
            self.setCompleter(completer)
            popup = completer.popup()
            if popup is not None:  # it is in no window
                popup.setStyleSheet(self.window().styleSheet())
        super().focusInEvent(event)

    def value(self) -> Any:
        """What stands in the line, as the name is written."""
        return self.text().strip().replace(" ", "_")

    def show_value(self, value: Any) -> None:
        """Show a name."""
        super().show_value(_spaced(value))


def _spaced(name: str) -> str:
    return name.replace("_", " ")


class TextEditor(TextArea):
    """A text of several lines, as high as it needs to be within bounds."""

    left = Signal()
    entered = Signal()
    changed = Signal()

    def __init__(self, name: str, lowest: int = 2, highest: int = 7) -> None:
        """An empty text under an accessible name; its height is told in lines."""
        super().__init__(name)
        self._bounds = lowest, highest
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.confirmed.connect(self.entered)
        self.textChanged.connect(self.changed)
        self.focused.connect(lambda came: None if came else self.left.emit())
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def value(self) -> Any:
        """What stands here."""
        return self.toPlainText()

    def show_value(self, value: Any) -> None:
        """Show a text, or several, a line each."""
        self.setPlainText(value if isinstance(value, str) else "\n".join(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lowest, highest = self._bounds
        lines = min(max(round(self.document().size().height()), lowest), highest)
        frame = self.height() - self.viewport().height() if self.isVisible() else _FRAME
        inside = 2 * self.document().documentMargin() + frame
        first = self.document().firstBlock()
        line = self.blockBoundingRect(first).height() / max(1, first.lineCount())
        line = max(line, self.fontMetrics().lineSpacing())
        height = math.ceil(lines * line + inside)
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class ChoiceEditor(Chooser):
    """One of several; what is chosen from the open list counts at once, else on leaving."""

    left = Signal()
    entered = Signal()
    changed = Signal()
    focused = Signal(bool)

    def __init__(self, name: str, choices: Callable[[], Choices]) -> None:
        """A choice under an accessible name; `choices` are asked for whenever a value is shown."""
        super().__init__(name)
        self._choices = choices
        self._offered: list[tuple[Any, str]] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _: self.changed.emit())

    def value(self) -> Any:
        """What is chosen, as it was offered: Qt would make plain text of a word of the field."""
        place = self.currentIndex()
        return self._offered[place][0] if place >= 0 else None

    def show_value(self, value: Any) -> None:
        """Offer what there is now, and show what is chosen."""
        choices = list(self._choices())
        if self._offered != choices:
            self._offered = choices
            self.clear()
            self.addItems([text for _, text in choices])
        self.setCurrentIndex(next((n for n, (own, _) in enumerate(choices) if own == value), -1))

    def hidePopup(self) -> None:
        """What was chosen from the list counts as soon as the list is gone."""
        super().hidePopup()
        QTimer.singleShot(0, self, self.left.emit)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow opens the list, and moves no row of the plan."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrow = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the form, and chooses nothing on its way."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys come here now."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that they do no longer; while the list is open they do."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)  # noqa: FBT003
            self.left.emit()


class TickEditor(QCheckBox):
    """Yes or no; it counts at once."""

    left = Signal()
    entered = Signal()
    changed = Signal()
    focused = Signal(bool)

    def __init__(self, name: str) -> None:
        """A box with its text."""
        super().__init__(name)
        self.clicked.connect(lambda _: self.left.emit())

    def value(self) -> Any:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick it, or not."""
        self.setChecked(bool(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, as in every field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys come here now."""
        super().focusInEvent(event)
        self.focused.emit(True)  # noqa: FBT003
