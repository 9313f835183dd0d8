"""The questions of an evaluation form, a line each: typed down the page with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from facilitator.language import Language
from facilitator.model.errors import DomainError
from facilitator.model.forms import Answer, bounds, decides, read_answer
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import EvaluationQuestion
from ui.widgets.entry_line import Line
from ui.widgets.labels import column, label, row

_NUMBERS_WIDE = 18  # letters


class Field(QWidget):
    """One question with its options and their numbers, a line, and what is wrong with it."""

    def __init__(self, words: Language, place: int, question: EvaluationQuestion) -> None:
        """An empty field; `place` is the question's number on the form."""
        super().__init__()
        self.question = question
        self._words = words
        self.line = Line(self._what_to_type())
        self.line.setAccessibleName(question.text)
        self.line.setAccessibleDescription(self._what_to_type())
        self._wrong = label("", "wrong", wrap=True)
        figure = label(f"{place}.")
        figure.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = row(figure, label(question.text, wrap=True))
        text.setStretch(1, 1)
        if question.answer is AnswerKind.TEXT:
            self.setLayout(column(text, self.line, self._wrong, gap=4))
        else:
            self.line.setFixedWidth(_NUMBERS_WIDE * self.fontMetrics().averageCharWidth())
            typed = row(self.line, self._wrong)
            typed.setStretch(1, 1)
            asked = column(text, typed, None, gap=4)
            options = column(gap=2)
            for number, option in enumerate(self._options(), start=1):
                options.addWidget(self._option(number, option))
            options.addStretch(1)
            halves = row(asked, options, gap=24)
            halves.setStretch(0, 1)
            halves.setStretch(1, 1)
            self.setLayout(halves)
        self.line.textEdited.connect(lambda _: self._wrong.clear())

    def answer(self) -> Answer | None:
        """What is typed; None where nothing is. Raises `DomainError` where it cannot be."""
        return read_answer(self.question, self.line.text())

    def check(self) -> bool:
        """Whether what is typed can be; a sentence at the line says so where it cannot."""
        try:
            self.answer()
        except DomainError:
            self._wrong.setText(
                self._words("That is not an answer; expected: {what}.", what=self._what_to_type())
            )
            return False
        self._wrong.clear()
        return True

    def decided(self) -> bool:
        """Whether what is typed needs no Enter: no further figure could belong to it."""
        return decides(self.question, self.line.text().strip())

    def take_focus(self) -> None:
        """Typing goes here; a number that stands here already is typed over."""
        self.line.setFocus()
        if self.question.answer is not AnswerKind.TEXT:
            self.line.selectAll()

    @property
    def wrong(self) -> str:
        """The sentence at the line; nothing where all is well."""
        return self._wrong.text()

    def _what_to_type(self) -> str:
        lowest, highest = bounds(self.question)
        match self.question.answer:
            case AnswerKind.TEXT:
                return self._words("type the text")
            case AnswerKind.SEVERAL:
                return self._words("numbers {low} to {high}", low=lowest, high=highest)
            case _:
                return self._words("a number {low} to {high}", low=lowest, high=highest)

    def _options(self) -> tuple[str, ...]:
        return self.question.options if self.question.answer is not AnswerKind.SCALE else ()

    @staticmethod
    def _option(number: int, option: str) -> QWidget:
        figure = label(str(number), "muted")
        figure.setFixedWidth(3 * figure.fontMetrics().horizontalAdvance("0"))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        whole = QWidget()
        layout = row(figure, label(option, wrap=True), gap=8)
        layout.setStretch(1, 1)
        whole.setLayout(layout)
        return whole


class FormFields(QScrollArea):
    """The fields of one form; `finished` is sent when Enter leaves the last one, all well.

    One figure that decides a question goes on to the next by itself, and Backspace in an empty
    field goes back. `up` is sent for Up in the first field, `edited` after each key that is typed;
    `focused` says whether the keys come here.
    """

    finished = Signal()
    edited = Signal()
    up = Signal()
    focused = Signal(bool)

    def __init__(self, words: Language, questions: Sequence[EvaluationQuestion]) -> None:
        """Empty fields for the questions of the form."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.fields = [Field(words, n, q) for n, q in enumerate(questions, start=1)]
        self._current = 0
        whole = QWidget()
        whole.setLayout(column(*self.fields, margins=(14, 4, 14, 12), gap=16))
        self.setWidget(whole)
        self._whole = whole
        for place, field in enumerate(self.fields):
            field.line.returnPressed.connect(partial(self._enter, place))
            field.line.textEdited.connect(partial(self._typed, place))
            field.line.back.connect(partial(self._go_back, place))
            field.line.up.connect(partial(self.step, -1))
            field.line.pasted.connect(partial(_insert, field.line))
            field.line.focused.connect(partial(self._focus, place))

    def viewportSizeHint(self) -> QSize:
        """As large as all fields are, in the style of the moment: Qt keeps what it saw first."""
        return self._whole.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few lines are always seen."""
        lowest = min(self._whole.sizeHint().height(), 7 * self.fontMetrics().height())
        return QSize(super().minimumSizeHint().width(), lowest)

    def take_focus(self) -> None:
        """Typing goes on in the field in which it was."""
        if self.fields:
            self.fields[self._current].take_focus()

    def step(self, by: int) -> None:
        """Go down or up a number of fields; above the first, `up` is sent."""
        place = self._current + by
        if place < 0:
            self.up.emit()
        elif place < len(self.fields):
            self._current = place
            self.take_focus()

    def lines(self) -> list[str]:
        """What stands in each field."""
        return [field.line.text() for field in self.fields]

    def clear(self) -> None:
        """Empty every field, and begin at the first."""
        self.fill([""] * len(self.fields))

    def fill(self, lines: Sequence[str]) -> None:
        """Put a line into each field, and begin at the first."""
        for field, text in zip(self.fields, lines, strict=True):
            field.line.setText(text)
            field.check()
        self._current = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the next field."""
        if event.key() == Qt.Key.Key_Down:
            self.step(1)
            return
        event.ignore()

    def _typed(self, place: int, _text: str) -> None:
        """One figure that decides goes on; the last field waits for Enter, which saves."""
        self.edited.emit()
        if self.fields[place].decided() and place + 1 < len(self.fields):
            self._current = place
            self.step(1)

    def _go_back(self, place: int) -> None:
        if place:
            self._current = place
            self.step(-1)

    def _enter(self, place: int) -> None:
        self._current = place
        if not self.fields[place].check():
            return
        if place + 1 < len(self.fields):
            self.step(1)
            return
        wrong = [field for field in self.fields if not field.check()]
        if wrong:
            wrong[0].take_focus()
        else:
            self.finished.emit()

    def _focus(self, place: int, came: bool) -> None:  # noqa: FBT001
        if came:
            self._current = place
            self.ensureWidgetVisible(self.fields[place])
        self.focused.emit(came)


def _insert(line: Line, text: str) -> None:
    line.insert(" ".join(text.split()))
