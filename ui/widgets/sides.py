"""Parts side by side where there is room for that, and below each other where there is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.parts import Parts


class Sides(Parts):
    """Side by side from a width on; what is left goes to the parts by their shares.

    A part whose share is 0 is as wide as it likes, or as high where it stands below another.
    """

    def __init__(
        self, *widgets: QWidget, shares: Sequence[int], wide: int = 0, gap: int = 16
    ) -> None:
        """These parts; `wide` is the least width for all of them side by side."""
        super().__init__(*widgets, gap=gap)
        self._shares = dict(zip(widgets, shares, strict=True))
        self._wide = wide

    def expandingDirections(self) -> Qt.Orientation:
        """It takes whatever room there is."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        """Where it is narrow, it is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it likes to be."""
        return self._height(width, _liked)

    def minimumHeightForWidth(self, width: int) -> int:
        """How high it must be."""
        return self._height(width, _least)

    def sizeHint(self) -> QSize:
        """All side by side."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gaps(shown)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest part, and as high as the highest."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts in their places."""
        super().setGeometry(rect)
        shown = self._shown()
        if self._side_by_side(rect.width()):
            left = rect.left()
            for item, width in zip(shown, self._widths(rect.width()), strict=True):
                item.setGeometry(QRect(left, rect.top(), width, rect.height()))
                left += width + self.spacing()
            return
        least = [
            _least(item, rect.width()) if self._share(item) else _liked(item, rect.width())
            for item in shown
        ]
        top = rect.top()
        for item, height in zip(shown, self._shared(rect.height(), least), strict=True):
            item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gaps(self, shown: list[QLayoutItem]) -> int:
        return self.spacing() * max(0, len(shown) - 1)

    def _share(self, item: QLayoutItem) -> int:
        widget = item.widget()
        return self._shares.get(widget, 0) if widget is not None else 0

    def _side_by_side(self, width: int) -> bool:
        shown = self._shown()
        least = sum(self._least_width(item) for item in shown) + self._gaps(shown)
        return len(shown) < 2 or width >= max(self._wide, least)

    def _least_width(self, item: QLayoutItem) -> int:
        return item.minimumSize().width() if self._share(item) else item.sizeHint().width()

    def _widths(self, width: int) -> list[int]:
        return self._shared(width, [self._least_width(item) for item in self._shown()])

    def _shared(self, room: int, least: list[int]) -> list[int]:
        """The least that each part must have, and what is left by shares, the larger last."""
        shown = self._shown()
        left = room - sum(0 if self._share(i) else own for i, own in zip(shown, least, strict=True))
        left -= self._gaps(shown)
        open_ = {place: self._share(item) for place, item in enumerate(shown) if self._share(item)}
        given = list(least)
        while open_:
            total = sum(open_.values())
            short = [p for p, share in open_.items() if left * share // total < least[p]]
            if not short:
                for place, share in open_.items():
                    given[place] = left * share // total
                break
            for place in short:
                left -= least[place]
                del open_[place]
        return given

    def _height(self, width: int, height: Callable[[QLayoutItem, int], int]) -> int:
        shown = self._shown()
        if self._side_by_side(width):
            widths = self._widths(width)
            return max((height(i, own) for i, own in zip(shown, widths, strict=True)), default=0)
        total = sum(height(i, width) if self._share(i) else _liked(i, width) for i in shown)
        return total + self._gaps(shown)


def _liked(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _least(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.minimumHeightForWidth(width)
    return item.minimumSize().height()
