"""The workshops opened last, remembered between runs, with their titles and when that was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A workshop that was open: its title then, and when that was by the clock on the wall."""

    path: Path
    title: str = ""
    opened: datetime | None = None

    @property
    def is_there(self) -> bool:
        """Whether the file is still where it was."""
        return self.path.exists()


def recent() -> list[Recent]:
    """The workshops opened last, the latest first; also those that are gone."""
    kept = QSettings().value("recent", [])
    if isinstance(kept, str):  # a list of one comes back as text
        kept = [kept]
    return [_read(text) for text in kept] if isinstance(kept, list) else []


def remember(path: Path, title: str, opened: datetime) -> None:
    """Put a workshop at the head of the recent ones."""
    path = path.resolve()
    others = [other for other in recent() if other.path != path]
    _keep([Recent(path, title, opened), *others][:MOST_RECENT])


def forget(path: Path) -> None:
    """Take a workshop from the recent ones; its file stays."""
    _keep([other for other in recent() if other.path != path])


def _keep(every: list[Recent]) -> None:
    texts = [
        json.dumps([str(r.path), r.title, r.opened.isoformat("T", "minutes") if r.opened else ""])
        for r in every
    ]
    QSettings().setValue("recent", texts)


def _read(text: str) -> Recent:
    """What was kept; earlier programs kept the path alone."""
    try:
        path, title, opened = json.loads(text)
        return Recent(Path(path), title, datetime.fromisoformat(opened) if opened else None)
    except (TypeError, ValueError):
        return Recent(Path(text))
