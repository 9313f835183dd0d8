"""What the program does for itself while nobody types: a small job a turn, and clearing away.

While the window is there, Python does not look for garbage by itself: it would come upon it in the
midst of a key press, or in another thread, where nothing of Qt's may be destroyed.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

QUIET = 1000
"""Milliseconds without a key or a click, after which a moment is quiet."""

_SOON = 20
"""Milliseconds between jobs: what came meanwhile is served first."""

_MUCH = 20_000
"""So many objects more than before are worth looking through."""

_ROUNDS = 10
"""So many times the young objects are looked through, then also those that outlived it."""

_BUSY = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class Quiet(QObject):
    """The quiet moments of one window; `done` is sent when no job is left."""

    done = Signal()

    def __init__(self, window: QWidget, jobs: Iterable[Callable[[], object]]) -> None:
        """Do jobs in the quiet moments of a window that is shown; none may take long."""
        super().__init__(window)
        self._jobs = deque(jobs)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._turn)
        self._timer.start(QUIET)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew to wait where somebody does something."""
        if event.type() in _BUSY:
            self._timer.start(QUIET)
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        if not self._jobs:
            clear_away()
            self._timer.start(QUIET)
            return
        job = self._jobs.popleft()
        self._timer.start(_SOON)
        job()
        if not self._jobs:
            self.done.emit()


def clear_away() -> None:
    """Look for garbage where much was made: mostly among what is young, which takes a moment."""
    young, middle, old = gc.get_count()
    if young > _MUCH:
        gc.collect(2 if old > _ROUNDS else 1 if middle > _ROUNDS else 0)


def settle() -> None:
    """Look no more through what is there: the records of a large file would take 60 ms a time.

    Where there was another window before, all is looked through once more.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
