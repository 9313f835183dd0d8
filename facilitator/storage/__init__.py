"""The workshop file: the only rooms that know SQL and sqlite-utils."""

from facilitator.storage.bin import Binned
from facilitator.storage.errors import DamagedError, StorageError
from facilitator.storage.file import Performed, WorkshopFile
from facilitator.storage.history import Happened, Told, Wanted

__all__ = [
    "Binned",
    "DamagedError",
    "Happened",
    "Performed",
    "StorageError",
    "Told",
    "Wanted",
    "WorkshopFile",
]
