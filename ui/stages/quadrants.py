"""The four quadrants of a wall, and the sign above the entry line that says where notes go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry
from ui.actions import keys_of
from ui.kind_words import quadrants
from ui.models.records import RecordModel, none_yet
from ui.stages.page import Room
from ui.widgets.dragging import allow_dragging
from ui.widgets.dress import set_property
from ui.widgets.drop_frame import DropFrame
from ui.widgets.labels import OneLine, column, label, row
from ui.widgets.note_list import NoteList


def entry_text(room: Room, entry: Entry) -> str:
    """A note as a list shows it: its words, and beneath what is to be known of it."""
    remarks = []
    if not entry.legible:
        remarks.append(room.words("illegible"))
    if entry.language and entry.language != room.session.workshop.facts.language:
        remarks.append(entry.language)
    return entry.text + (f"  [{', '.join(remarks)}]" if remarks else "")


class Letter(QLabel):
    """The letter of a quadrant in its colour."""

    def __init__(self, room: Room, step: str) -> None:
        """No quadrant yet; `step` is the size of the letter in the type scale."""
        super().__init__()
        self._room = room
        self.setObjectName("letter")
        self.setProperty("step", step)
        self.setFont(room.theme.font(step, bold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_quadrant(self, quadrant: Quadrant) -> None:
        """The letter of another quadrant."""
        self.setText(self._room.words(quadrant.letter))
        side = self.fontMetrics().height() + 4
        self.setFixedSize(max(side, self.fontMetrics().horizontalAdvance(self.text()) + 8), side)
        set_property(self, "quadrant", quadrant.value)


class QuadrantCard(DropFrame):
    """One quadrant: its letter, its name, how many notes, and the notes.

    `clicked` is sent for a click beside the notes, `touched` for one on a note.
    """

    clicked = Signal()
    touched = Signal()

    def __init__(self, room: Room, quadrant: Quadrant) -> None:
        """An empty quadrant."""
        super().__init__()
        self.setObjectName("quadrant")
        name = quadrants(room.words)[quadrant]
        self.model: RecordModel[Entry] = RecordModel(
            room.session, Entry, partial(entry_text, room), none_yet
        )
        self.notes = NoteList(room.theme, self.model, name)
        allow_dragging(self.notes)
        keys = keys_of(f"quadrant_{list(Quadrant).index(quadrant) + 1}")
        self.notes.say_empty(room.words("{key}, then type a note and press Enter", key=keys))
        self._count = label("0", "muted")
        letter = Letter(room, "lead")
        letter.show_quadrant(quadrant)
        head = row(letter, label(name, "lead"), None, self._count, margins=(12, 10, 16, 6))
        layout = column(head, self.notes, margins=(2, 0, 2, 6), gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.notes.pressed.connect(lambda _: self.touched.emit())
        self.notes.viewport().installEventFilter(self)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._tell_count)
        self.model.modelReset.connect(self.notes.scrollToBottom)  # to what was typed last
        self.take_drops_for(self.notes)

    def set_current(self, *, current: bool) -> None:
        """Whether notes go here now."""
        set_property(self, "current", "true" if current else "false")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the quadrant."""
        self.clicked.emit()
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the empty part of the list chooses the quadrant, too."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            beside = not self.notes.indexAt(event.position().toPoint()).isValid()
            if beside:
                self.clicked.emit()
        return super().eventFilter(watched, event)

    def _tell_count(self) -> None:
        self._count.setText(str(self.model.rowCount()))


class TargetSign(QWidget):
    """Where notes go: the quadrant's letter and name, the principle, the table."""

    def __init__(self, room: Room) -> None:
        """No target yet."""
        super().__init__()
        self._letter = Letter(room, "caption")
        self._quadrant = label("", "strong")
        self._wall = OneLine("", "muted")
        self._words = room.words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setLayout(row(self._letter, self._quadrant, self._wall, gap=8))

    def show_target(self, quadrant: Quadrant, wall: str) -> None:
        """Notes go to a quadrant of a wall, which has the name of its principle and table."""
        self._letter.show_quadrant(quadrant)
        self._quadrant.setText(quadrants(self._words)[quadrant])
        self._wall.say(wall)

    @property
    def text(self) -> str:
        """What the sign says."""
        return f"{self._letter.text()} {self._quadrant.text()} · {self._wall.text()}"
