"""The evaluation: forms typed in at number-pad speed, and what was learned from them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from facilitator.model.records import EvaluationQuestion, Finding, Record, Response, Stage
from ui.actions import Handlers, keys_of
from ui.session import Changes
from ui.stages.evaluation_forms import FormsSide
from ui.stages.findings import FindingsSide
from ui.stages.page import Page, Room
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column
from ui.widgets.sides import Sides

Side = FormsSide | FindingsSide


class EvaluationPage(Page):
    """Forms on the left, findings on the right; one key goes from one to the other."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self.forms = FormsSide(room, stage.id)
        self.findings = FindingsSide(room, stage.id, self.forms.forms)
        self._side: Side = self.forms
        self.setLayout(self._laid_out())
        for side in (self.forms, self.findings):
            side.focused.connect(partial(self._at, side))
            side.leave.connect(self.take_focus)
        self.session.changed.connect(self._follow)
        self._choose_side()

    def _laid_out(self) -> QVBoxLayout:
        words = self.words
        keys = [
            words("{key}: forms or findings", key=keys_of("entry")),
            words("Up: to the list"),
            words("{key}: sector of the form", key=keys_of("next_table")),
            words("{key}: count beside a finding", key=keys_of("next_principle")),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]
        letters = self.fontMetrics().averageCharWidth()
        sides = Sides(self.forms, self.findings, shares=(3, 2), wide=80 * letters, gap=12)
        layout = column(KeyHints(keys), sides, gap=12)
        layout.setStretch(1, 1)
        return layout

    def handlers(self) -> Handlers:
        """The two sides, and what is done to a chosen form or finding."""
        return {
            "entry": self._other_side,
            "next_table": partial(self.forms.sectors.step, 1),
            "previous_table": partial(self.forms.sectors.step, -1),
            "next_principle": partial(self.findings.step_count, 1),
            "previous_principle": partial(self.findings.step_count, -1),
            "edit": lambda: self._side.edit(),
            "delete": lambda: self._side.delete(),
        }

    def take_focus(self) -> None:
        """Typing goes on where it was: in a form, or in a finding."""
        self._side.take_focus()

    def reveal(self, record: Record) -> None:
        """Choose the form of an answer, or a finding, in its list."""
        if isinstance(record, Response):
            self.forms.list.choose_id(record.form)
            self.forms.list.setFocus()
        elif isinstance(record, Finding):
            self.findings.list.choose_id(record.id)
            self.findings.list.setFocus()

    def _at(self, side: Side) -> None:
        self._side = side

    def _other_side(self) -> None:
        other: Side = self.findings if self._side is self.forms else self.forms
        if other.can_type():
            self._side = other
        self.take_focus()

    def _choose_side(self) -> None:
        if not self.forms.can_type():
            self._side = self.findings

    def _follow(self, changes: Changes) -> None:
        if any(isinstance(change.record, EvaluationQuestion) for change in changes):
            self.forms.renew_questions()
            self.findings.renew_counts()
            self._choose_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a form that is edited as it was."""
        if event.key() == Qt.Key.Key_Escape and self._side is self.forms:
            self.forms.leave_edit()
            return
        super().keyPressEvent(event)
