"""`export`: the workshop as a file for other programs; the suffix says the format."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.commands import outputs
from facilitator.commands.failure import CommandError
from facilitator.commands.options import file_argument, output_option
from facilitator.program import NAME


@click.command("export", short_help="Write the workshop for other programs (.json).")
@file_argument
@output_option("OUT.json", "The file to write; its suffix says the format.")
def command(file: Path, output: Path) -> None:
    """Write all of a workshop to OUT, whose suffix says the format: .json."""
    from facilitator.exchange.workshop_json import ExchangeError, json_from_workshop
    from facilitator.storage import WorkshopFile

    outputs.output(output, ".json", file)
    with WorkshopFile.open(file, read_only=True) as opened:
        try:
            text = json_from_workshop(opened.workshop)
        except ExchangeError as error:
            raise CommandError(f"{file}: {error} Run “{NAME} check {file}”.") from error
    with outputs.written(output) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{output}: the workshop as JSON.")
