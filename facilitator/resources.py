"""Where the program's own plain files are: beside the source, or inside the packaged program."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a file in resources/."""
    return RESOURCES.joinpath(*parts)
