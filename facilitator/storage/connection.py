"""Opening the SQLite connection to a file: its identity, its settings, its lock."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from facilitator.files import reason
from facilitator.storage.errors import (
    DamagedError,
    NewerSchemaError,
    NotAWorkshopError,
    StorageError,
)
from facilitator.storage.schema import APPLICATION_ID, FINGERPRINTS, VERSION, fingerprint


def version_of(path: Path) -> int:
    """The schema version of a workshop file, from its first bytes.

    Raises `NotAWorkshopError`, `NewerSchemaError` or `StorageError`; touches nothing. SQLite
    reads the bytes, as a file of this process that another part of it opens and closes loses its
    lock (POSIX).
    """
    _readable(path)
    try:
        with closing(peek(path)) as connection:
            identity, version = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version")
            )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise StorageError(
                "{file}: the file cannot be read; see its rights.", file=str(path)
            ) from error
        identity, version = 0, 0
    if identity != APPLICATION_ID:
        raise NotAWorkshopError(
            "{file}: this is not a workshop file; open a file that Facilitator made.",
            file=str(path),
        )
    if version > VERSION:
        raise NewerSchemaError(
            "{file}: the file was made by a newer version of Facilitator (schema {schema}, this "
            "program knows {known}); update the program.",
            file=str(path),
            schema=version,
            known=VERSION,
        )
    return int(version)


def _readable(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise StorageError(
            "{file}: there is no such file; check the name.", file=str(path)
        ) from None
    except OSError as error:
        raise StorageError(
            "{file}: the file cannot be read ({reason}); see its rights.",
            file=str(path),
            reason=reason(error),
        ) from None
    if stat.S_ISDIR(mode):
        raise NotAWorkshopError("{file}: this is a folder; name a workshop file.", file=str(path))
    if not stat.S_ISREG(mode):  # a pipe would be waited for without an end
        raise NotAWorkshopError("{file}: this is not a file; name a workshop file.", file=str(path))


def peek(path: Path) -> sqlite3.Connection:
    """A connection that takes the file as it lies: no lock, no rollback, damaged pages and all."""
    address = _address(path, "mode=ro&immutable=1")
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA writable_schema = ON")  # a file cut short is read as far as it goes
    return connection


def _address(path: Path, options: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{options}"


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with the settings of reliability: nothing lost in a power cut, nothing trusted.

    While open for writing the file is locked against every other program. The caller turns
    SQLite's errors into friendly ones.
    """
    # A journal left by a crash must be rolled back, which a read-only connection may not do.
    crashed = Path(f"{path.resolve()}-journal").exists()
    mode = "ro" if read_only and not crashed else "rw"
    address = _address(path, f"mode={mode}")
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.2)
    try:
        _settle(connection, exclusive=not read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: sqlite3.Connection, *, exclusive: bool) -> None:
    for setting in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {setting}")
    if not exclusive:
        return
    # With the exclusive lock SQLite keeps the rollback journal and overwrites its head at each
    # commit; EXTRA syncs everything that makes the commit last, the folder too.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def verify(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Refuse a file whose schema is not exactly ours, or whose pages are damaged."""
    if fingerprint(connection) != FINGERPRINTS.get(version):
        raise NotAWorkshopError(
            "{file}: the file holds tables, views or triggers that Facilitator did not make; "
            "use a copy of it that was not changed.",
            file=str(path),
        )
    if path.stat().st_size < size_of(connection):  # SQLite takes the rest of a last page for zeros
        raise DamagedError(path)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError(path)


def copied(connection: sqlite3.Connection, target: Path) -> bool:
    """Copy an open file as it is, with its history; whether all of it could be read."""
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            connection.backup(copy)
            whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            return bool(whole)
    except sqlite3.DatabaseError:
        return False


def size_of(connection: sqlite3.Connection) -> int:
    """The bytes that a file has, its last page counted whole."""
    pages, each = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
    )
    return int(pages * each)
