"""Search for the window: the index is made when first asked for, and follows the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.model.change import Change
from ui.session import Changes, Session
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.session import Found, SearchIndex


class Search(QObject):
    """Finds what people typed; `ready` is sent when the index is there."""

    ready = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """No index yet: it takes time that the first frame does not have."""
        super().__init__(parent)
        self._session = session
        self._index: SearchIndex | None = None
        self._task: Task | None = None
        self._waiting: list[Change] = []
        session.changed.connect(self._follow)

    def prepare(self) -> None:
        """Make the index on another thread, unless it is there or being made."""
        if self._index is not None or self._task is not None:
            return
        snapshot = self._session.workshop.frozen()
        self._task = Task(lambda _: Session.index(snapshot), self)
        self._task.done.connect(self._take)
        self._task.start()

    def find(self, query: str) -> tuple[Found, ...]:
        """What holds the words of a query; nothing before the index is ready."""
        return () if self._index is None else self._index.find(query)

    def stop(self) -> None:
        """Wait for the other thread, and let go of the index."""
        if self._task is not None:
            self._task.wait()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _take(self, index: SearchIndex) -> None:
        self._index, self._task = index, None
        self._index.follow(self._waiting)
        self._waiting.clear()
        self.ready.emit()

    def _follow(self, changes: Changes) -> None:
        if self._index is not None:
            self._index.follow(changes)
        elif self._task is not None:
            self._waiting.extend(changes)
