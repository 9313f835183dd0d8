"""Notes that say nearly the same as what is typed: an index that follows the session.

It is filled a little at a time while the window is idle, so that opening a page costs nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from facilitator.model.kinds import Quadrant
from facilitator.model.likeness import Likeness, normalized
from facilitator.model.records import Entry
from ui.session import Changes, Session

Place = tuple[Quadrant, str | None, str | None]
"""A quadrant of a principle's wall at a table."""

_AT_ONCE = 3  # milliseconds of filling before keys are looked at again
_MOST = 2


def place_of(entry: Entry) -> Place:
    """Where a note hangs."""
    return (entry.quadrant, entry.principle, entry.table)


class LikeNotes(QObject):
    """The notes of each principle, found by what they say."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Begin to fill the index, and follow from now on; it lives as long as `parent`."""
        super().__init__(parent)
        self._session = session
        self._by_principle: dict[str | None, Likeness] = {}
        self._by_words: dict[tuple[Place, str], dict[str, None]] = {}
        self._waiting = deque(entry.id for entry in session.workshop.each(Entry))
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._fill)
        self._idle.start(0)
        session.changed.connect(self._follow)

    def same(self, place: Place, text: str) -> Entry | None:
        """A note of the same place that says just the same, word for word."""
        ids = self._by_words.get((place, normalized(text)), {})
        return next(iter(self._known(ids)), None) if normalized(text) else None

    def like(self, principle: str | None, text: str) -> list[Entry]:
        """Notes of the same principle that say nearly the same, the most alike first."""
        index = self._by_principle.get(principle)
        found = index.like(text, _MOST) if index else []
        return list(self._known(id_ for id_, _ in found))

    def fill(self) -> None:
        """Fill the index to the end at once."""
        while self._idle.isActive():
            self._fill()

    def _known(self, ids: Iterable[str]) -> Iterator[Entry]:
        found = (self._session.workshop.find(Entry, id_) for id_ in ids)
        return (entry for entry in found if entry is not None)

    def _fill(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _AT_ONCE:
            if not self._waiting:
                self._idle.stop()
                return
            entry = self._session.workshop.find(Entry, self._waiting.popleft())
            if entry is not None:
                self._add(entry)

    def _follow(self, changes: Changes) -> None:
        for change in changes:
            if isinstance(change.before, Entry):
                self._remove(change.before)
            if isinstance(change.after, Entry):
                self._waiting.append(change.id)
        if self._waiting and not self._idle.isActive():
            self._idle.start(0)

    def _add(self, entry: Entry) -> None:
        self._by_principle.setdefault(entry.principle, Likeness()).add(entry.id, entry.text)
        key = (place_of(entry), normalized(entry.text))
        self._by_words.setdefault(key, {})[entry.id] = None

    def _remove(self, entry: Entry) -> None:
        index = self._by_principle.get(entry.principle)
        if index is not None:
            index.remove(entry.id)
        key = (place_of(entry), normalized(entry.text))
        ids = self._by_words.get(key, {})
        ids.pop(entry.id, None)
        if not ids:
            self._by_words.pop(key, None)
