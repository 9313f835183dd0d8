"""The application: one window at a time, over one workshop file or the start page.

What somebody prefers is put on by building the window anew on the same open file: the way back
to where one was is the same as after a restart, and there is no second one.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

from facilitator.language import LANGUAGES, Language
from ui.actions import AT_START, PREFERRING, Actions
from ui.crashes import Crashes
from ui.preferences import SYSTEM, Preferences
from ui.preload import preloads
from ui.quiet import Quiet, settle
from ui.recent import remember
from ui.session import DamagedError, Session, StorageError
from ui.theme import Theme, dress, load_theme, system_theme
from ui.widgets.focus import FocusRings
from ui.widgets.focus_path import follow_path, path_to_focus
from ui.window import Window

if TYPE_CHECKING:
    from ui.dialogs.preferences import PreferencesDialog
    from ui.files import Files
    from ui.start import StartPage
    from ui.widgets.banner import Offer


def make_application(theme: Theme) -> QApplication:
    """The application object, dressed."""
    app = _application()
    dress(app, theme)
    rings = app.findChild(FocusRings) or FocusRings(app)
    rings.wear(theme)
    return app


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator")
    app.setOrganizationName("Facilitator")
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

    def __init__(self, preferences: Preferences) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self._preferences = preferences
        self._theme: Theme
        self._words: Language
        self.shown: Window | StartPage | None = None
        self.quiet: Quiet | None = None
        self._files: Files | None = None
        self._session: Session | None = None
        self._dialog: PreferencesDialog | None = None
        self._translator = QTranslator(self)  # of Qt's own texts, and of the names of keys
        self._anew = QTimer(self)  # not within what the window that goes is doing
        self._anew.setSingleShot(True)
        self._anew.timeout.connect(self._rebuild)
        self.crashes = Crashes(self)
        later = Qt.ConnectionType.QueuedConnection  # not within what failed, such as a painting
        self.crashes.crashed.connect(self._say_crashed, later)
        self._look_up()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._app.aboutToQuit.connect(self._keep_geometry)

    @property
    def preferences(self) -> Preferences:
        """What is preferred now."""
        return self._preferences

    def prefer(self, preferences: Preferences) -> None:
        """Put on other preferences at once, and keep them; what was being done goes on."""
        before, self._preferences = self._preferences, preferences
        preferences.save()
        if self._session is not None:
            self._session.name_person(preferences.person)
        if replace(before, person="") != replace(preferences, person=""):
            self._anew.start()

    def _look_up(self) -> None:
        """Find the theme and the words that are preferred."""
        chosen = self._preferences
        name = system_theme() if chosen.theme == SYSTEM else chosen.theme
        self._theme = load_theme(name, chosen.text)
        code = chosen.language
        self._words = system_language() if code == SYSTEM else Language(code)

    def _dress(self) -> None:
        self._app = make_application(self._theme)
        self._translate_qt()

    def _translate_qt(self) -> None:
        QApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._words.code != "en" and self._translator.load(f"qtbase_{self._words.code}", folder):
            QApplication.installTranslator(self._translator)

    def _follow_system(self) -> None:
        if self._preferences.theme == SYSTEM and self._theme.name != system_theme():
            self._anew.start()

    def _rebuild(self) -> None:
        """Build what is shown anew, on the same open file, with the focus where it was."""
        before = self.shown
        path = path_to_focus(_root(before)) if before is not None else ()
        choosing = self._dialog.place if self._dialog is not None else ""
        if isinstance(before, Window) and not before.may_hand_over():
            follow_path(_root(before), path)
            return  # the window says why; what is preferred is put on next time
        self._look_up()
        session = self._session.renewed(self._words) if self._session is not None else None
        self._take_down()
        self._dress()
        if before is None:
            return
        if session is None:
            self.show_start()
        else:
            self.show_workshop(session)
        if self.shown is not None:
            follow_path(_root(self.shown), path)
        if choosing:
            self.choose_preferences(choosing)

    def _take_down(self) -> None:
        """Let what is shown be gone before all is dressed: to dress it, too, takes seconds."""
        self._keep_geometry()
        before, self.shown, self._dialog = self.shown, None, None
        if before is not None:
            self._app.setQuitOnLastWindowClosed(False)
            before.close()
            before.deleteLater()
            QCoreApplication.sendPostedEvents(before, QEvent.Type.DeferredDelete)
            self._app.setQuitOnLastWindowClosed(True)

    def show_start(self, sentence: str = "") -> StartPage:
        """Show the start page, with a sentence on what went wrong if anything did."""
        from ui.start import StartPage

        page = StartPage(self._theme, self._words, sentence)
        page.asked.connect(self._serve)
        page.chosen.connect(lambda path: self.open(Path(path)))
        self._put_menus(page)
        self._session = None
        self._replace(page)
        return page

    def _put_menus(self, page: QWidget) -> None:
        bar, layout = QMenuBar(page), page.layout()
        if layout is not None:
            layout.setMenuBar(bar)
        actions = Actions(page, bar, self._words, ("File", "View"))
        actions.take({id_: partial(self._serve, id_) for id_ in (*AT_START, *PREFERRING)})
        actions.choose(self._chosen())

    def open(self, path: Path) -> Window | None:
        """Open a workshop; where it cannot be, what is shown stays and says why."""
        try:
            session = Session.open(path, self._words)
        except StorageError as error:
            self._refuse(error.said(self._words), self._way_out(error, path))
            return None
        if not self._may_leave():
            session.close()
            return None
        return self.show_workshop(session)

    def _way_out(self, error: StorageError, path: Path) -> Offer | None:
        if not isinstance(error, DamagedError):
            return None
        from ui.widgets.banner import Offer

        return Offer(self._words("Recover…"), partial(self._recover, path))

    def show_workshop(self, session: Session) -> Window:
        """Show an open workshop."""
        remember(session.path, session.workshop.facts.title, datetime.now())  # noqa: DTZ005
        session.name_person(self._preferences.person)
        window = Window(session, self._theme, self._words)
        window.asked.connect(self._serve)
        window.saving_elsewhere.connect(lambda: self._asking().save_elsewhere(session))
        window.actions_.choose(self._chosen())
        self._session = session
        self._replace(window)
        return window

    def choose_preferences(self, place: str = "") -> PreferencesDialog:
        """Ask what is preferred; `place` is the control that has the focus."""
        from ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._preferences, self._words, self.shown)
        dialog.chosen.connect(self.prefer)
        dialog.finished.connect(self._let_go_of_dialog)
        self._dialog = dialog
        dialog.open()
        dialog.go(place)
        return dialog

    def _let_go_of_dialog(self) -> None:
        self._dialog = None
        if self.shown is not None:
            self.shown.activateWindow()
        if isinstance(self.shown, Window):
            self.shown.page.take_focus()

    def _chosen(self) -> tuple[str, str]:
        """The actions of the menu that stand for what is preferred."""
        return f"theme_{self._preferences.theme}", f"language_{self._words.code}"

    def _keep_geometry(self) -> None:
        if self.shown is not None:
            QSettings().setValue("geometry", self.shown.saveGeometry())

    def _replace(self, widget: Window | StartPage) -> None:
        self._keep_geometry()
        before, self.shown = self.shown, widget
        geometry = QSettings().value("geometry")
        if geometry is not None:
            widget.restoreGeometry(geometry)
        widget.show()
        widget.activateWindow()
        if before is not None:
            before.close()
            before.deleteLater()
        self.quiet = Quiet(widget, (*preloads(self._words), settle))

    def _serve(self, request: str) -> None:
        match request:
            case "new":
                self._asking().new("four-principles")
            case "open":
                self._asking().choose()
            case "sample":
                self._asking().sample()
            case "recover":
                self._asking().recover()
            case "close" if self._may_leave():
                self.show_start()
            case "quit":
                QApplication.closeAllWindows()
            case "preferences":
                self.choose_preferences()
            case name if name in PREFERRING:
                self.prefer(self._preferences.after(name))
            case name if name.startswith("template:"):
                self._asking().new(name.removeprefix("template:"))

    def _asking(self) -> Files:
        from ui.files import Files

        if self._files is None:
            self._files = Files(self)
            self._files.ready.connect(self._begin)
            self._files.refused.connect(self._refuse)
            self._files.told.connect(self._tell)
        return self._files.over(self.shown, self._words)

    def _may_leave(self) -> bool:
        return not isinstance(self.shown, Window) or self.shown.may_close()

    def _begin(self, path: Path, page: str) -> None:
        """Open a file that was chosen or made, at a page where that is given."""
        window = self.open(path)
        if window is not None and page:
            window.rail.go(page)

    def _recover(self, damaged: Path) -> None:
        self._asking().recover(damaged)

    def _refuse(self, sentence: str, offer: Offer | None = None) -> None:
        """Say on what is shown why something was not done; the start page where nothing is."""
        shown = self.shown or self.show_start()
        shown.banner.warn(sentence, offer)

    def _say_crashed(self, report: Path) -> None:
        from ui.widgets.banner import Offer

        self._refuse(
            self._words(
                "Something went wrong inside the program: what was saved is safe, see whether the "
                "last thing is there, and send the report {file} to its makers.",
                file=report,
            ),
            Offer(self._words("Draw the window anew"), self._anew.start),
        )

    def _tell(self, sentence: str) -> None:
        if self.shown is not None:
            self.shown.banner.tell(sentence)


def _root(shown: QWidget) -> QWidget:
    """The part of what is shown in which the focus is kept."""
    return shown.page if isinstance(shown, Window) else shown


def open_window(session: Session | None) -> int:
    """Open the window on a workshop, or on the start page; returns when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it; all is on disk
    app = _application()
    application = Application(Preferences.load())
    sys.excepthook = application.crashes.catch
    if session is None:
        application.show_start()
    else:
        application.show_workshop(session)
    return app.exec()
