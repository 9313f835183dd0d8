"""Every key on paper, from the same table as the menus: a sheet to lie beside the keyboard."""

from __future__ import annotations

import re

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence

from facilitator.language import Language
from facilitator.paper.key_sheet import KeyGroup
from ui.actions import Action, grouped


def key_groups(words: Language) -> tuple[KeyGroup, ...]:
    """The keys, menu by menu, in a language."""
    named = _Names(words.code)
    return tuple(
        KeyGroup(words(menu), tuple(_row(words, named, action) for action in actions))
        for menu, actions in grouped()
    )


def _row(words: Language, named: _Names, action: Action) -> tuple[str, str]:
    keys = "  ·  ".join(named(keys) for keys in action.keys)
    return words(action.text).rstrip("…"), keys


class _Names:
    """How keys are called in a language, whatever the program itself speaks now."""

    def __init__(self, code: str) -> None:
        """Qt's own names; where it has none, the English ones."""
        self._qt = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._known = code != "en" and self._qt.load(f"qtbase_{code}", folder)

    def __call__(self, keys: str) -> str:
        """The keys of an action, such as Ctrl+Maj+P."""
        text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        return "+".join(self._name(key) for key in re.split(r"(?<=[^+])\+", text))

    def _name(self, key: str) -> str:
        told = self._qt.translate("QShortcut", key) if self._known else ""
        return told or key
