"""Known failures of files and disks, each with one sentence for a person. All else is a bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from facilitator.program import NAME


class StorageError(Exception):
    """A workshop file could not be used; the message names the file, what is wrong, the remedy."""


class NotAWorkshopError(StorageError):
    """The file is something else."""


class NewerSchemaError(StorageError):
    """The file was made by a newer program."""


class DamagedError(StorageError):
    """The file is damaged."""


class LockedError(StorageError):
    """Another running copy has the file open."""


def damaged(path: Path) -> DamagedError:
    """The error for a damaged file, with the way to recover it."""
    rescued = path.with_name(f"{path.stem}-recovered.workshop")
    return DamagedError(
        f"{path}: the file is damaged; use a copy of it, or run "
        f"“{NAME} recover {quote(str(path))} -o {quote(str(rescued))}” to save what can still be "
        "read."
    )


_ENVIRONMENT = {
    sqlite3.SQLITE_FULL: "the disk is full; nothing was saved: make room and try again.",
    sqlite3.SQLITE_READONLY: "the file or its folder may not be written to; copy it elsewhere.",
    sqlite3.SQLITE_IOERR: "the disk reports an error; copy the file to another disk.",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; see whether you may read it.",
    sqlite3.SQLITE_PERM: "the file may not be opened; see whether you may read it.",
}


def dangling(error: BaseException) -> bool:
    """Whether a record was refused because it refers to one that is not there."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY


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
        raise damaged(path) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise StorageError(f"{path}: the file cannot be made ({reason}).") from error


def _known(path: Path, error: sqlite3.DatabaseError) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LockedError(
            f"{path}: the file is open in another running copy of the program; close it there."
        )
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path)
    if "decode" in str(error).lower() or str(error) == "unsupported file format":
        return damaged(path)
    if primary in _ENVIRONMENT:
        return StorageError(f"{path}: {_ENVIRONMENT[primary]}")
    return None
