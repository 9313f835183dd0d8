"""The start page: go on with a workshop, make one from a template, look at the sample, recover."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from facilitator.language import Language
from ui.recent import Recent, forget, recent
from ui.theme import Theme, wear
from ui.widgets.banner import Banner
from ui.widgets.choice import Choice
from ui.widgets.fitting import Fitting
from ui.widgets.labels import column, label, row
from ui.widgets.sides import Sides

_WIDE = 800
"""Where there is less room, new workshops stand beneath those to go on with."""

TEMPLATES = (
    ("four-principles", "Public engagement on principles", "SWOT, ideas, dot vote, gallery walk"),
    ("short-swot", "Short SWOT", "Four quadrants in an hour"),
    ("dot-vote", "Dot vote", "A list of ideas, and dots"),
    ("idea-rating", "Idea rating", "One sheet an idea, six answers"),
    ("world-cafe", "World café", "Tables, rounds, a gallery walk"),
)


class StartPage(QWidget):
    """`asked` carries `open`, `sample`, `recover` or `template:NAME`, `chosen` a path."""

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Language, sentence: str = "") -> None:
        """The page, with a sentence on what went wrong if anything did."""
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Facilitator")
        self.setAcceptDrops(True)
        self._theme, self._words = theme, words
        self.banner = Banner(theme, words)
        self._recent = column(gap=8)
        self._first: Choice | None = None
        inside = QWidget()
        inside.setLayout(self._laid_out())
        self.setLayout(column(Fitting(inside)))
        self.resize(1280, 720)
        if sentence:
            self.banner.warn(sentence)
        wear(self, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys are where most people go on."""
        super().showEvent(event)
        if self._first is not None and self.focusWidget() is None:
            self._first.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A workshop file can be dropped here."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is opened."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(str(path))

    def _laid_out(self) -> QVBoxLayout:
        words = self._words
        title = label("Facilitator", "stageTitle")
        lead = label(
            words("Run a workshop on paper, and keep every note. No internet needed."),
            "prompt",
            wrap=True,
        )
        self._show_recent()
        left = column(
            label(words("GO ON WITH"), "caption"),
            self._recent,
            8,
            self._ask(words("Open a workshop…"), words("Or drop its file here"), "open", "open"),
            self._ask(
                words("Open a copy of the sample…"),
                words("A real workshop, retold"),
                "sample",
                "sample",
            ),
            self._ask(
                words("Recover a damaged workshop…"),
                words("Saves what can still be read in a new file"),
                "recover",
                "recover",
            ),
            None,
            gap=8,
        )
        right = column(label(words("BEGIN A NEW ONE"), "caption"), gap=8)
        for name, text, about in TEMPLATES:
            right.addWidget(self._ask(words(text), words(about), "new", f"template:{name}"))
        right.addStretch(1)
        sides = (_side(left), _side(right))
        halves = Sides(*sides, shares=(1, 1), wide=self._theme.scaled(_WIDE), gap=48)
        layout = column(self.banner, title, lead, 24, halves, margins=(64, 48, 64, 32), gap=8)
        layout.setStretch(layout.count() - 1, 1)
        return layout

    def _ask(self, text: str, about: str, icon: str, request: str) -> Choice:
        choice = Choice(self._theme, text, about, icon)
        choice.clicked.connect(lambda: self.asked.emit(request))
        self._first = self._first or choice
        return choice

    def _show_recent(self) -> None:
        every = recent()
        for each in every:
            self._recent.addWidget(self._row(each))
        self._none = label(
            self._words("Workshops that you open will stand here."), "muted", wrap=True
        )
        self._recent.addWidget(self._none)
        if every:
            self._none.hide()

    def _row(self, each: Recent) -> QWidget:
        words = self._words
        if each.is_there:
            about = [each.title, self._when(each), str(each.path.parent)]
        else:
            about = [words("not there any more"), str(each.path.parent)]
        said = " · ".join(part for part in about if part)
        choice = Choice(self._theme, each.path.stem, said, "open", muted=not each.is_there)
        choice.setToolTip(escape(str(each.path)))
        choice.clicked.connect(partial(self._go_on, each))
        self._first = self._first or choice
        gone = QToolButton()
        gone.setObjectName("flat")
        gone.setIcon(self._theme.icon("close", "muted"))
        gone.setToolTip(words("Take it from this list (Del); the file stays"))
        gone.setAccessibleName(words("Take “{name}” from this list", name=each.path.stem))
        whole = QWidget()
        choice.removed.connect(partial(self._forget, each, whole))
        gone.clicked.connect(lambda: self._forget(each, whole))
        layout = row(choice, gone, gap=4)
        layout.setStretch(0, 1)
        whole.setLayout(layout)
        return whole

    def _when(self, each: Recent) -> str:
        if each.opened is None:
            return ""
        clock = self._words.clock(each.opened)
        return self._words("opened {day}, {time}", day=each.opened.date().isoformat(), time=clock)

    def _go_on(self, each: Recent) -> None:
        if each.is_there:
            self.chosen.emit(str(each.path))
        else:
            self.banner.warn(
                self._words(
                    "{file} is not there any more: open it where it is now, or take it from the "
                    "list with Del.",
                    file=each.path,
                )
            )

    def _forget(self, each: Recent, whole: QWidget) -> None:
        """Take a row away; the keys go on with what follows it."""
        forget(each.path)
        focused = whole.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        choices = self.findChildren(Choice)
        place = next(n for n, choice in enumerate(choices) if whole.isAncestorOf(choice))
        self._recent.removeWidget(whole)
        whole.hide()
        whole.setParent(None)
        whole.deleteLater()
        self._none.setVisible(not recent())
        if focused:
            choices[place + 1].setFocus()


def _side(parts: QVBoxLayout) -> QWidget:
    side = QWidget()
    side.setLayout(parts)
    return side


def _dropped(event: QDropEvent) -> Path | None:
    """The one workshop file that is dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    files = [path for path in paths if path.suffix == ".workshop"]
    return files[0] if len(files) == 1 else None
