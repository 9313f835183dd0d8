"""The report as PDF. ReportLab is imported only when one is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from facilitator.report.tree import Document

Paper = Literal["letter", "a4"]


def write_pdf(
    document: Document,
    out: Path,
    paper: Paper = "letter",
    progress: Callable[[str, float], None] | None = None,
) -> tuple[str, ...]:
    """Write a report to `out`, which is replaced only by a whole one.

    `progress` gets a text and a share from 0 to 1; what it raises stops the work. Returns
    sentences on what could not be set as it was typed; empty where everything was. Raises
    `OSError` where the file cannot be written, `ValueError` for an unknown paper.
    """
    from facilitator.report.pdf.writer import write

    return write(document, out, paper, progress or (lambda _text, _share: None))
