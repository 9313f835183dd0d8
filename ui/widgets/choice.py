"""A large button with a line on what it is and one about it; arrow keys go to the next one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from ui.theme import Theme
from ui.widgets.labels import OneLine, column, row


class Choice(QPushButton):
    """What one may do next; `removed` is sent for Del."""

    removed = Signal()

    def __init__(
        self, theme: Theme, text: str, about: str, icon: str, *, muted: bool = False
    ) -> None:
        """A button that says what it does, and more about it in small type."""
        super().__init__()
        self.setObjectName("choice")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(about)
        side = int(theme.sizes["icon"]) + 4
        picture = QLabel()
        picture.setPixmap(theme.icon(icon, "muted" if muted else "accent").pixmap(side, side))
        texts = column(OneLine(text, "muted" if muted else "choiceName"), OneLine(about, "small"))
        texts.setSpacing(0)
        self._inside = row(picture, texts, margins=(12, 6, 12, 6), gap=12)
        self._inside.setStretch(1, 1)
        self.setLayout(self._inside)

    def sizeHint(self) -> QSize:
        """As large as the texts ask for."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Texts end in “…” where there is less room."""
        return self._inside.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, arrows go on, Del takes it from the list."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case _:
                super().keyPressEvent(event)
