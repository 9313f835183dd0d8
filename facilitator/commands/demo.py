"""`demo`: the sample workshop, played from beginning to end without a screen."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.commands.failure import CommandError
from facilitator.commands.options import PATH


@click.command("demo", short_help="Play the sample workshop from beginning to end.")
@click.option(
    "--out",
    type=PATH,
    default=Path("out"),
    show_default=True,
    metavar="DIR",
    help="For the results.",
)
def command(out: Path) -> None:
    """Play the sample workshop, and leave the file, the PDFs and pictures of the window in DIR."""
    raise CommandError(f"{out}: there is no sample to play yet.")
