"""A short list over a page, to pick from by typing, with the arrows or the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from facilitator.language import Language
from facilitator.model.likeness import normalized
from ui.theme import Theme
from ui.widgets.entry_line import Line
from ui.widgets.labels import column, label
from ui.widgets.offers import KIND_ROLE, OffersDelegate

_PICK_ROLE = Qt.ItemDataRole.UserRole + 1
_ROWS = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to pick: its text, what kind of thing it is, and what is done then."""

    text: str
    kind: str
    run: Callable[[], object]


class Picker(QFrame):
    """Choices over the lower part of a page; `left` is sent when it is gone, picked or not."""

    left = Signal()

    def __init__(self, page: QWidget, words: Language, theme: Theme) -> None:
        """A hidden picker of a page."""
        super().__init__(page)
        self.setObjectName("palette")
        self._page, self._theme = page, theme
        self._choices: Sequence[Choice] = ()
        self._title = label("", "lead", wrap=True)
        self.line = Line(words("Type a few letters of it"))
        self.line.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(OffersDelegate(theme, self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _: self._pick())
        self._words = words
        self.told = label("", "small", wrap=True)
        parts = (self._title, self.line, self.list, self.told)
        layout = column(*parts, margins=(16, 12, 16, 12), gap=8)
        layout.setStretch(2, 1)
        self._layout = layout
        self.setLayout(layout)
        self.line.textChanged.connect(lambda _: self._renew())
        self.line.returnPressed.connect(self._pick)
        self.hide()

    def offer(self, title: str, choices: Sequence[Choice]) -> None:
        """Show choices over the page, the first of them chosen."""
        self._choices = choices
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.line.setText("")
        self._renew()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose while one types; when the keys go elsewhere, the picker goes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(by)
                return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            away = event.reason() != Qt.FocusReason.ActiveWindowFocusReason
            if away and self.isVisible():
                self.hide()
        return super().eventFilter(watched, event)

    def _renew(self) -> None:
        """Show the choices in which every typed word begins a word, or stands within."""
        wanted = normalized(self.line.text()).split()
        self._model.clear()
        for choice in self._choices:
            if all(word in normalized(f"{choice.text} {choice.kind}") for word in wanted):
                item = QStandardItem(choice.text)
                item.setData(choice.kind, KIND_ROLE)
                item.setData(choice, _PICK_ROLE)
                item.setData(f"{choice.text}, {choice.kind}", Qt.ItemDataRole.AccessibleTextRole)
                self._model.appendRow(item)
        self._step(0)
        how = self._words("Up and down choose, Enter moves, Esc leaves it")
        none = self._words("Nothing here holds these words.")
        self.told.setText(how if self._model.rowCount() else none)

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = max(0, min(rows - 1, self.list.currentIndex().row() + by))
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _pick(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            choice: Choice = index.data(_PICK_ROLE)
            self._leave()
            choice.run()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _place(self) -> None:
        """Over the lower middle of the page, as high as the choices need."""
        page, letters = self._page.size(), self.fontMetrics()
        rows = min(_ROWS, len(self._choices))
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 4)
        width = min(page.width() - 32, 60 * letters.averageCharWidth())
        height = min(page.height() - 32, self._layout.heightForWidth(width))
        self.setGeometry((page.width() - width) // 2, page.height() - height - 16, width, height)
