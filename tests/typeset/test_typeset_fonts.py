from __future__ import annotations

import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.typeset import fonts
from facilitator.typeset.characters import INVISIBLE, PLAIN
from facilitator.typeset.text import break_lines, draw_lines
from tests.typeset.typeset_pages import extract, make_pdf

ROOT = fonts.FONTS_DIR.parents[1]
ANY_TEXT = st.text(st.characters(), max_size=60)
SOME_SCRIPTS = st.text(
    st.sampled_from(
        "abé \n-'œ中文、（أبلا ّ١שָ()नक्षिᐃᓄวี😀👍🏽\u200d\u200b\u202e\x00\ud800→✓\u0301\ufe0f\t"
    ),
    max_size=60,
)


def test_importing_the_package_imports_no_reportlab() -> None:
    code = "import sys, facilitator.typeset; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_every_plain_character_is_in_both_text_fonts() -> None:
    plain = [chr(code) for code in range(0x20, 0x2100) if PLAIN.fullmatch(chr(code))]
    for name in (fonts.REGULAR, fonts.BOLD):
        face = fonts.font(name)
        assert [char for char in plain if not face.has(ord(char)) and char != "\xa0"] == []
        assert all(char in face.advances for char in plain)


@pytest.mark.parametrize("name", [fonts.REGULAR, fonts.BOLD, *(f.name for f in fonts.FACES)])
def test_every_font_has_a_thousand_units_an_em(name: str) -> None:
    assert fonts.font(name).face.unitsPerEm == 1000


def test_all_fonts_together_are_small() -> None:
    assert sum(path.stat().st_size for path in fonts.FONTS_DIR.glob("*.ttf")) < 4_500_000
    assert "SIL OPEN FONT LICENSE" in (fonts.FONTS_DIR / "OFL.txt").read_text("utf-8")


def test_a_missing_font_is_said_in_a_sentence() -> None:
    with pytest.raises(FileNotFoundError, match="install the program again"):
        fonts.font("NotoSansNowhere-Regular")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Évaluation", "NotoSans-Regular"),
        ("مرحبا", "NotoSansArabic-Regular"),
        ("研讨会", "NotoSansCJKsc-Regular"),
        ("測試繁體", "NotoSansCJKsc-Regular"),
        ("한국어", "NotoSansCJKsc-Regular"),
        ("ᐃᓄᒃᑎᑐᑦ", "NotoSansCanadianAboriginal-Regular"),
        ("नमस्ते", "NotoSansDevanagari-Regular"),
        ("ਪੰਜਾਬੀ", "NotoSansGurmukhi-Regular"),
        ("שָׁלוֹם", "NotoSansHebrew-Regular"),
        ("வணக்கம்", "NotoSansTamil-Regular"),
        ("สวัสดี", "NotoSansThai-Regular"),
        ("→≤", "NotoSansMath-Regular"),
        ("✓☐●○", "NotoSansSymbols2-Regular"),
    ],
)
def test_each_script_has_its_font(text: str, name: str) -> None:
    assert fonts.runs(text) == [(unicodedata.normalize("NFC", text), name)]
    assert fonts.unsettable(text) == ()


def test_bold_is_bold_where_there_is_a_bold() -> None:
    assert fonts.runs("Où 中", bold=True) == [
        ("Où ", "NotoSans-Bold"),
        ("中", "NotoSansCJKsc-Regular"),
    ]


def test_spaces_stay_with_the_run_before_them() -> None:
    assert fonts.runs("مرحبا بكم ok") == [
        ("مرحبا بكم ", "NotoSansArabic-Regular"),
        ("ok", "NotoSans-Regular"),
    ]


def test_marks_stay_with_their_base() -> None:
    assert [text for text, _ in fonts.runs("中e\u0301x\u030c")] == ["中", "éx\u030c"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("😀", "[grinning face]"),
        ("👍🏽", "[thumbs up sign]"),
        ("❤\ufe0f", "❤"),
        ("🇫🇷", "[F][R]"),
        ("\u0e81", "[U+0E81]"),
        ("\ud800", "[U+D800]"),
        ("\U0010fffd", "[U+10FFFD]"),
        ("𝓗𝓲", "Hi"),
        ("\uf0b7 Word", "• Word"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("\u202eabc\u2066d", "abcd"),
        ("a\tb", "a    b"),
        ("1\r\n2\r3\u20284\x0b5", "1\n2\n3\n4\n5"),
        ("e\u0301", "é"),
        ("a\u2005b", "a\u2005b"),
        ("a\u1680b", "a b"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_what_cannot_be_set_stands_there_readably(text: str, shown: str) -> None:
    assert fonts.sanitise(text) == shown


def test_what_was_replaced_can_be_learnt() -> None:
    assert fonts.replacements("a😀\x00é") == {"😀": "[grinning face]", "\x00": ""}
    assert fonts.unsettable("a😀\x00😀\u0e81") == ("😀", "\u0e81")
    assert fonts.replacements("Tout va bien.") == {}


@given(ANY_TEXT | SOME_SCRIPTS, st.booleans())
def test_runs_joined_are_the_sanitised_text(text: str, bold: bool) -> None:
    found = fonts.runs(text, bold)
    assert "".join(part for part, _ in found) == fonts.sanitise(text)
    for part, name in found:
        face = fonts.font(name)
        missing = [char for char in part if not face.has(ord(char))]
        assert all(char in INVISIBLE or char in "\n\xa0" for char in missing)


@given(ANY_TEXT | SOME_SCRIPTS)
def test_sanitising_twice_changes_nothing_more(text: str) -> None:
    once = fonts.sanitise(text)
    assert fonts.sanitise(once) == once
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")


def test_documents_can_be_made_on_several_threads() -> None:
    def make(n: int) -> str:
        text = f"Atelier {n} 研讨会 مرحبا"
        lines = break_lines(text, 12, 300)
        return extract(make_pdf(lambda canvas: draw_lines(canvas, lines, 20, 380, 17)))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(make, range(12)))
    assert all(f"Atelier {n} 研讨会" in text for n, text in enumerate(found))
