"""The one door to a workshop: every write goes through it, and it says what changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from facilitator.language import Language
from facilitator.model.change import Act, Change
from facilitator.model.errors import DomainError
from facilitator.model.records import ActHeader, Record
from facilitator.model.workshop import Workshop
from facilitator.storage import DamagedError, Performed, StorageError, WorkshopFile

if TYPE_CHECKING:
    from facilitator.storage.bin import Binned
    from facilitator.storage.history import Happened, Told, Wanted
    from facilitator.storage.recover import Recovered
    from facilitator.storage.search import Found, SearchIndex

P = ParamSpec("P")
L = TypeVar("L")


class Session(QObject):
    """A workshop that is open on the screen.

    `changed` carries the changes that are on disk, a tuple of `Change`; `refused` one sentence
    on what was not done and why, in the session's language; `unsaved` the same where the disk was
    the reason.
    """

    changed = Signal(tuple)
    refused = Signal(str)
    unsaved = Signal(str)

    def __init__(self, file: WorkshopFile, words: Language | None = None) -> None:
        """Take over an open file; it is closed with `close`. Without `words` it says English."""
        super().__init__()
        self._file = file
        self._words = words or Language("en")
        self._gone = False

    @classmethod
    def open(cls, path: Path, words: Language | None = None) -> Session:
        """Open a file. Raises `StorageError` with a sentence for the person."""
        return cls(WorkshopFile.open(path), words)

    @staticmethod
    def create(path: Path, records: Iterable[Record]) -> None:
        """Make a new file. Raises `StorageError` with a sentence for the person."""
        WorkshopFile.create(path, records).close()

    @staticmethod
    def recover(damaged: Path, target: Path) -> Recovered:
        """Save what can be read of a damaged file in a new one; in any thread, it may take long.

        Raises `StorageError` with a sentence for the person.
        """
        from facilitator.storage.recover import recover

        return recover(damaged, target)

    @staticmethod
    def index(workshop: Workshop) -> SearchIndex:
        """What finds records by what was typed in them; in any thread, it may take long."""
        from facilitator.storage.search import SearchIndex

        return SearchIndex(workshop)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def workshop(self) -> Workshop:
        """The workshop as it stands."""
        return self._file.workshop

    def do(
        self, act: Callable[Concatenate[Workshop, P], Act], *args: P.args, **kwargs: P.kwargs
    ) -> Performed | None:
        """Carry out an act of the model on plain values; None where nothing came of it."""
        return self._run(lambda: self._file.perform(act(self.workshop, *args, **kwargs)))

    def undo(self) -> Performed | None:
        """Take back the last act."""
        return self._run(self._file.undo)

    def redo(self) -> Performed | None:
        """Do the act again that was taken back last."""
        return self._run(self._file.redo)

    def undoable(self) -> ActHeader | None:
        """The act that `undo` would take back."""
        return self._look(self._file.undoable)

    def redoable(self) -> ActHeader | None:
        """The act that `redo` would do again."""
        return self._look(self._file.redoable)

    def restore(self, act: str, ids: Iterable[str] = ()) -> Performed | None:
        """Put back what an act deleted, or of it only the records of these ids."""
        return self._run(lambda: self._file.restore(act, ids))

    def read_bin(self) -> Callable[[int], tuple[Binned, ...]]:
        """What gives so many further deletions of which something is still gone, the last first.

        It tells the workshop as it is now: after a change, begin anew.
        """
        read = self._file.past.read_bin()
        return lambda limit: self._look(lambda: read(limit)) or ()

    def in_bin(self, id_: str) -> Record | None:
        """The record of that id as it was when it was deleted last."""
        return self._look(lambda: self._file.past.in_bin(id_))

    def history(
        self, limit: int, before: str = "", wanted: Wanted | None = None
    ) -> tuple[Happened, ...]:
        """The acts before a stamp, the last first, and whether each was taken back."""
        return self._look(lambda: self._file.past.happened(limit, before, wanted)) or ()

    @staticmethod
    def wanted(names: Collection[str], people: Collection[str]) -> Wanted:
        """Acts of these names in the program, or of these people, as `history` looks for them."""
        from facilitator.storage.history import Wanted

        return Wanted(names, people)

    def last_touched(self) -> Happened | None:
        """The act that was done, undone or redone last."""
        return self._look(self._file.past.last_touched)

    def people(self) -> tuple[str, ...]:
        """The names of all who did something."""
        return self._look(self._file.past.people) or ()

    def told(self, act: str, limit: int) -> tuple[tuple[Told, ...], int]:
        """The first records that an act changed, and how many there are in all."""
        return self._look(lambda: self._file.past.told(act, limit)) or ((), 0)

    def name_person(self, name: str) -> None:
        """Who is at the keys: kept with the acts from now on."""
        self._file.name_person(name)

    def go_on_in(self, target: Path) -> bool:
        """Save everything in a new file, and go on there; whether that could be."""
        try:
            self._file.go_on_in(target)
        except StorageError as error:
            self.unsaved.emit(error.said(self._words))
            return False
        self.changed.emit(())
        return True

    def renewed(self, words: Language) -> Session:
        """The same open file in another language; this session says and closes nothing more."""
        self._gone = True
        self.blockSignals(True)  # noqa: FBT003
        return Session(self._file, words)

    def close(self) -> None:
        """Let go of the file, unless another session has taken it over."""
        if not self._gone:
            self._file.close()

    @staticmethod
    def _look(look: Callable[[], L]) -> L | None:
        """What is looked up to be shown; where the disk fails, the next change will say so."""
        try:
            return look()
        except StorageError:
            return None

    def _run(self, work: Callable[[], Performed | None]) -> Performed | None:
        try:
            performed = work()
        except DomainError as error:
            self.refused.emit(error.said(self._words))
            return None
        except StorageError as error:
            self.unsaved.emit(error.said(self._words))
            return None
        except Exception:
            self.unsaved.emit(self._words("This could not be saved: it still stands here."))
            raise
        if performed is not None:
            self.changed.emit(performed.changes)
        return performed


Changes = tuple[Change, ...]

__all__ = [
    "Binned",
    "Changes",
    "DamagedError",
    "Found",
    "Happened",
    "SearchIndex",
    "Session",
    "StorageError",
    "Told",
    "Wanted",
]
