"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from facilitator.language import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

# Whether a file is there, and is one, is for those who open it: they say it in one manner.
PATH = click.Path(path_type=Path)

file_argument = click.argument("file", type=PATH, metavar="FILE")
language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="The language of the words around what was typed; the workshop's own where left out.",
)


def output_option(metavar: str, help_text: str) -> Callable[[F], F]:
    """The option `-o`, which must be given."""
    return click.option("-o", "--output", type=PATH, required=True, metavar=metavar, help=help_text)
