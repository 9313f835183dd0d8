"""Pictures of the window, taken without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.language import Language
from facilitator.storage import WorkshopFile
from ui.app import make_application
from ui.session import Session
from ui.theme import load_theme
from ui.window import Window


@contextmanager
def photographer(file: WorkshopFile) -> Iterator[Callable[[str, Path], None]]:
    """A callable `take(stage_id, target)` that writes a PNG of the window at a stage."""
    app = make_application()

    def take(stage_id: str, target: Path) -> None:
        window = Window(Session(file), load_theme("light"), Language("en"))
        window.show()
        window.rail.go(stage_id)
        app.processEvents()
        window.grab().save(str(target))
        window.deleteLater()

    yield take
