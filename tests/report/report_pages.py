"""Reading a written report back: its text, its ink, its boxes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2

MARGIN = 18 * 72 / 25.4
HEAD, FOOT = 24.0, 26.0


def squashed(text: str) -> str:
    """Text without white space, so that it does not matter where lines end."""
    return re.sub(r"\s+", "", text.replace("\x02", "-").replace("\ufffe", "-"))


def body_text(path: Path) -> str:
    """The text of all pages without running heads and feet, squashed."""
    found: list[str] = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            width, height = page.get_size()
            text = page.get_textpage().get_text_bounded(
                0, MARGIN + FOOT, width, height - MARGIN - (HEAD if found else 0)
            )
            found.append(text)
    return squashed("".join(found))


def check_order(text: str, sentences: list[str]) -> None:
    """Every sentence stands in the text, after the one before it."""
    at = 0
    for sentence in sentences:
        found = text.find(squashed(sentence), at)
        assert found >= 0, f"not found in its place: {sentence[:80]!r}"
        at = found + len(squashed(sentence))


def check_pages(path: Path, step: int = 1) -> int:
    """No page is blank, no ink is beyond the margins, no letters lie on others."""
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(0, len(pdf), step):
            page = pdf[number]
            _check_ink(page, number)
            _check_boxes(page, number)
        return len(pdf)


def _check_ink(page: Any, number: int) -> None:
    scale = 0.6
    image = page.render(scale=scale, grayscale=True).to_numpy().reshape(-1)
    width, height = (round(side * scale) for side in page.get_size())
    pixels = image[: (image.size // height) * height].reshape(height, -1)[:, :width]
    edge = int((MARGIN - 1.5) * scale)
    assert pixels[:edge].min() > 245, f"ink above the margin of page {number + 1}"
    assert pixels[-edge:].min() > 245, f"ink below the margin of page {number + 1}"
    assert pixels[:, :edge].min() > 245, f"ink left of the margin of page {number + 1}"
    assert pixels[:, -edge:].min() > 245, f"ink right of the margin of page {number + 1}"
    head, foot = int((MARGIN + HEAD) * scale), int((MARGIN + FOOT) * scale)
    assert pixels[head:-foot].min() < 150, f"page {number + 1} is blank"


def _check_boxes(page: Any, number: int) -> None:
    text = page.get_textpage()
    boxes = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        if right - left > 0.5 and top - bottom > 0.5:
            boxes.append((left, bottom, right, top))
    box = np.array(boxes)
    size = (box[:, 2] - box[:, 0]) * (box[:, 3] - box[:, 1])
    wide = np.minimum(box[:, None, 2], box[None, :, 2]) - np.maximum(
        box[:, None, 0], box[None, :, 0]
    )
    high = np.minimum(box[:, None, 3], box[None, :, 3]) - np.maximum(
        box[:, None, 1], box[None, :, 1]
    )
    shared = wide.clip(0) * high.clip(0) / np.minimum(size[:, None], size[None, :])
    np.fill_diagonal(shared, 0)
    near = np.abs(np.arange(len(box))[:, None] - np.arange(len(box))[None, :]) <= 2
    assert not (shared[~near] > 0.3).any(), f"letters overlap on page {number + 1}"


def check_properties(path: Path, title: str, language: str) -> list[str]:
    """All fonts are embedded, title and language are set; returns the titles of the outline."""
    with pikepdf.open(path) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                descriptor = item.get("/FontDescriptor")
                assert descriptor is not None, f"font without a descriptor: {item}"
                assert "/FontFile2" in descriptor, f"font not embedded: {item}"
        assert str(pdf.docinfo["/Title"]) == title
        assert str(pdf.Root["/Lang"]).startswith(language)
        assert bool(pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"])
        with pdf.open_outline() as outline:
            return list(_titles(outline.root))


def _titles(items: Any) -> Any:
    for item in items:
        yield item.title
        yield from _titles(item.children)
