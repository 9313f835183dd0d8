"""The SWOT page: four quadrants at a glance, one entry line; type, Enter, type, Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Stage
from ui.actions import Handlers, keys_of
from ui.models.records import RecordModel
from ui.stages.cards import other_language
from ui.stages.page import Page, Room, principle_chooser, table_chooser
from ui.widgets.dress import set_property
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row
from ui.widgets.note_list import NoteList

NAMES = {
    Quadrant.STRENGTH: "Strengths",
    Quadrant.WEAKNESS: "Weaknesses",
    Quadrant.OPPORTUNITY: "Opportunities",
    Quadrant.THREAT: "Threats",
}


def entry_text(room: Room, entry: Entry) -> str:
    """A note as a list shows it: its words, and beneath what is to be known of it."""
    remarks = []
    if not entry.legible:
        remarks.append(room.words("illegible"))
    if entry.language and entry.language != room.session.workshop.facts.language:
        remarks.append(entry.language)
    return entry.text + (f"  [{', '.join(remarks)}]" if remarks else "")


def _stands_at(place: tuple[Quadrant, str | None, str | None], entry: Entry) -> bool:
    return (entry.quadrant, entry.principle, entry.table) == place


class QuadrantCard(QFrame):
    """One quadrant: its letter, its name, how many notes, and the notes."""

    clicked = Signal()

    def __init__(self, room: Room, quadrant: Quadrant) -> None:
        """An empty quadrant."""
        super().__init__()
        self.setObjectName("quadrant")
        name = room.words(NAMES[quadrant])
        self.model: RecordModel[Entry] = RecordModel(
            room.session, Entry, partial(entry_text, room), lambda _: False
        )
        self.notes = NoteList(room.theme, self.model, name)
        self._count = label("0", "muted")
        letter = QLabel(room.words(quadrant.letter))
        letter.setFont(room.theme.font("lead", bold=True))
        letter.setFixedSize(28, 28)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        colour = room.theme.colours[quadrant.value]
        letter.setStyleSheet(
            f"background: {colour}; color: {room.theme.colours['raised']}; border-radius: 6px;"
        )
        title = label(name, "lead")
        head = row(letter, title, None, self._count, margins=(12, 10, 16, 6))
        layout = column(head, self.notes, margins=(2, 0, 2, 6), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._tell_count)

    def set_current(self, *, current: bool) -> None:
        """Whether notes go here now."""
        set_property(self, "current", "true" if current else "false")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the quadrant."""
        self.clicked.emit()
        super().mousePressEvent(event)

    def _tell_count(self) -> None:
        self._count.setText(str(self.model.rowCount()))


class SwotPage(Page):
    """SWOT entries of one principle and table; the target is chosen once and always visible."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
        self._quadrant = Quadrant.STRENGTH
        self._editing: str | None = None
        self.principles = principle_chooser(room)
        self.tables = table_chooser(room)
        self.cards = {quadrant: QuadrantCard(room, quadrant) for quadrant in Quadrant}
        self.entry = EntryLine(self.words("Type a note"))
        self._lay_out()
        self.principles.chosen.connect(self._show)
        self.tables.chosen.connect(self._show)
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(self._paste)
        self.entry.up.connect(lambda: self.cards[self._quadrant].notes.enter_from_below())
        for quadrant, card in self.cards.items():
            card.clicked.connect(partial(self.aim, quadrant))
            card.notes.leave.connect(self.take_focus)
            card.notes.doubleClicked.connect(lambda _: self.edit())
        self._show()
        self.aim(Quadrant.STRENGTH)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 2, place % 2)
        words = self.words
        keys = [
            words("Up: to the notes"),
            words("{key} edit", key=keys_of("edit")),
            words("{key} move", key="Alt+1…4"),
            words("Del delete"),
            words("{key} illegible", key=keys_of("illegible")),
        ]
        head = row(self.principles, self.tables, KeyHints(keys))
        head.setStretch(2, 1)
        layout = column(head, grid, self.entry, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def handlers(self) -> Handlers:
        """Quadrants, tables, principles; and what is done to chosen notes."""
        handlers: dict[str, Callable[[], object]] = {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "next_table": partial(self.tables.step, 1),
            "previous_table": partial(self.tables.step, -1),
            "entry": self.take_focus,
            "edit": self.edit,
            "delete": self._delete,
            "illegible": self._toggle_legible,
            "language": self._toggle_language,
        }
        for place, quadrant in enumerate(Quadrant, start=1):
            handlers[f"quadrant_{place}"] = partial(self.aim, quadrant)
            handlers[f"move_{place}"] = partial(self._move, quadrant)
        return handlers

    def take_focus(self) -> None:
        """Typing goes to the entry line."""
        self.entry.setFocus()

    def aim(self, quadrant: Quadrant) -> None:
        """Send notes to a quadrant from now on."""
        self._quadrant = quadrant
        for own, card in self.cards.items():
            card.set_current(current=own is quadrant)
        self._say()
        self.take_focus()

    def edit(self) -> None:
        """Take the chosen note into the entry line."""
        chosen = self._chosen()
        if chosen:
            entry = self.session.workshop.get(Entry, chosen[0])
            self._editing = entry.id
            self.entry.line.setText(entry.text)
            self._say()
            self.take_focus()

    def _target(self) -> swot.Target:
        return swot.Target(self._quadrant, self.principles.id, self.tables.id, self._stage)

    def _show(self) -> None:
        principle, table = self.principles.id, self.tables.id
        for quadrant, card in self.cards.items():
            card.model.show(partial(_stands_at, (quadrant, principle, table)))
        self._say()

    def _say(self) -> None:
        name = self.words(NAMES[self._quadrant])
        if self._editing:
            hint = self.words("Enter saves the change, Esc leaves it")
        else:
            hint = self.words("Enter adds to {quadrant}", quadrant=name)
        self.entry.say(hint, self.words("Type a note for {quadrant}", quadrant=name))

    def _enter(self, text: str) -> None:
        if self.session.workshop.find(Entry, self._editing) is None:
            self._editing = None  # undone meanwhile: what is typed is a new note
        if self._editing:
            done = self._mend(self._editing, text)
        else:
            done = self.session.do(swot.add_entries, self._target(), [text]) is not None
        if done:
            self._editing = None
            self.entry.clear()
            self._say()

    def _mend(self, id_: str, text: str) -> bool:
        entry = self.session.workshop.find(Entry, id_)
        unchanged = entry is not None and text.strip() == entry.text
        return unchanged or self.session.do(swot.edit_entry, id_, text) is not None

    def _paste(self, text: str) -> None:
        lines = swot.lines_of(text)
        if self._editing:
            self.entry.line.insert(" ".join(lines))
        else:
            self.session.do(swot.add_entries, self._target(), lines)

    def _chosen(self) -> list[str]:
        """The notes chosen in the list that has the focus, else in the current quadrant."""
        for card in self.cards.values():
            if card.notes.hasFocus():
                return card.notes.chosen()
        return self.cards[self._quadrant].notes.chosen()

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.session.do(swot.delete_entries, chosen)

    def _move(self, quadrant: Quadrant) -> None:
        chosen = self._chosen()
        if chosen:
            self.session.do(swot.move_entries, chosen, quadrant)

    def _toggle_legible(self) -> None:
        """Mark the chosen notes as what the first of them is not."""
        chosen = self._chosen()
        if chosen:
            legible = self.session.workshop.get(Entry, chosen[0]).legible
            self.session.do(swot.mark_legible, chosen, legible=not legible)

    def _toggle_language(self) -> None:
        """Mark the chosen notes with the language in which the first of them is not."""
        chosen = self._chosen()
        if chosen:
            current = self.session.workshop.get(Entry, chosen[0]).language
            self.session.do(swot.mark_language, chosen, other_language(self.room, current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an edit as it was."""
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self._editing = None
            self.entry.clear()
            self._say()
            return
        super().keyPressEvent(event)
