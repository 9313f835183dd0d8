"""Questions to a speaker: question, Enter, answer, Enter, and the next question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model import conversation
from facilitator.model.records import Question, Stage
from facilitator.model.swot import lines_of
from ui.actions import Handlers, keys_of
from ui.models.cards import CardModel
from ui.session import Changes
from ui.stages.cards import other_language, question_card
from ui.stages.page import Page, Room, sector_chooser
from ui.widgets.card_list import CardList
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row
from ui.widgets.panel import Panel

_HINT_WIDTH = 236


class QuestionsPage(Page):
    """The questions of a stage with their answers; who asked is never a name, only a sector."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
        self._editing: str | None = None
        self.sectors = sector_chooser(room, f"{stage.id}/sector")
        self.questions: CardModel[Question] = CardModel(
            self.session,
            Question,
            partial(question_card, room),
            lambda question: question.stage in {stage.id, None},
        )
        self.list = CardList(
            self.theme,
            self.questions,
            self.words("Questions and answers"),
            self.words("The questions and their answers will stand here. Type the first below."),
            gutter="00",
        )
        self.question = EntryLine(self.words("Type a question"), hint_width=_HINT_WIDTH)
        self.answer = EntryLine(
            self.words("Type its answer, or leave it empty"), hint_width=_HINT_WIDTH
        )
        self._line = self.question
        self._lay_out()
        self._connect()
        self._say()
        self.question.keep_draft(room.draft(f"{stage.id}/question"))
        self.answer.keep_draft(room.draft(f"{stage.id}/answer"))

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("Up: to the questions"),
            words("{key}: who asked", key=keys_of("next_table")),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]
        asked = label(words("Asked by"), "muted")
        head = row(asked, self.sectors, KeyHints(keys), gap=8)
        head.setStretch(2, 1)
        panel = Panel(words("Questions and answers"), self.list)
        lines = column(self.question, self.answer, gap=8)
        layout = column(head, panel, lines, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.question.entered.connect(lambda _: self._go(self.answer))
        self.question.pasted.connect(self._paste)
        self.question.up.connect(self.list.enter_from_below)
        self.answer.line.returnPressed.connect(self._save)
        self.answer.pasted.connect(lambda text: self._insert(self.answer, text))
        self.answer.up.connect(partial(self._go, self.question))
        self.list.leave.connect(self.take_focus)
        self.list.doubleClicked.connect(self.edit)
        self.session.changed.connect(self._follow)

    def handlers(self) -> Handlers:
        """The sector that asks, and what is done to a chosen question."""
        return {
            "entry": self._other_line,
            "next_table": partial(self.sectors.step, 1),
            "previous_table": partial(self.sectors.step, -1),
            "next_principle": partial(self.sectors.step, 1),
            "previous_principle": partial(self.sectors.step, -1),
            "edit": self.edit,
            "delete": self._delete,
            "language": self._toggle_language,
        }

    def take_focus(self) -> None:
        """Typing goes on in the line in which it was."""
        self._line.setFocus()

    def edit(self) -> None:
        """Take the chosen question and its answer into the lines."""
        question = self._chosen()
        if question is not None:
            self._editing = question.id
            self.question.line.setText(question.text)
            self.answer.line.setText(question.answer.replace("\n", " "))
            self.sectors.choose(question.sector)
            self._say()
            self._go(self.question)

    def _say(self) -> None:
        self.question.say(self.words("Enter goes on to the answer"))
        if self._editing:
            self.answer.say(self.words("Enter saves the change, Esc leaves it"))
        else:
            self.answer.say(self.words("Enter saves question and answer"))

    def _go(self, line: EntryLine) -> None:
        self._line = line
        line.setFocus()

    def _other_line(self) -> None:
        at_question = self.question.line.hasFocus()
        self._go(self.answer if at_question else self.question)

    def _save(self) -> None:
        text, answer = self.question.text(), self.answer.text()
        if not text.strip():
            self._go(self.question)
        elif self._mend(text, answer) if self._editing else self._add(text, answer):
            self._clear()

    def _add(self, text: str, answer: str) -> bool:
        done = self.session.do(
            conversation.add_question,
            text,
            answer=answer,
            sector=self.sectors.id,
            stage=self._stage,
        )
        if done is not None:
            self.list.choose_id(done.changes[-1].id)
        return done is not None

    def _mend(self, text: str, answer: str) -> bool:
        before = self.session.workshop.get(Question, self._editing or "")
        flat = before.answer.replace("\n", " ")
        if (text, answer, self.sectors.id) == (before.text, flat, before.sector):
            return True
        if answer == flat:
            answer = before.answer
        act = conversation.edit_question
        return self.session.do(act, before.id, text, answer, self.sectors.id) is not None

    def _clear(self) -> None:
        self._editing = None
        self.question.clear()
        self.answer.clear()
        self.sectors.choose(None)
        self._say()
        self._go(self.question)

    def _paste(self, text: str) -> None:
        if self._editing:
            self._insert(self.question, text)
            return
        self.session.do(
            conversation.add_questions, lines_of(text), sector=self.sectors.id, stage=self._stage
        )

    @staticmethod
    def _insert(entry: EntryLine, text: str) -> None:
        entry.line.insert(" ".join(text.split()))

    def _chosen(self) -> Question | None:
        chosen = self.list.chosen()
        return self.session.workshop.find(Question, chosen[0]) if chosen else None

    def _delete(self) -> None:
        question = self._chosen()
        if question is not None:
            self.session.do(conversation.delete_question, question.id)
            if not self.questions.rowCount():
                self.take_focus()

    def _toggle_language(self) -> None:
        question = self._chosen()
        if question is not None:
            language = other_language(self.room, question.language)
            self.session.do(conversation.mark_question_language, question.id, language)

    def _follow(self, _changes: Changes) -> None:
        if self._editing and self.session.workshop.find(Question, self._editing) is None:
            self._editing = None
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an edit as it was, or goes back to the question; Down goes to the answer."""
        handled: Callable[[], object] | None = None
        if event.key() == Qt.Key.Key_Escape:
            handled = self._clear if self._editing else partial(self._go, self.question)
        elif event.key() == Qt.Key.Key_Down:
            handled = partial(self._go, self.answer)
        if handled is None:
            super().keyPressEvent(event)
        else:
            handled()
