"""Dressing a widget anew when what the style sheet asks for has changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def rename(widget: QWidget, name: str) -> None:
    """Give a widget the style of another name."""
    widget.setObjectName(name)
    _dress(widget)


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet asks for."""
    widget.setProperty(name, value)
    _dress(widget)


def _dress(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)
