"""A scene as a picture. What does not change from second to second is set only once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from facilitator.language import Language
from facilitator.model.scene import Blank, Body, Scene, Thanks, Words
from ui.projector.frame import draw_foot, draw_head
from ui.projector.ink import Box, Ink, Picture
from ui.projector.listing import ONE_PAGE, Shown
from ui.projector.pen import Pen
from ui.projector.poster import draw_poster
from ui.projector.views import draw_body
from ui.theme import Theme

_BLACK = QColor(0, 0, 0)


class Composer:
    """Makes pictures of scenes in a theme and a language."""

    def __init__(self, theme: Theme, words: Language) -> None:
        """Nothing is made yet."""
        self._theme, self._words = theme, words
        self._key: tuple[Body, QRectF, int] | None = None
        self._body: tuple[list[Ink], Shown] = ([], ONE_PAGE)

    def picture(self, scene: Scene, size: QSizeF, page: int = 0) -> Picture:
        """The picture of a scene on a screen of that size."""
        pen = Pen(self._theme, self._words, size)
        whole = QRectF(0, 0, size.width(), size.height())
        if isinstance(scene.body, Blank):
            return Picture((Box(whole, _BLACK),))
        pen.fill(whole, pen.colour("surface"))
        margin = pen.px("margin")
        foot = QRectF(margin, whole.bottom() - 0.6 * margin - pen.px("footer"), 0, pen.px("footer"))
        foot.setRight(whole.right() - margin)
        inner = whole.adjusted(margin, margin, -margin, 0)
        inner.setBottom(foot.top() - pen.px("gap"))
        shown = ONE_PAGE
        if isinstance(scene.body, Words | Thanks):
            draw_poster(pen, inner, scene)
        else:
            shown = self._draw_body(pen, draw_head(pen, inner, scene), scene.body, page)
        draw_foot(pen, foot, scene, (shown[0] + 1, shown[1]))
        return Picture(tuple(pen.items), shown[1])

    def _draw_body(self, pen: Pen, rect: QRectF, body: Body, page: int) -> Shown:
        key = (body, rect, page)
        if key != self._key:
            begun = len(pen.items)
            shown = draw_body(pen, rect, body, page)
            self._key, self._body = key, (pen.items[begun:], shown)
            return shown
        items, shown = self._body
        pen.items += items
        return shown
