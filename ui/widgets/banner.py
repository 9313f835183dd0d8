"""One sentence above the page: what was refused and why, or that something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton

from facilitator.language import Language
from ui.theme import Theme
from ui.widgets.dress import rename
from ui.widgets.labels import label, row


@dataclass(frozen=True, slots=True)
class Offer:
    """What a button beside a sentence does, and what stands on it."""

    text: str
    take: Callable[[], object]


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
        self._words = words
        self._offer: Offer | None = None
        self._refusal = False
        self._button = QPushButton()
        self._button.clicked.connect(self._take)
        layout = row(self._text, self._button, close, margins=(12, 4, 4, 4))
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def warn(self, sentence: str, offer: Offer | None = None) -> None:
        """Say what was refused, and offer what can be done about it."""
        self._say(sentence, "banner", offer)

    def refuse(self, sentence: str) -> None:
        """Say why something was not done; that is of no use once one is elsewhere."""
        self.warn(sentence)
        self._refusal = True

    def leave(self) -> None:
        """Another page is gone to: what was refused on the one before is past."""
        if self._refusal:
            self.hide()

    def tell(self, sentence: str, made: Path | None = None) -> None:
        """Say what was done; a file that was made can be opened."""
        show = None if made is None else Offer(self._words("Open"), partial(_show_file, made))
        self._say(sentence, "notice", show)

    @property
    def sentence(self) -> str:
        """What it says now; nothing where it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def _take(self) -> None:
        if self._offer is not None:
            self._offer.take()

    def _say(self, sentence: str, name: str, offer: Offer | None) -> None:
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._offer, self._refusal = offer, False
        self._button.setText(offer.text if offer is not None else "")
        self._button.setVisible(offer is not None)
        rename(self, name)
        self.show()


def _show_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
