"""Dragging records from one list to another with the mouse: what is carried are their ids."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

_TYPE = "application/x-facilitator-records"
_MOST = 10_000


def drag(source: QWidget, ids: Sequence[str], text: str) -> None:
    """Carry records until the button is let go; other programs get their text."""
    if not ids:
        return
    mime = QMimeData()
    mime.setData(_TYPE, "\n".join(ids).encode())
    mime.setText(text)
    carried = QDrag(source)
    carried.setMimeData(mime)
    carried.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def dragged(event: QDropEvent) -> list[str]:
    """The ids that are carried over a widget; none where it is something else, or not from here."""
    if event.source() is None or not event.mimeData().hasFormat(_TYPE):
        return []
    return bytes(event.mimeData().data(_TYPE).data()).decode().split("\n")[:_MOST]


def allow_dragging(view: QAbstractItemView) -> None:
    """Let rows be dragged out of a view, and others be dropped on it."""
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDropIndicatorShown(False)
