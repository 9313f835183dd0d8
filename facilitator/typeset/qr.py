"""QR codes: the modules as a matrix, and the matrix as one vector path.

A code for a sheet holds at most 40 upper-case alphanumeric characters at error correction Q,
which is version 3: at 25 mm its modules are 0.86 mm, and photographs of it were read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from qrcode.main import QRCode
    from reportlab.pdfgen.canvas import Canvas

Matrix: TypeAlias = tuple[tuple[bool, ...], ...]
QUIET_ZONE = 4
"""Modules that must stay white on every side."""
MASK = 3
"""One mask for every code: trying all eight takes six times as long, and readers do not mind."""


@lru_cache(maxsize=512)
def matrix(payload: str, max_version: int = 4) -> Matrix:
    """Return the modules of a QR code, row by row from the top, True where dark; no border.

    Error correction is Q where the payload fits with it, else M: a larger code would have
    smaller modules, which phones miss sooner than the correction.

    Args:
        payload: what it says. Upper-case letters, digits and " $%*+-./:" take the least room.
        max_version: largest version allowed, 1 to 40; a side has 17 + 4 × version modules.

    Raises:
        ValueError: the payload is empty, or needs a larger version.
    """
    if not payload:
        message = "A QR code must say something."
        raise ValueError(message)
    from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

    for level in (ERROR_CORRECT_Q, ERROR_CORRECT_M):
        code = _fitted(payload, level, max_version)
        if code is not None:
            code.make(fit=False)
            return tuple(tuple(bool(cell) for cell in row) for row in code.modules)
    message = (
        f"“{payload[:40]}{'…' if len(payload) > 40 else ''}” is too long for a QR code of "
        f"{17 + 4 * max_version} modules a side: {len(payload)} characters."
    )
    raise ValueError(message)


def _fitted(payload: str, level: int, max_version: int) -> QRCode[Any] | None:
    """A code in the smallest version that holds the payload; None where that is too large."""
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    code: QRCode[Any] = QRCode(error_correction=level, border=0, mask_pattern=MASK)
    code.add_data(payload)
    try:
        version = code.best_fit()
    except (DataOverflowError, ValueError):
        return None
    return code if version <= max_version else None


def draw(
    canvas: Canvas, modules: Matrix, x: float, y: float, size: float, *, quiet: int = 0
) -> None:
    """Draw a code in the canvas's fill colour as one path of about 2 kB.

    Args:
        canvas: where to draw; its state is left as it was.
        modules: from `matrix`.
        x: left edge, in points.
        y: bottom edge, in points.
        size: width and height, in points, the quiet zone included.
        quiet: modules of quiet zone inside the size. With 0 it is the caller's to leave
            `QUIET_ZONE` modules white all around.
    """
    count = len(modules)
    scale = size / (count + 2 * quiet)
    canvas.saveState()
    canvas.translate(x + quiet * scale, y + (quiet + count) * scale)
    canvas.scale(scale, -scale)
    canvas.addLiteral(_path(modules))
    canvas.restoreState()


@lru_cache(maxsize=512)
def _path(modules: Matrix) -> str:
    parts = []
    for row, cells in enumerate(modules):
        start = None
        for column, dark in enumerate((*cells, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                parts.append(f"{start} {row} {column - start} 1 re")
                start = None
    return "\n".join((*parts, "f"))
