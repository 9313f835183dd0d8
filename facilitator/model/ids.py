"""Identifiers that two machines never share."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562) in its canonical text form; later ids sort after earlier ones."""
    return str(uuid_utils.uuid7())
