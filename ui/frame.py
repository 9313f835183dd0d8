"""A page as the window shows it: under the head of its stage, or under its title."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions import Handlers
from ui.pages import Beside, beside, page_for
from ui.stages.head import StageHead
from ui.stages.page import Page, Room
from ui.stages.side import Side
from ui.widgets.fitting import Fitting
from ui.widgets.labels import column, label
from ui.widgets.sides import Sides

_WIDE = 800
"""Where there is less room, what is beside the page stands beneath it."""


class Frame(Fitting):
    """A page with its head, and with the notes of its stage where it belongs to one."""

    def __init__(self, room: Room, key: str) -> None:
        """The page of that key: a stage's id, or a page beside the agenda."""
        inside = QWidget()
        super().__init__(inside)
        self.setObjectName("page")
        self.page: Page = page_for(room, key)
        self.head: StageHead | None = None
        self.side: Side | None = None
        about = beside(key)
        body = QWidget()
        layout = column(body, margins=(24, 20, 24, 20), gap=16)
        layout.setStretch(0, 1)
        beside_it: tuple[QWidget, ...] = ()
        if about is not None:
            layout.insertWidget(0, _title(room, about))
        else:
            self.head = StageHead(room, key)
            layout.insertWidget(0, self.head)
            self.side = Side(room, key, self.page)
            beside_it = (self.side,)
        shares = (1, *(0 for _ in beside_it))
        wide = room.theme.scaled(_WIDE)
        body.setLayout(Sides(self.page, *beside_it, shares=shares, wide=wide))
        inside.setLayout(layout)

    def handlers(self) -> Handlers:
        """The actions of the page, and of what is beside it."""
        return dict(self.page.handlers()) | dict(self.side.handlers() if self.side else {})

    def renew(self) -> None:
        """Show the stage as it stands."""
        if self.head is not None and self.side is not None:
            self.head.renew()
            self.side.renew()

    def tick(self) -> None:
        """Show the time of the stage, where it runs."""
        if self.head is not None:
            self.head.tick()


def _title(room: Room, page: Beside) -> QWidget:
    head = QWidget()
    title = label(room.words(page.title), "stageTitle")
    about = label(room.words(page.about), "prompt", wrap=True)
    head.setLayout(column(title, about, gap=4))
    return head
