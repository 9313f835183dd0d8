"""Finding out whether a window can be shown, without Qt."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from facilitator.commands.display import missing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others always have a display")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=10x10", "linuxfb"])
def test_platforms_without_a_display_need_none(platform: str) -> None:
    assert missing({"QT_QPA_PLATFORM": platform}) == ""


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_without_a_display_the_demo_is_named(environment: dict[str, str]) -> None:
    assert "make demo" in missing(environment)


def test_a_display_that_does_not_answer_is_named() -> None:
    sentence = missing({"DISPLAY": ":987"})

    assert "make demo" in sentence
    assert ":987" in sentence or "libxcb" in sentence


def test_wayland_will_do(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))

        environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert missing(environment) == ""
        assert missing({**environment, "QT_QPA_PLATFORM": "xcb"}) != ""
