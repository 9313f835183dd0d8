"""What all tests share: nothing here reads or writes the folders of whoever runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.resources import resource

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


@pytest.fixture(scope="session")
def sample_json() -> Path:
    """The sample workshop as it comes along."""
    return resource("samples", "ops-2017.json")
