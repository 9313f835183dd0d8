"""What is being done in the background, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton

from facilitator.language import Language
from ui.tasks import Task
from ui.widgets.labels import label, row


class ProgressLine(QFrame):
    """One line for one task; hidden while there is none."""

    def __init__(self, words: Language) -> None:
        """A hidden line."""
        super().__init__()
        self.setObjectName("card")
        self._text = label("")
        self._text.setMinimumWidth(220)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self.cancel = QPushButton(words("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self._task: Task | None = None
        self.setLayout(row(self._text, self._bar, self.cancel, margins=(12, 8, 8, 8), gap=12))
        self.hide()

    def follow(self, task: Task, title: str) -> None:
        """Show a task until it ends, or until another is shown."""
        self._task = task
        self._text.setText(title)
        self._bar.setValue(0)
        self._bar.setAccessibleName(title)
        self.show()
        task.progressed.connect(self._progress)
        for end in (task.done, task.failed, task.cancelled):
            end.connect(self._end)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _progress(self, text: str, fraction: float) -> None:
        if self.sender() is self._task:
            self._text.setText(text)
            self._bar.setValue(round(fraction * 1000))

    def _end(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self.hide()
