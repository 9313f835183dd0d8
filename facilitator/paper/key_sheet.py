"""The sheet of keys: what can be done and with which keys, in two columns, to lie beside one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.files import whole_file
from facilitator.language import Language
from facilitator.paper.compose import Draft, Type
from facilitator.paper.geometry import POINT, Paper, Rect, paper_named
from facilitator.paper.ink import MUTED
from facilitator.paper.layout import points
from facilitator.paper.strokes import draw_body
from facilitator.typeset.text import text_width

_TITLE = Type(18.0, bold=True)
_GROUP = Type(9.5, bold=True, colour=MUTED)
_TEXT = Type(9.0)
_KEYS = Type(9.0, bold=True, align="right")
_GUTTER = 10.0
_BETWEEN = 3.0
_MOST_OF_KEYS = 0.5
"""The share of a column's width that keys may have."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A menu: its name, and the texts and keys of its actions."""

    name: str
    rows: tuple[tuple[str, str], ...]


def draw_key_sheet(groups: Sequence[KeyGroup], words: Language, paper: str, out: Path) -> None:
    """Write the sheet to `out`, which is replaced only by a whole one.

    Raises `OSError` where the file cannot be written, `DomainError` for an unknown paper.
    """
    size = paper_named(paper)
    pages = _Columns(size, words)
    for group in groups:
        pages.put(group)
    with whole_file(out) as part:
        canvas = _canvas(words, part)
        for draft in pages.drafts:
            canvas.setPageSize((points(size.width), points(size.height)))
            draw_body(canvas, draft.page(), size)
            canvas.showPage()
        canvas.save()


class _Columns:
    """Columns filled one after the other; a group is kept whole."""

    def __init__(self, paper: Paper, words: Language) -> None:
        self._paper, self._words = paper, words
        self.drafts: list[Draft] = []
        self._x = self._y = 0.0
        self._begin_page()

    def put(self, group: KeyGroup) -> None:
        """Set a group in the column, or in the next where it does not fit."""
        if self._y + self._height(group) > self._room.bottom and self._y > self._room.y:
            self._next_column()
        draft, x = self.drafts[-1], self._x
        y = draft.text(group.name.upper(), Rect(x, self._y, self._width, _GROUP.step), _GROUP)
        draft.rule(x, y + 0.5, x + self._width)
        y += 1.5
        for text, keys in group.rows:
            for type_, said, left, width in self._cells(text, keys):
                lines = type_.lines(said, width)
                rect = Rect(left, y, width, len(lines) * type_.step)
                draft.lines(lines, rect, type_, type_.size * type_.leading)
            y += self._row(text, keys)
        self._y = y + _BETWEEN

    def _cells(self, text: str, keys: str) -> tuple[tuple[Type, str, float, float], ...]:
        needed = text_width(keys, _KEYS.size, bold=True) * POINT + 0.5
        for_keys = min(needed, self._width * _MOST_OF_KEYS)
        for_text = self._width - for_keys - 2
        return (
            (_TEXT, text, self._x, for_text),
            (_KEYS, keys, self._x + self._width - for_keys, for_keys),
        )

    def _row(self, text: str, keys: str) -> float:
        cells = self._cells(text, keys)
        return max(len(type_.lines(said, width)) * type_.step for type_, said, _, width in cells)

    def _height(self, group: KeyGroup) -> float:
        return _GROUP.step + 1.5 + sum(self._row(*row) for row in group.rows)

    def _begin_page(self) -> None:
        draft, inside = Draft(self._paper, self._words), self._paper.inside
        title = Rect(inside.x, inside.y, inside.width, _TITLE.step)
        top = draft.text(self._words("Keys"), title, _TITLE) + 3
        self.drafts.append(draft)
        self._room = Rect(inside.x, top, inside.width, inside.bottom - top)
        self._width = (inside.width - _GUTTER) / 2
        self._x, self._y = inside.x, top

    def _next_column(self) -> None:
        if self._x > self._room.x:
            self._begin_page()
        else:
            self._x, self._y = self._room.x + self._width + _GUTTER, self._room.y


def _canvas(words: Language, part: Path) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.typeset.fonts import REGULAR, font

    font(REGULAR)
    first: Any = REGULAR  # as for handouts: else Helvetica is referred to
    canvas = Canvas(str(part), lang=words.code, initialFontName=first, pageCompression=1)
    canvas.setTitle(words("Keys"))
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Facilitator")
    canvas.setProducer("Facilitator")
    return canvas
