"""From the start of the process to the first frame that can be used: the sample, a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 11
NOT_YET = (
    *("babel", "click", "jsonschema", "qrcode", "reportlab", "sqlite_utils", "uharfbuzz"),
    *("facilitator.model.scene", "facilitator.model.staging", "facilitator.model.voting"),
    *("facilitator.storage.search", "facilitator.storage.recover", "ui.files", "ui.start"),
)
"""What the first frame does not need: imported when first used."""

# The event loop is where the window waits for its user: instead, it draws the frame and leaves.
_END = """
import os, sys, time
from PySide6.QtWidgets import QApplication

def draw(*_):
    app = QApplication.instance()
    app.processEvents()
    now = time.time()
    (window,) = [w for w in app.topLevelWidgets() if w.isVisible() and w.isWindow()]
    print(now, *(name for name in {names} if name in sys.modules), flush=True)
    os._exit(0)

QApplication.exec = draw
"""
_OURS = _END + "import main; sys.argv[1:] = [{file!r}]; main.main()"
_BARE = (
    _END
    + """
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 720)
window.show()
app.exec()
"""
)


def measure() -> tuple[float, float]:
    """The medians of interleaved runs."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sample.workshop")
        sample = ROOT / "resources" / "samples" / "ops-2017.json"
        subprocess.run([sys.executable, "main.py", "new", file, "--from", sample],
                       cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # fmt: skip
        for run in range(RUNS):
            took, early = _time(_OURS.format(names=NOT_YET, file=str(file)), folder)
            least, _ = _time(_BARE.format(names=()), folder)
            if run:  # the first one fills the disk's cache
                ours.append(took)
                bare.append(least)
    if early:
        print(f"Imported before the first frame: {', '.join(early)}")
    return statistics.median(ours), statistics.median(bare)


def frame_of(file: Path, home: str) -> float:
    """Seconds from the start of the process to the first frame of the window on a file."""
    return _time(_OURS.format(names=(), file=str(file)), home)[0]


def _time(program: str, home: str) -> tuple[float, list[str]]:
    """Seconds from the start of the process to its frame, and the modules that came too early."""
    environment = {**os.environ, **{f"XDG_{n}_HOME": home for n in ("CONFIG", "DATA", "STATE")}}
    # Byte code is kept, as it is on a user's machine and in the packaged program.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home, "bytecode"))
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    drawn, *early = done.stdout.split()
    return float(drawn) - start, early
