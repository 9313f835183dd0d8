"""The entry: no arguments or a file opens the window, a command runs without a screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.storage import WorkshopFile


class QtScreen:
    """The window and its pictures. Qt is imported only when one of them is asked for."""

    def open_window(self, file: WorkshopFile | None) -> int:
        """Show the window until it is closed."""
        gc.disable()  # from here on the window looks for garbage, in quiet moments
        from ui.app import open_window, system_language
        from ui.session import Session

        return open_window(None if file is None else Session(file, system_language()))

    def pictures(self, file: WorkshopFile) -> AbstractContextManager[Callable[[str, Path], None]]:
        """What takes pictures of the window on a file."""
        from ui.pictures import photographer

        return photographer(file)


def main() -> int:
    """Do what the command line says; the result is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program without a console has none
            stream.reconfigure(errors="backslashreplace")
    from facilitator.commands.cli import run

    return run(sys.argv[1:], QtScreen())


if __name__ == "__main__":
    sys.exit(main())
