"""Parts side by side that go on in a next line where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.parts import Parts


class Flow(Parts):
    """Widgets in lines, each as wide as it likes, or as the line is."""

    def __init__(
        self,
        *widgets: QWidget,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        gap: int = 8,
        stretch: QWidget | None = None,
        right: bool = False,
    ) -> None:
        """Lines of these widgets; `stretch` takes what is left of its line.

        With `right` the lines end at the right, as buttons do.
        """
        super().__init__(*widgets, gap=gap)
        self._stretch, self._right = stretch, right
        self.setContentsMargins(*margins)

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown)
        width += self.spacing() * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """As wide as the widest part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put the parts into lines; gives the height of all."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            height = max(_height(item, inner.width()) for item in line)
            if move:
                self._place(line, QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        margins = self.contentsMargins()
        return max(0, top - self.spacing() - inner.top()) + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or used + self.spacing() + wanted > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + wanted
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        wanted = [min(item.sizeHint().width(), rect.width()) for item in line]
        left_over = rect.width() - sum(wanted) - self.spacing() * (len(line) - 1)
        left = rect.left() + (left_over if self._right else 0)
        for item, width in zip(line, wanted, strict=True):
            more = left_over if item.widget() is self._stretch else 0
            height = min(_height(item, width), rect.height())
            top = rect.top() + (rect.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, top), QSize(width + more, height)))
            left += width + more + self.spacing()


def _height(item: QLayoutItem, width: int) -> int:
    hint = item.sizeHint()
    if item.hasHeightForWidth():
        return item.heightForWidth(min(width, hint.width()))
    return hint.height()
