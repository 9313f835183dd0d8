from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from reportlab.lib.units import mm

from facilitator.typeset import qr
from tests.typeset.typeset_pages import ink_box, make_pdf, render

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[2]
QR_ONLY: Any = zxingcpp.BarcodeFormat.QRCode
PAYLOADS = [
    "FAC1:01JZ8Q4M7X3K9T2V5B6N8P0R/S12/P1",
    "A",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*",
    "https://example.org/ateliers?x=é",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_code_is_read_back_at_200_dpi(payload: str) -> None:
    modules = qr.matrix(payload)
    pdf = make_pdf(lambda canvas: qr.draw(canvas, modules, 100, 100, 25 * mm, quiet=qr.QUIET_ZONE))
    found = zxingcpp.read_barcodes(render(pdf, 200), formats=QR_ONLY)
    assert [code.text for code in found] == [payload]


def test_a_sheet_code_is_version_3_at_most() -> None:
    assert len(qr.matrix("A" * 40)) == 29


def test_a_code_keeps_to_its_square() -> None:
    modules = qr.matrix("A")
    box = ink_box(make_pdf(lambda canvas: qr.draw(canvas, modules, 100, 150, 80)))
    assert box == pytest.approx((100, 150, 180, 230), abs=0.6)
    quiet = ink_box(make_pdf(lambda canvas: qr.draw(canvas, modules, 100, 150, 87, quiet=4)))
    module = 87 / (len(modules) + 8)
    edge = (100 + 4 * module, 150 + 4 * module, 187 - 4 * module, 237 - 4 * module)
    assert quiet == pytest.approx(edge, abs=0.6)


def test_a_code_is_one_small_path() -> None:
    bare = len(make_pdf(lambda canvas: canvas.setPageCompression(0)))
    modules = qr.matrix("A" * 40)

    def draw(canvas: Canvas) -> None:
        canvas.setPageCompression(0)
        qr.draw(canvas, modules, 100, 100, 71)

    assert len(make_pdf(draw)) - bare < 3_000


def test_what_is_too_long_is_said() -> None:
    with pytest.raises(ValueError, match="too long for a QR code of 33 modules"):
        qr.matrix("https://example.org/" + "a" * 60)
    assert len(qr.matrix("https://example.org/" + "a" * 60, max_version=10)) > 33
    with pytest.raises(ValueError, match="5000 characters"):
        qr.matrix("a" * 5000, max_version=40)
    with pytest.raises(ValueError, match="say something"):
        qr.matrix("")


def test_importing_it_imports_no_qrcode() -> None:
    code = "import sys, facilitator.typeset.qr as q; sys.exit('qrcode' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0
