"""The window on the large workshop, for measures of how soon it answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from benchmarks.large import make_large
from facilitator.language import Language
from ui.app import make_application
from ui.session import Session
from ui.theme import load_theme
from ui.window import Window


@contextmanager
def large_window() -> Iterator[tuple[QApplication, Window]]:
    """The window, shown and drawn; settings stay in a folder that goes."""
    with TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, folder)
        app = make_application(load_theme("light"))
        path = Path(folder, "large.workshop")
        make_large(path)
        words = Language("en")
        window = Window(Session.open(path, words), load_theme("light"), words)
        window.show()
        window.activateWindow()
        app.processEvents()
        yield app, window
        window.close()
        window.deleteLater()
        app.processEvents()
