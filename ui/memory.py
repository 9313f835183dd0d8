"""What the window remembers of one workshop between runs, beside the file: page, choices, drafts.

A draft is what stands half-typed in an entry line; it is kept within a second, so that it
survives a crash, and forgotten when the line is emptied.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer

SOON = 800
"""Milliseconds after which what is remembered is on disk: never with the key press itself."""


class Memory(QObject):
    """Texts by key, for one workshop."""

    def __init__(self, workshop: str, parent: QObject) -> None:
        """What is remembered of the workshop of that id; it lives as long as `parent`."""
        super().__init__(parent)
        self._settings = QSettings()
        self._group = f"workshops/{workshop}"
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self.flush)
        self._waiting: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """What is remembered under a key."""
        if key in self._waiting:
            return self._waiting[key] or default
        value = self._settings.value(f"{self._group}/{key}", default)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: str) -> None:
        """Remember a text; an empty one is forgotten."""
        self._waiting[key] = value
        if not self._later.isActive():
            self._later.start()

    def flush(self) -> None:
        """Put what waits on disk."""
        for key, value in self._waiting.items():
            if value:
                self._settings.setValue(f"{self._group}/{key}", value)
            else:
                self._settings.remove(f"{self._group}/{key}")
        self._waiting.clear()
        self._settings.sync()
