"""How long the window is deaf at worst: going through every page of the large workshop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.large import PEOPLE
from benchmarks.large_window import large_window
from facilitator.model import attendance
from facilitator.model.people import Person
from facilitator.model.records import Stage
from ui.pages import BESIDE
from ui.quiet import Quiet
from ui.window import Window

LIMIT = 0.050
KEYS = ("Alt+Right", "Ctrl+Down", "F3", "Down", "Space", "Esc", "Ctrl+E", "Ctrl+R", "Ctrl+Z")
"""What is pressed on each page: other principles and tables, into the lists and back, undo."""


def measure() -> tuple[float, float]:
    """The longest time in one turn of the event loop, and the limit."""
    with large_window() as (app, window, quiet):
        slots = [*_quiet(app, quiet), *_slots(app, window)]
    took, what = max(slots)
    over = sum(slot > LIMIT for slot, _ in slots)
    print(f"Of {len(slots)} turns of the event loop {over} took over 50 ms; the longest: {what}")
    return took, LIMIT


def _quiet(app: QApplication, quiet: Quiet) -> Iterator[tuple[float, str]]:
    """The turns in which what pages need is loaded, while nobody types."""
    left = True

    def end() -> None:
        nonlocal left
        left = False

    quiet.done.connect(end)
    while left:
        QThread.msleep(5)
        start = time.perf_counter()
        app.processEvents()
        yield time.perf_counter() - start, "a quiet moment"


def _slots(app: QApplication, window: Window) -> list[tuple[float, str]]:
    stages = [(stage.id, stage.kind.value) for stage in window.page.session.workshop.all(Stage)]
    slots: list[tuple[float, str]] = []

    def take(what: str, act: Callable[[], object]) -> None:
        start = time.perf_counter()
        act()
        slots.append((time.perf_counter() - start, what))
        for part in ("drawn", "after"):
            start = time.perf_counter()
            app.processEvents()
            slots.append((time.perf_counter() - start, f"{what}, {part}"))

    for key, name in [*((page.key, page.key) for page in BESIDE), *stages]:
        take(f"opening {name}", lambda key=key: window.rail.go(key))  # type: ignore[misc]
        for keys in KEYS:
            take(f"{keys} on {name}", lambda keys=keys: _press(window, keys))  # type: ignore[misc]
        for letter in "bus":
            take(f"typing on {name}", lambda letter=letter: _type(window, letter))  # type: ignore[misc]
        take(f"Enter on {name}", lambda: _press(window, "Return"))
    window.rail.go("participants")
    people = [Person(f"Person {n}", f"Organization {n % 50}") for n in range(PEOPLE)]
    session = window.page.session
    take("taking in a table of people", lambda: session.do(attendance.add_participants, people))
    take("taking that back", session.undo)
    palette = window.finder.open()
    while not palette.line.text() or window.finder.search.find("counter") == ():
        palette.line.setText("counter")
        app.processEvents()
    for letter in " staff":
        take("searching", lambda letter=letter: QTest.keyClicks(palette.line, letter))  # type: ignore[misc]
    palette.reject()
    return slots


def _press(window: Window, keys: str) -> None:
    QTest.keySequence(window.focusWidget() or window, QKeySequence(keys))


def _type(window: Window, letter: str) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key(ord(letter.upper())))
