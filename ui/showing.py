"""What is on the room's screen, in a word."""

from __future__ import annotations

from enum import StrEnum


class Showing(StrEnum):
    """What is on the room's screen; `NO_SCREEN` waits for one that was there before."""

    NOTHING = "nothing"
    SCENES = "scenes"
    BLACK = "black"
    NO_SCREEN = "no_screen"
