"""The workshops opened last, remembered between runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

MOST_RECENT = 8


def recent() -> list[Path]:
    """The workshops opened last that are still there, the latest first."""
    names = QSettings().value("recent", [])
    if isinstance(names, str):  # a list of one comes back as text
        names = [names]
    return [Path(name) for name in names if Path(name).exists()] if isinstance(names, list) else []


def remember(path: Path) -> None:
    """Put a workshop at the head of the recent ones."""
    path = path.resolve()
    paths = [path, *(other for other in recent() if other != path)]
    QSettings().setValue("recent", [str(p) for p in paths[:MOST_RECENT]])
