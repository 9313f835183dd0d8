"""`report`: the summary as a PDF, at any stage of the workshop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from facilitator.commands import outputs
from facilitator.commands.failure import one_line
from facilitator.commands.options import file_argument, language_option, output_option

if TYPE_CHECKING:
    from facilitator.model.workshop import Workshop

Paper = Literal["letter", "a4"]
PAPERS: tuple[Paper, ...] = ("letter", "a4")


@click.command("report", short_help="Write the summary (PDF).")
@file_argument
@output_option("OUT.pdf", "The PDF to write.")
@click.option("--paper", type=click.Choice(PAPERS), default="letter", show_default=True)
@language_option
def command(file: Path, output: Path, paper: Paper, language: str | None) -> None:
    """Write the summary of FILE, with what is there so far."""
    from facilitator.model.voting.outcome import still_open
    from facilitator.storage import WorkshopFile

    outputs.output(output, ".pdf", file)
    with WorkshopFile.open(file, read_only=True) as opened:
        workshop = opened.workshop
    for warning in write_report(workshop, output, paper=paper, language=language):
        click.echo(one_line(f"{output}: {warning}"), err=True)
    for round_ in still_open(workshop):
        note = f"“{round_.title}” is still open, so its totals are left out: close it first."
        click.echo(one_line(f"{output}: {note}"), err=True)
    click.echo(f"{output}: the summary of “{one_line(workshop.facts.title)}”.")


def write_report(
    workshop: Workshop, out: Path, *, paper: Paper = "letter", language: str | None = None
) -> tuple[str, ...]:
    """Write the summary as a PDF. Gives what could not be set in type, a sentence each."""
    from facilitator.language import Language
    from facilitator.report.content import build_document
    from facilitator.report.pdf import write_pdf

    document = build_document(workshop, Language(language or workshop.facts.language))
    with outputs.written(out) as part:
        return write_pdf(document, part, paper)
