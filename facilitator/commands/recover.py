"""`recover`: a new file from what can still be read of a damaged one."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.commands import outputs
from facilitator.commands.options import file_argument, output_option


@click.command("recover", short_help="Save what can be read of a damaged file.")
@file_argument
@output_option("NEW.workshop", "The new workshop file.")
def command(file: Path, output: Path) -> None:
    """Save what can still be read of a damaged FILE in a new one; FILE itself is left alone."""
    from facilitator.storage.recover import recover

    outputs.fresh(output)
    saved = recover(file, output)
    lost = f"; {saved.lost:,} lines could not be read" if saved.lost else ", nothing was lost"
    click.echo(
        f"{output}: {saved.records:,} records from {saved.lines:,} lines of the journal{lost}."
    )
