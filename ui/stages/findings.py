"""The side of the evaluation page on which is written down what was learned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.model import conversation
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import EvaluationQuestion, Finding
from facilitator.model.swot import lines_of
from ui.models.cards import Card, CardModel
from ui.models.forms import FormsModel
from ui.session import Changes
from ui.stages.page import Room
from ui.widgets.card_list import CardList
from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import EntryLine
from ui.widgets.labels import column
from ui.widgets.panel import Panel

Count = tuple[str | None, str]


class FindingsSide(QWidget):
    """The findings, each with the count beside it that it rests on, if any."""

    focused = Signal()
    leave = Signal()

    def __init__(self, room: Room, place: str, forms: FormsModel) -> None:
        """Findings over the forms that are counted; what is half-typed is kept for a place."""
        super().__init__()
        self._session, self._words, self._forms = room.session, room.words, forms
        self._editing: str | None = None
        self.findings: CardModel[Finding] = CardModel(
            room.session, Finding, self._card, lambda _: True
        )
        self.list = CardList(
            room.theme,
            self.findings,
            self._words("Findings"),
            self._words("What was learned from the evaluation will stand here."),
            gutter="•",
        )
        self.counts = Chooser(self._words("Count beside the finding"))
        self.counts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.entry = EntryLine(self._words("What did we learn?"), narrow=True)
        panel = Panel(self._words("Findings"), self.list)
        layout = column(panel, self.counts, self.entry, gap=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(self._paste)
        self.entry.up.connect(self.list.enter_from_below)
        self.entry.line.focused.connect(lambda on: self.focused.emit() if on else None)
        self.list.leave.connect(self.leave)
        self.list.focused.connect(lambda on: self.focused.emit() if on else None)
        self.list.doubleClicked.connect(self.edit)
        for signal in (forms.dataChanged, forms.rowsInserted, forms.rowsRemoved, forms.modelReset):
            signal.connect(self._counts_changed)
        room.session.changed.connect(self._follow)
        self.renew_counts()
        self._say()
        self.entry.keep_draft(room.draft(f"{place}/finding"))

    def renew_counts(self) -> None:
        """Offer every option of the plan's questions, to print its count beside a finding."""
        choices: list[tuple[str | None, str]] = [(None, self._words("No count beside it"))]
        for question in self._session.workshop.all(EvaluationQuestion):
            for option in _options(question):
                name = self._words("Count of: {option}", option=option)
                choices.append((_key(question.id, option), name))
        self.counts.offer(choices)

    def can_type(self) -> bool:
        """A finding can always be written down."""
        return True

    def take_focus(self) -> None:
        """Typing goes to the entry line."""
        self.entry.setFocus()

    def edit(self) -> None:
        """Take the chosen finding into the entry line."""
        finding = self._chosen()
        if finding is not None:
            self._editing = finding.id
            self.entry.line.setText(finding.text)
            self.counts.choose(_key(finding.question, finding.option))
            self._say()
            self.take_focus()

    def delete(self) -> None:
        """Remove the chosen finding."""
        finding = self._chosen()
        if finding is not None:
            self._session.do(conversation.delete_finding, finding.id)
            if not self.findings.rowCount():
                self.leave.emit()

    def leave_edit(self) -> None:
        """Leave a finding that is edited as it was."""
        if self._editing:
            self._clear()

    def _card(self, finding: Finding) -> Card:
        question = self._session.workshop.find(EvaluationQuestion, finding.question)
        remark = ""
        if question is not None and finding.option:
            chosen, answered = self._forms.count(question, finding.option)
            remark = self._words(
                "{option}: {chosen} of {answered}",
                option=finding.option,
                chosen=chosen,
                answered=answered,
            )
        return Card(finding.text, "•", remark=remark)

    def _say(self) -> None:
        if self._editing:
            self.entry.say(self._words("Enter saves the change, Esc leaves it"))
        else:
            self.entry.say(self._words("Enter adds the finding"))

    def _count(self) -> Count:
        if self.counts.id is None:
            return None, ""
        question, _, option = self.counts.id.partition("\n")
        return question, option

    def _enter(self, text: str) -> None:
        if self._mend(self._editing, text) if self._editing else self._add([text]):
            self._clear()

    def _paste(self, text: str) -> None:
        lines = list(lines_of(text))
        if self._editing:
            self.entry.line.insert(" ".join(lines))
        else:
            self._add(lines)

    def _add(self, texts: list[str]) -> bool:
        question, option = self._count()
        act = conversation.add_findings
        return self._session.do(act, texts, question=question, option=option) is not None

    def _mend(self, id_: str, text: str) -> bool:
        before = self._session.workshop.get(Finding, id_)
        question, option = self._count()
        if (text, question, option) == (before.text, before.question, before.option):
            return True
        act = conversation.edit_finding
        return self._session.do(act, id_, text, question=question, option=option) is not None

    def _clear(self) -> None:
        self._editing = None
        self.entry.clear()
        self.counts.choose(None)
        self._say()

    def _chosen(self) -> Finding | None:
        chosen = self.list.chosen()
        return self._session.workshop.find(Finding, chosen[0]) if chosen else None

    def _counts_changed(self) -> None:
        self.findings.touch(finding.id for finding in self.findings.records() if finding.option)

    def _follow(self, _changes: Changes) -> None:
        if self._editing and self._session.workshop.find(Finding, self._editing) is None:
            self._editing = None
            self._say()


def _options(question: EvaluationQuestion) -> tuple[str, ...]:
    if question.answer is AnswerKind.SCALE:
        return tuple(str(n) for n in range(question.lowest, question.highest + 1))
    return question.options


def _key(question: str | None, option: str) -> str | None:
    return f"{question}\n{option}" if question and option else None
