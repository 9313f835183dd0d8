"""What a command may ask of the screen; `main.py` hands it in, as no Qt is known here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facilitator.storage import WorkshopFile

Take = Callable[[str, Path], None]
"""Takes a picture of the window with the stage of that id open, into a PNG file."""


class Screen(Protocol):
    """The window, and pictures of it."""

    def open_window(self, file: WorkshopFile | None) -> int:
        """Show the window on an open file, or without one, until it is closed.

        The window closes the file. Gives the exit code.
        """

    def pictures(self, file: WorkshopFile) -> AbstractContextManager[Take]:
        """A window on an open file, for taking pictures of it as the file changes."""
