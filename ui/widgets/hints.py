"""The keys of a page in one small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.labels import label


def key_hints(hints: Sequence[str]) -> QLabel:
    """What which key does; a hint is never broken over two lines."""
    kept = (hint.replace(" ", "\N{NO-BREAK SPACE}") for hint in hints)
    made = label(" · ".join(kept), "small", wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
