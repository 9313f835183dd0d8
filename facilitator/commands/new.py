"""`new`: make a workshop file, empty, from a template, or from WORKSHOP.json."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.commands import outputs
from facilitator.commands.failure import CommandError
from facilitator.commands.options import PATH, file_argument

if TYPE_CHECKING:
    from facilitator.model.records import Record


@click.command("new", short_help="Make a workshop file.")
@file_argument
@click.option("--template", "template_name", metavar="NAME", help="A template that comes along.")
@click.option("--from", "source", type=PATH, metavar="WORKSHOP.json", help="A workshop as JSON.")
def command(file: Path, template_name: str | None, source: Path | None) -> None:
    """Make a workshop FILE: empty, from a template, or from a JSON file.

    A file that is there already is never overwritten. The JSON form is described in
    resources/schemas/workshop.schema.json.
    """
    if template_name is not None and source is not None:
        raise CommandError(f"{file}: use either --template or --from, not both.")
    outputs.fresh(file)
    if source is not None:
        records = from_json(source)
    elif template_name is not None:
        records = from_template(template_name)
    else:
        records = empty(file)
    from facilitator.storage import WorkshopFile

    with WorkshopFile.create(file, records) as made:
        click.echo(f"{file}: “{made.workshop.facts.title}”, {described(len(records))}.")


def described(records: int) -> str:
    """How much a file holds."""
    return "empty" if records <= 1 else f"{records:,} records"


def empty(file: Path) -> tuple[Record, ...]:
    """The facts of an empty workshop that is named after its file."""
    from facilitator.model.ids import new_id
    from facilitator.model.limits import tidy
    from facilitator.model.records import Facts

    return (Facts(new_id(), title=tidy(file.stem)),)


def from_template(name: str) -> tuple[Record, ...]:
    """The records of a template."""
    from facilitator.exchange.templates import template, template_names

    names = template_names()
    if name not in names:
        raise CommandError(f"{name}: there is no such template; use one of {', '.join(names)}.")
    return template(name)


def from_json(source: Path) -> tuple[Record, ...]:
    """The records of a JSON file. Raises `CommandError` that names the file and the place."""
    from facilitator.exchange.errors import ExchangeError
    from facilitator.exchange.strict_json import MOST_BYTES
    from facilitator.exchange.workshop_json import records_from_json

    if not source.exists():
        raise CommandError(f"{source}: there is no such file; check the name.")
    if not source.is_file():
        raise CommandError(f"{source}: this is not a file; name a JSON file.")
    try:
        with source.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        return records_from_json(data)
    except ExchangeError as error:
        raise CommandError(f"{source}: {error}") from error
