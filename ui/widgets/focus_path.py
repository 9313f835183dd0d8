"""Where the focus is within a page, told so that a page built anew can be given it back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

Path = tuple[tuple[int, type[QWidget]], ...]
"""The way from a page down to a widget: at each step which child, and of what type."""


def path_to_focus(root: QWidget) -> Path:
    """The way to what has the focus; no way where that is elsewhere."""
    widget = root.window().focusWidget()
    if widget is None or not root.isAncestorOf(widget):
        return ()
    steps = []
    while widget is not root and (parent := widget.parentWidget()) is not None:
        steps.append((_children(parent).index(widget), type(widget)))
        widget = parent
    return tuple(reversed(steps))


def follow_path(root: QWidget, path: Path) -> None:
    """Give the focus to what is at the end of a way; where it leads nowhere nothing happens."""
    widget = root
    for place, kind in path:
        children = _children(widget)
        if place >= len(children) or type(children[place]) is not kind:
            return
        widget = children[place]
    if path and widget.isVisibleTo(root) and widget.isEnabled():
        widget.setFocus()


def _children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if isinstance(child, QWidget)]
