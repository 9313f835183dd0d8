"""The fonts that travel with the program, and which of them sets which character.

A font is read and registered with ReportLab when the first character needs it. `runs` splits
text by font; `sanitise`, `replacements` and `unsettable` say what happens to the rest.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from facilitator.typeset.characters import INVISIBLE, PLAIN, is_dropped, is_mark, stand_in, tidy
from facilitator.typeset.pdffont import PdfFont

FONTS_DIR = Path(__file__).resolve().parents[2] / "resources" / "fonts"
REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"


@dataclass(frozen=True, slots=True)
class Face:
    """A fallback face and the blocks it is asked for; both ends of a block count."""

    name: str
    blocks: tuple[tuple[int, int], ...]
    shaped: bool = False


FACES = (
    Face(
        "NotoSansArabic-Regular",
        ((0x0600, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
        shaped=True,
    ),
    Face("NotoSansHebrew-Regular", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)), shaped=True),
    Face("NotoSansCanadianAboriginal-Regular", ((0x1400, 0x167F), (0x18B0, 0x18FF))),
    Face(
        "NotoSansDevanagari-Regular",
        ((0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA830, 0xA83F), (0xA8E0, 0xA8FF)),
        shaped=True,
    ),
    Face("NotoSansGurmukhi-Regular", ((0x0A00, 0x0A7F),), shaped=True),
    Face("NotoSansTamil-Regular", ((0x0B80, 0x0BFF),), shaped=True),
    Face("NotoSansThai-Regular", ((0x0E00, 0x0E7F),), shaped=True),
    Face("NotoSansMath-Regular", ((0x2190, 0x22FF),)),
    Face("NotoSansSymbols2-Regular", ((0x2300, 0x2BFF), (0x1F000, 0x1FAFF))),
    Face("NotoSansSymbols-Regular", ((0x2190, 0x2BFF), (0x1F100, 0x1F7FF))),
    Face("NotoSansCJKsc-Regular", ((0x2100, 0x2BFF), (0x2E80, 0xD7A3), (0xF900, 0xFFEF))),
)
SHAPED = frozenset(face.name for face in FACES if face.shaped)
_BARE = INVISIBLE | {"\n"}
_lock = RLock()
_fonts: dict[str, PdfFont] = {}


def font(name: str) -> PdfFont:
    """Read a font of `FONTS_DIR` by its name without ".ttf" and register it, once.

    Raises:
        FileNotFoundError: the program's folder of fonts is damaged.
    """
    if name in _fonts:
        return _fonts[name]
    with _lock:
        if name not in _fonts:
            path = FONTS_DIR / f"{name}.ttf"
            if not path.is_file():
                message = f"The font {path.name} is missing: please install the program again."
                raise FileNotFoundError(message)
            rl_config.trustedSchemes = ["data"]  # ReportLab fetches nothing by itself
            rl_config.trustedHosts = None
            made = PdfFont(name, str(path))
            pdfmetrics.registerFont(made)
            _fonts[name] = made
        return _fonts[name]


@cache
def candidates(code: int, *, bold: bool) -> tuple[str, ...]:
    """Names of the fonts that have a code point, best first; empty if none has it."""
    names = [BOLD if bold else REGULAR]
    names += [face.name for face in FACES if any(a <= code <= b for a, b in face.blocks)]
    return tuple(name for name in names if font(name).has(code))


def can_set(char: str) -> bool:
    """Whether some font has the character."""
    return bool(candidates(ord(char), bold=False))


@cache
def _settled(char: str) -> str:
    if char in INVISIBLE or char == "\n":
        return char
    if is_dropped(char):
        return ""
    return char if can_set(char) else stand_in(char, can_set)


def sanitise(text: str) -> str:
    """Return the text as it will be set; doing it twice changes nothing more.

    Accents are composed, line ends are newlines, controls and bidi overrides are gone, and
    what no font can set is spelled out, as in "[grinning face]" or "[U+0E81]".
    """
    if PLAIN.fullmatch(text):
        return text
    return tidy("".join(map(_settled, tidy(text))))


def replacements(text: str) -> dict[str, str]:
    """Map each character that is not set as it is to what stands there ("" if dropped)."""
    if PLAIN.fullmatch(text):
        return {}
    return {char: _settled(char) for char in tidy(text) if _settled(char) != char}


def unsettable(text: str) -> tuple[str, ...]:
    """Return the distinct characters that no font can set, in order of appearance.

    Dropped controls are not among them; spaces and letter forms with a plain equivalent are.
    """
    return tuple(char for char, instead in replacements(text).items() if instead)


def runs(text: str, bold: bool = False) -> list[tuple[str, str]]:  # noqa: FBT001, FBT002
    """Split text into (text, font name); joined again it equals `sanitise(text)`.

    Marks stay with their base, and spaces and punctuation with the run before them, wherever
    one font has both.
    """
    text = sanitise(text)
    if PLAIN.fullmatch(text):
        return [(text, BOLD if bold else REGULAR)] if text else []
    found: list[tuple[str, str]] = []
    for start, end, name in font_runs(text, bold=bold):
        found.append((text[start:end], name))
    return found


def font_runs(text: str, *, bold: bool) -> list[tuple[int, int, str]]:
    """Split sanitised text into (start, end, font name)."""
    found: list[tuple[int, int, str]] = []
    at, size, current = 0, len(text), BOLD if bold else REGULAR
    while at < size:
        end = at + 1
        while end < size and text[at] not in _BARE and _joins(text[end]):
            end += 1
        for start, stop, name in _cluster_fonts(text, at, end, current, bold=bold):
            if found and found[-1][2] == name:
                found[-1] = (found[-1][0], stop, name)
            else:
                found.append((start, stop, name))
            current = name
        at = end
    return found


def _joins(char: str) -> bool:
    return is_mark(char) or char in INVISIBLE


def _cluster_fonts(
    text: str, start: int, end: int, current: str, *, bold: bool
) -> list[tuple[int, int, str]]:
    """Choose a font for one base with its marks; more than one only if none has them all."""
    first = text[start]
    if first in _BARE:
        return [(start, end, current)]
    names = candidates(ord(first), bold=bold)
    if unicodedata.category(first)[0] in "ZP" and font(current).has(ord(first)):
        names = (current, *names)
    marks = [ord(char) for char in text[start + 1 : end] if char not in INVISIBLE]
    whole = next((n for n in names if all(font(n).has(code) for code in marks)), None)
    if whole or not marks:
        return [(start, end, whole or current)]
    split = [(start, start + 1, names[0] if names else current)]
    for at in range(start + 1, end):
        own = candidates(ord(text[at]), bold=bold)
        split.append((at, at + 1, own[0] if own else split[-1][2]))
    return split
