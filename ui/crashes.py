"""A failure that nobody foresaw: told on the screen, reported in a file, and the window goes on.

Qt goes on after an exception in a slot; without this, only a terminal would hear of it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

Place = tuple[type[BaseException], str, int]


class Crashes(QObject):
    """`crashed` carries the path of the report; where the same fails again, that of the first."""

    crashed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Nothing has failed yet."""
        super().__init__(parent)
        self._reports: dict[Place, Path] = {}

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What `sys.excepthook` is set to: a terminal hears of it all the same."""
        from facilitator.crash import write_report

        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            place = kind, *_innermost(trace)
            if place not in self._reports:
                self._reports[place] = write_report(error)
            self.crashed.emit(self._reports[place])


def _innermost(trace: TracebackType | None) -> tuple[str, int]:
    """The file and the line that raised."""
    if trace is None:
        return "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename, trace.tb_lineno
