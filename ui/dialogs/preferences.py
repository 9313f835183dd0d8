"""How the program looks and reads, and who is at the keys: what is chosen is seen at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from facilitator.language import Language
from ui.preferences import SIZES, SYSTEM, Preferences
from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import Line
from ui.widgets.labels import label
from ui.widgets.sheet import Sheet


class PreferencesDialog(Sheet):
    """`chosen` carries the `Preferences` whenever another one is chosen."""

    chosen = Signal(object)

    def __init__(self, preferences: Preferences, words: Language, parent: QWidget | None) -> None:
        """A dialog that shows what is preferred."""
        super().__init__(parent, words("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self.theme, self.text, self.language = (
            Chooser(name) for name in (words("Colours"), words("Text size"), words("Language"))
        )
        self.person = Line(words("Your name"))
        self._offer(words)
        self._places = {
            "theme": self.theme,
            "text": self.text,
            "language": self.language,
            "person": self.person,
        }
        form = QFormLayout()
        form.setSpacing(12)
        for name, control in zip(
            (words("Colours"), words("Text size"), words("Language"), words("Your name")),
            self._places.values(),
            strict=True,
        ):
            form.addRow(name, control)
        note = label(words("The name stands with each change in the history."), "small", wrap=True)
        close = QPushButton(words("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        self.fill(form, note, None, buttons=(close,), gap=16)
        for chooser in (self.theme, self.text, self.language):
            chooser.chosen.connect(lambda _: self._choose())

    @property
    def place(self) -> str:
        """The control that has the focus, by name."""
        return next(
            (name for name, own in self._places.items() if own is self.focusWidget()), "theme"
        )

    def go(self, place: str) -> None:
        """Give the focus to a control by its name."""
        self._places.get(place, self.theme).setFocus()

    def done(self, result: int) -> None:
        """The name counts once it is whole: when the dialog is closed."""
        self._choose()
        super().done(result)

    def _offer(self, words: Language) -> None:
        system = (SYSTEM, words("As the system"))
        self.theme.offer(
            [
                system,
                ("light", words("Light")),
                ("dark", words("Dark")),
                ("contrast", words("High contrast")),
            ]
        )
        self.text.offer([(str(size), words.percent(size / 100)) for size in SIZES])
        self.language.offer([system, ("en", "English"), ("fr", "Français")])
        now = self._preferences
        self.theme.choose(now.theme)
        self.text.choose(str(now.text))
        self.language.choose(now.language)
        self.person.setText(now.person)

    def _choose(self) -> None:
        chosen = replace(
            self._preferences,
            theme=self.theme.id or SYSTEM,
            text=int(self.text.id or 100),
            language=self.language.id or SYSTEM,
            person=self.person.text().strip(),
        )
        if chosen != self._preferences:
            self._preferences = chosen
            self.chosen.emit(chosen)
