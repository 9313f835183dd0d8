"""The application: one window at a time, over one workshop file or the start page."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QSettings, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.language import LANGUAGES, Language
from facilitator.model.records import Record
from ui.recent import remember
from ui.session import Session, StorageError
from ui.theme import Theme, dress, system_theme
from ui.window import Window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

FILTER = "*.workshop"


def make_application(theme: Theme | None = None) -> QApplication:
    """The application object, dressed."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setOrganizationName("Facilitator")
    dress(app, theme or system_theme())
    return app


def system_language() -> Language:
    """English or French, as the system is set: by gettext's variables, else by Qt's word."""
    asked = (os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((value for value in asked if value), "")
    if not name and not sys.platform.startswith("linux"):
        from PySide6.QtCore import QLocale  # its many names cost 7 ms

        name = QLocale.system().name()
    code = name[:2].lower()
    return Language(code if code in LANGUAGES else "en")


class Application(QObject):
    """Shows the start page or a workshop, and goes from one to the other."""

    def __init__(self, theme: Theme, words: Language) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self._theme, self._words = theme, words
        self.shown: QWidget | None = None
        self._translator = QTranslator(self)  # of Qt's own texts, and of the names of keys
        self._translate_qt()

    def _translate_qt(self) -> None:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._words.code != "en" and self._translator.load(f"qtbase_{self._words.code}", folder):
            QApplication.installTranslator(self._translator)

    def show_start(self, sentence: str = "") -> QWidget:
        """Show the start page, with a sentence on what went wrong if anything did."""
        from ui.start import StartPage

        page = StartPage(self._theme, self._words, sentence)
        page.asked.connect(self._serve)
        page.chosen.connect(lambda path: self.open(Path(path)))
        self._replace(page)
        return page

    def open(self, path: Path) -> Window | None:
        """Open a workshop; where it cannot be, what is shown stays and says why."""
        try:
            session = Session.open(path, self._words)
        except StorageError as error:
            self._refuse(str(error))
            return None
        if not self._may_leave():
            session.close()
            return None
        return self.show_workshop(session)

    def show_workshop(self, session: Session) -> Window:
        """Show an open workshop."""
        remember(session.path)
        window = Window(session, self._theme, self._words)
        window.asked.connect(self._serve)
        self._replace(window)
        return window

    def _replace(self, widget: QWidget) -> None:
        before, self.shown = self.shown, widget
        settings = QSettings()
        geometry = settings.value("geometry")
        if geometry is not None:
            widget.restoreGeometry(geometry)
        widget.show()
        widget.activateWindow()
        if before is not None:
            settings.setValue("geometry", before.saveGeometry())
            before.close()
            before.deleteLater()

    def _serve(self, request: str) -> None:
        match request:
            case "new":
                self._new("four-principles")
            case "open":
                self._choose()
            case "sample":
                self._sample()
            case "close" if self._may_leave():
                self.show_start()
            case "quit":
                QApplication.closeAllWindows()
            case name if name.startswith("template:"):
                self._new(name.removeprefix("template:"))

    def _choose(self) -> None:
        dialog = self._file_dialog(self._words("Open workshop"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def _new(self, name: str) -> None:
        from facilitator.exchange.templates import template

        self._save_as(self._words("New workshop"), lambda: template(name))

    def _sample(self) -> None:
        from facilitator.exchange.templates import sample

        self._save_as(self._words("Copy of the sample"), sample)

    def _save_as(self, title: str, records: Callable[[], tuple[Record, ...]]) -> None:
        dialog = self._file_dialog(title)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("workshop")
        dialog.fileSelected.connect(lambda name: self._create(Path(name), records()))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.shown, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{self._words('Workshops')} ({FILTER})")
        return dialog

    def _create(self, path: Path, records: tuple[Record, ...]) -> None:
        try:
            Session.create(path, records)
        except StorageError as error:
            self._refuse(str(error))
            return
        self.open(path)

    def _may_leave(self) -> bool:
        return not isinstance(self.shown, Window) or self.shown.may_close()

    def _refuse(self, sentence: str) -> None:
        if isinstance(self.shown, Window):
            self.shown.banner.warn(sentence)
        else:
            self.show_start(sentence)


def open_window(session: Session | None) -> int:
    """Open the window on a workshop, or on the start page; returns when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it; all is on disk
    app = make_application()
    application = Application(system_theme(), system_language())
    if session is None:
        application.show_start()
    else:
        application.show_workshop(session)
    return app.exec()
