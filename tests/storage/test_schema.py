"""The schema in the file: proven by its fingerprint, and a column for every field."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.model.plain import fields_of
from facilitator.model.records import RECORD_TYPES
from facilitator.storage import WorkshopFile
from facilitator.storage.schema import (
    APPLICATION_ID,
    FINGERPRINTS,
    STEPS,
    VERSION,
    fingerprint,
    migrate,
)

TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER", float: "REAL"}


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in a new file."""
    WorkshopFile.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_version_has_its_fingerprint(database: sqlite3.Connection) -> None:
    assert list(FINGERPRINTS) == list(range(1, len(STEPS) + 1))
    assert fingerprint(database) == FINGERPRINTS[VERSION]


@pytest.mark.parametrize("version", list(FINGERPRINTS))
def test_each_step_of_the_schema_gives_its_fingerprint(version: int) -> None:
    """A step that was released never changes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statements in STEPS[:version]:
            for statement in statements:
                connection.execute(statement)
        assert fingerprint(connection) == FINGERPRINTS[version]


def test_migrating_twice_changes_nothing(database: sqlite3.Connection) -> None:
    database.isolation_level = None
    before = list(database.iterdump())
    migrate(database)
    assert list(database.iterdump()) == before


def test_the_file_says_what_it_is(path: Path, database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
    header = path.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert header[60:64] == VERSION.to_bytes(4, "big")
    assert header[68:72] == b"FACI"


@pytest.mark.parametrize("type_", RECORD_TYPES, ids=lambda type_: type_.KIND)
def test_every_field_has_its_column(database: sqlite3.Connection, type_: type) -> None:
    columns = database.execute(f'PRAGMA table_info("{type_.KIND}")')  # type: ignore[attr-defined]
    found = {name: (kind, bool(required)) for _, name, kind, required, _, _ in columns}
    assert found == {
        field.name: ("TEXT" if field.many else TYPES.get(field.base, "TEXT"), not field.optional)
        for field in fields_of(type_)
    }


def test_references_are_held_to(file: WorkshopFile) -> None:
    connection = file._connection
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute("INSERT INTO themes VALUES ('t', 1, 'name', 'no principle', 0.0)")


def test_nothing_in_the_file_is_trusted_and_nothing_is_lost(file: WorkshopFile) -> None:
    settings = {
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
    }
    for name, value in settings.items():
        assert file._connection.execute(f"PRAGMA {name}").fetchone() == (value,)
