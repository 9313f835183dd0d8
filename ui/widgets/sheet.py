"""A dialog as large as what it says, or as its window: what does not fit scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QPushButton, QStyle, QWidget

from ui.widgets.fitting import Fitting
from ui.widgets.labels import Part, column, label, row

_EDGE = 48
"""What is seen of the window at each side of a dialog, if there is room."""

_MARGIN = 24

_SCROLLING = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Sheet(QDialog):
    """A title, what is asked or told, and buttons that are always in sight."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        """A dialog over a window; `fill` puts in what it says."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._inside = QWidget()
        self._heading = label(title, "title")
        self._area = Fitting(self._inside, liked=True)
        self._buttons = QWidget()

    def fill(self, *parts: Part, buttons: Sequence[QPushButton], gap: int = 12) -> None:
        """Put in what it says, and its buttons; the last one is what Enter does."""
        self._inside.setLayout(
            column(self._heading, *parts, margins=(_MARGIN, _MARGIN, _MARGIN, 8), gap=gap)
        )
        self._buttons.setLayout(row(None, *buttons, margins=(_MARGIN, 8, _MARGIN, 20)))
        layout = column(self._area, self._buttons, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    @property
    def room(self) -> QSize:
        """How large it may be."""
        parent = self.parentWidget()
        over = parent.window().size() if parent is not None else self.screen().availableSize()
        return QSize(over.width() - _EDGE, over.height() - _EDGE)

    @property
    def inner_width(self) -> int:
        """How wide what it says may be."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.room.width() - 2 * _MARGIN - bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What does not fit is scrolled with the keys that no control took."""
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._area.verticalScrollBar().triggerAction(action)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as what it says."""
        super().showEvent(event)
        layout, room = self._inside.layout(), self.room
        if layout is None:
            return
        buttons = self._buttons.sizeHint()
        width = min(max(layout.sizeHint().width(), buttons.width()), room.width())
        high = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        height = max(high, layout.minimumSize().height()) + buttons.height()
        self.resize(width, min(height, room.height()))
