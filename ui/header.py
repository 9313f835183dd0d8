"""The head of the window: which workshop it is, whether all is on disk, and what is often done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from ui.actions import Actions, keys_of
from ui.showing import Showing
from ui.stages.page import Room
from ui.widgets.dress import rename
from ui.widgets.labels import OneLine, label, row


class Header(QFrame):
    """Title and date, “Saved ✓”, and buttons for a few actions."""

    def __init__(self, room: Room, actions: Actions) -> None:
        """The head of a window with these actions."""
        super().__init__()
        self._room, self._actions = room, actions
        self.setObjectName("header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.saved = label(room.words("Saved ✓"), "saved")
        self.is_saved = True
        self._title = OneLine("", "workshop")
        self._about = OneLine("", "muted")
        self._shrinking = [
            self._search(),
            self._button("handouts", "print"),
            self._button("report", "report"),
        ]
        search, *printing = self._shrinking
        self._projector = self._button("projector", "projector")
        self.setLayout(
            row(
                self._title,
                self._about,
                None,
                search,
                8,
                self.saved,
                8,
                self._button("undo", "undo"),
                self._button("redo", "redo"),
                *printing,
                self._projector,
                margins=(16, 8, 16, 8),
            )
        )
        self._roomy = super().minimumSizeHint().width() + room.theme.scaled(120)
        self.say_shown(Showing.NOTHING)
        self.renew()

    def renew(self) -> None:
        """Show the title and the date as they are now."""
        facts = self._room.session.workshop.facts
        about = [facts.date] if facts.date else []
        if facts.illustrative:
            about.append(self._room.words("contains illustrative data"))
        self._title.say(facts.title)
        self._about.say("".join(f"· {part} " for part in about))

    def say_saved(self, *, saved: bool) -> None:
        """Say whether all is on disk."""
        self.is_saved, words = saved, self._room.words
        self.saved.setText(words("Saved ✓") if saved else words("Not saved"))
        rename(self.saved, "saved" if saved else "notSaved")

    def say_shown(self, showing: Showing) -> None:
        """Say what is on the room's screen, which is behind the facilitator's back."""
        words = self._room.words
        text, name = {
            Showing.NOTHING: (words("Projector"), ""),
            Showing.SCENES: (words("Projector on"), "roomOn"),
            Showing.BLACK: (words("Projector black"), "roomBlack"),
            Showing.NO_SCREEN: (words("Projector: no screen"), "roomBlack"),
        }[showing]
        styles = Qt.ToolButtonStyle
        self._projector.defaultAction().setIconText(text)
        self._projector.setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if name else styles.ToolButtonIconOnly
        )
        self._projector.setAccessibleName(text)
        rename(self._projector, name)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is with icons alone."""
        return QSize(self._room.theme.scaled(400), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, buttons have icons alone."""
        super().resizeEvent(event)
        styles = Qt.ToolButtonStyle
        for button in self._shrinking:
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon
                if event.size().width() >= self._roomy
                else styles.ToolButtonIconOnly
            )

    def _search(self) -> QToolButton:
        """A field to click on, with the key that does the same."""
        button = QToolButton()
        action = self._actions.qt("palette")
        action.setIcon(self._room.theme.icon("search", "muted"))
        button.setDefaultAction(action)
        text = action.text().rstrip("…")
        button.setText(f"{text}   {keys_of('palette')}")
        button.setObjectName("search")
        button.setAccessibleName(text)
        return button

    def _button(self, action: str, icon: str) -> QToolButton:
        button = QToolButton()
        qt = self._actions.qt(action)
        qt.setIcon(self._room.theme.icon(icon))
        button.setDefaultAction(qt)
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if action in {"undo", "redo"}
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        button.setAccessibleName(qt.text())
        return button
