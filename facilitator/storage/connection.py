"""Opening the SQLite connection to a file: its identity, its settings, its lock."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from facilitator.storage.errors import (
    NewerSchemaError,
    NotAWorkshopError,
    StorageError,
    damaged,
)
from facilitator.storage.schema import APPLICATION_ID, FINGERPRINTS, VERSION, fingerprint

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


def version_of(path: Path) -> int:
    """The schema version of a workshop file, read from its first bytes without opening it.

    Raises `NotAWorkshopError`, `NewerSchemaError` or `StorageError`; touches nothing.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise StorageError(f"{path}: there is no such file; check the name.") from None
    except IsADirectoryError:
        raise NotAWorkshopError(f"{path}: this is a folder; name a workshop file.") from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise StorageError(f"{path}: the file cannot be read ({reason}); see its rights.") from None
    if len(header) < _HEADER or not header.startswith(_MAGIC) or _id(header) != APPLICATION_ID:
        raise NotAWorkshopError(
            f"{path}: this is not a workshop file; open a file that Facilitator made."
        )
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise NewerSchemaError(
            f"{path}: the file was made by a newer version of Facilitator "
            f"(schema {version}, this program knows {VERSION}); update the program."
        )
    return version


def _id(header: bytes) -> int:
    return int.from_bytes(header[68:72], "big")


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with the settings of reliability: nothing lost in a power cut, nothing trusted.

    While open for writing the file is locked against every other program. The caller turns
    SQLite's errors into friendly ones.
    """
    # A journal left by a crash must be rolled back, which a read-only connection may not do.
    crashed = Path(f"{path}-journal").exists()
    mode = "ro" if read_only and not crashed else "rw"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
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
            f"{path}: the file holds tables, views or triggers that Facilitator did not make; "
            "use a copy of it that was not changed."
        )
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path)
