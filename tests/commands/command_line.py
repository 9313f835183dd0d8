"""Running commands in tests: in this process with a screen that only pretends, or in their own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.commands.cli import run
from facilitator.commands.screen import Take
from facilitator.storage import WorkshopFile

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class PretendedScreen:
    """Remembers what it was asked for; raises `failure` instead where there is one."""

    failure: BaseException | None = None
    opened: list[Path | None] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def open_window(self, file: WorkshopFile | None) -> int:
        self._fail()
        self.opened.append(None if file is None else file.path)
        if file is not None:
            file.close()
        return 0

    def pictures(self, file: WorkshopFile) -> AbstractContextManager[Take]:
        assert file.path.exists()
        return self._pictures()

    @contextlib.contextmanager
    def _pictures(self) -> Iterator[Take]:
        self._fail()

        def take(stage_id: str, target: Path) -> None:
            self.taken.append(stage_id)
            target.write_bytes(PNG)

        yield take

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What a failed command said: one line on standard error, and nothing else."""
        assert self.code == 2, (self.code, self.out, self.err)
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


def call(*arguments: object, screen: PretendedScreen | None = None) -> Outcome:
    """Run a command in this process."""
    with (
        contextlib.redirect_stdout(io.StringIO()) as out,
        contextlib.redirect_stderr(io.StringIO()) as err,
    ):
        code = run([str(argument) for argument in arguments], screen or PretendedScreen())
    return Outcome(code, out.getvalue(), err.getvalue())


def start(*arguments: object, environment: Mapping[str, str] | None = None) -> Outcome:
    """Run main.py in a process of its own."""
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
