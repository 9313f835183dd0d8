"""The side of the evaluation page on which forms are typed in, one after another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.model import conversation
from facilitator.model.attendance import Tally
from facilitator.model.forms import write_answer
from facilitator.model.records import EvaluationQuestion, Response
from ui.models.forms import FormsModel
from ui.session import Changes
from ui.stages.page import Room, sector_chooser
from ui.widgets.card_list import CardList
from ui.widgets.dress import set_property
from ui.widgets.flow import Flow
from ui.widgets.form_fields import FormFields
from ui.widgets.labels import column, label
from ui.widgets.panel import Panel


class FormsSide(QWidget):
    """A form to type in, over the forms that are recorded."""

    focused = Signal()
    leave = Signal()

    def __init__(self, room: Room, place: str) -> None:
        """The next form, empty, or as it was left half-typed at a place."""
        super().__init__()
        self._room, self._session, self._words = room, room.session, room.words
        self._editing: str | None = None
        self._draft = room.draft(f"{place}/form")
        self._holds_draft = False
        self._tally = Tally.of(room.session.workshop)
        self.forms = FormsModel(room.session, room.words)
        self.sectors = sector_chooser(room)
        self.fields = FormFields(self._words, ())
        self.list = CardList(
            room.theme,
            self.forms,
            self._words("Forms"),
            self._words("The forms that are typed in will stand here."),
            gutter="000",
        )
        self.list.setMinimumHeight(4 * self.list.fontMetrics().height())
        self._title = label("", "lead")
        self._none = label(
            self._words(
                "The answers of the evaluation forms are typed in here; "
                "the plan has no evaluation questions yet."
            ),
            "muted",
            wrap=True,
        )
        self._frame = QFrame()
        self._frame.setObjectName("panel")
        head = QWidget()
        head.setLayout(
            Flow(self._title, self.sectors, margins=(14, 8, 8, 4), gap=12, stretch=self._title)
        )
        self._none.setContentsMargins(14, 0, 14, 12)
        self._how = self._words(
            "A digit that leaves no doubt goes on by itself. Enter: next, and after the last: "
            "save. Backspace in an empty field: back."
        )
        self._done = label(self._how, "small", wrap=True)
        self._done.setContentsMargins(14, 0, 14, 8)
        parts = (head, self._none, self.fields, self._done)
        self._body = column(*parts, margins=(2, 0, 2, 2), gap=0)
        self._frame.setLayout(self._body)
        layout = column(self._frame, Panel(self._words("Forms so far"), self.list), gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.list.leave.connect(self.leave)
        self.list.focused.connect(lambda on: self.focused.emit() if on else None)
        self.list.doubleClicked.connect(self.edit)
        for signal in (self.forms.rowsInserted, self.forms.rowsRemoved):
            signal.connect(self._say)
        self.sectors.chosen.connect(self._keep)
        room.session.changed.connect(self._follow)
        self.renew_questions()

    def renew_questions(self) -> None:
        """Make a field for each question of the plan as it stands."""
        questions = self._session.workshop.all(EvaluationQuestion)
        before, self.fields = self.fields, FormFields(self._words, questions)
        self._body.replaceWidget(before, self.fields)
        before.deleteLater()
        self.fields.finished.connect(self._save)
        self.fields.edited.connect(self._keep)
        self.fields.up.connect(self.list.enter_from_below)
        self.fields.focused.connect(self._show_focus)
        self.fields.setVisible(bool(questions))
        self._none.setVisible(not questions)
        self._done.setVisible(bool(questions))
        self._editing = None
        self._restore()
        self._say()

    def can_type(self) -> bool:
        """Whether there is a question to answer."""
        return bool(self.fields.fields)

    def take_focus(self) -> None:
        """Typing goes to the form."""
        self.fields.take_focus()

    def edit(self) -> None:
        """Take the chosen form into the fields."""
        form = self.forms.form(next(iter(self.list.chosen()), ""))
        if form is None:
            return
        lines = []
        for field in self.fields.fields:
            response = form.responses.get(field.question.id)
            lines.append("" if response is None else write_answer(field.question, response))
        sectors = [response.sector for response in form.responses.values()]
        self.sectors.choose(next(iter(sectors), None))
        self._editing = form.id
        self.fields.fill(lines)
        self._say()
        self.take_focus()

    def delete(self) -> None:
        """Remove the chosen form."""
        chosen = self.list.chosen()
        if chosen:
            self._session.do(conversation.delete_form, chosen[0])
            if not self.forms.rowCount():
                self.leave.emit()

    def leave_edit(self) -> None:
        """Leave a form that is edited as it was, and give up a draft that nobody typed on."""
        if self._editing or self._holds_draft:
            self._tell("")
            self._clear()
            self.take_focus()

    def _save(self) -> None:
        if self._editing and self.forms.form(self._editing) is None:
            self._editing = None  # undone meanwhile: what is typed is a new form
        label_ = self._editing or str(self.forms.next_number())
        responses = self._responses(label_)
        if self._editing:
            done = self._session.do(conversation.edit_form, label_, responses)
        else:
            done = self._session.do(conversation.record_form, responses)
        if done is not None:
            self._clear()
            self._tell(self._words("Form {form} saved", form=label_))
        self.take_focus()

    def _responses(self, form: str) -> list[Response]:
        answers = ((field.question.id, field.answer()) for field in self.fields.fields)
        sector = self.sectors.id
        return [answer.response(id_, form, sector) for id_, answer in answers if answer]

    def _tell(self, sentence: str) -> None:
        """Say something beneath the form; with nothing, how forms are typed."""
        self._done.setText(sentence or self._how)

    def _keep(self) -> None:
        """Keep what stands in the fields until the form is saved."""
        if self._holds_draft:
            self._holds_draft = False
            self._tell("")
        lines = self.fields.lines()
        if any(lines):
            questions = (field.question.id for field in self.fields.fields)
            pairs = (text for pair in zip(questions, lines, strict=True) for text in pair)
            self._draft.keep(self._editing or "", self.sectors.id or "", *pairs)
        else:
            self._draft.forget()

    def _restore(self) -> None:
        """Show again a form that was left half-typed, where its questions are still asked."""
        form, sector, *pairs = self._draft.texts() or ("", "")
        kept = dict(zip(pairs[::2], pairs[1::2], strict=False))
        lines = [kept.get(field.question.id, "") for field in self.fields.fields]
        if any(lines):
            caption = self._draft.caption
            self._editing = form if self.forms.form(form) else None
            self.sectors.choose(sector or None)
            self.fields.fill(lines)
            self._tell(caption)
            self._holds_draft = True

    def _follow(self, changes: Changes) -> None:
        if self._tally.follow(changes):
            self._say()

    def _clear(self) -> None:
        self._editing = None
        self._holds_draft = False
        self._draft.forget()
        self.fields.clear()
        self.sectors.choose(None)
        self._say()

    def _say(self) -> None:
        if self._editing:
            title = self._words("Form {form}, edited · Esc leaves it", form=self._editing)
        else:
            form = self.forms.next_number()
            people = sum((self._tally.arrived or self._tally.expected).values())
            if form <= people:
                title = self._words("Form {form} of {people}", form=form, people=people)
            else:
                title = self._words("Form {form}", form=form)
        self._title.setText(title)

    def _show_focus(self, on: bool) -> None:  # noqa: FBT001
        set_property(self._frame, "current", "true" if on else "false")
        if on:
            self.focused.emit()
