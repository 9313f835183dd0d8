"""A sector's name is completed while it is typed: what was added is chosen, so typing goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

_SECTORS_FROM = 2
_QUOTED = re.compile(r'"[^"]*"')


class SectorCompletion(QObject):
    """Completes the third text of a line, and those after it."""

    def __init__(self, line: QLineEdit, names: Callable[[], Iterable[str]]) -> None:
        """Complete in a line, from the names as they are then."""
        super().__init__(line)
        self._line, self._names = line, names
        self._before = ""
        line.textEdited.connect(self._complete)

    def _complete(self, text: str) -> None:
        grew = len(text) > len(self._before)
        self._before = text
        if not grew or self._line.cursorPosition() != len(text):
            return
        apart = _QUOTED.sub(lambda quoted: "-" * len(quoted[0]), text)
        begun = text[apart.rfind(";") + 1 :].lstrip()
        if apart.count(";") < _SECTORS_FROM or not begun:
            return
        name = next((n for n in self._names() if _begins(n, begun)), None)
        if name is not None and len(name) > len(begun):
            self._line.setText(text[: len(text) - len(begun)] + name)
            self._line.setSelection(len(text), len(name) - len(begun))


def _begins(name: str, begun: str) -> bool:
    return name[: len(begun)].casefold() == begun.casefold()
