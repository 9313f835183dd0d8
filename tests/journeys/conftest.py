"""Journeys work the same real window as the tests of its pages."""

from tests.ui.conftest import (
    _no_settings_yet,
    _settings_apart,
    clock,
    pytest_configure,
    qapp,
    sample_window,
)

__all__ = [
    "_no_settings_yet",
    "_settings_apart",
    "clock",
    "pytest_configure",
    "qapp",
    "sample_window",
]
