"""Long work off the GUI thread: progress, cancel, result."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Progress = Callable[[str, float], None]
Work = Callable[[Progress], Any]


class CancelledError(Exception):
    """The person cancelled the work; raised by the progress callable."""


class Task(QObject):
    """One piece of work on another thread.

    `progressed` carries what is being done and how much of it is done, from 0 to 1; then one of
    `done` (the result), `failed` (the exception) and `cancelled` is sent, in the GUI thread.
    """

    progressed = Signal(str, float)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        """Work that is not started yet."""
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._ended = threading.Event()

    def start(self) -> None:
        """Start the work."""
        QThreadPool.globalInstance().start(_Runner(self))

    def cancel(self) -> None:
        """Stop the work at its next report of progress."""
        self._stop.set()

    def wait(self) -> None:
        """Wait for the end of the work."""
        self._ended.wait()

    def run(self) -> None:
        """Do the work; called on the other thread."""
        try:
            self._run()
        finally:
            self._ended.set()

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except CancelledError:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told in the GUI thread
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def _report(self, text: str, fraction: float) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(text, fraction)


class _Runner(QRunnable):
    """Carries a task to a thread of the pool; the signals stay the task's own."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.run()
