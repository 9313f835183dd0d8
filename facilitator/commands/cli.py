"""From the arguments to a command or the window, and from what went wrong to an exit code.

Nothing is imported here that the window does not need: it should be on the screen soon.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from facilitator.commands.failure import FAILED, CommandError, sentence
from facilitator.commands.screen import Screen
from facilitator.program import NAME

COMMANDS = ("demo", "new", "export", "results", "handouts", "report", "check", "recover")
"""The commands; each is the `command` of the module of its name."""

INTERRUPTED = 130
NOBODY_READS = 141


def run(arguments: Sequence[str], screen: Screen) -> int:
    """Carry out the arguments. Gives the exit code, and never raises."""
    try:
        return _dispatch(arguments, screen)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe went away. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001  # the last resort: no traceback for a person
        return _failed(error)


def _dispatch(arguments: Sequence[str], screen: Screen) -> int:
    if not arguments:
        return _window(None, screen)
    first = arguments[0]
    if first in COMMANDS or first.startswith("-"):
        from facilitator.commands.group import call

        return call(arguments, screen)
    if len(arguments) > 1 or not Path(first).exists():
        raise CommandError(
            f"{first}: there is no such {'command' if len(arguments) > 1 else 'command or file'}; "
            f"see “{NAME} --help”."
        )
    return _window(Path(first), screen)


def _window(path: Path | None, screen: Screen) -> int:
    from facilitator.commands.display import missing

    file = None
    if path is not None:
        from facilitator.storage import WorkshopFile

        # What is wrong with the file is said here, before there is a window: it is exit code 2.
        file = WorkshopFile.open(path)
    problem = missing(os.environ)
    if problem:
        if file is not None:
            file.close()
        raise CommandError(problem)
    return screen.open_window(file)


def _failed(error: Exception) -> int:
    text = sentence(error)
    if text is None:
        from facilitator.crash import write_report

        text = (
            f"Something went wrong inside the program ({type(error).__name__}); "
            f"please send the report {write_report(error)} to its makers."
        )
    if sys.stderr is not None:
        print(text, file=sys.stderr)  # noqa: T201
    return FAILED
