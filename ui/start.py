"""The start page: go on with a workshop, make one from a template, look at the sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.language import Language
from ui.recent import recent
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.labels import column, label, row

TEMPLATES = (
    ("four-principles", "Public engagement on principles", "SWOT, ideas, dot vote, gallery walk"),
    ("short-swot", "Short SWOT", "Four quadrants in an hour"),
    ("dot-vote", "Dot vote", "A list of ideas, and dots"),
    ("idea-rating", "Idea rating", "One sheet an idea, six answers"),
    ("world-cafe", "World café", "Tables, rounds, a gallery walk"),
)


class StartPage(QWidget):
    """`asked` carries `open`, `sample` or `template:NAME`, `chosen` the path of a workshop."""

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Language, sentence: str = "") -> None:
        """The page, with a sentence on what went wrong if anything did."""
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Facilitator")
        self._theme = theme
        banner = Banner(theme, words)
        title = label("Facilitator", "stageTitle")
        lead = label(
            words("Run a workshop on paper, and keep every note. No internet needed."), "prompt"
        )
        left = column(label(words("GO ON WITH"), "caption"), gap=8)
        for path in recent():
            left.addWidget(self._choice(path.stem, str(path.parent), "open", path=str(path)))
        if not recent():
            left.addWidget(label(words("Workshops that you open will stand here."), "muted"))
        left.addSpacing(8)
        left.addWidget(self._choice(words("Open a workshop…"), "Ctrl+O", "open", ask="open"))
        sample = words("Open a copy of the sample…")
        left.addWidget(
            self._choice(sample, words("A real workshop, retold"), "sample", ask="sample")
        )
        left.addStretch(1)
        right = column(label(words("BEGIN A NEW ONE"), "caption"), gap=8)
        for name, text, about in TEMPLATES:
            right.addWidget(self._choice(words(text), words(about), "new", ask=f"template:{name}"))
        right.addStretch(1)
        halves = row(left, right, gap=48)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        layout = column(banner, title, lead, 24, halves, margins=(64, 48, 64, 32), gap=8)
        layout.setStretch(layout.count() - 1, 1)
        self.setLayout(layout)
        self.resize(1280, 720)
        if sentence:
            banner.warn(sentence)

    def _choice(
        self, text: str, about: str, icon: str, *, ask: str = "", path: str = ""
    ) -> QPushButton:
        button = QPushButton()
        button.setIcon(self._theme.icon(icon, "accent"))
        button.setText(f"{text}\n{about}".replace("&", "&&"))
        button.setObjectName("choice")
        button.setAccessibleName(text)
        button.setAccessibleDescription(about)
        if ask:
            button.clicked.connect(lambda: self.asked.emit(ask))
        else:
            button.clicked.connect(lambda: self.chosen.emit(path))
        return button
