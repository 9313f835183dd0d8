"""A widget of several controls, of which one takes the focus that the whole is given.

Qt has focus proxies for that; but where a whole has one, Tab goes to no other control within it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Leading(QWidget):
    """Give it its leading control with `lead_to`; Tab goes through all of its controls."""

    _lead: QWidget | None = None

    def lead_to(self, control: QWidget) -> None:
        """The control that takes the focus."""
        self._lead = control

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The leading control takes it."""
        if self._lead is None:
            super().setFocus(reason)
        else:
            self._lead.setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Given by Qt itself, it goes on to the leading control, too."""
        super().focusInEvent(event)
        self.setFocus(event.reason())
