"""Where a command writes: looked at before the work begins, replaced only by a whole file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.commands.failure import CommandError
from facilitator.files import reason, whole_file


def fresh(target: Path) -> Path:
    """A path for a new workshop file; one that is there is never overwritten."""
    _in_a_folder(target)
    if target.exists() or target.is_symlink():
        raise CommandError(f"{target}: the file exists already; choose another name.")
    return target


def output(target: Path, suffix: str, source: Path) -> Path:
    """A path that may be written to, and is not the workshop file that is read."""
    if target.suffix.lower() != suffix:
        found = f"“{target.suffix}”" if target.suffix else "none"
        raise CommandError(
            f"{target}: the end of the name says the format, and {found} is not known here; "
            f"choose a name that ends in {suffix}."
        )
    _in_a_folder(target)
    if target.exists():
        if source.exists() and target.samefile(source):
            raise CommandError(f"{target}: this is the workshop file itself; choose another name.")
        if not target.is_file():
            raise CommandError(f"{target}: this is not a file; choose another name.")
    return target


def _in_a_folder(target: Path) -> None:
    if not target.parent.is_dir():
        raise CommandError(f"{target}: there is no folder {target.parent}; make it first.")


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """`whole_file`, with a sentence for what the disk refuses."""
    try:
        with whole_file(target) as part:
            yield part
    except OSError as error:
        # Writing names no file, or one beside the target; a file elsewhere is another matter.
        if error.filename is not None and Path(error.filename).parent != target.parent:
            raise
        raise CommandError(
            f"{target}: the file cannot be written ({reason(error)}); "
            "make room, or choose another folder."
        ) from error
