"""A way past everything that the program shows: for the tests that look at it, and for pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.language import Language
from facilitator.model.records import Stage
from facilitator.model.workshop import Workshop
from ui.dialogs.preferences import PreferencesDialog
from ui.pages import BESIDE
from ui.people.participants import ParticipantsPage
from ui.preferences import Preferences
from ui.window import Window


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that is shown: its name, its widget, and of a page its key."""

    name: str
    widget: QWidget
    key: str = ""


def settle() -> None:
    """Let the layouts settle, one within the other."""
    for _ in range(4):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keys_of_pages(workshop: Workshop) -> dict[str, str]:
    """Each page beside the agenda, and the first stage of each kind: its key, and its name."""
    kinds = {stage.kind: stage.id for stage in reversed(workshop.all(Stage))}
    stages = {id_: kind.value for kind, id_ in kinds.items()}
    return {page.key: f"{page.mode.value}-{page.key}" for page in BESIDE} | stages


def pages(window: Window, workshop: Workshop) -> Iterator[Stop]:
    """Go to each page beside the agenda, and to the first stage of each kind."""
    for key, name in keys_of_pages(workshop).items():
        window.rail.go(key)
        settle()
        yield Stop(name, window, key)
        page = window.page
        if isinstance(page, ParticipantsPage):
            yield from _import(window, page)


PEOPLE = """Name,Organization,Sector
Ana Prado,City library,Non-profits
Bo Lindqvist,,Youth
,Makers’ guild,Makers
Chloé Tremblay,Université,Academics,Youth,one too many
"""
"""A list as strangers write it, with a sector that is new, and rows that are refused."""


def _import(window: Window, page: ParticipantsPage) -> Iterator[Stop]:
    """A list of people on its way in, in the place of the page."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(PEOPLE, encoding="utf-8")
        page.import_file(path)
        waited = QDeadlineTimer(5000)
        while page.importing.sorted is None and not waited.hasExpired():
            settle()
    settle()
    yield Stop("import", window)
    page.importing.leave()
    settle()


DIALOGS: dict[str, Callable[[Window, Language], object]] = {
    "handouts": lambda window, _: window.printing.ask_for_handouts(),
    "summary": lambda window, _: window.printing.ask_for_report(),
    "keys": lambda window, _: window.printing.show_keys(),
    "palette": lambda window, _: window.actions_.qt("palette").trigger(),
    "preferences": lambda window, words: PreferencesDialog(Preferences(), words, window).open(),
}
"""How each dialog is opened."""


def dialogs(window: Window, words: Language) -> Iterator[Stop]:
    """Open each dialog, and close it again."""
    for name, open_ in DIALOGS.items():
        open_(window, words)
        settle()
        (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
        yield Stop(name, dialog)
        dialog.reject()
        settle()
