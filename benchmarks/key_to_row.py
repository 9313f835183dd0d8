"""From the Enter key to the new row on the screen: a workshop of 10,000 entries, one of 100."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice, product
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.commands.new import from_json
from facilitator.exchange.plan import plan_of
from facilitator.language import Language
from facilitator.model.ids import new_id
from facilitator.model.kinds import Quadrant, StageKind
from facilitator.model.records import Entry, Principle, Record, Stage, Table
from facilitator.model.workshop import Workshop
from facilitator.resources import resource
from facilitator.storage import WorkshopFile
from ui.app import make_application
from ui.session import Session
from ui.stages.swot import SwotPage
from ui.theme import load_theme
from ui.window import Window

MANY, FEW = 10_000, 100
KEYS = 150


def measure() -> tuple[float, float]:
    """The medians of interleaved keys in two windows."""
    app = make_application(load_theme("light"))
    many, few = [], []
    with tempfile.TemporaryDirectory() as folder:
        large = _window(Path(folder, "large.workshop"), MANY)
        small = _window(Path(folder, "small.workshop"), FEW)
        for number in range(KEYS):
            many.append(_enter(app, large, number))
            few.append(_enter(app, small, number))
        for window in (large, small):
            window.close()
    return statistics.median(many[10:]), statistics.median(few[10:])


def _window(path: Path, entries: int) -> Window:
    records = plan_of(from_json(resource("samples", "ops-2017.json")))
    session = Session(WorkshopFile.create(path, (*records, *_entries(records, entries))))
    window = Window(session, load_theme("light"), Language("en"))
    window.show()
    stages = session.workshop.all(Stage)
    window.rail.go(next(stage.id for stage in stages if stage.kind is StageKind.SWOT))
    return window


def _entries(records: tuple[Record, ...], count: int) -> Iterator[Entry]:
    """Notes spread evenly over the walls."""
    plan = Workshop(records)
    stage = next(s.id for s in plan.all(Stage) if s.kind is StageKind.SWOT)
    walls = cycle(product(plan.all(Principle), plan.all(Table), Quadrant))
    for number, (principle, table, quadrant) in enumerate(islice(walls, count), start=1):
        text = f"Note {number} on what happens at the counter"
        yield Entry(new_id(), number, quadrant, text, principle.id, table.id, stage=stage)


def _enter(app: QApplication, window: Window, number: int) -> float:
    """Seconds from the key to the row: recorded on disk, and drawn."""
    page = window.page
    assert isinstance(page, SwotPage)
    model = page.cards[Quadrant.STRENGTH].model
    page.entry.line.setText(f"Another note {number}")
    app.processEvents()
    before = model.rowCount()
    start = time.perf_counter()
    QTest.keyClick(page.entry.line, Qt.Key.Key_Return)
    app.processEvents()
    took = time.perf_counter() - start
    assert model.rowCount() == before + 1
    return took
