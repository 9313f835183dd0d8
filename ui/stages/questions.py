"""Questions to a speaker: who asked, the question, Enter, the answer, Enter, and the next one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.model import conversation
from facilitator.model.records import Question, Record, Stage
from facilitator.model.swot import lines_of
from ui.actions import Handlers, keys_of
from ui.models.cards import CardModel
from ui.stages.cards import other_language, question_card
from ui.stages.page import Page, Room, sector_chooser
from ui.widgets.card_list import CardList
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.in_place import Texts
from ui.widgets.labels import column, label, row
from ui.widgets.panel import Panel


class QuestionsPage(Page):
    """The questions of a stage with their answers; who asked is never a name, only a sector."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
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
        hints = (
            self.words("Enter goes on to the answer"),
            self.words("Enter saves question and answer"),
        )
        width = max(self.fontMetrics().horizontalAdvance(hint) for hint in hints)
        self.question = EntryLine(
            self.words("Type a question"), hint_width=width, target=self._asked_by()
        )
        self.answer = EntryLine(self.words("Type its answer, or leave it empty"), hint_width=width)
        self.question.say(hints[0])
        self.answer.say(hints[1])
        self._line = self.question
        self._lay_out()
        self._connect()
        self.question.keep_draft(room.draft(f"{stage.id}/question"))
        self.answer.keep_draft(room.draft(f"{stage.id}/answer"))
        self._keep_edits()

    def _asked_by(self) -> QWidget:
        asker = QWidget()
        asker.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        asker.setLayout(row(label(self.words("Asked by"), "muted"), self.sectors, gap=8))
        return asker

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("Up: to the questions"),
            words("{key}: who asked", key=keys_of("next_table")),
            words("{up} and {down} move", up=keys_of("move_up"), down=keys_of("move_down")),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]
        panel = Panel(words("Questions and answers"), self.list)
        lines = column(self.question, self.answer, gap=8)
        layout = column(KeyHints(keys), panel, lines, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        order = (self.sectors, self.question.line, self.answer.line, self.list)
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.question.entered.connect(lambda _: self._go(self.answer))
        self.question.pasted.connect(self._paste)
        self.question.up.connect(self.list.enter_from_below)
        self.question.line.focused.connect(partial(self._at, self.question))
        self.answer.line.returnPressed.connect(self._save)
        self.answer.pasted.connect(self._insert)
        self.answer.up.connect(partial(self._go, self.question))
        self.answer.line.focused.connect(partial(self._at, self.answer))
        self.list.leave.connect(self.take_focus)
        self.list.doubleClicked.connect(self.edit)

    def handlers(self) -> Handlers:
        """The sector that asks, and what is done to a chosen question."""
        return {
            "entry": self._other_line,
            "next_table": partial(self._step_sector, 1),
            "previous_table": partial(self._step_sector, -1),
            "next_principle": partial(self._step_sector, 1),
            "previous_principle": partial(self._step_sector, -1),
            "move_up": partial(self._move, -1),
            "move_down": partial(self._move, 1),
            "edit": self.edit,
            "delete": self._delete,
            "language": self._toggle_language,
        }

    def take_focus(self) -> None:
        """Typing goes on in the question that is edited, else in the line in which it was."""
        (self.list.edits.editor or self._line).setFocus()

    def reveal(self, record: Record) -> None:
        """Choose a question."""
        if isinstance(record, Question):
            self.list.choose_id(record.id)
            self.list.setFocus()

    def edit(self) -> None:
        """Edit the chosen question and its answer where they stand."""
        question = self._chosen()
        if question is not None:
            self._edit(question)

    def _edit(self, question: Question) -> None:
        place = self.questions.row_of(question.id)
        if place is not None:
            names = [self.words("The question"), self.words("Its answer, or nothing")]
            texts = (question.text, question.answer)
            save = partial(self._mend, question.id)
            self.list.edits.begin(self.questions.index(place), names, texts, save)

    def _mend(self, question_id: str, texts: Texts) -> bool:
        sector = self.session.workshop.get(Question, question_id).sector
        act = conversation.edit_question
        return self.session.do(act, question_id, texts[0], texts[1], sector) is not None

    def _keep_edits(self) -> None:
        """Keep edits, too, and open again the question that was half-edited."""
        left = self.list.edits.keep_draft(self.room.draft(f"{self._stage}/edit"))
        question = self.session.workshop.find(Question, left)
        if question is not None:
            self._edit(question)

    def _at(self, line: EntryLine, came: bool) -> None:  # noqa: FBT001
        if came:
            self._line = line

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
            return
        done = self.session.do(
            conversation.add_question,
            text,
            answer=answer,
            sector=self.sectors.id,
            stage=self._stage,
        )
        if done is not None:
            self.list.choose_id(done.changes[-1].id)
            self.question.clear()
            self.answer.clear()
            self.sectors.choose(None)
            self._go(self.question)

    def _paste(self, text: str) -> None:
        lines = lines_of(text)
        act = conversation.add_questions
        if self.session.do(act, lines, sector=self.sectors.id, stage=self._stage):
            told = self.words.plural(
                "{n} question added; Ctrl+Z takes it back",
                "{n} questions added; Ctrl+Z takes them back",
                len(lines),
            )
            self.question.tell(told)

    def _insert(self, text: str) -> None:
        self.answer.line.insert(" ".join(text.split()))

    def _chosen(self) -> Question | None:
        """The chosen question, once what is edited in it is saved."""
        chosen = self.list.chosen() if self.list.edits.finish() else []
        return self.session.workshop.find(Question, chosen[0]) if chosen else None

    def _step_sector(self, by: int) -> None:
        """Who asked the next question; where the keys are in the list, who asked the chosen one."""
        question = self._chosen() if self.list.has_keys() else None
        if question is None:
            self.sectors.step(by)
        else:
            sector = self.sectors.beside(question.sector, by)
            self.session.do(conversation.set_asker, question.id, sector)

    def _move(self, by: int) -> None:
        """Let the chosen question change places with the one above or below it."""
        question = self._chosen()
        place = self.questions.row_of(question.id) if question else None
        if question is None or place is None or not 0 <= place + by < self.questions.rowCount():
            return
        other = self.questions.record(place + by)
        self.session.do(conversation.exchange_questions, question.id, other.id)
        self.list.choose_id(question.id)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the question, Down to the answer; Enter goes on from who asked."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        handled: Callable[[], object] | None = None
        if event.key() == Qt.Key.Key_Escape or (enter and self.sectors.hasFocus()):
            handled = partial(self._go, self.question)
        elif event.key() == Qt.Key.Key_Down:
            handled = partial(self._go, self.answer)
        if handled is None:
            super().keyPressEvent(event)
        else:
            handled()
