"""What the program is called in the sentences that tell people what to run."""

from __future__ import annotations

import sys

PACKAGED = bool(getattr(sys, "frozen", False))
NAME = "facilitator" if PACKAGED else "main.py"
DEMO = "facilitator demo" if PACKAGED else "make demo"
"""What plays the sample without a screen."""
