"""The colours: readable on every surface, in every theme."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from facilitator.language import Language
from facilitator.model.kinds import Quadrant
from tests.ui.conftest import OpenWindow
from ui.start import StartPage
from ui.theme import load_theme

SURFACES = ("surface", "raised", "sunken", "accent_soft")
TEXTS = ("text", "muted", "accent", "strength", "weakness", "opportunity", "threat", "warn", "over")


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.0."""
    channels = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


NEEDED = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
"""How much what is read must stand out, by theme."""


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize(("text", "surface"), list(product(TEXTS, SURFACES)))
def test_text_stands_out(name: str, text: str, surface: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour(text), theme.colour(surface)) >= NEEDED[name]


@pytest.mark.parametrize("name", NEEDED)
def test_text_on_the_accent_stands_out(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= NEEDED[name]


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("quadrant", list(Quadrant))
def test_the_letter_of_a_quadrant_stands_out_on_its_colour(name: str, quadrant: Quadrant) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("raised"), theme.quadrant(quadrant)) >= NEEDED[name]


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("surface", SURFACES)
def test_the_ring_of_the_focus_stands_out(name: str, surface: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("accent"), theme.colour(surface)) >= 3


@pytest.mark.parametrize("surface", SURFACES)
def test_lines_of_the_high_contrast_stand_out_and_are_strong(surface: str) -> None:
    strong, light = load_theme("contrast"), load_theme("light")
    assert contrast(strong.colour("line"), strong.colour(surface)) >= 3
    assert strong.sizes["hairline"] > light.sizes["hairline"]
    assert strong.sizes["focus"] > light.sizes["focus"]


def test_the_themes_have_the_same_tokens() -> None:
    themes = [load_theme(name) for name in NEEDED]
    for theme in themes[1:]:
        assert theme.colours.keys() == themes[0].colours.keys()
        assert theme.sizes.keys() == themes[0].sizes.keys()


@pytest.mark.parametrize("name", NEEDED)
def test_sizes_that_hold_text_grow_with_it(name: str) -> None:
    small, large = load_theme(name, 80), load_theme(name, 200)
    for token in ("base_points", "control", "entry", "icon"):
        assert large.sizes[token] == pytest.approx(2.5 * small.sizes[token])
    assert large.scaled(100) == 200
    assert small.style_sheet != large.style_sheet


def test_windows_wear_the_style_sheet_and_the_application_does_not(
    sample_window: OpenWindow, qapp: QApplication
) -> None:
    start = StartPage(load_theme("dark"), Language("en"))
    assert sample_window().styleSheet() == load_theme("light").style_sheet
    assert start.styleSheet() == load_theme("dark").style_sheet
    assert not qapp.styleSheet()  # with it, a page of many parts takes twice as long to open
    start.deleteLater()
