"""The workshop file: the only rooms that know SQL and sqlite-utils."""

from facilitator.storage.errors import DamagedError, StorageError
from facilitator.storage.file import Performed, WorkshopFile

__all__ = ["DamagedError", "Performed", "StorageError", "WorkshopFile"]
