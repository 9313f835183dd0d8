"""The entry line of a vote, and the small fields for numbers above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.entry_line import EntryLine, Line
from ui.widgets.labels import label, row

_HINT_LETTERS = 52
_HINT_SHARE = 0.42
_HINT_LINES = 3
_NUMBER_LETTERS = 7
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class VoteLine(EntryLine):
    """An entry line whose hint may warn, and which sends the keys that move in a list.

    `moved` carries by how many rows: Up and Down are one.
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, placeholder: str) -> None:
        """An empty line."""
        super().__init__(placeholder)
        self._theme = theme
        self._tone = ""
        small = QFontMetrics(theme.font("caption"))
        self._widest = small.averageCharWidth() * _HINT_LETTERS
        self._hint.setMinimumHeight(small.lineSpacing() * _HINT_LINES)
        self.line.installEventFilter(self)
        self.up.connect(lambda: self.moved.emit(-1))

    def name(self, placeholder: str) -> None:
        """What the line is for now."""
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)

    def promise(self, hint: str, tone: str = "muted", *, enter: bool = True) -> None:
        """What Enter will do, in a tone of the theme; or a hint without Enter's sign."""
        self.say(hint)
        if not enter:
            self._hint.setText(hint)
        if tone != self._tone:
            self._tone = tone
            self._hint.setStyleSheet(f"color: {self._theme.colours[tone]};")

    def hint(self) -> str:
        """What the line says that Enter will do."""
        return self.line.accessibleDescription()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint is always as wide, whatever it says, and goes on in the next line."""
        super().resizeEvent(event)
        beside = self._beside.direction() is QBoxLayout.Direction.LeftToRight
        room = min(self._widest, int(self.width() * _HINT_SHARE))
        self._hint.setMinimumWidth(room if beside else 0)
        self._hint.setMaximumWidth(room if beside else self.maximumWidth())
        self._hint.setWordWrap(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and the page keys move in the list above; Del in an empty line is the page's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Delete
            and not self.text()
        ):
            event.ignore()
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            by = _MOVES.get(Qt.Key(event.key()))
            if by is not None:
                self.moved.emit(by)
                return True
        return super().eventFilter(watched, event)


class NumberField(Line):
    """A small field for a number that may be missing.

    `given` carries the number, or None; `wrong` what was typed and is no number; `done` is sent
    after Enter.
    """

    given = Signal(object)
    wrong = Signal(str)
    done = Signal()

    def __init__(self, name: str) -> None:
        """An empty field under an accessible name."""
        super().__init__("–")
        self.setAccessibleName(name)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _NUMBER_LETTERS + 20)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(12)
        self._shown = ""
        self.unsaved = False
        """Whether what stands here was refused; it stays until it is mended."""
        self.textEdited.connect(self._edit)
        self.editingFinished.connect(self._finish)
        self.returnPressed.connect(self.done)

    def set_number(self, number: int | None) -> None:
        """Show a number."""
        self._shown = "" if number is None else str(number)
        self.unsaved = False
        self.setText(self._shown)

    def settle(self, number: int | None) -> None:
        """Take in what is on disk after a number was given; another one here was refused."""
        nothing = number is None and bool(self.text().strip())
        self.unsaved = nothing or self.number() != number
        self.follow(number)

    def follow(self, number: int | None) -> None:
        """Show a number, unless another stands here that was refused."""
        if not self.unsaved:
            self.set_number(number)

    def number(self) -> int | None:
        """The number that stands there, or None."""
        typed = self.text().strip()
        return int(typed) if typed.isascii() and typed.isdecimal() else None

    def _finish(self) -> None:
        typed = self.text().strip()
        self.unsaved = False
        if typed == self._shown:
            return
        if typed and not (typed.isascii() and typed.isdecimal()):
            self.wrong.emit(typed)
            return
        self.given.emit(int(typed) if typed else None)

    def _edit(self) -> None:
        self.unsaved = False


def named(name: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    box = QWidget()
    box.setLayout(row(label(name, "muted"), field))
    return box
