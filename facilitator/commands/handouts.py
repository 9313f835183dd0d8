"""`handouts`: sheets for the room, drawn and registered in the workshop file."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.commands import outputs
from facilitator.commands.failure import CommandError, one_line
from facilitator.commands.options import file_argument, language_option, output_option
from facilitator.language import Language
from facilitator.model.kinds import SheetKind

PAPERS = ("letter", "a4", "tabloid", "a3")
KINDS = tuple(kind.value for kind in SheetKind)


@click.command("handouts", short_help="Print sheets for the room (PDF).")
@file_argument
@output_option("OUT.pdf", "The PDF to write.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="A kind of sheet, given once or several times; all that can be printed now if left out.",
)
@click.option("--paper", type=click.Choice(PAPERS), default="letter", show_default=True)
@language_option
def command(
    file: Path, output: Path, kinds: tuple[str, ...], paper: str, language: str | None
) -> None:
    """Draw sheets for the room and register them in FILE, so that their codes are known later.

    The agenda, a SWOT sheet for each principle and table, idea cards, a ballot for each
    participant, a wall poster for each principle.
    """
    from facilitator.commands.printing import counted, print_sheets
    from facilitator.model.errors import DomainError
    from facilitator.storage import WorkshopFile

    outputs.output(output, ".pdf", file)
    with WorkshopFile.open(file) as opened:
        wanted = tuple(SheetKind(kind) for kind in kinds)
        try:
            plan = print_sheets(opened, output, wanted, paper=paper, language=language)
        except DomainError as error:
            raise CommandError(f"{file}: {error}") from error
    for note in plan.notes:
        click.echo(one_line(f"{file}: {note.said(Language('en'))}"), err=True)
    click.echo(f"{output}: {counted(plan.sheets)}, registered in {file}.")
