"""`check`: whether the file is whole, and whether what was recorded adds up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.commands.failure import FOUND, one_line
from facilitator.commands.options import file_argument

if TYPE_CHECKING:
    from facilitator.storage import WorkshopFile


@click.command("check", short_help="See whether the file is whole and the sums add up.")
@file_argument
def command(file: Path) -> int:
    """See whether a workshop FILE is whole and its sums add up.

    The pages, the references, the journal and its replay are looked at, and the dots issued are
    reconciled with those used, unused and spoiled. Prints what is wrong, a line each, and ends
    with 1 where there is something.
    """
    from facilitator.storage import WorkshopFile

    with WorkshopFile.open(file, read_only=True) as opened:
        found = problems(opened)
    for problem in found:
        click.echo(one_line(f"{file}: {problem}"))
    if found:
        return FOUND
    click.echo(f"{file}: the file is whole, its journal gives the same state, and the sums add up.")
    return 0


def problems(file: WorkshopFile) -> tuple[str, ...]:
    """What is wrong with an open file, a sentence each."""
    from facilitator.model.reconcile import discrepancies

    return (*file.problems(), *discrepancies(file.workshop))
