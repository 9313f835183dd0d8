"""A laptop with a projector at its right: run by test_projector.py, as Qt reads its screens once.

Prints what became of the window for the room, as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

SIZES = {"laptop": (0, 1280, 800), "projector": (1280, 1920, 1080)}


def main(folder: Path) -> None:
    """Open the sample on two screens, and show it to the room with F12."""
    screens = [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for name, (x, width, height) in SIZES.items()
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screens.json'}"
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))

    from facilitator.exchange.templates import sample
    from facilitator.language import Language
    from ui.app import make_application
    from ui.session import Session
    from ui.theme import load_theme
    from ui.window import Window

    theme, words = load_theme("light"), Language("en")
    app = make_application(theme)
    Session.create(folder / "w.workshop", sample())

    def opened() -> Window:
        window = Window(Session.open(folder / "w.workshop", words), theme, words)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        return window

    window = opened()
    typing = window.focusWidget()
    QTest.keySequence(typing, QKeySequence("F12"))
    QTest.qWait(50)
    shown = window.projection.window
    assert shown is not None
    said = {
        "laptop": window.screen().name(),
        "screen": shown.screen().name(),
        "geometry": shown.geometry().getRect(),
        "full": shown.isFullScreen(),
        "typing goes on": app.activeWindow() is window and app.focusWidget() is typing,
        "texts": shown.picture.texts,
    }
    window.close()
    again = opened()
    QTest.qWait(50)
    said["opens again by itself"] = again.projection.showing
    QTest.keySequence(again.focusWidget(), QKeySequence("F11"))
    again.close()
    once_more = opened()
    QTest.qWait(50)
    said["what was black stays so"] = once_more.projection.showing
    once_more.close()
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
