"""The ring round whatever has the focus: one way of drawing it, for every control and theme.

It lies over the window, outside of the control, so that no control changes its size for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenuBar, QWidget
from shiboken6 import isValid

from ui.theme import Theme

FRAMES = "framesFocus"
"""The property of a frame that takes the ring for the control within it."""

_GAP = 2


class FocusRing(QWidget):
    """The ring in one window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        """A hidden ring over a window."""
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, widget: QWidget) -> None:
        """Lie round a widget as it stands now, where it can be seen."""
        thick = int(self._theme.sizes["focus"])
        out = _GAP + thick
        inner = QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
        seen = _seen(widget, out)
        outer = inner.adjusted(-out, -out, out, out)
        if not widget.isVisible() or not seen.intersects(inner):
            self.hide()
            return
        outer = outer.intersected(self.window().rect())  # at the window's edge it lies within
        place = outer.topLeft()
        hole = outer.adjusted(out, out, -out, -out).translated(-place)
        self.setGeometry(outer)
        self.setMask((QRegion(self.rect()) - QRegion(hole)) & seen.translated(-place))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        thick = self._theme.sizes["focus"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), thick))
        room = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        radius = self._theme.sizes["control_radius"] + _GAP
        painter.drawRoundedRect(room, radius, radius)


class FocusRings(QObject):
    """Puts the ring where the focus is, in whatever window, and keeps it there."""

    def __init__(self, app: QApplication) -> None:
        """Follow the focus of an application."""
        super().__init__(app)
        self._theme: Theme | None = None
        self._ring: FocusRing | None = None
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    def wear(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        self._follow(None, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has the focus, or something round it, was moved, resized, shown or hidden."""
        widget, ring = self._widget, self._ring
        if event.type() in _MOVES and isValid(widget) and isValid(ring) and widget and ring:
            ring.surround(widget)
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._watched, self._widget = [], None
        widget = None if now is None or isinstance(now, QMenuBar) else _framed(now)
        window = widget.window() if widget is not None else None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            if window is None or self._ring.window() is not window:
                self._ring.deleteLater()
                self._ring = None
        else:
            self._ring = None
        if widget is None or window is None or self._theme is None:
            return
        self._ring = self._ring or FocusRing(window, self._theme)
        self._widget = widget
        self._watched = [widget, *_round(widget)]
        for each in self._watched:
            each.installEventFilter(self)
        self._ring.surround(widget)


_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


def _round(widget: QWidget) -> list[QWidget]:
    """What a widget lies in, from the inside out, up to its window."""
    parents = []
    while not widget.isWindow() and (parent := widget.parentWidget()) is not None:
        parents.append(parent)
        widget = parent
    return parents


def _framed(widget: QWidget) -> QWidget:
    """The frame that takes the ring for a widget, else the widget itself."""
    return next((each for each in _round(widget) if each.property(FRAMES)), widget)


def _seen(widget: QWidget, out: int) -> QRect:
    """The part of the window in which a widget is not scrolled out of sight."""
    seen = widget.window().rect()
    for each in _round(widget):
        area = each.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
            place = QRect(each.mapTo(each.window(), QPoint(0, 0)), each.size())
            seen &= place.adjusted(-out, -out, out, out)
    return seen
