"""A report of an unexpected failure, kept on this machine for whoever mends the program."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path


def write_report(error: BaseException) -> Path:
    """Write the report to the user's log folder, or where that is closed to the temporary one."""
    now = datetime.now(UTC)
    text = "\n".join(
        (
            "Facilitator: crash report",
            f"time: {now.isoformat(timespec='seconds')}",
            f"system: {platform.platform()}, Python {platform.python_version()}",
            f"arguments: {sys.argv[1:]}",
            "",
            *traceback.format_exception(error),
        )
    )
    name = f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    for folder in (_log_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / name
    return Path(name)


def _log_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path("facilitator", appauthor=False)
