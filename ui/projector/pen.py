"""The pen with which a picture is drawn: type, colours and measures of the room's own scale."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from facilitator.language import Language
from facilitator.resources import resource
from ui.projector.ink import Box, Ink, Said, Tick
from ui.projector.setting import CENTRE, LEFT, RIGHT, Block, fit, set_text
from ui.theme import Theme


@cache
def measures() -> dict[str, Any]:
    """The measures of the room's screen, in its unit."""
    return tomllib.loads(resource("theme", "room.toml").read_text(encoding="utf-8"))


class Pen:
    """Draws in one size of screen; what is drawn is kept in `items`."""

    def __init__(self, theme: Theme, words: Language, size: QSizeF) -> None:
        """A pen for a screen of that size."""
        self.theme, self.words = theme, words
        self._measures = measures()
        rows, columns = self._measures["rows"], self._measures["columns"]
        self.unit: float = max(4.0, min(size.height() / rows, size.width() / columns))
        self.items: list[Ink] = []

    def px(self, name: str) -> float:
        """A measure in pixels."""
        return float(self._measures[name]) * self.unit

    def font(self, step: str, *, bold: bool = False) -> QFont:
        """The font of a step of the room's type scale, its figures all of one width."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(max(1, round(self._measures["type"][step] * self.unit)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def fonts(self, steps: Sequence[str], *, bold: bool = False) -> list[QFont]:
        """The fonts of some steps."""
        return [self.font(step, bold=bold) for step in steps]

    def colour(self, token: str) -> QColor:
        """A colour by its token."""
        return self.theme.colour(token)

    def tint(self, token: str, share: float) -> QColor:
        """A colour on the ground of a card, as strong as its share."""
        full, ground = self.theme.colour(token), self.theme.colour("raised")
        return QColor.fromRgbF(
            full.redF() * share + ground.redF() * (1 - share),
            full.greenF() * share + ground.greenF() * (1 - share),
            full.blueF() * share + ground.blueF() * (1 - share),
        )

    def place(self, block: Block, rect: QRectF, token: str = "text") -> float:
        """Put a set text at the top of a place; gives its height."""
        room = QRectF(rect.left(), rect.top(), rect.width(), block.height)
        self.items.append(Said(room, block, self.colour(token)))
        return block.height

    def centre(self, block: Block, rect: QRectF, token: str = "text") -> None:
        """Put a set text into the middle of a place's height."""
        top = rect.top() + (rect.height() - block.height) / 2
        self.place(block, QRectF(rect.left(), top, rect.width(), block.height), token)

    def say(
        self,
        rect: QRectF,
        text: str,
        steps: Sequence[str],
        token: str = "text",
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Write a text into a place, as large as it fits; gives its height."""
        if not text or rect.height() <= 0:
            return 0.0
        fonts = self.fonts(steps, bold=bold)
        return self.place(fit(text, fonts, rect.width(), rect.height(), align), rect, token)

    def line(
        self,
        rect: QRectF,
        text: str,
        step: str,
        token: str = "text",
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> Block:
        """Write one line into the middle of a place's height."""
        block = set_text(text, self.font(step, bold=bold), rect.width(), 1, align)
        self.centre(block, rect, token)
        return block

    def right(self, rect: QRectF, text: str, step: str, token: str = "text") -> float:
        """Write one line at the right of a place; gives its width."""
        return self.line(rect, text, step, token, align=RIGHT).width

    def letter(self, rect: QRectF, text: str) -> None:
        """Write a letter, or two in French, onto a coloured ground."""
        for font in self.fonts(("lead", "body", "least"), bold=True):
            block = set_text(text, font, rect.width(), 1, CENTRE)
            if block.whole and block.width < 0.82 * rect.width():
                break
        self.centre(block, rect, "raised")

    def box(self, rect: QRectF, token: str, radius: float | None = None, border: str = "") -> None:
        """A surface in a colour of the theme."""
        self.items.append(
            Box(
                rect,
                self.colour(token),
                self.px("radius") if radius is None else radius,
                self.colour(border) if border else None,
                self.px("hairline"),
            )
        )

    def fill(self, rect: QRectF, colour: QColor, radius: float = 0.0) -> None:
        """A surface in any colour."""
        self.items.append(Box(rect, colour, radius))

    def mark(self, rect: QRectF, colour: str) -> None:
        """A mark in a colour that people chose; one that is none is left out."""
        chosen = QColor.fromString(colour)
        if chosen.isValid():
            self.fill(rect, chosen, rect.width() / 2)

    def dot(self, rect: QRectF, colour: str) -> None:
        """A round dot in a colour that people chose, else in the accent."""
        chosen = QColor.fromString(colour)
        fill = chosen if chosen.isValid() else self.colour("accent")
        border = self.colour("muted")
        self.items.append(Box(rect, fill, rect.width() / 2, border, self.px("hairline")))

    def number(self, rect: QRectF, number: int) -> None:
        """A number in the middle of a place, where there is room for it."""
        block = set_text(
            self.words.number(number), self.font("least", bold=True), rect.width(), 1, CENTRE
        )
        if block.whole and block.width + 0.2 * self.unit <= rect.width():
            self.centre(block, rect)

    def tick(self, rect: QRectF, token: str) -> None:
        """A tick."""
        self.items.append(Tick(rect, self.colour(token), rect.width() * 0.14))
