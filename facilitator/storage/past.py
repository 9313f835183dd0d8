"""Looking back in an open file: its history, and what lies in the bin."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from facilitator.model.records import Record
from facilitator.model.restoring import Deletion
from facilitator.model.workshop import Workshop
from facilitator.storage import bin as bin_
from facilitator.storage import history
from facilitator.storage.errors import friendly


class Past:
    """What the journal of an open file tells; each look reads as much as it is asked for."""

    def __init__(self, path: Path, connection: sqlite3.Connection, workshop: Workshop) -> None:
        """Look back in a file of which this is the workshop."""
        self._path, self._connection, self._workshop = path, connection, workshop
        self._removals = bin_.Removals(connection)

    def read_bin(self) -> Callable[[int], tuple[bin_.Binned, ...]]:
        """What gives so many further deletions of which something is still gone, the last first.

        It tells the file as it is now: after a change, begin anew.
        """
        whole = bin_.Bin(self._connection, self._workshop)

        def read(limit: int) -> tuple[bin_.Binned, ...]:
            with friendly(self._path):
                return whole.read(limit)

        return read

    def binned(self, limit: int) -> tuple[bin_.Binned, ...]:
        """The latest deletions of which something is still gone, the last first."""
        return self.read_bin()(limit)

    def deletion(self, act: str) -> Deletion:
        """All that an act deleted and that is still gone."""
        with friendly(self._path):
            return bin_.deletion(self._connection, self._workshop, act)

    def in_bin(self, id_: str) -> Record | None:
        """The record of that id as it was when it was removed last."""
        with friendly(self._path):
            return self._removals.find(id_)

    def happened(
        self, limit: int, before: str = "", wanted: history.Wanted | None = None
    ) -> tuple[history.Happened, ...]:
        """The acts before a stamp, the last first, and whether each was taken back."""
        with friendly(self._path):
            return history.history(self._connection, limit, before, wanted)

    def last_touched(self) -> history.Happened | None:
        """The act that was done, undone or redone last."""
        with friendly(self._path):
            return history.last_touched(self._connection)

    def people(self) -> tuple[str, ...]:
        """The names of all who did something."""
        with friendly(self._path):
            return history.people(self._connection)

    def told(self, act: str, limit: int) -> tuple[tuple[history.Told, ...], int]:
        """The first records that an act changed, and how many there are in all."""
        with friendly(self._path):
            return history.told(self._connection, act, limit)
