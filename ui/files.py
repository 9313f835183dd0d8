"""Which workshop file: asked for, made, recovered. What came of it is told by signals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.language import Language
from facilitator.model.records import Record
from ui.here import at_home
from ui.recent import remember
from ui.session import Session, StorageError
from ui.start import TEMPLATES
from ui.tasks import Task
from ui.widgets.banner import Offer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

SUFFIX = "workshop"


class Files(QObject):
    """`ready` carries the path of a file to open and the key of the page to begin at, or "".

    `refused` carries a sentence and an `Offer` or None, `told` a sentence on what is done.
    """

    ready = Signal(object, str)
    refused = Signal(str, object)
    told = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Nothing is asked for yet."""
        super().__init__(parent)
        self._words = Language("en")
        self._shown: QWidget | None = None
        self._task: Task | None = None

    def over(self, shown: QWidget | None, words: Language) -> Files:
        """Ask over this window from now on, in this language."""
        self._shown, self._words = shown, words
        return self

    def choose(self) -> None:
        """Ask for a workshop to open."""
        dialog = self._dialog(self._words("Open workshop"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.ready.emit(Path(name), ""))
        dialog.open()

    def new(self, name: str) -> None:
        """Ask where a workshop from a template goes; one begins with what it is."""
        from facilitator.exchange.templates import template

        called = next(text for own, text, _ in TEMPLATES if own == name)
        make = partial(self._create, lambda: at_home(template(name, self._words.code)), "facts")
        self._save_as(self._words("New workshop"), self._words(called), make)

    def sample(self) -> None:
        """Ask where a copy of the sample goes."""
        from facilitator.exchange.templates import sample

        title = self._words("Copy of the sample")
        self._save_as(title, title, partial(self._create, sample, ""))

    def save_elsewhere(self, session: Session) -> None:
        """Ask for a new file in which an open workshop goes on, as its own cannot be written."""
        title = self._words("Save all in a new file")
        self._save_as(title, session.path.stem, partial(self._go_on, session))

    def recover(self, damaged: Path | None = None) -> None:
        """Ask which file is damaged, unless that is known, and where to save what can be."""
        if damaged is None:
            dialog = self._dialog(self._words("Recover a damaged workshop"))
            dialog.setFileMode(dialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(lambda name: self.recover(Path(name)))
            dialog.open()
            return
        name = self._words("{name}, recovered", name=damaged.stem)
        title = self._words("Save what can be recovered as")
        self._save_as(title, name, partial(self._recover, damaged), damaged.parent)

    def _save_as(
        self, title: str, name: str, done: Callable[[Path], None], folder: Path | None = None
    ) -> None:
        """Ask for a new file; its name is offered, and one that is taken is refused afterwards."""
        dialog = self._dialog(title)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setOption(dialog.Option.DontConfirmOverwrite)  # nothing is ever overwritten
        if folder is not None:
            dialog.setDirectory(str(folder))
        dialog.selectFile(_free(Path(dialog.directory().absolutePath()), name).name)
        dialog.fileSelected.connect(lambda chosen: self._if_free(Path(chosen), done))
        dialog.open()

    def _if_free(self, path: Path, done: Callable[[Path], None]) -> None:
        if path.exists():
            self.refused.emit(
                self._words("{file} is there already: choose another name, or open it.", file=path),
                Offer(self._words("Open it"), partial(self.ready.emit, path, "")),
            )
        else:
            done(path)

    def _create(
        self, records: Callable[[], tuple[Record, ...]], first_page: str, path: Path
    ) -> None:
        try:
            Session.create(path, records())
        except StorageError as error:
            self.refused.emit(error.said(self._words), None)
        else:
            self.ready.emit(path, first_page)

    def _go_on(self, session: Session, path: Path) -> None:
        if session.go_on_in(path):
            remember(path, session.workshop.facts.title, datetime.now())  # noqa: DTZ005
            self.told.emit(self._words("All is in {file} now: go on there.", file=path))

    def _recover(self, damaged: Path, target: Path) -> None:
        if self._task is not None:
            self.refused.emit(self._words("A file is being recovered: wait for its end."), None)
            return
        self.told.emit(self._words("Recovering what can be read of {file}…", file=damaged))
        self._task = Task(lambda _: Session.recover(damaged, target), self)
        self._task.done.connect(partial(self._recovered, target))
        self._task.failed.connect(self._failed)
        self._task.start()

    def _recovered(self, target: Path, saved: Any) -> None:
        self._let_go()
        words = self._words
        lost = (
            words.plural("{n} line could not be read.", "{n} lines could not be read.", saved.lost)
            if saved.lost
            else words("Nothing was lost.")
        )
        kept = words.plural("{n} thing was saved.", "{n} things were saved.", saved.records)
        self.ready.emit(target, "")
        self.told.emit(f"{target}: {kept} {lost}")

    def _failed(self, error: object) -> None:
        self._let_go()
        if isinstance(error, StorageError):
            self.refused.emit(error.said(self._words), None)
        elif isinstance(error, BaseException):
            raise error

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    def _dialog(self, title: str) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog

        places = QStandardPaths.StandardLocation.DocumentsLocation
        dialog = QFileDialog(self._shown, title, QStandardPaths.writableLocation(places))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{self._words('Workshops')} (*.{SUFFIX})")
        return dialog


def _free(folder: Path, name: str) -> Path:
    """A name in a folder that no file has yet."""
    path, n = folder / f"{name}.{SUFFIX}", 2
    while path.exists():
        path, n = folder / f"{name} {n}.{SUFFIX}", n + 1
    return path
