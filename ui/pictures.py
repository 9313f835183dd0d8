"""Pictures of the window, taken without a screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from facilitator.language import Language
from facilitator.model.agenda import moment
from facilitator.model.records import Stage
from facilitator.storage import WorkshopFile
from ui.app import make_application
from ui.clock import reading_at
from ui.session import Session
from ui.theme import load_theme
from ui.window import Window

_NOT_FOR_PEOPLE = (
    "This plugin does not support propagateSizeHints()",
    "requestActivate() called for",  # on a window that is shown, though it takes no focus
)
"""What Qt's plugin without a screen says of every window."""


@contextmanager
def photographer(file: WorkshopFile) -> Iterator[Callable[[str, Path], None]]:
    """A callable `take(stage_id, target)` that writes a PNG of the window at a stage.

    The clock in the picture stands in the middle of the stage's planned time.
    """
    app = make_application(load_theme("light"))
    session = Session(file)

    def take(stage_id: str, target: Path) -> None:
        clocks = partial(reading_at, _middle(file.workshop.get(Stage, stage_id)))
        window = Window(session, load_theme("light"), Language("en"), clocks)
        window.show()
        window.rail.go(stage_id)
        app.processEvents()
        if not window.grab().save(str(target), "PNG"):
            raise OSError(None, "the picture cannot be written", str(target))
        window.hide()
        window.deleteLater()
        app.processEvents()

    with without_noise():
        yield take


@contextmanager
def without_noise() -> Iterator[None]:
    """Leave out what Qt's plugin without a screen says of every window."""

    def tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith(_NOT_FOR_PEOPLE):
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _middle(stage: Stage) -> datetime:
    if stage.started_at is None:
        return datetime.now(UTC)
    return moment(stage.started_at) + timedelta(minutes=stage.planned_minutes or 0) / 2
