"""The colours: readable on every surface, in every theme."""

from __future__ import annotations

import tomllib
from itertools import product

import pytest
from PySide6.QtGui import QColor

from facilitator.resources import resource
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


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), list(product(TEXTS, SURFACES)))
def test_text_stands_out(name: str, text: str, surface: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour(text), theme.colour(surface)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_on_the_accent_stands_out(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5


def test_the_themes_have_the_same_tokens() -> None:
    light, dark = (
        tomllib.loads(resource("theme", f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("light", "dark")
    )
    assert light.keys() == dark.keys()
