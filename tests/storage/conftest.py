from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.storage import WorkshopFile
from tests.storage.storage_samples import edit, write


@pytest.fixture(autouse=True, scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An installation of the tests' own, also for the programs that they start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a new workshop file may be."""
    return tmp_path / "a.workshop"


@pytest.fixture
def file(path: Path) -> Iterator[WorkshopFile]:
    """A new workshop file, open."""
    with WorkshopFile.create(path) as created:
        yield created


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 200 notes over some hundred pages, to be copied."""
    path = tmp_path_factory.mktemp("written") / "written.workshop"
    with WorkshopFile.create(path) as file:
        for n in range(20):
            write(file, *(f"note {n}.{m} " + "text " * 20 for m in range(10)))
        edit(file, 1, "mended")
    return path


@pytest.fixture
def whole(path: Path, written: Path) -> Path:
    """A closed file of some size."""
    shutil.copyfile(written, path)
    return path
