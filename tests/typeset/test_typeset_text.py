from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.typeset.fonts import font, sanitise
from facilitator.typeset.order import visual_order
from facilitator.typeset.text import (
    Align,
    Line,
    Span,
    break_lines,
    draw_lines,
    fit_text,
    text_width,
    web_address,
)
from tests.typeset.test_typeset_fonts import ANY_TEXT, SOME_SCRIPTS
from tests.typeset.typeset_pages import extract, ink_box, make_pdf

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FRENCH = "Où est l’évaluation ? « Peut-être là-bas » — 12 €, c’est réussi, garçon : Noël, l’œuvre."
ARABIC = "مرحبا بكم في ورشة العمل (اليوم الثالث)"
SAMPLES = {
    "french": FRENCH,
    "arabic": ARABIC,
    "chinese": "研讨会评估表：社区花园的投票结果和总结报告。您觉得今天的活动怎么样？",
    "syllabics": "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ ᓄᓇᕗᑦ",
    "mixed": "Bonjour مرحبا 你好 ᐊᐃ שלום नमस्ते ਸਤ ਸ੍ਰੀ ਅਕਾਲ வணக்கம் Ελλάδα Привет",
    "emoji": "Très bien 😀👍🏽 ☐ ✓ → ●",
    "long": "x" * 300,
    "stacked": "Z" + "\u0308\u0301" + "algo ÀÉÎ gjpqy",
}


def solid(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def drawn(lines: list[Line], align: Align = "start") -> bytes:
    return make_pdf(lambda canvas: draw_lines(canvas, lines, 50, 350, 17, width=250, align=align))


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT | SOME_SCRIPTS, st.floats(60, 400), st.booleans())
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: float, bold: bool) -> None:
    lines = break_lines(text, 10, width, bold)
    assert solid("".join(line.text for line in lines)) == solid(sanitise(text))
    assert all(line.width <= width + 0.01 for line in lines)
    for line in lines:
        assert sum(piece.width for piece in line.pieces) == pytest.approx(line.width, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(st.text("ab éè-'/", max_size=80), st.floats(20, 200))
def test_lines_are_as_full_as_they_can_be(text: str, width: float) -> None:
    lines = break_lines(text, 10, width)
    for line, after in pairwise(lines):
        if line.broken:
            assert text_width(line.text + after.text[0], 10) > width - 0.01


def test_hard_newlines_are_kept() -> None:
    lines = break_lines("Un\n\nDeux trois", 10, 400)
    assert [line.text for line in lines] == ["Un", "", "Deux trois"]
    assert all(line.last for line in lines)


def test_lines_end_at_spaces_and_hyphens_but_not_in_codes() -> None:
    texts = [line.text for line in break_lines("peut-être N-12 et/ou 1-2", 10, 30)]
    assert texts == ["peut-", "être", "N-12", "et/ou", "1-2"]


@pytest.mark.parametrize("width", range(40, 200, 7))
def test_french_punctuation_does_not_begin_a_line(width: int) -> None:
    for line in break_lines("« Que garder ? » dit-on : tout ! 12 % et 5 € ; non", 8, width):
        assert not line.text.startswith(("?", ":", "!", "%", "€", ";"))
        assert not line.text.endswith("«")


def test_letters_after_stacked_marks_stand_on_the_line() -> None:
    plain = ink_box(drawn(break_lines("oppp", 20, 250)))
    for marks in ("\u0308\u0301", "\u0308\u030c\u0301", "\u0308"):
        stacked = ink_box(drawn(break_lines(f"z{marks}ppp", 20, 250)))
        assert stacked[1] == pytest.approx(plain[1], abs=0.6)


def test_punctuation_never_begins_a_chinese_line() -> None:
    for width in range(25, 120, 5):
        lines = break_lines(SAMPLES["chinese"], 10, width)
        assert not any(line.text[0] in "：。，？" for line in lines)


@pytest.mark.parametrize("letter", ["x", "研", "ب", "á̂", "क्ष", "( "])
def test_very_long_words_wrap_in_linear_time(letter: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        lines = break_lines(letter * count, 10, 200)
        assert all(line.width <= 200.01 for line in lines)
        return time.process_time() - began

    seconds(100)
    short, long = seconds(2_500), seconds(10_000)
    assert long < 12 * short + 0.05


def test_a_character_wider_than_the_width_stands_alone() -> None:
    assert [line.text for line in break_lines("WWW", 20, 5)] == ["W", "W", "W"]
    assert [line.text for line in break_lines("ab", 20, 0)] == ["a", "b"]


def test_a_word_is_never_cut_before_a_mark() -> None:
    for width in (1, 20, 33):
        lines = break_lines("x\u030c" * 50 + " q\u030c", 10, width)
        assert not any(line.text.startswith("\u030c") for line in lines)
        assert solid("".join(line.text for line in lines)) == "x\u030c" * 50 + "q\u030c"


def test_a_size_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        break_lines("a", 0, 100)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("align", ["start", "left", "center", "right"])
def test_ink_stays_in_the_column(name: str, align: Align) -> None:
    lines = break_lines(SAMPLES[name], 11, 250)
    left, bottom, right, top = ink_box(drawn(lines, align))
    assert left >= 49
    assert right <= 301
    assert top <= 350 + (6 if name == "stacked" else 0.5)
    assert bottom >= 350 - 17 * len(lines) - 0.5


def test_right_to_left_text_starts_at_the_right() -> None:
    line = break_lines(ARABIC, 11, 250)[0]
    assert line.rtl
    left, _, right, _ = ink_box(drawn([line]))
    assert right == pytest.approx(300, abs=2)
    assert left == pytest.approx(300 - line.width, abs=3)


def test_centred_text_is_centred() -> None:
    left, _, right, _ = ink_box(drawn(break_lines("Merci", 20, 250), "center"))
    assert (left + right) / 2 == pytest.approx(175, abs=1.5)


def test_lines_of_different_fonts_and_places_are_all_drawn() -> None:
    lines = break_lines([Span("Un\n"), Span("Deux\n", bold=True), Span("研讨会 tout")], 20, 250)
    for align in ("left", "center"):
        assert extract(drawn(lines, align)).split() == ["Un", "Deux", "研讨会", "tout"]


def test_arabic_letters_are_joined() -> None:
    apart = sum(text_width(letter, 20) for letter in "مرحبا")
    assert text_width("مرحبا", 20) < 0.8 * apart


def test_runs_of_both_directions_stand_in_visual_order() -> None:
    line = break_lines("abc مرحبا def", 10, 400)[0]
    assert [piece.x for piece in line.pieces] == sorted(piece.x for piece in line.pieces)
    rtl = break_lines("مرحبا abc بكم", 10, 400)[0]
    assert rtl.pieces[len(rtl.pieces) // 2].text.strip() == "abc"
    assert visual_order([1, 2, 1]) == [2, 1, 0]
    assert visual_order([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert visual_order([]) == []


def test_brackets_around_latin_words_match_in_a_right_to_left_line() -> None:
    line = break_lines("שלום (test)", 10, 400)[0]
    order = [text for piece in line.pieces if (text := piece.text.strip())]
    assert "test" in order
    assert 0 < order.index("test") < len(order) - 1


def test_french_is_read_back_as_it_was() -> None:
    lines = break_lines(FRENCH, 11, 250)
    assert len(lines) > 1
    assert extract(drawn(lines)).split("\n") == [line.text for line in lines]


@pytest.mark.parametrize("name", ["chinese", "syllabics"])
def test_other_scripts_are_read_back(name: str) -> None:
    assert solid(extract(drawn(break_lines(SAMPLES[name], 11, 250)))) == solid(SAMPLES[name])


def test_arabic_is_read_back_in_base_letters() -> None:
    text = "السلام عليكم لا إله"
    assert extract(drawn(break_lines(text, 11, 250))).strip() == text
    assert extract(drawn(break_lines(ARABIC, 11, 250))).strip() == ARABIC


def test_characters_beyond_the_first_plane_are_read_back() -> None:
    text = "🅐🗹"
    assert sanitise("🗹") == "🗹"
    assert "🗹" in extract(drawn(break_lines(text, 11, 250)))


def test_every_shaped_glyph_has_a_meaning() -> None:
    text = "கொ கௌ क्षत्रिय הָ مُحَمَّد z\u0308\u0301"
    for piece in break_lines(text, 11, 300)[0].pieces:
        meanings = font(piece.font)._meaning
        assert all(meanings.get(ord(char), char) for char in piece.text)
    assert "க" in extract(drawn(break_lines(text, 11, 300)))


def test_markup_is_only_text() -> None:
    text = "<b>gras</b> &amp; <font color=red>"
    assert extract(drawn(break_lines(text, 11, 250))).strip() == text


def test_one_line_of_plain_text_is_one_show_operation() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageCompression(0)
        draw_lines(canvas, break_lines("Une phrase de plusieurs mots.", 11, 250), 50, 350, 17)

    assert make_pdf(draw).count(b" Tj") == 1


def test_spans_keep_their_own_style() -> None:
    spans = [Span("N-12", bold=True, colour="#0B6B62"), Span(" suivi du texte")]
    line = break_lines(spans, 11, 250)[0]
    assert line.text == "N-12 suivi du texte"
    assert [piece.font for piece in line.pieces] == ["NotoSans-Bold", "NotoSans-Regular"]
    assert line.pieces[0].colour == "#0B6B62"
    assert extract(drawn([line])).strip() == line.text


def test_a_link_is_annotated_and_other_schemes_are_not() -> None:
    spans = [Span("site", link="https://example.org/é?q=1"), Span(" "), Span("x", link="file:///x")]
    pdf = drawn(break_lines(spans, 11, 250))
    assert pdf.count(b"/URI (https://example.org/%C3%A9?q=1)") == 1
    assert b"file:" not in pdf


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        ("http://a.ca", "http://a.ca"),
        (" HTTPS://A.ca/b c ", "https://A.ca/b%20c"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://", None),
        ("http://[", None),
        ("", None),
        ("http://a.ca/\ud800", None),
    ],
)
def test_only_web_addresses_are_links(link: str, safe: str | None) -> None:
    assert web_address(link) == safe


def test_fitting_takes_the_largest_size_that_fits() -> None:
    fit = fit_text("Jardin communautaire", 300, 120, largest=100, smallest=12)
    assert fit.fits
    assert fit.height <= 120
    assert not any(line.broken for line in fit.lines)
    larger = break_lines("Jardin communautaire", fit.size + 0.5, 300)
    too_high = len(larger) * (fit.size + 0.5) * 1.3 > 120
    assert too_high or any(line.broken for line in larger)


def test_fitting_takes_the_largest_when_there_is_room() -> None:
    assert fit_text("Oui", 500, 500, largest=40, smallest=12).size == 40


def test_what_cannot_fit_is_returned_whole() -> None:
    fit = fit_text("mot " * 200, 100, 50, largest=40, smallest=12)
    assert not fit.fits
    assert fit.size == 12
    assert solid("".join(line.text for line in fit.lines)) == "mot" * 200


def test_a_word_is_broken_only_if_no_size_keeps_it_whole() -> None:
    fit = fit_text("x" * 300, 200, 200, largest=60, smallest=10)
    assert fit.fits
    assert fit.lines[0].broken


def test_sizes_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="Sizes"):
        fit_text("a", 10, 10, largest=5, smallest=6)
