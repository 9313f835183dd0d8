"""`results`: every round tabulated, for people or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click

from facilitator.commands.options import file_argument


@click.command("results", short_help="Print the results of the votes.")
@file_argument
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="As JSON; facilitator/commands/tabulation.py says what it holds.",
)
def command(file: Path, *, as_json: bool) -> None:
    """Print the results of every voting round of FILE.

    Method, voters, every idea with its rank, dots and share, ties as ties, and what became of the
    dots. Distinct voters stand there only where ballots make them known.
    """
    from facilitator.commands.results_text import lines_of
    from facilitator.commands.tabulation import tabulated
    from facilitator.storage import WorkshopFile

    with WorkshopFile.open(file, read_only=True) as opened:
        results = tabulated(opened.workshop)
    if as_json:
        click.echo(json.dumps(results, indent=2, ensure_ascii=False))
        return
    for line in lines_of(results):
        click.echo(line)
