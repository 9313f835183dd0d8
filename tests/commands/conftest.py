"""Workshop files for the tests of commands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.commands.new import from_json
from facilitator.model.records import Record
from facilitator.storage import WorkshopFile


@pytest.fixture(scope="session")
def sample_records(sample_json: Path) -> tuple[Record, ...]:
    """The records of the sample, read once."""
    return from_json(sample_json)


@pytest.fixture(scope="session")
def sample_file(
    sample_records: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A file of the sample; not to be changed."""
    path = tmp_path_factory.mktemp("sample") / "sample.workshop"
    WorkshopFile.create(path, sample_records).close()
    return path


@pytest.fixture
def workshop_file(sample_file: Path, tmp_path: Path) -> Path:
    """A file of the sample, for one test alone."""
    return Path(shutil.copy(sample_file, tmp_path / "day.workshop"))
