"""Sheets drawn to a PDF and looked at again as a camera or a reader would."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
import zxingcpp

from facilitator.language import Language
from facilitator.model.kinds import SheetKind
from facilitator.model.records import Sheet
from facilitator.model.workshop import Workshop
from facilitator.paper.draw import draw_sheets
from facilitator.paper.geometry import MARGIN, POINT, Rect
from facilitator.paper.layout import Layout, Page, Symbol
from facilitator.paper.planning import plan_sheets
from facilitator.paper.sheets import layout_of

NOW = datetime(2017, 10, 13, 12, 0, tzinfo=UTC)
DPI = 200
MM = DPI / 25.4
"""Pixels in a millimetre."""

Image = Any
ONLY_QR: Any = zxingcpp.BarcodeFormat.QRCode


@dataclass(frozen=True)
class Printed:
    """Sheets as they were planned, and the PDF of them."""

    workshop: Workshop
    sheets: tuple[Sheet, ...]
    path: Path
    words: Language

    def layout(self, sheet: Sheet) -> Layout:
        return layout_of(self.workshop, sheet)


def printed(
    workshop: Workshop,
    path: Path,
    kinds: Collection[SheetKind] = (),
    paper: str = "letter",
    language: str = "en",
) -> Printed:
    plan = plan_sheets(workshop, kinds, paper, language, NOW)
    words = Language(language)
    draw_sheets(workshop, plan.sheets, words, path, lambda _text, _part: None)
    return Printed(workshop, plan.sheets, path, words)


def grey_pages(path: Path) -> list[Image]:
    """Each page at 200 dpi, in greys."""
    pdf = pdfium.PdfDocument(path)
    pages = [page.render(scale=DPI / 72, grayscale=True).to_numpy() for page in pdf]
    pdf.close()
    return [page.reshape(page.shape[0], page.shape[1]) for page in pages]


def text_of(path: Path) -> list[str]:
    """What each page says, on one line."""
    pdf = pdfium.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return [" ".join(text.split()) for text in texts]


def codes_on(page: Image) -> list[str]:
    """What every QR code on a page says."""
    found = zxingcpp.read_barcodes(page, formats=ONLY_QR)
    return sorted(result.text for result in found)


def ink_box(page: Image) -> Rect:
    """The rectangle that holds all ink, in millimetres."""
    rows, columns = np.where(page < 200)
    left, top = columns.min() / MM, rows.min() / MM
    return Rect(left, top, (columns.max() + 1) / MM - left, (rows.max() + 1) / MM - top)


def is_within_margins(page: Image, slack: float = 0.6) -> bool:
    """Whether nothing is printed on the margins, but for the overhang of a letter."""
    box = ink_box(page)
    right, bottom = page.shape[1] / MM - MARGIN, page.shape[0] / MM - MARGIN
    return (
        box.x > MARGIN - slack
        and box.y > MARGIN - slack
        and box.right < right + slack
        and box.bottom < bottom + slack
    )


def to_pixels(page: Image, layout_page: Page) -> Any:
    """The homography from millimetres to pixels by the four markers; fails unless all are found."""
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    settings = cv2.aruco.DetectorParameters()
    settings.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    corners, ids, _ = cv2.aruco.ArucoDetector(dictionary, settings).detectMarkers(page)
    assert ids is not None
    assert sorted(ids.ravel().tolist()) == [0, 1, 2, 3]
    known: dict[Any, Rect] = {marker.id: marker.rect for marker in layout_page.markers}
    there, here = [], []
    for id_, seen in zip(ids.ravel().tolist(), corners, strict=True):
        rect = known[id_]
        there += [
            (rect.x, rect.y),
            (rect.right, rect.y),
            (rect.right, rect.bottom),
            (rect.x, rect.bottom),
        ]
        here += seen.reshape(4, 2).tolist()
    found, _ = cv2.findHomography(np.array(there), np.array(here))
    return found


def printed_centre(page: Image, homography: Any, rect: Rect) -> tuple[float, float]:
    """The centre of what is printed where a bubble should be, in millimetres of the page."""
    (x, y), reach = rect.centre, rect.width / 2 + 0.6
    point = cv2.perspectiveTransform(np.array([[[x, y]]]), homography)[0, 0]
    left, top = (int(value - reach * MM) for value in point)
    right, bottom = (int(value + reach * MM) + 1 for value in point)
    dark = 255.0 - page[top:bottom, left:right].astype(float)
    rows, columns = np.mgrid[top:bottom, left:right]
    total = dark.sum()
    assert total > 0
    seen = [[[(columns * dark).sum() / total + 0.5, (rows * dark).sum() / total + 0.5]]]
    back = cv2.perspectiveTransform(np.array(seen), np.linalg.inv(homography))[0, 0]
    return float(back[0]), float(back[1])


def places(page: Page) -> list[tuple[str, Rect]]:
    """Everything on a page that must not overlap anything else of it."""
    found = [(" ".join(line.text for line in text.lines), text.rect) for text in page.texts()]
    found += [("code", code.kept_white) for code in page.codes]
    found += [("code in letters", code.text) for code in page.codes]
    found += [("count", count.rect) for count in page.counts]
    found += [(f"marker {marker.id}", marker.rect) for marker in page.markers]
    found += [(f"bubble {b.idea} {b.criterion} {b.place}", b.rect) for b in page.bubbles]
    found += [("resource", e.rect.inset(-3.2)) for e in page.elements if isinstance(e, Symbol)]
    return found


def overlaps(page: Page) -> list[tuple[str, str]]:
    """The pairs that overlap, and lines that are wider than their column."""
    known = sorted(places(page), key=lambda place: place[1].y)
    found = []
    for n, (name, rect) in enumerate(known):
        for other, box in known[n + 1 :]:
            if box.y >= rect.bottom:
                break
            if rect.overlaps(box, 0.02):
                found.append((name, other))
    for text in page.texts():
        widest = text.rect.width + 0.02
        found += [(line.text, "") for line in text.lines if line.width * POINT > widest]
    return found
