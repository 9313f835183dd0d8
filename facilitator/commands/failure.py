"""Failures that a person can do something about: one sentence each, and the exit code 2."""

from __future__ import annotations

import re

from facilitator.files import reason
from facilitator.model.errors import SaidError
from facilitator.model.limits import tidy

FOUND = 1
"""The exit code where a check found something."""

FAILED = 2
"""The exit code for bad input or usage, and for failures."""

_LIBRARY = re.compile(r"\blib[\w.+-]+\.so[.\d]*")


class CommandError(Exception):
    """A command cannot do what was asked; the message names the file, the place, the remedy."""


def sentence(error: BaseException) -> str | None:
    """What to tell a person about a known failure; None for one that is a bug.

    It is always one line, whatever a file or its name contains.
    """
    if isinstance(error, CommandError | SaidError):
        return one_line(str(error))
    if isinstance(error, OSError) and error.filename is not None:
        return one_line(f"{error.filename}: {reason(error)}; see whether you may use it.")
    if isinstance(error, ImportError):
        return _missing_library(error)
    return None


def one_line(text: str) -> str:
    """The text on one line, without what a terminal would take for an order."""
    return tidy(text).replace("\n", " ").replace("\t", " ")


def _missing_library(error: ImportError) -> str | None:
    """Qt's own libraries load others of the system, which a fresh machine may not have."""
    library = _LIBRARY.search(str(error))
    if library is None:
        return None
    return one_line(
        f"The window and its pictures need the system library {library.group()}, which is missing: "
        "run “.ci/setup”, or the line that it prints."
    )
