"""The form of one record of the plan: each field is saved as it is left, each an act to undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from facilitator.model import plan
from facilitator.model.errors import DomainError
from facilitator.model.plan import Planned
from ui.prepare.described import Field, Section
from ui.prepare.field_box import FieldBox
from ui.session import Changes
from ui.stages.page import Room
from ui.widgets.fitting import Fitting
from ui.widgets.labels import column, label, row

_LINES = 12
"""The least height of a form, in lines: where there is less room, the page scrolls."""


class Form(QFrame):
    """The fields of a record; `leave` is sent for Esc, `focused` when the keys come here."""

    leave = Signal()
    focused = Signal()

    def __init__(self, room: Room, type_: type[Planned], sections: Sequence[Section]) -> None:
        """A form without a record."""
        super().__init__()
        self.setObjectName("panel")
        self._room, self._type = room, type_
        self._id: str | None = None
        self._last: FieldBox | None = None
        self.boxes: list[FieldBox] = []
        self._remark = label("", "remark", wrap=True)
        parts = [part for section in sections for part in self._section(section)]
        self._empty = label(room.words("What is chosen in the list is changed here."), "muted")
        self._empty.setWordWrap(True)
        inside = QWidget()
        inside.setLayout(column(self._remark, *parts, None, margins=(14, 10, 14, 14), gap=10))
        self._inside = Fitting(inside, liked=True)
        self.setLayout(column(self._empty, self._inside, margins=(2, 2, 2, 2)))
        self._empty.setContentsMargins(14, 10, 14, 10)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(_LINES * self.fontMetrics().height())
        room.session.changed.connect(self._follow)
        self.remark("")
        self._show()

    @property
    def id(self) -> str | None:
        """The id of the record that is shown."""
        return self._id

    def show_record(self, id_: str | None) -> None:
        """Show another record, or none."""
        if id_ != self._id:
            self._tell_what_is_lost()
            self._id = id_
            self._show()

    def remark(self, sentence: str) -> None:
        """Say a sentence above the fields."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def box(self, name: str) -> FieldBox:
        """A field by its name."""
        return next(box for box in self.boxes if box.field.name == name)

    def take_focus(self, *, first: bool = False) -> None:
        """Typing goes to the field in which it was last, or to the first."""
        box = self._last if self._last is not None and not first else self._visible()[0]
        box.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what is typed, and then leaves the form."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        box = self._last
        if box is not None and box.edited:
            box.show_value(getattr(self._record(), box.field.name))
        else:
            self.leave.emit()

    def _section(self, section: Section) -> list[QWidget | QLayout]:
        parts: list[QWidget | QLayout] = []
        if section.heading:
            parts.append(label(section.heading, "caption"))
        line = None
        for field in section.fields:
            box = self._box(field)
            if field.beside and line is not None:
                line.addWidget(box, 1)
            else:
                line = row(gap=12)
                line.addWidget(box, 1)
                parts.append(line)
        return parts

    def _box(self, field: Field) -> FieldBox:
        box = FieldBox(field)
        box.left.connect(partial(self._save, box))
        box.entered.connect(partial(self._enter, box))
        box.changed.connect(self._renew_shown)
        box.focused.connect(partial(self._focus, box))
        self.boxes.append(box)
        return box

    def _record(self) -> Any:
        return self._room.session.workshop.find(self._type, self._id)

    def _show(self) -> None:
        record = self._record()
        self._inside.setVisible(record is not None)
        self._empty.setVisible(record is None)
        self._last = None
        if record is not None:
            for box in self.boxes:
                box.show_value(getattr(record, box.field.name))
            self._renew_shown()
            self._inside.verticalScrollBar().setValue(0)

    def _renew_shown(self) -> None:
        def now(name: str) -> Any:
            return self.box(name).editor.value()

        for box in self.boxes:
            box.setVisible(box.field.shown(now))

    def _visible(self) -> list[FieldBox]:
        return [box for box in self.boxes if not box.isHidden()]

    def _enter(self, box: FieldBox) -> None:
        """Enter saves, and goes on to the next field."""
        if not self._save(box):
            return
        shown = self._visible()
        place = shown.index(box) + 1 if box in shown else len(shown)
        if place < len(shown):
            shown[place].take_focus()

    def _save(self, box: FieldBox) -> bool:
        """Save what stands in a field; a sentence under it says why where that cannot be."""
        record = self._record()
        if record is None or not box.edited:
            return not box.wrong
        value, session = box.editor.value(), self._room.session
        fields = {**box.field.along(record, value), box.field.name: value}
        try:
            act = plan.edit(session.workshop, self._type, record.id, **fields)
        except DomainError as error:
            box.say_wrong(error.said(self._room.words))
            return False
        if act.changes[0].before != act.changes[0].after and session.do(lambda _: act) is None:
            box.say_wrong(self._room.words("This could not be saved: it still stands here."))
            return False
        box.show_value(getattr(self._record(), box.field.name))
        self._renew_shown()
        return True

    def _follow(self, changes: Changes) -> None:
        record = self._record()
        if record is None:
            if any(change.id == self._id for change in changes):
                self._id = None
                self._show()
            return
        for box in self.boxes:
            box.follow(getattr(record, box.field.name))
        self._renew_shown()

    def _focus(self, box: FieldBox) -> None:
        self._last = box
        self.focused.emit()

    def _tell_what_is_lost(self) -> None:
        wrong = next((box for box in self.boxes if box.wrong and box.edited), None)
        if wrong is not None and self._record() is not None:
            self._room.session.refused.emit(
                self._room.words(
                    "“{field}” stays as it was. {why}", field=wrong.field.label, why=wrong.wrong
                )
            )
