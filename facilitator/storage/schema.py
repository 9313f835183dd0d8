"""The schema of the file: its version, its making, and the proof that a file has no other."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

from facilitator.storage.migrations import m0001, m0002

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x46414349
"""“FACI”: SQLite's application_id of a workshop file."""

STEPS = (m0001.STATEMENTS, m0002.STATEMENTS)
"""The statements of each schema version, from version 1 on."""

VERSION = len(STEPS)

_OWN_TABLE_OF_SQLITE_UTILS = "_sqlite_migrations"


def migrations() -> Migrations:
    """The steps as sqlite-utils runs them: each in a transaction, with the file's version."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("facilitator")
    for version, statements in enumerate(STEPS, start=1):

        def step(
            db: Database, *, statements: tuple[str, ...] = statements, version: int = version
        ) -> None:
            for statement in statements:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {version}")

        steps(name=f"schema {version}")(step)
    return steps


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a new file, or one of an earlier schema, to the schema of this program."""
    from sqlite_utils import Database

    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations().apply(Database(connection))


def fingerprint(connection: sqlite3.Connection) -> str:
    """A hash of every table, index, trigger and view of a file, but sqlite-utils' own table."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master "
        "WHERE NOT (tbl_name = ? AND type IN ('table', 'index')) ORDER BY type, name",
        (_OWN_TABLE_OF_SQLITE_UTILS,),
    )
    return hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()


FINGERPRINTS = {
    1: "35ffd7b62fdd934ac900de1871745abc25b49648450da182f26faa4d82318129",
    2: "26aa7266eda6d070e6a44bc10c0a61c24404ffe7fa933578a11001de3a71fde2",
}
"""What `fingerprint` gives for each version: a file with anything more or less is not ours."""
