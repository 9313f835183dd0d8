"""A framed list under its heading, with how many there are."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame

from ui.widgets.card_list import CardList
from ui.widgets.dress import set_property
from ui.widgets.labels import Part, column, label, row


class Panel(QFrame):
    """A heading, a count and a list; the frame shows where the keys go."""

    def __init__(self, name: str, cards: CardList, *beside: Part, counted: bool = True) -> None:
        """Frame a list; `beside` stands between the heading and the count."""
        super().__init__()
        self.setObjectName("panel")
        self.cards = cards
        title = label(name, "lead")
        self._count = label("0", "muted")
        shown = (self._count,) if counted else ()
        head = row(title, None, *beside, *shown, margins=(14, 6, 14, 4))
        head.addStrut(32)  # as high as a button that may stand there
        layout = column(head, cards, margins=(2, 0, 2, 6), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        cards.focused.connect(self._frame)
        model = cards.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._tell_count)

    def count(self) -> str:
        """What is said of how many there are."""
        return str(self.cards.model().rowCount())

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is counted for a panel that is not looked at."""
        super().showEvent(event)
        self._tell_count()

    def _tell_count(self) -> None:
        if self.isVisible():
            self._count.setText(self.count())

    def _frame(self, current: bool) -> None:  # noqa: FBT001
        set_property(self, "current", "true" if current else "false")
