"""Who writes: an installation and a session, so that a copied file never writes as another."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from facilitator.model.ids import new_id


def new_writer() -> str:
    """A writer for one opening of one file: `installation/session`."""
    return f"{_installation()}/{new_id()}"


@cache
def _installation() -> str:
    """This installation's id, kept in the user's data folder; a fresh one where that is closed."""
    from platformdirs import user_data_path

    path = user_data_path("facilitator", appauthor=False) / "installation"
    try:
        return _read(path) or _write(path)
    except OSError:
        return new_id()


def _read(path: Path) -> str:
    text = path.read_text(encoding="ascii", errors="replace").strip() if path.exists() else ""
    return text if len(text) == 36 else ""


def _write(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = new_id()
    path.write_text(text + "\n", encoding="ascii")
    return text
