"""What stands half-typed at a place, kept beside the file until it is entered or given up."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from facilitator.language import Language
from ui.memory import Memory

_LETTERS = 40_000  # of a longer draft nothing is kept: it could not be entered either


class Draft:
    """The texts that stand at one place: kept with each change, forgotten when all are empty."""

    def __init__(
        self,
        memory: Memory,
        words: Language,
        clock: Callable[[], datetime],
        said: Callable[[datetime], str],
        place: str,
    ) -> None:
        """The draft of a place; `said` writes a moment as the clock on the wall shows it."""
        self._memory, self._words = memory, words
        self._clock, self._said = clock, said
        self._key = f"drafts/{place}"

    def keep(self, *texts: str) -> None:
        """Keep texts: on disk soon, and never with the key press itself."""
        if any(texts) and sum(map(len, texts)) <= _LETTERS:
            at = self._clock().isoformat(timespec="seconds")
            self._memory.put(self._key, json.dumps([at, *texts]))
        else:
            self.forget()

    def forget(self) -> None:
        """What stood here was entered, or given up."""
        if self._memory.get(self._key):
            self._memory.put(self._key, "")

    def texts(self) -> tuple[str, ...]:
        """The texts as they were kept; none where nothing was."""
        return self._read()[1]

    @property
    def caption(self) -> str:
        """What is said beside texts that are shown again."""
        at, texts = self._read()
        if at is None or not texts:
            return ""
        return self._words("draft of {time}, not saved yet · Esc drops it", time=self._said(at))

    def _read(self) -> tuple[datetime | None, tuple[str, ...]]:
        """What is kept; what cannot be a draft is none."""
        try:
            at, *texts = json.loads(self._memory.get(self._key) or "[]")
            moment = datetime.fromisoformat(at)
        except (TypeError, ValueError):
            return None, ()
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment, tuple(text for text in texts if isinstance(text, str))
