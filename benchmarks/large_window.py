"""The window on the large workshop, for measures of how soon it answers."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from benchmarks.large import make_large
from ui.app import Application
from ui.preferences import Preferences
from ui.quiet import Quiet
from ui.window import Window


@contextmanager
def large_window() -> Iterator[tuple[QApplication, Window, Quiet]]:
    """The window as the program shows it, drawn; settings stay in a folder that goes."""
    with TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, folder)
        path = Path(folder, "large.workshop")
        make_large(path)
        gc.collect()
        gc.disable()  # as `main.py` does
        application = Application(Preferences("light", language="en"))
        window = application.open(path)
        app = QApplication.instance()
        assert window is not None
        assert application.quiet is not None
        assert isinstance(app, QApplication)
        app.processEvents()
        yield app, window, application.quiet
        window.close()
        window.deleteLater()
        app.processEvents()
        gc.enable()
