"""The evaluation forms that are recorded: a row a form, in the order of their numbers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from facilitator.language import Language
from facilitator.model.forms import write_answer
from facilitator.model.kinds import AnswerKind
from facilitator.model.records import EvaluationQuestion, Response
from ui.models.cards import Card, card_data
from ui.models.records import RECORD_ROLE, Index
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class Form:
    """One form, known by the number or label on it: its responses by question."""

    id: str
    responses: dict[str, Response]

    @property
    def number(self) -> int | None:
        """The form's number, where its label is one."""
        return int(self.id) if self.id.isdecimal() else None

    @property
    def key(self) -> tuple[int, int, str]:
        """What forms are ordered by: numbers first, then labels."""
        return (1, 0, self.id) if self.number is None else (0, self.number, self.id)


class FormsModel(QAbstractListModel):
    """Forms with what they answer; it follows the session form by form."""

    def __init__(self, session: Session, words: Language) -> None:
        """Gather the responses by form, and follow from now on."""
        super().__init__()
        self._session, self._words = session, words
        self._rows: list[Form] = []
        self._counts: dict[tuple[str, str], tuple[int, int]] = {}
        self._fill()
        session.changed.connect(self._follow)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many forms there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card of a form, its texts, or with `RECORD_ROLE` the form."""
        if not index.isValid():
            return None
        form = self._rows[index.row()]
        return form if role == RECORD_ROLE else card_data(self._card(form), role)

    def form(self, id_: str) -> Form | None:
        """The form of that number or label, or None."""
        return next((form for form in self._rows if form.id == id_), None)

    def next_number(self) -> int:
        """The number of the next form."""
        numbers = (form.number for form in reversed(self._rows) if form.number is not None)
        return next(numbers, 0) + 1

    def count(self, question: EvaluationQuestion, option: str) -> tuple[int, int]:
        """How many forms chose an option, and how many answered the question."""
        key = (question.id, option)
        if key not in self._counts:
            given = [form.responses.get(question.id) for form in self._rows]
            answered = [r for r in given if r is not None and write_answer(question, r)]
            chosen = sum(_chose(question, response, option) for response in answered)
            self._counts[key] = (chosen, len(answered))
        return self._counts[key]

    def _card(self, form: Form) -> Card:
        lines = []
        for question in self._session.workshop.all(EvaluationQuestion):
            response = form.responses.get(question.id)
            typed = "" if response is None else write_answer(question, response)
            quoted = question.answer is AnswerKind.TEXT and typed
            lines.append(self._words("“{said}”", said=typed) if quoted else typed or "–")
        return Card("  ·  ".join(lines), form.id)

    def _fill(self) -> None:
        forms: dict[str, Form] = {}
        for response in self._session.workshop.each(Response):
            form = forms.setdefault(response.form, Form(response.form, {}))
            form.responses[response.question] = response
        self._rows = sorted(forms.values(), key=lambda form: form.key)

    def _follow(self, changes: Changes) -> None:
        if any(isinstance(change.record, EvaluationQuestion) for change in changes):
            self.beginResetModel()
            self._counts.clear()
            self._fill()
            self.endResetModel()
            return
        touched: dict[str, dict[str, Response]] = {}
        for change in changes:
            for record, gone in ((change.before, True), (change.after, False)):
                if isinstance(record, Response):
                    before = self.form(record.form)
                    known = dict(before.responses) if before else {}
                    responses = touched.setdefault(record.form, known)
                    if not gone:
                        responses[record.question] = record
                    elif responses.get(record.question) == record:
                        del responses[record.question]
        if touched:
            self._counts.clear()
        for id_, responses in touched.items():
            self._put(Form(id_, responses))

    def _put(self, form: Form) -> None:
        keys = [row.key for row in self._rows]
        row = bisect_left(keys, form.key)
        known = row < len(keys) and keys[row] == form.key
        if known and form.responses:
            self._rows[row] = form
            self.dataChanged.emit(self.index(row), self.index(row))
        elif known:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        elif form.responses:
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, form)
            self.endInsertRows()


def _chose(question: EvaluationQuestion, response: Response, option: str) -> bool:
    if question.answer is AnswerKind.SCALE:
        return str(response.scale) == option
    return option in response.choices
