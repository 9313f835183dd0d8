# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.59.0"]
# ///
# ruff: noqa: T201
"""Rebuild every font in this folder from Debian's packages.

    apt-get download fonts-noto-core fonts-noto-cjk
    for deb in *.deb; do dpkg-deb -x "$deb" unpacked; done
    uv run --no-project --script build_fonts.py unpacked/usr/share/fonts

Hinting goes (paper does not need it, and every PDF would carry it), as do layout features
that only a choosing author would ask for, such as small capitals. What joins letters and
places marks stays. The Chinese face has PostScript outlines, which ReportLab rejects, so its
outlines are turned into TrueType curves. The same sources give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent
CJK_ERROR = 2.0  # units of 1,000 an em a converted curve may be off: 0.02 pt at 10 pt
SIMPLE = ["ccmp", "locl", "mark", "mkmk"]
COMPLEX = [
    "ccmp locl mark mkmk kern curs dist isol init medi med2 fina fin2 fin3 rlig rclt calt liga",
    "nukt akhn rphf rkrf pref blwf abvf half pstf vatu cjct pres blws abvs psts haln abvm blwm",
]
SYMBOLS = [
    *range(0x2190, 0x2200),  # arrows
    *range(0x2200, 0x2300),  # mathematics
    *range(0x2300, 0x2400),  # technical: keys, clocks, hourglass
    *range(0x2460, 0x2500),  # numbers and letters in circles
    *range(0x2500, 0x2600),  # boxes, blocks, geometric shapes
    *range(0x2600, 0x27C0),  # stars, telephones, ticks, crosses
    *range(0x27C0, 0x2800),
    *range(0x2B00, 0x2B60),
    *range(0x1F100, 0x1F10D),
    *range(0x1F5F4, 0x1F5FB),  # ballot boxes
]
FIELDS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)
FONTS = {
    "NotoSans-Regular": (SIMPLE, None),
    "NotoSans-Bold": (SIMPLE, None),
    "NotoSansArabic-Regular": (COMPLEX, None),
    "NotoSansCanadianAboriginal-Regular": (SIMPLE, None),
    "NotoSansDevanagari-Regular": (COMPLEX, None),
    "NotoSansGurmukhi-Regular": (COMPLEX, None),
    "NotoSansHebrew-Regular": (COMPLEX, None),
    "NotoSansTamil-Regular": (COMPLEX, None),
    "NotoSansThai-Regular": (COMPLEX, None),
    "NotoSansSymbols-Regular": (SIMPLE, SYMBOLS),
    "NotoSansSymbols2-Regular": (SIMPLE, SYMBOLS),
    "NotoSansMath-Regular": (SIMPLE, range(0x2190, 0x2300)),
}


def options(features: list[str]) -> subset.Options:
    """What every subset has in common."""
    chosen = subset.Options()
    chosen.layout_features = " ".join(features).split()
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.name_languages = [0x409]
    chosen.recalc_timestamp = False
    return chosen


def hanzi() -> set[int]:
    """GB 2312, the 5,401 common characters of Big5 (traditional), kana, the hangul of KS X 1001."""
    found = set()
    for high in range(0xB0, 0xC9):
        for low in range(0xA1, 0xFF):
            found |= {ord(char) for char in bytes([high, low]).decode("euc_kr", "ignore")}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            found |= {ord(char) for char in bytes([high, low]).decode("gb2312", "ignore")}
    for high in range(0xA1, 0xC7):
        for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            found |= {ord(char) for char in bytes([high, low]).decode("big5", "ignore")}
    found |= set(range(0x3000, 0x3100)) | set(range(0xFF00, 0xFFF0))
    return {code for code in found if code >= 0x2E80} | {0x20}


def to_truetype(font: TTFont) -> None:
    """Replace PostScript outlines by TrueType ones, in place."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, CJK_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for table in ("VORG", "CFF "):
        if table in font:
            del font[table]
    glyf.compile(font)
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in FIELDS:
        setattr(maxp, field, 0)
    maxp.compile(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def build_cjk(source: Path) -> None:
    """The simplified Chinese face of the collection, with TrueType outlines."""
    font = TTFont(source, fontNumber=2, lazy=True, recalcTimestamp=False)
    chosen = options([])
    chosen.desubroutinize = True
    chosen.drop_tables += ["GSUB", "GPOS", "BASE", "vhea", "vmtx", "DSIG"]
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=sorted(hanzi()))
    subsetter.subset(font)
    to_truetype(font)
    font.save(HERE / "NotoSansCJKsc-Regular.ttf")


def build(source: Path, name: str, features: list[str], codes: object) -> None:
    """One face of fonts-noto-core."""
    font = TTFont(source / f"{name}.ttf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options(features))
    wanted = font.getBestCmap() if codes is None else codes
    subsetter.populate(unicodes=sorted(wanted))  # type: ignore[call-overload]
    subsetter.subset(font)
    if codes is not None:
        font["post"].formatType = 3.0
    font.save(HERE / f"{name}.ttf")


def main() -> None:
    """Build all of them and say how large they are."""
    root = Path(sys.argv[1])
    for name, (features, codes) in FONTS.items():
        build(root / "truetype" / "noto", name, features, codes)
    build_cjk(root / "opentype" / "noto" / "NotoSansCJK-Regular.ttc")
    for path in sorted(HERE.glob("*.ttf")):
        print(f"{path.stat().st_size:>9,}  {path.name}")
    print(f"{sum(path.stat().st_size for path in HERE.glob('*.ttf')):>9,}  in all")


if __name__ == "__main__":
    main()
