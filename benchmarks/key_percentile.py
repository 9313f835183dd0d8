"""The slowest of a hundred keys: from Enter to the row on the screen, in the large workshop."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.large_window import large_window
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.records import Stage
from ui.stages.swot import SwotPage
from ui.window import Window

KEYS = 400
FRAME = 0.016


def measure() -> tuple[float, float]:
    """The 99th percentile of keys, and a frame of a screen."""
    with large_window() as (app, window, _):
        stages = window.page.session.workshop.all(Stage)
        window.rail.go(next(stage.id for stage in stages if stage.kind is StageKind.SWOT))
        app.processEvents()
        took = [_enter(app, window, number) for number in range(KEYS)]
    return statistics.quantiles(took[10:], n=100)[-1], FRAME


def _enter(app: QApplication, window: Window, number: int) -> float:
    """Seconds from the key to the row: recorded on disk, and drawn."""
    page = window.page
    assert isinstance(page, SwotPage)
    quadrant = list(Quadrant)[number % 4]
    page.aim(quadrant)
    model = page.cards[quadrant].model
    handle = window.windowHandle()  # as keys come: whatever waits for a quiet moment sees them
    for letter in f"Another note {number} on buses":
        QTest.keyClick(handle, Qt.Key(ord(letter.upper())))
    app.processEvents()
    before = model.rowCount()
    start = time.perf_counter()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    app.processEvents()
    took = time.perf_counter() - start
    assert model.rowCount() == before + 1
    return took
