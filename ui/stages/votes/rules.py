"""The rules of a round, to be changed: its title, the dots a person has, how many on one idea."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.model import votes
from facilitator.model.kinds import Combine
from facilitator.model.records import Round
from ui.stages.page import Room
from ui.stages.votes.line import NumberField, named
from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import Line
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.leading import Leading

_TITLE_LETTERS = 34


class Rules(Leading):
    """Three fields; Enter saves them together, Esc leaves them. `done` is sent after either."""

    done = Signal()

    def __init__(self, room: Room) -> None:
        """Fields without a round."""
        super().__init__()
        self._room = room
        self.round_id = ""
        words = room.words
        self.title = Line(words("Title of the round"))
        self.dots = NumberField(words("Dots each"))
        self.stacking = NumberField(words("At most on one idea; empty: any number"))
        self.stacking.setPlaceholderText(words("any"))
        self.combine = Chooser(words("Merged ideas"))
        self.combine.offer(
            [
                (Combine.SUM.value, words("every dot counts")),
                (Combine.HIGHEST.value, words("only the most of each ballot or colour")),
            ]
        )
        self.title.setMinimumWidth(self.fontMetrics().averageCharWidth() * _TITLE_LETTERS)
        said = label(words("Enter saves, Esc leaves it"), "small")
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        parts = (
            self.title,
            named(words("Dots each"), self.dots),
            named(words("At most on one idea"), self.stacking),
            named(words("Merged ideas"), self.combine),
            said,
        )
        self.setLayout(Flow(*parts, gap=16, stretch=said))
        self.lead_to(self.title)
        for field in (self.title, self.dots, self.stacking):
            field.returnPressed.connect(self._save)

    def edit(self, round_: Round) -> None:
        """Offer the rules of a round."""
        self.round_id = round_.id
        self.title.setText(round_.title)
        self.dots.set_number(round_.dots)
        self.stacking.set_number(round_.stacking)
        self.combine.choose(round_.combine.value)
        self.show()
        self.title.setFocus()
        self.title.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the rules as they are; Enter saves from the choice, too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.combine.hasFocus():
            self._save()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        words, dots = self._room.words, self.dots.number()
        if dots is None or (self.stacking.text().strip() and self.stacking.number() is None):
            self._room.session.refused.emit(
                words("Type how many dots a person has, and how many may go to one idea.")
            )
            return
        round_ = self._room.session.workshop.get(Round, self.round_id)
        new = (self.title.text().strip(), dots, self.stacking.number())
        same = new == (round_.title, round_.dots, round_.stacking)
        if not same and not self._room.session.do(
            votes.change_rules, self.round_id, title=new[0], dots=dots, stacking=new[2]
        ):
            return
        combine = Combine(self.combine.id or round_.combine)
        if combine is round_.combine or self._room.session.do(
            votes.choose_combine, self.round_id, combine
        ):
            self.done.emit()
