"""Simulated power cuts under the workshop file's own settings.

    uv run --with apsw python -m benchmarks.power_cut [CUTS]

An SQLite file system shim remembers which writes were synced. At a cut, what was synced is on the
disk; of the rest a random half, some of it torn at a sector's edge. Deleted files come back where
the folder was not synced. Then the file is opened as after a crash, and every row that was
confirmed before the cut must be there. The settings of `facilitator.storage.connection` are
compared with others. It says nothing about disks that confirm a sync and lie.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

try:
    apsw: Any = importlib.import_module("apsw")
except ModuleNotFoundError:
    sys.exit("This needs apsw: uv run --with apsw python -m benchmarks.power_cut")

SECTOR = 512
SETTINGS = (
    ("the program's", "locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=EXTRA"),
    ("the same, never synced", "locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=OFF"),
    ("not exclusive, EXTRA", "locking_mode=NORMAL", "journal_mode=DELETE", "synchronous=EXTRA"),
    ("not exclusive, FULL", "locking_mode=NORMAL", "journal_mode=DELETE", "synchronous=FULL"),
    ("WAL, NORMAL", "locking_mode=NORMAL", "journal_mode=WAL", "synchronous=NORMAL"),
)


@dataclass(frozen=True)
class Step:
    """A write, a truncation (`data` None) or a deletion (`offset` -1) of a file."""

    name: str
    offset: int
    data: bytes | None = None


@dataclass
class Disk:
    """What reached the disk for good, and what was written since."""

    synced: list[Step] = field(default_factory=list)
    pending: list[Step] = field(default_factory=list)

    def sync(self, name: str) -> None:
        self.synced += [step for step in self.pending if step.name == name]
        self.pending = [step for step in self.pending if step.name != name]

    def after_a_cut(self, chance: Random) -> dict[str, bytearray]:
        files: dict[str, bytearray] = {}
        for step in self.synced:
            _carry_out(files, step)
        for step in self.pending:
            if chance.random() < 0.5:
                _carry_out(files, _torn(step, chance))
        return files


def _torn(step: Step, chance: Random) -> Step:
    if not step.data or chance.random() < 0.7:
        return step
    sectors = chance.randrange(len(step.data) // SECTOR + 1)
    return Step(step.name, step.offset, step.data[: sectors * SECTOR])


def _carry_out(files: dict[str, bytearray], step: Step) -> None:
    if step.offset < 0:
        files.pop(step.name, None)
        return
    content = files.setdefault(step.name, bytearray())
    if step.data is None:
        del content[step.offset :]
        return
    content.extend(bytes(max(0, step.offset - len(content))))
    content[step.offset : step.offset + len(step.data)] = step.data


class Cut(Exception):  # noqa: N818
    """The moment at which the power goes."""


class Shim:
    """An SQLite file system that writes through and keeps account of what was synced."""

    def __init__(self, chance: Random) -> None:
        self.disk = Disk()
        self.cuts: list[tuple[int, dict[str, bytearray]]] = []
        self.confirmed = 0
        shim = self

        class File(apsw.VFSFile):  # type: ignore[misc]
            def __init__(self, name: Any, flags: list[int]) -> None:
                self.own = name.filename() if isinstance(name, apsw.URIFilename) else name
                super().__init__("", name, flags)

            def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
                shim.step(Step(self.own, offset, bytes(data)), chance)
                super().xWrite(data, offset)

            def xTruncate(self, size: int) -> None:  # noqa: N802
                shim.step(Step(self.own, size), chance)
                super().xTruncate(size)

            def xSync(self, flags: int) -> None:  # noqa: N802
                shim.disk.sync(self.own)
                super().xSync(flags)

        class System(apsw.VFS):  # type: ignore[misc]
            def __init__(self) -> None:
                super().__init__("power cut", "")

            def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802
                return File(name, flags)

            def xDelete(self, name: str, sync: bool) -> None:  # noqa: FBT001, N802
                shim.step(Step(name, -1), chance)
                if sync:
                    shim.disk.sync(name)
                super().xDelete(name, sync)

        self.system = System()

    def step(self, step: Step, chance: Random) -> None:
        """Note a step; sometimes the power goes just after it."""
        self.disk.pending.append(step)
        if chance.random() < 0.08:
            self.cuts.append((self.confirmed, self.disk.after_a_cut(chance)))


def run(settings: tuple[str, ...], cuts: int, folder: Path) -> tuple[int, int, int]:
    """How many cuts there were, and how many damaged the file or lost a confirmed row."""
    chance = Random(5)
    shim = Shim(chance)
    path = folder / "a.db"
    with closing(apsw.Connection(str(path), vfs="power cut")) as connection:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT)")
        shim.cuts.clear()
        n = 0
        while len(shim.cuts) < cuts:
            n += 1
            text = "y" * chance.randrange(50, 3000)
            connection.execute("INSERT INTO line VALUES (?, ?)", (n, text))
            shim.confirmed = n
            if n % 7 == 0:
                connection.execute("UPDATE line SET text = text || 'z' WHERE n % 5 = 0")
    damaged = lost = 0
    for confirmed, files in shim.cuts:
        there = _after(files, path, folder / "after.db")
        damaged += there is None
        lost += there is not None and there < confirmed
    return len(shim.cuts), damaged, lost


def _after(files: dict[str, bytearray], path: Path, copy: Path) -> int | None:
    """How many rows a file has after the cut; None where it is damaged."""
    for ending in ("", "-journal", "-wal", "-shm"):
        Path(f"{copy}{ending}").unlink(missing_ok=True)
        content = files.get(f"{path}{ending}")
        if content is not None and ending != "-shm":
            Path(f"{copy}{ending}").write_bytes(content)
    try:
        with closing(apsw.Connection(str(copy))) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return None
            row = connection.execute("SELECT coalesce(max(n), 0) FROM line").fetchone()
            return int(row[0])
    except apsw.SQLError:
        return 0
    except (apsw.CorruptError, apsw.NotADBError):
        return None


def main() -> None:
    """Print a line for each group of settings."""
    cuts = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{'settings':24}{'cuts':>6}{'damaged':>9}{'lost':>6}")
    for name, *settings in SETTINGS:
        with tempfile.TemporaryDirectory() as folder:
            found = run(tuple(settings), cuts, Path(folder))
        print(f"{name:24}{found[0]:6}{found[1]:9}{found[2]:6}")


if __name__ == "__main__":
    main()
