"""`demo`: the sample workshop, played from beginning to end without a screen."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.commands.failure import FOUND, CommandError, one_line
from facilitator.commands.options import PATH
from facilitator.resources import resource

if TYPE_CHECKING:
    from facilitator.commands.screen import Screen

SAMPLE = "ops-2017"


@click.command("demo", short_help="Play the sample workshop from beginning to end.")
@click.option(
    "--out",
    type=PATH,
    default=Path("out"),
    show_default=True,
    metavar="DIR",
    help="The folder for the results.",
)
@click.pass_obj
def command(screen: Screen, out: Path) -> int:
    """Play the sample workshop from beginning to end, without a screen.

    Leaves the workshop file, the handouts, the summary and pictures of the window in each stage
    in DIR, in the place of those of an earlier demo.
    """
    from facilitator.commands.performance import perform

    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _make_ready(out)
    with tempfile.TemporaryDirectory(dir=out, prefix=".demo-") as temporary:
        made = Path(temporary)
        problems = perform(resource("samples", f"{SAMPLE}.json"), made, screen, _say)
        paths = _put_in_place(made, out)
    click.echo("\nThe results:")
    for path in paths:
        click.echo(f"  {path}")
    return FOUND if problems else 0


def _say(text: str) -> None:
    click.echo(one_line(text))


def _make_ready(out: Path) -> None:
    """Make the folder, and see that nobody has the earlier demo's workshop open."""
    from facilitator.storage import StorageError, WorkshopFile
    from facilitator.storage.errors import LockedError

    if out.exists() and not out.is_dir():
        raise CommandError(f"{out}: this is not a folder; name another for the results.")
    out.mkdir(parents=True, exist_ok=True)
    earlier = out / f"{SAMPLE}.workshop"
    if earlier.exists():
        try:
            WorkshopFile.open(earlier, read_only=True).close()
        except LockedError:
            raise
        except StorageError:
            return  # whatever it is, it is replaced


def _put_in_place(made: Path, out: Path) -> list[Path]:
    """Move what was made to where it belongs; other files there stay."""
    # What a crash left of the earlier file would be taken for the new one's.
    (out / f"{SAMPLE}.workshop-journal").unlink(missing_ok=True)
    places = []
    for path in sorted(path for path in made.rglob("*") if path.is_file()):
        place = out / path.relative_to(made)
        place.parent.mkdir(exist_ok=True)
        path.replace(place)
        places.append(place)
    return places
