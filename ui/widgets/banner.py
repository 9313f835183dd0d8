"""One sentence above the page: what was refused and why, or that something is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from facilitator.language import Language
from ui.theme import Theme
from ui.widgets.dress import rename
from ui.widgets.labels import label, row


class Banner(QFrame):
    """A sentence beside the thing it is about; it never stands in the way."""

    def __init__(self, theme: Theme, words: Language) -> None:
        """A hidden banner."""
        super().__init__()
        self._text = label("", wrap=True)
        close = QToolButton()
        close.setObjectName("flat")
        close.setIcon(theme.icon("close", "muted"))
        close.setAccessibleName(words("Close this message"))
        close.clicked.connect(self.hide)
        self._open = QPushButton(words("Open"))
        self._open.clicked.connect(self._show_file)
        self._file = Path()
        layout = row(self._text, self._open, close, margins=(12, 4, 4, 4))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def warn(self, sentence: str) -> None:
        """Say what was refused."""
        self._say(sentence, "banner")

    def tell(self, sentence: str, made: Path | None = None) -> None:
        """Say what was done; a file that was made can be opened."""
        self._say(sentence, "notice")
        self._open.setVisible(made is not None)
        self._file = made or Path()

    @property
    def sentence(self) -> str:
        """What it says now; nothing where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _show_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def _say(self, sentence: str, name: str) -> None:
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._open.hide()
        rename(self, name)
        self.show()
