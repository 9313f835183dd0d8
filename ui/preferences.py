"""How somebody wants the program: colours, text size, language, and who is at the keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QSettings

SYSTEM = "system"
THEMES = (SYSTEM, "light", "dark", "contrast")
LANGUAGES = (SYSTEM, "en", "fr")
SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the text size, in per cent."""

_GROUP = "preferences"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What somebody prefers; `system` is what the machine is set to."""

    theme: str = SYSTEM
    text: int = 100
    language: str = SYSTEM
    person: str = ""

    @classmethod
    def load(cls) -> Self:
        """What was saved last; what cannot be is as it is at first."""
        settings, first = QSettings(), cls()
        theme, language, person = (
            str(settings.value(f"{_GROUP}/{name}", getattr(first, name)))
            for name in ("theme", "language", "person")
        )
        text = str(settings.value(f"{_GROUP}/text", first.text))
        return cls(
            theme if theme in THEMES else first.theme,
            int(text) if text in map(str, SIZES) else first.text,
            language if language in LANGUAGES else first.language,
            person,
        )

    def save(self) -> None:
        """Keep them for the next run."""
        settings = QSettings()
        for name in ("theme", "text", "language", "person"):
            settings.setValue(f"{_GROUP}/{name}", getattr(self, name))

    def after(self, request: str) -> Self:
        """What is preferred after an action such as `text_larger` or `theme_dark`."""
        match request.partition("_"):
            case ("theme", _, theme) if theme in THEMES:
                return replace(self, theme=theme)
            case ("language", _, language) if language in LANGUAGES:
                return replace(self, language=language)
            case ("text", _, "normal"):
                return replace(self, text=100)
            case ("text", _, "larger"):
                return replace(self, text=SIZES[min(self._step + 1, len(SIZES) - 1)])
            case ("text", _, "smaller"):
                return replace(self, text=SIZES[max(self._step - 1, 0)])
        return self

    @property
    def _step(self) -> int:
        return SIZES.index(self.text)
