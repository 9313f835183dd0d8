"""A page that is as large as its room, and scrolls only where it would be cut otherwise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

SEEN_WHOLE = "seenWhole"
"""A property: where something inside such a widget has the focus, all of it is shown."""

_EDGE = 8
"""What is seen around that which has the focus."""


class Fitting(QScrollArea):
    """Holds one widget, never smaller than it can be drawn whole; what has the focus is seen.

    A form that is `liked` as high as it is, is never pressed together either: it has no list that
    could give way.
    """

    def __init__(self, inside: QWidget, *, liked: bool = False) -> None:
        """Hold a widget."""
        super().__init__()
        self._inside, self._liked = inside, liked
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self._reveal(None, self._inside.window().focusWidget()))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, another size."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has changed, and needs more or less."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        inside, room = self._inside, self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        width = max(room.width(), inside.minimumSizeHint().width())
        if self._height(width) > room.height():
            width = max(room.width() - bar, inside.minimumSizeHint().width())
        size = QSize(width, max(self._height(width), room.height()))
        if size != inside.size():
            inside.resize(size)
            self._later.start()  # what has the focus finds its place only after this

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self._bring(self._whole(now))
            self._bring(now)

    def _bring(self, widget: QWidget) -> None:
        """Bring a widget into sight; Qt itself would only care for the cursor of a line."""
        place = QRect(widget.mapTo(self._inside, QPoint(0, 0)), widget.size())
        if place.height() <= self.viewport().height():
            self.ensureVisible(place.left(), place.bottom(), _EDGE, _EDGE)
            self.ensureVisible(place.left(), place.top(), _EDGE, _EDGE)
        else:
            self.ensureWidgetVisible(widget, _EDGE, _EDGE)

    def _whole(self, now: QWidget) -> QWidget:
        """What is to be seen with what has the focus: its field's name, help, and what is wrong."""
        above = now.parentWidget()
        while above is not None and above is not self._inside:
            if above.property(SEEN_WHOLE):
                return above
            above = above.parentWidget()
        return now

    def _height(self, width: int) -> int:
        """How high what is inside must be at a width."""
        layout = self._inside.layout()
        if layout is None or not layout.hasHeightForWidth():
            hint = self._inside.sizeHint() if self._liked else self._inside.minimumSizeHint()
            return hint.height()
        if self._liked:
            return layout.heightForWidth(width)
        return layout.minimumHeightForWidth(width)
