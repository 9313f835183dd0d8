"""Known failures of files and disks, each with one sentence for a person. All else is a bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from facilitator.files import reason
from facilitator.model.errors import SaidError
from facilitator.program import NAME

_DAMAGED = "{file} is damaged: recover what can be read of it."


class StorageError(SaidError):
    """A workshop file could not be used; the message names the file, what is wrong, the remedy."""


class NotAWorkshopError(StorageError):
    """The file is something else."""


class NewerSchemaError(StorageError):
    """The file was made by a newer program."""


class DamagedError(StorageError):
    """The file is damaged: in the terminal, the way out is a command; in the window, an offer."""

    def __init__(self, path: Path) -> None:
        """The error for one file."""
        super().__init__(_DAMAGED, file=str(path))
        self._path = path

    def __str__(self) -> str:
        """The sentence with the command that recovers the file."""
        path = self._path
        rescued = path.with_name(f"{path.stem}-recovered.workshop")
        return (
            f"{path}: the file is damaged; use a copy of it, or run “{NAME} recover "
            f"{quote(str(path))} -o {quote(str(rescued))}” to save what can still be read."
        )


class LockedError(StorageError):
    """Another running copy has the file open."""


_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: "{file}: the disk is full; nothing was saved: make room and try again.",
    sqlite3.SQLITE_READONLY: (
        "{file}: the file or its folder may not be written to; copy it elsewhere."
    ),
    sqlite3.SQLITE_IOERR: "{file}: the disk reports an error; copy the file to another disk.",
    sqlite3.SQLITE_CANTOPEN: "{file}: the file cannot be opened; see whether you may read it.",
    sqlite3.SQLITE_PERM: "{file}: the file may not be opened; see whether you may read it.",
}


def dangling(error: BaseException) -> bool:
    """Whether a record was refused because it refers to one that is not there."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY


def see_that_it_is_free(path: Path) -> None:
    """Raise for a name that is taken, also by what a crash left of a file of that name.

    SQLite would take that for the new file's, and roll it back into it.
    """
    for own in (path, Path(f"{path}-journal")):
        if own.exists():
            raise StorageError(
                "{file}: the file exists already; choose another name.", file=str(own)
            )


def gone(path: Path) -> StorageError:
    """The error for a file that was deleted or moved, or whose disk went, while it was open."""
    return StorageError(
        "{file}: the file is not there any more; put it back, or save all in a new file.",
        file=str(path),
    )


@contextmanager
def friendly(path: Path) -> Iterator[None]:
    """Turn known failures of the environment into `StorageError`s; others stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _known(path, error)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # an error message that quotes a damaged file
        raise DamagedError(path) from error
    except OSError as error:
        raise StorageError(
            "{file}: the file cannot be made ({reason}); choose another place.",
            file=str(path),
            reason=reason(error),
        ) from error


def _known(path: Path, error: sqlite3.DatabaseError) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LockedError(
            "{file}: the file is open in another running copy of the program; close it there.",
            file=str(path),
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return gone(path)
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DamagedError(path)
    if "decode" in str(error).lower() or str(error) == "unsupported file format":
        return DamagedError(path)
    if primary in _ENVIRONMENT:
        return StorageError(_ENVIRONMENT[primary], file=str(path))
    return None
