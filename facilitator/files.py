"""Writing files so that a target is replaced only by a whole new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.model.errors import Phrase

_REASONS = {
    errno.EACCES: Phrase("Permission denied"),
    errno.EPERM: Phrase("Operation not permitted"),
    errno.ENOENT: Phrase("No such file or directory"),
    errno.ENOTDIR: Phrase("Not a directory"),
    errno.EISDIR: Phrase("Is a directory"),
    errno.ENOSPC: Phrase("No space left on device"),
    errno.EROFS: Phrase("Read-only file system"),
    errno.EIO: Phrase("Input/output error"),
    errno.ENAMETOOLONG: Phrase("File name too long"),
    errno.EFBIG: Phrase("File too large"),
    errno.ENODEV: Phrase("No such device"),
}


def reason(error: OSError) -> str:
    """Why the system refused, to stand within a sentence; translated with it where well known."""
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return error.strerror or type(error).__name__


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A temporary path beside `target`; on leaving it is synced and takes the target's place.

    Where the block raises, the target stays as it was and the temporary file goes. Raises
    `OSError` where the folder cannot be written to.
    """
    import tempfile  # not needed to open a file

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _sync(part)
        part.chmod(_mode(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The mode of the file to be replaced, or what a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
