"""A TrueType font for ReportLab that also embeds shaped glyphs, and says what they mean.

Shaping yields glyphs without a code point (a joined Arabic letter). Each gets a private code
of this font, and the PDF's ToUnicode map gives the letters it was made from, so text can be
found and copied.
"""

from __future__ import annotations

import unicodedata
from threading import Lock
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.textobject import PDFTextObject

FIRST_PRIVATE = 0xF0000
MOST_PRIVATE = 60_000
NOTHING = "\u2060"
"""What a second glyph for the same letters means: accessible PDF wants a meaning for each."""


class PdfFont(TTFont):  # type: ignore[misc, unused-ignore]
    """A font whose glyphs can be set by number. Registered under its file's name."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=0)
        self.path = path
        self.advances: dict[str, float] = {
            chr(code): width for code, width in self.face.charWidths.items() if code < 0x110000
        }
        self._codes: dict[tuple[int, str], int] = {}
        self._meaning: dict[int, str] = {}
        self._shaper: Any = None
        self._lock = Lock()

    def has(self, code: int) -> bool:
        """Whether the font has a glyph of its own for a code point."""
        return bool(self.face.charToGlyph.get(code))

    def shaper(self) -> Any:
        """The font as HarfBuzz sees it; made when first needed."""
        if self._shaper is None:
            import uharfbuzz

            self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.path)))
        return self._shaper

    def glyph_char(self, glyph: int, meaning: str) -> str:
        """Return the character that sets a glyph: its own, or a private one with a meaning."""
        if len(meaning) == 1 and self.face.charToGlyph.get(ord(meaning)) == glyph:
            return meaning
        if len(meaning) > 1:  # readers know the ligature's own code better than two letters
            face: Any = self.face
            for code in face.glyphToChar.get(glyph, ()):
                if unicodedata.normalize("NFKC", chr(code)) == meaning:
                    return chr(code)
        with self._lock:
            key = (glyph, meaning if meaning and len(self._codes) < MOST_PRIVATE else NOTHING)
            code = self._codes.get(key)
            if code is None:
                code = FIRST_PRIVATE + len(self._codes)
                self.face.charToGlyph[code] = glyph
                self.face.charWidths[code] = self.glyph_width(glyph)
                self._meaning[code] = key[1]
                self._codes[key] = code
            return chr(code)

    def glyph_width(self, glyph: int) -> float:
        """Return a glyph's own advance in thousandths of the size."""
        return float(self.face.hmetrics[glyph][0]) * 1000 / float(self.face.unitsPerEm)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Embed the subsets, then replace ReportLab's ToUnicode maps by whole ones."""
        state = self.state.get(doc)
        subsets = list(state.subsets) if state else []
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        with self._lock:  # a subset is read through a cursor that all documents share
            super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for name, codes in zip(names, subsets, strict=True):
            doc.idToObject[fonts[name].ToUnicode.name].content = self._to_unicode(codes)

    def _to_unicode(self, codes: list[int]) -> str:
        lines = []
        for at, code in enumerate(codes):
            text = self._meaning.get(code, chr(code) if code else "")
            if text and (code != 32 or at == 32):
                lines.append(f"<{at:02X}> <{text.encode('utf-16-be').hex().upper()}>")
        blocks = []
        for start in range(0, len(lines), 100):
            part = lines[start : start + 100]
            blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
        return "\n".join((_CMAP_HEAD, *blocks, _CMAP_TAIL))


class PdfText(PDFTextObject):  # type: ignore[misc, unused-ignore]
    """A text object that keeps count of its rise; ReportLab's loses it after two marks."""

    _code: list[str]
    _rise: float
    _y: float

    def setRise(self, rise: float) -> None:  # noqa: N802 - ReportLab's name
        """Raise the baseline by so many points from the line's own."""
        self._y += self._rise - rise
        self._rise = rise
        self._code.append(f"{fp_str(rise)} Ts")


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
