"""Whether a window can be shown: asked before Qt is loaded, which ends the process if it cannot."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from facilitator.program import DEMO

_REMEDY = f"without a screen, “{DEMO}” plays the sample and leaves its results in out/."
_NEED_ONE = ("xcb", "wayland")
_NEEDED = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
)
"""What Qt's plug-in for X11 links to and Qt does not bring along (seen with ldd, Qt 6.12)."""


def missing(environment: Mapping[str, str]) -> str:
    """One sentence that says why no window can be shown; empty where one can."""
    if sys.platform != "linux":
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform and not platform.startswith(_NEED_ONE):
        return ""
    if not platform.startswith("xcb") and _wayland(environment):
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return f"There is no display to open a window on (DISPLAY is not set): {_REMEDY}"
    return _x11(display)


def _wayland(environment: Mapping[str, str]) -> bool:
    name, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and Path(folder, name).is_socket()


def _x11(display: str) -> str:
    """Connect as Qt's own plug-in would, with the library that it uses: about a millisecond."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        for library in _NEEDED:
            ctypes.CDLL(library)
    except OSError as error:
        name = str(error).split(":")[0]
        return (
            f"The window needs the system library {name}, which is missing: "
            f"“.ci/setup window” installs it; {_REMEDY}"
        )
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        return f"The display {display} does not answer, so no window can be opened: {_REMEDY}"
    return ""
