"""Two hands on a keyboard: every test of a page works the real window through them."""

from __future__ import annotations

from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.records import Principle, Record
from facilitator.model.workshop import Workshop
from ui.models.cards import CARD_ROLE, Card
from ui.stages.page import Page
from ui.window import Window

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Page)


class Hands:
    """Types and presses keys at whatever has the focus in a window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def workshop(self) -> Workshop:
        return self.window._session.workshop

    @property
    def focus(self) -> QWidget:
        focused = self.window.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    def page(self, type_: type[P]) -> P:
        page = self.window.page
        assert isinstance(page, type_)
        return page

    def only(self, type_: type[R]) -> R:
        (record,) = self.workshop.all(type_)
        return record

    def last(self, type_: type[R]) -> R:
        return self.workshop.all(type_)[-1]

    def press(self, *keys: str) -> None:
        """Press keys by their names, such as `Return` or `Ctrl+Z`."""
        for name in keys:
            QTest.keySequence(self.focus, QKeySequence(name))
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text; what has no key of its own comes as from an input method."""
        for ascii_, run in groupby(text, str.isascii):
            if ascii_:
                QTest.keyClicks(self.focus, "".join(run))
            else:
                event = QInputMethodEvent()
                event.setCommitString("".join(run))
                QApplication.sendEvent(self.focus, event)

    def enter(self, *texts: str) -> None:
        """Type each text, and Enter after it."""
        for text in texts:
            self.type(text)
            self.press("Return")

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def undo_text(self) -> str:
        return self.window.actions_.qt("undo").text()

    def principle(self, place: int = 0) -> str:
        return self.workshop.all(Principle)[place].id


class Drop(QDropEvent):
    """A drop as a drag from a widget would end: Qt makes real ones with a mouse only."""

    def __init__(self, mime: QMimeData, source: QWidget | None) -> None:
        super().__init__(
            QPointF(10, 10),
            Qt.DropAction.MoveAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self._source = source

    def source(self) -> QWidget | None:  # type: ignore[override]
        return self._source


def cards(model: QAbstractItemModel) -> list[Card]:
    """What a list shows."""
    return [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]
