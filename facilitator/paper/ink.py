"""The inks of paper: the light theme's tokens, and greys dark enough to be printed as lines."""

from __future__ import annotations

import tomllib
from typing import Final

from facilitator.model.kinds import Quadrant
from facilitator.resources import resource

_TOKENS: Final[dict[str, str]] = tomllib.loads(
    resource("theme", "light.toml").read_text(encoding="utf-8")
)
INK: Final = _TOKENS["text"]
MUTED: Final = _TOKENS["muted"]
ACCENT: Final = _TOKENS["accent"]
WHITE: Final = _TOKENS["on_accent"]
WRITING: Final = "#A8A49C"
HAIRLINE: Final = "#8C887F"
QUADRANTS: Final = {quadrant: _TOKENS[quadrant.value] for quadrant in Quadrant}
