"""The side of the evaluation page on which is written down what was learned."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.model import conversation
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import EvaluationQuestion, Finding
from facilitator.model.swot import lines_of
from ui.models.cards import Card, CardModel
from ui.models.forms import FormsModel
from ui.stages.page import Room
from ui.widgets.card_list import CardList
from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import EntryLine
from ui.widgets.in_place import Texts
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
        self.renew_counts()
        self.entry.say(self._words("Enter adds the finding"))
        self.entry.keep_draft(room.draft(f"{place}/finding"))
        left = self.list.edits.keep_draft(room.draft(f"{place}/edit"))
        self._edit(room.session.workshop.find(Finding, left))

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
        """Typing goes on in the finding that is edited, else to the entry line."""
        (self.list.edits.editor or self.entry).setFocus()

    def edit(self) -> None:
        """Edit the chosen finding where it stands."""
        self._edit(self._chosen())

    def step_count(self, by: int) -> None:
        """Another count for the next finding; where the keys are in the list, for the chosen."""
        finding = self._chosen() if self.list.has_keys() else None
        if finding is None:
            self.counts.step(by)
            return
        key = self.counts.beside(_key(finding.question, finding.option), by)
        question, option = _read_key(key)
        act = conversation.edit_finding
        self._session.do(act, finding.id, finding.text, question=question, option=option)

    def delete(self) -> None:
        """Remove the chosen finding."""
        finding = self._chosen()
        if finding is not None:
            self._session.do(conversation.delete_finding, finding.id)
            if not self.findings.rowCount():
                self.leave.emit()

    def _edit(self, finding: Finding | None) -> None:
        place = self.findings.row_of(finding.id) if finding else None
        if finding is not None and place is not None:
            index = self.findings.index(place)
            save = partial(self._mend, finding.id)
            self.list.edits.begin(index, [self._words("The finding")], (finding.text,), save)

    def _mend(self, id_: str, texts: Texts) -> bool:
        before = self._session.workshop.get(Finding, id_)
        question, option = before.question, before.option
        act = conversation.edit_finding
        return self._session.do(act, id_, texts[0], question=question, option=option) is not None

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

    def _enter(self, text: str) -> None:
        if self._add([text]):
            self.entry.clear()
            self.counts.choose(None)

    def _paste(self, text: str) -> None:
        lines = list(lines_of(text))
        if self._add(lines):
            told = self._words.plural(
                "{n} finding added; Ctrl+Z takes it back",
                "{n} findings added; Ctrl+Z takes them back",
                len(lines),
            )
            self.entry.tell(told)

    def _add(self, texts: list[str]) -> bool:
        question, option = _read_key(self.counts.id)
        act = conversation.add_findings
        return self._session.do(act, texts, question=question, option=option) is not None

    def _chosen(self) -> Finding | None:
        """The chosen finding, once what is edited in it is saved."""
        chosen = self.list.chosen() if self.list.edits.finish() else []
        return self._session.workshop.find(Finding, chosen[0]) if chosen else None

    def _counts_changed(self) -> None:
        self.findings.touch(finding.id for finding in self.findings.records() if finding.option)


def _options(question: EvaluationQuestion) -> tuple[str, ...]:
    if question.answer is AnswerKind.SCALE:
        return tuple(str(n) for n in range(question.lowest, question.highest + 1))
    return question.options


def _key(question: str | None, option: str) -> str | None:
    return f"{question}\n{option}" if question and option else None


def _read_key(key: str | None) -> Count:
    question, _, option = (key or "").partition("\n")
    return question or None, option
