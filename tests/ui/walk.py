"""A walk through everything that the program shows, and what may be wrong with what is seen."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QWidget,
)

from facilitator.language import Language
from facilitator.model.plain import to_plain
from facilitator.model.records import RECORD_TYPES, ActHeader
from facilitator.model.workshop import Workshop
from ui.start import StartPage
from ui.theme import Theme
from ui.widgets.focus import FocusRing
from ui.widgets.hints import KeyHints
from ui.widgets.labels import OneLine


class Longer(Language):
    """A language in which every word is 40% longer than in English, and ends as no word does.

    It stands for any language there may be; a text without its mark was never translated.
    """

    MARK = "é"

    def __init__(self) -> None:
        super().__init__("en")

    def __call__(self, text: str, **values: object) -> str:
        return self._fill(self._longer(text), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        return self._fill(self._longer(one if n == 1 else many), {"n": n, **values})

    def _longer(self, text: str) -> str:
        return re.sub(r"{\w+}|[^\W\d_]+", lambda found: self._word(found[0]), text)

    def _word(self, word: str) -> str:
        return word if word[0] == "{" else word + self.MARK * math.ceil(0.4 * len(word))


def start_page(theme: Theme, words: Language) -> StartPage:
    return StartPage(theme, words, words("The file cannot be read."))


_KINDS = [kind for kind in RECORD_TYPES if kind is not ActHeader]


def said_by_people(workshop: Workshop) -> str:
    """All that was typed into a workshop, as one text."""
    records = [record for kind in _KINDS for record in workshop.all(kind)]
    return "\n".join(str(to_plain(record)) for record in records)


# What may be wrong


def faults(shown: QWidget) -> list[str]:
    """What of a window is cut, lies outside of what it belongs to, or over something else."""
    widgets = [w for w in shown.findChildren(QWidget) if _is_looked_at(w, shown)]
    found = [f"cut: {_name(w)}" for w in widgets if _is_cut(w)]
    outside = [widget for widget in widgets if _is_outside(widget)]
    found += [f"outside: {_name(w)} of {_name(w.parentWidget())}" for w in outside]
    return found + [f"overlap: {one}" for one in _overlaps(shown, widgets)]


def _is_looked_at(widget: QWidget, shown: QWidget) -> bool:
    return widget.isVisible() and widget.window() is shown and not isinstance(widget, FocusRing)


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    text = getattr(widget, "text", None)
    said = text() if callable(text) else widget.accessibleName()
    size, hint = widget.size(), widget.sizeHint()
    return (
        f"{type(widget).__name__} “{said}” {size.width()}×{size.height()}"
        f" (wants {hint.width()}×{hint.height()})"
    )


def _is_cut(widget: QWidget) -> bool:
    size, hint = widget.size(), widget.sizeHint()
    if isinstance(widget, KeyHints):
        return False  # draws whole hints or none, and the sheet of keys has them all
    if isinstance(widget, OneLine):
        return size.height() < hint.height() or widget.accessibleName() != widget.text()
    if isinstance(widget, QLabel) and widget.wordWrap():
        wide = widget.minimumSizeHint().width() if widget.text() else 0
        return widget.heightForWidth(size.width()) > size.height() or size.width() < wide
    if isinstance(widget, QLabel | QAbstractButton):
        return size.width() < hint.width() or size.height() < hint.height()
    if isinstance(widget, QComboBox):
        room = size.width() - hint.width() + _widest(widget)
        fits = widget.fontMetrics().horizontalAdvance(widget.currentText()) <= room
        return size.height() < hint.height() or not (fits or widget.toolTip())
    return False


def _widest(box: QComboBox) -> int:
    texts = [box.itemText(place) for place in range(box.count())]
    return max((box.fontMetrics().horizontalAdvance(text) for text in texts), default=0)


def _is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if parent is None or _scrolls(parent):
        return False
    return not parent.rect().contains(widget.geometry())


def _scrolls(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _overlaps(shown: QWidget, widgets: list[QWidget]) -> Iterator[str]:
    by_parent: dict[QWidget, list[QWidget]] = {}
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is not None and parent.layout() is not None:
            by_parent.setdefault(parent, []).append(widget)
    for siblings in by_parent.values():
        for place, one in enumerate(siblings):
            for other in siblings[place + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{_name(one)} and {_name(other)}"


_NO_WORDS = re.compile(
    r"(Ctrl|Shift|Alt|Esc|Del|Ins|Return|Enter|Up|Down|Left|Right|PgUp|PgDown|F\d+|PDF|CSV|XLSX)"
)
_CODE = re.compile(r"(N|TH|IN|ID)\d+")
_NAMES = ("English", "Français", "Facilitator")


def untranslated(shown: QWidget, people: str) -> list[str]:
    """Texts on labels and buttons that came from no catalogue, and from no person either."""
    found = []
    for widget in shown.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible():
            text = widget.text().strip()
            words = re.findall(r"[^\W\d_]{2,}", _NO_WORDS.sub("", text))
            own = all(
                part.strip() in people or _CODE.fullmatch(part.strip())
                for part in re.split(r"[·•]", text)
            )
            if words and Longer.MARK not in text.lower() and text not in _NAMES and not own:
                found.append(text)
    return found


def place_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
