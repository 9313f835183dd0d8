"""Everything can be reached by keys, seen where it is, named by a screen reader, hit by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.language import Language
from facilitator.model.kinds import StageKind
from tests.ui.conftest import OpenWindow
from ui.app import make_application
from ui.start import StartPage
from ui.theme import load_theme
from ui.tour import dialogs, pages, settle
from ui.widgets.focus import FRAMES, FocusRing
from ui.window import Window

MOST = 200
"""More presses of Tab than any page has controls."""


def controls(shown: QWidget) -> list[QWidget]:
    """Everything in a window that can have the focus."""
    return [
        widget
        for widget in shown.findChildren(QWidget)
        if widget.window() is shown
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    ]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def told(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}"


def nameless(shown: QWidget) -> list[str]:
    return [told(widget) for widget in controls(shown) if not name_of(widget).strip()]


def small(shown: QWidget) -> list[str]:
    """What is smaller than a finger, or an unsteady hand, can hit."""
    return [
        f"{told(widget)} “{name_of(widget)}” {widget.width()}×{widget.height()}"
        for widget in controls(shown)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
        and min(widget.width(), widget.height()) < 24
    ]


def silent_rows(shown: QWidget) -> list[str]:
    """Lists whose rows say nothing to a screen reader."""
    found = []
    for view in shown.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and view.window() is shown and model is not None:
            for row in range(min(model.rowCount(), 8)):
                spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                if not spoken or not str(spoken).strip():
                    found.append(f"{told(view)} “{view.accessibleName()}” row {row}")
                    break
    return found


def walk_with_tab(shown: QWidget) -> Iterator[QWidget]:
    """Press Tab until the focus is where it was."""
    first = shown.focusWidget()
    for _ in range(MOST):
        now: QWidget | None = shown.focusWidget()
        if now is None:
            return
        yield now
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if shown.focusWidget() is first:
            return


def reach(shown: QWidget) -> list[str]:
    """What can be reached by no key, or does not show that it was."""
    found: list[str] = []
    reached: set[QWidget] = set()
    lists: list[QAbstractItemView] = []

    def walk() -> None:
        for widget in walk_with_tab(shown):
            if widget not in reached and not has_ring(shown, widget):
                found.append(f"no ring: {told(widget)} “{name_of(widget)}”")
            if isinstance(widget, QAbstractItemView) and widget not in reached:
                lists.append(widget)
            reached.add(widget)
            if isinstance(widget, QAbstractButton) and widget.group() is not None:
                reached.update(widget.group().buttons())  # the arrow keys go to the others

    walk()
    for view in lists[:]:  # F2 opens what belongs to the row at the cursor
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_F2)
        walk()
    missing = [widget for widget in controls(shown) if widget not in reached]
    return found + [f"not reached: {told(widget)} “{name_of(widget)}”" for widget in missing]


def has_ring(shown: QWidget, widget: QWidget) -> bool:
    """Whether the ring lies round a control, or round the frame that it fills."""
    framed = widget
    for parent in parents(widget):
        if parent.property(FRAMES):
            framed = parent
            break
    place = QRect(framed.mapTo(shown, QPoint(0, 0)), framed.size())
    return any(ring.isVisible() and ring.geometry().intersects(place) for ring in rings(shown))


def rings(shown: QWidget) -> list[FocusRing]:
    return [child for child in shown.findChildren(FocusRing) if child.window() is shown]


def parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


CHECKS = {"name": nameless, "size": small, "rows": silent_rows, "reach": reach}


def wrong(name: str, shown: QWidget) -> list[str]:
    return [f"{name}: {kind}: {one}" for kind, check in CHECKS.items() for one in check(shown)]


@pytest.mark.parametrize("what", ["sample", "plan"])
def test_every_page(sample_window: OpenWindow, what: str) -> None:
    window: Window = sample_window(what)
    found = [
        fault
        for page in pages(window, window._session.workshop)
        for fault in wrong(page.name, page.widget)
    ]
    assert not found, "\n".join(found)


def test_every_dialog(sample_window: OpenWindow, qtbot: QtBot) -> None:
    window: Window = sample_window()
    found = []
    for dialog in dialogs(window, Language("en")):
        qtbot.waitUntil(dialog.widget.isActiveWindow)
        found += wrong(dialog.name, dialog.widget)
        window.activateWindow()
    assert not found, "\n".join(found)


def test_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage(load_theme("light"), Language("en"), "The file cannot be read.")
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    found = wrong("start", page)
    assert not found, "\n".join(found)


def test_what_a_line_is_for_is_as_readable_as_any_text(sample_window: OpenWindow) -> None:
    window: Window = sample_window("plan", kind=StageKind.SWOT)
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.placeholderText()
    muted = load_theme("light").colour("muted")
    assert line.palette().placeholderText().color().name() == muted.name()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_focus_is_seen(sample_window: OpenWindow, qapp: QApplication, theme: str) -> None:
    """Not by its geometry alone: pixels round each control differ once it has the focus."""
    make_application(load_theme(theme))
    try:
        window = sample_window("plan", kind=StageKind.SWOT)
        seen: set[type[QWidget]] = set()
        for widget in walk_with_tab(window):
            if type(widget) not in seen:
                seen.add(type(widget))
                settle()
                assert differs(window), told(widget)
        assert len(seen) > 4
    finally:
        make_application(load_theme("light"))


def differs(window: Window) -> bool:
    (ring,) = [ring for ring in rings(window) if ring.isVisible()]
    focused = window.grab(ring.geometry()).toImage()
    ring.hide()
    without = window.grab(ring.geometry()).toImage()
    ring.show()
    return focused != without
