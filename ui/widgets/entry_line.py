"""The entry line: always at the same place, always says what Enter will do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.drafts import Draft
from ui.widgets.labels import OneLine, column, label, row
from ui.widgets.leading import Leading

_LETTERS = 70  # of usual width: where there is room for fewer, the hint stands beneath the line


class Line(QLineEdit):
    """A line edit that lets the window undo where it has nothing to undo itself.

    `pasted` carries a text of several lines that was pasted with keys; a text of one line is
    inserted as usual. `up` is sent for the Up key, `back` for Backspace where nothing stands,
    `focused` when the focus comes and goes.
    """

    pasted = Signal(str)
    up = Signal()
    back = Signal()
    focused = Signal(bool)

    def __init__(self, placeholder: str = "", name: str = "") -> None:
        """An empty line; the placeholder is also its accessible name."""
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window where this line has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo:
                self.setText(self.text())  # what was typed before is not typed again by a redo
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Several lines pasted become several things; Up goes to the list above."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._take_lines():
            return
        if event.key() == Qt.Key.Key_Up and not event.modifiers():
            self.up.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
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

    def _take_lines(self) -> bool:
        from PySide6.QtGui import QGuiApplication

        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        text = mime.text() if mime is not None and mime.hasText() else ""
        if len(text.strip().splitlines()) < 2:
            return False
        self.pasted.emit(text)
        return True


class EntryLine(Leading):
    """A line for typing things one after another: Enter enters, and the line is empty again.

    `entered` carries the text of one line, `pasted` a text of several, `typed` what stands there
    after each change.
    """

    entered = Signal(str)
    pasted = Signal(str)
    typed = Signal(str)
    up = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        hint_width: int = 0,
        narrow: bool = False,
        target: QWidget | None = None,
    ) -> None:
        """An empty line with its hint beside it, or beneath where there is little room.

        `hint_width` is kept free for the hint, so that lines below each other end together;
        `target` stands above the line, and says where goes what is typed.
        """
        super().__init__()
        self._draft: Draft | None = None
        self.holds_draft = False
        self.waiting = False
        """Whether what stands here was entered, and could not be taken."""
        self.line = Line(placeholder, "entryLine")
        self._hint = label("", "small", wrap=narrow)
        self._hint.setMinimumWidth(hint_width)
        self._told = label("", "small", wrap=True) if narrow else _beside_a_target()
        if target is None:
            self._told.hide()
        self._target = target
        self._narrow = narrow
        self._beside = row(self.line, self._hint, gap=12)
        above = row(*((target,) if target else ()), self._told, gap=16)
        above.setStretch(above.count() - 1, 1)
        self.setLayout(column(above, self._beside, gap=6))  # the focus has a ring
        self.lead_to(self.line)
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self._follow)
        self.line.pasted.connect(self.pasted)
        self.line.up.connect(self.up)

    def say(self, hint: str, placeholder: str | None = None) -> None:
        """What Enter will do; and, if given, what the line is for."""
        self._hint.setText(f"{hint}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}⏎")
        self.line.setAccessibleDescription(hint)
        if placeholder is not None:
            self.line.setPlaceholderText(placeholder)
            self.line.setAccessibleName(placeholder)

    def tell(self, sentence: str) -> None:
        """Say something quietly above the line; it is gone with the next key that is typed."""
        if sentence != self._told.text():
            if isinstance(self._told, OneLine):
                self._told.say(sentence)
            else:  # what was deleted is told with how it comes back: not a word may be missing
                self._told.setText(sentence)
            self._told.setVisible(bool(sentence) or self._target is not None)

    @property
    def told(self) -> str:
        """What is said above the line."""
        return self._told.text()

    def keep_draft(self, draft: Draft) -> None:
        """Keep from now on what stands here half-typed, and show again what was left."""
        self._draft = None
        texts = draft.texts()
        if texts and not self.text():
            self.line.setText(texts[0])
            self.tell(draft.caption)
            self.holds_draft = True
        self._draft = draft

    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the line; Ctrl+Z then belongs to the workshop again."""
        self.line.setText("")  # `clear()` could be undone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up a draft that nobody has typed on; Ctrl+Z brings it back."""
        if event.key() == Qt.Key.Key_Escape and self.holds_draft:
            self.line.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the hint goes beneath the line."""
        super().resizeEvent(event)
        little = self.width() < _LETTERS * self.fontMetrics().averageCharWidth()
        beneath = self._narrow or little
        way = QBoxLayout.Direction
        self._beside.setDirection(way.TopToBottom if beneath else way.LeftToRight)
        self._beside.setSpacing(4 if beneath else 12)
        self._hint.setWordWrap(beneath)

    def _follow(self, text: str) -> None:
        self.holds_draft = self.waiting = False
        self.tell("")
        if self._draft is not None:
            self._draft.keep(text)
        self.typed.emit(text)

    def _enter(self) -> None:
        typed = self.text()
        if typed.strip():
            self.entered.emit(typed)
            self.waiting = self.text() == typed


def _beside_a_target() -> OneLine:
    told = OneLine("", "small")
    told.setAlignment(Qt.AlignmentFlag.AlignRight)
    told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return told
