"""The workshop file: opened, changed by acts, undone, closed. The one write path."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from facilitator.files import whole_file
from facilitator.model.agenda import check_times
from facilitator.model.change import Act, Change, added
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.records import ActHeader, Facts, Record
from facilitator.model.restoring import restore
from facilitator.model.workshop import Workshop
from facilitator.storage import acts, check, tables
from facilitator.storage.connection import connect, copied, verify, version_of
from facilitator.storage.errors import (
    DamagedError,
    dangling,
    friendly,
    gone,
    see_that_it_is_free,
)
from facilitator.storage.journal import Journal
from facilitator.storage.past import Past
from facilitator.storage.schema import VERSION, migrate

_CHANGED = "This has changed meanwhile: look at it again, then repeat."
_GONE = "This refers to something that is not there any more: look at it again, then repeat."


@dataclass(frozen=True, slots=True)
class Performed:
    """An act that is on disk: its header, and the changes for those who show them."""

    header: ActHeader
    changes: tuple[Change, ...]


class WorkshopFile:
    """An open workshop file. `workshop` is its state; every change goes through `perform`.

    `past` looks back in its journal. Use it in one thread, as a context manager or with `close()`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take over a connection; use `open` or `create`."""
        with _no_collecting():
            self.workshop = Workshop(tables.load(connection), tables.highest_numbers(connection))
        check_times(self.workshop)
        self._take(path, connection)

    def _take(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection
        self._is = path.stat()
        self._journal = Journal(connection)
        self.past = Past(path, connection, self.workshop)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a file. Raises a `StorageError` for one that is not whole, not ours or in use."""
        version = version_of(path)
        with friendly(path):
            connection = connect(path, read_only=read_only and version == VERSION)
            try:
                verify(connection, path, version)
                if version < VERSION:
                    migrate(connection)
                return cls(path, connection)
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                connection.close()
                raise DamagedError(path) from error
            except BaseException:
                connection.close()
                raise

    @classmethod
    def create(cls, path: Path, records: Iterable[Record] = ()) -> Self:
        """Make a new file of records, and open it. Raises `StorageError` where one is there."""
        see_that_it_is_free(path)
        with friendly(path), whole_file(path) as part:
            build(part, tuple(records))
        return cls.open(path)

    def go_on_in(self, target: Path) -> None:
        """Save everything in a new file, and write there from now on; this one stays as it is.

        It is for a disk that is full or gone: where the file cannot be read any more, its history
        is left out. Raises `StorageError` where nothing can be saved at `target` either.
        """
        see_that_it_is_free(target)
        with friendly(target):
            with whole_file(target) as part:
                if not copied(self._connection, part):
                    part.write_bytes(b"")
                    build(part, tuple(self.workshop.records()))
            connection = connect(target, read_only=False)
        before, by = self._connection, self._journal.by
        self._take(target, connection)
        self._journal.by = by
        before.close()

    def name_person(self, name: str) -> None:
        """Keep this name with the acts from now on: who was at the keys."""
        self._journal.by = name

    def perform(self, act: Act) -> Performed | None:
        """Carry out an act: on disk first, then in `workshop`. None where it changes nothing.

        Raises `StorageError` where the disk refuses, and `DomainError` where the act was made
        for a state that is no longer so; then nothing has changed.
        """
        self._fits(act)
        return self._write(act)

    def restore(self, act: str, ids: Iterable[str] = ()) -> Performed | None:
        """Put back what an act deleted, or of it these records; raises as `perform` does."""
        deletion = self.past.deletion(act)
        return self.perform(restore(self.workshop, deletion, ids, self.past.in_bin))

    def undo(self) -> Performed | None:
        """Take back the last act that was not taken back yet; None where there is none."""
        return self._reverse(self.undoable(), redo=False)

    def redo(self) -> Performed | None:
        """Do again the act last taken back; None where there is none."""
        return self._reverse(self.redoable(), redo=True)

    def undoable(self) -> ActHeader | None:
        """The act that `undo` would take back."""
        with friendly(self.path):
            return acts.last_done(self._connection)

    def redoable(self) -> ActHeader | None:
        """The act that `redo` would do again."""
        with friendly(self.path):
            return acts.last_undone(self._connection)

    def history(self, limit: int = 500) -> tuple[ActHeader, ...]:
        """The acts, the latest first."""
        with friendly(self.path):
            return acts.latest(self._connection, limit)

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, a sentence each; a replay of the journal is part of it."""
        with friendly(self.path):
            return tuple(check.problems(self._connection))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _fits(self, act: Act) -> None:
        so_far: dict[str, Record | None] = {}
        for change in act.changes:
            now = so_far.get(change.id, self.workshop.find(type(change.record), change.id))
            if now != change.before:
                raise DomainError(_CHANGED)
            so_far[change.id] = change.after

    def _reverse(self, header: ActHeader | None, *, redo: bool) -> Performed | None:
        if header is None:
            return None
        with friendly(self.path):
            changes = acts.reversal(self._connection, self.workshop, header.id, redo=redo)
        return self._write(Act(header.name, changes, header.count), undoes=header.id, redo=redo)

    def _write(
        self, act: Act, *, undoes: str | None = None, redo: bool = False
    ) -> Performed | None:
        header, lines = self._journal.lines_for(act, undoes=undoes, redo=redo)
        if not lines:
            return None
        connection = self._connection
        self._see_that_it_is_there()
        with friendly(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("PRAGMA defer_foreign_keys = ON")
                self._journal.append(lines)
                tables.carry_out(connection, lines)
                connection.execute("COMMIT")
            except BaseException as error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if dangling(error):
                    raise DomainError(_GONE) from error
                raise
        self._journal.keep(lines)
        self.workshop.apply(act.changes)
        return Performed(header, act.changes)

    def _see_that_it_is_there(self) -> None:
        """Raise where the file was deleted under us: SQLite would go on writing into nothing."""
        try:
            there = os.path.samestat(self._is, self.path.stat())
        except OSError:
            there = False
        if not there:
            raise gone(self.path)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Make many records without Python looking through them for garbage: a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def build(path: Path, records: tuple[Record, ...]) -> None:
    """Make an empty file a workshop file of records, with one act."""
    if not any(isinstance(record, Facts) for record in records):
        records = (Facts(new_id()), *records)
    connection = connect(path, read_only=False)
    try:
        migrate(connection)
        file = WorkshopFile(path, connection)
    except BaseException:
        connection.close()
        raise
    with file:
        file.perform(Act(acts.CREATE, tuple(added(record) for record in records)))
