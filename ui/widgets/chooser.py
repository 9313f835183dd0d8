"""A choice of one record of a list, stepped through with keys."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_MARGIN = 2
"""What Qt leaves free round the name."""


class Chooser(QComboBox):
    """Names with ids behind them; `chosen` carries the id, None for “none”."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        """An empty choice under an accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumWidth(18 * self.fontMetrics().averageCharWidth())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _: self.chosen.emit(self.id))
        self.currentTextChanged.connect(self._tell_in_full)

    def sizeHint(self) -> QSize:
        """Wide enough that the longest name is not shortened."""
        return super().sizeHint() + QSize(_MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A name that does not fit ends in “…”; Qt would cut it off."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self._shortened(box.width() - _MARGIN)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _shortened(self, width: int) -> str:
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, width)

    def _tell_in_full(self) -> None:
        self.setToolTip(escape(self.currentText()))

    @property
    def id(self) -> str | None:
        """The id of what is chosen."""
        id_: str | None = self.currentData()
        return id_

    def offer(self, choices: Sequence[tuple[str | None, str]], else_: str | None = None) -> None:
        """Offer other choices; what was chosen stays chosen where it is still there.

        Where it is not, `else_` is chosen or the first, and `chosen` sent.
        """
        before, filled = self.id, self.count() > 0
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        for id_, name in choices:
            self.addItem(name, id_)
        places = (self.findData(before), self.findData(else_), 0)
        self.setCurrentIndex(next(place for place in places if place >= 0))
        self.blockSignals(False)  # noqa: FBT003
        self.setEnabled(len(choices) > 1)
        self._tell_in_full()
        if filled and self.id != before:
            self.chosen.emit(self.id)

    def choose(self, id_: str | None) -> None:
        """Choose by id."""
        place = self.findData(id_)
        if place >= 0:
            self.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Go on by a number of choices, round the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def beside(self, id_: str | None, by: int) -> str | None:
        """The id of the choice that stands a number of steps from another, round the end."""
        place = max(0, self.findData(id_))
        found: str | None = self.itemData((place + by) % max(1, self.count()))
        return found
