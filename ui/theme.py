"""Colours, sizes, fonts and icons, all from the tokens in resources/."""

from __future__ import annotations

import math
import sys
import tomllib
from dataclasses import dataclass
from functools import cached_property
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.kinds import Quadrant
from facilitator.resources import resource


@dataclass(frozen=True)
class Theme:
    """One theme: `colours` by token, `sizes` by token (pixels, or factors of the base size).

    `text` is the size of the text in per cent; the sizes that hold text have grown with it.
    """

    name: str
    colours: dict[str, str]
    sizes: dict[str, float]
    text: int = 100

    def scaled(self, pixels: float) -> int:
        """A measure of something that holds text, given for text of 100%, as pixels."""
        return round(pixels * self.text / 100)

    def colour(self, token: str) -> QColor:
        """A colour by its token."""
        return QColor(self.colours[token])

    def quadrant(self, quadrant: Quadrant) -> QColor:
        """The colour of a quadrant; its letter always stands beside it."""
        return self.colour(quadrant.value)

    def font(self, step: str = "body", *, bold: bool = False) -> QFont:
        """The interface font at a step of the type scale, its figures all of one width."""
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(self.sizes["base_points"] * self.sizes[step])
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, token: str = "text") -> QIcon:
        """A line icon in a colour of the theme."""
        from PySide6.QtSvg import QSvgRenderer

        text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(
            QByteArray(text.replace("currentColor", self.colours[token]).encode())
        )
        icon = QIcon()
        ratio = math.ceil(max(s.devicePixelRatio() for s in QGuiApplication.screens()))
        side = self.scaled(20) * ratio
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        icon.addPixmap(pixmap)
        return icon

    @cached_property
    def palette(self) -> QPalette:
        """Qt's palette for what style sheets do not reach."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "surface",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "raised",
            QPalette.ColorRole.AlternateBase: "sunken",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Accent: "accent",
        }
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.WindowText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return palette

    @cached_property
    def style_sheet(self) -> str:
        """Qt's style sheet, made from the tokens."""
        text = resource("theme", "style.qss").read_text(encoding="utf-8")
        inside = 2 * (4 + self.sizes["hairline"])  # a control's padding and border
        made = {name: self.sizes[name] - inside for name in ("control", "entry")}
        made["step"] = (
            self.sizes["focus"] - self.sizes["hairline"]
        )  # what a frame gains when current
        sizes = {name: f"{value:g}" for name, value in (self.sizes | made).items()}
        points = {
            f"{step}_points": f"{self.sizes['base_points'] * self.sizes[step]:.1f}"
            for step in ("caption", "body", "lead", "title", "stage", "timer")
        }
        places = {"icons": resource("icons").as_posix(), "name": self.name}
        return Template(text).substitute(self.colours | sizes | points | places)


def load_theme(name: str, text: int = 100) -> Theme:
    """The theme of that name (`light`, `dark` or `contrast`), its text of a size in per cent."""
    colours, sizes = (
        tomllib.loads(resource("theme", f"{part}.toml").read_text(encoding="utf-8"))
        for part in (name, "sizes")
    )
    growing = {token: value * text / 100 for token, value in sizes.pop("text").items()}
    own = colours.pop("sizes", {})
    return Theme(name, colours, sizes | own | growing, text)


def system_theme() -> str:
    """The name of the theme that the system asks for."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def dress(app: QApplication, theme: Theme) -> None:
    """Give the application its font, palette and style; each window wears the style sheet."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    _load_fonts()
    font = QFont(app.font())
    if sys.platform.startswith("linux"):
        font.setFamily("Noto Sans")
    font.setPointSizeF(theme.sizes["base_points"])
    app.setFont(font)
    app.setPalette(theme.palette)


def wear(window: QWidget, theme: Theme) -> None:
    """Dress a window that has all its parts by the style sheet; what comes into it later follows.

    The application has no style sheet: with one, Qt dresses every part anew, with all that is in
    it, each time that it is put into a larger one.
    """
    window.setStyleSheet(theme.style_sheet)


def _load_fonts() -> None:
    """Linux machines may have no font at all: the report's own serves there on screen, too."""
    if sys.platform.startswith("linux"):
        for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
