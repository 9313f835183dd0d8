"""Identifiers that two machines never share."""

from __future__ import annotations


def new_id() -> str:
    """A fresh UUIDv7 (RFC 9562) in its canonical text form; later ids sort after earlier ones."""
    import uuid_utils  # 5 ms that the first frame does not need

    return str(uuid_utils.uuid7())
