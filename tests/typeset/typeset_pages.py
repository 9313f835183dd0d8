"""Real pages for the tests of this folder: drawn, rendered, read back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

PAGE = (400.0, 400.0)


def make_pdf(draw: Callable[[Canvas], object], size: tuple[float, float] = PAGE) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def render(pdf: bytes, dpi: float = 144, page: int = 0) -> Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image = document[page].render(scale=dpi / 72).to_pil()
        return image.convert("L")
    finally:
        document.close()


def extract(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "\n".join(texts).replace("\r\n", "\n")


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def ink_box(pdf: bytes, dpi: float = 144) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of everything dark, in points."""
    image = render(pdf, dpi)
    dark: Any = np.asarray(image) < 160
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    assert len(rows), "the page is blank"
    scale = 72 / dpi
    height = image.height * scale
    return (
        float(columns[0]) * scale,
        height - float(rows[-1] + 1) * scale,
        float(columns[-1] + 1) * scale,
        height - float(rows[0]) * scale,
    )
