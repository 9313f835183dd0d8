"""Editing the texts of a row where the row stands: Enter saves, Esc leaves them as they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTreeView, QWidget

from facilitator.model.swot import lines_of
from ui.drafts import Draft
from ui.models.records import RECORD_ROLE
from ui.widgets.labels import column, label
from ui.widgets.leading import Leading
from ui.widgets.text_area import TextArea
from ui.widgets.wrapped import wrapped_height

Texts = tuple[str, ...]
Save = Callable[[Texts], bool]

_FRAME = 2
_MARGIN = 4
_GAP = 4
_NOT_LEAVING = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


class _Field(TextArea):
    """One text of the row, as high as it needs to be."""

    entered = Signal()
    given_up = Signal()
    left = Signal()

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name)
        self.setObjectName("inPlace")
        self.setPlaceholderText(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc leaves; Shift+Enter begins a new line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Lines that are pasted become part of the text."""
        self.insertPlainText(" ".join(lines_of(source.text())))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left; for a menu or another window it is not."""
        super().focusOutEvent(event)
        if event.reason() not in _NOT_LEAVING:
            self.left.emit()

    def height_at(self, width: int) -> int:
        """How high the text is where the field is so wide."""
        text = self.toPlainText() or " "
        inside = width - 2 * (_FRAME + _MARGIN) - 2
        return wrapped_height(self.font(), text, inside) + 2 * (_FRAME + _MARGIN)


class InPlace(Leading):
    """The fields of one row, from where its text begins to the end of the row.

    `grown` is sent when they are higher or lower than before.
    """

    grown = Signal()

    def __init__(self, view: QTreeView, left: int, names: Sequence[str], texts: Texts) -> None:
        """Fields over a row of a view."""
        super().__init__()
        self._view, self._left = view, left
        self.unsaved = False
        """Whether the texts were to be saved, and could not be."""
        self.fields = [_Field(name, text) for name, text in zip(names, texts, strict=True)]
        self._told = label("", "small", wrap=True)
        self._told.hide()
        self._told.setContentsMargins(_FRAME + _MARGIN, 0, 0, _GAP)
        begin = left - _FRAME - _MARGIN
        layout = column(*self.fields, self._told, None, margins=(begin, 0, 2, 0), gap=_GAP)
        self.setLayout(layout)
        self.lead_to(self.fields[0])
        self.grow()

    def texts(self) -> Texts:
        """What stands in the fields."""
        return tuple(field.toPlainText() for field in self.fields)

    def tell(self, sentence: str) -> None:
        """Say something beneath the fields."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self.grow()

    @property
    def told(self) -> str:
        """What is said beneath the fields."""
        return self._told.text()

    def has_keys(self) -> bool:
        """Whether the keys come here."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def grow(self) -> None:
        """Make the row as high as the texts; called whenever they change."""
        before = self.sizeHint().height()
        width = self._view.viewport().width() - self._left
        for field in self.fields:
            field.setFixedHeight(field.height_at(width))
        if self.sizeHint().height() != before:
            self.updateGeometry()
            self._view.scheduleDelayedItemsLayout()
            self.grown.emit()

    def sizeHint(self) -> QSize:
        """As high as the fields and what is said beneath them."""
        heights = [field.maximumHeight() + _GAP for field in self.fields]
        told = self._told.sizeHint().height() if self._told.text() else 0
        return QSize(self._view.viewport().width(), sum(heights) + told)


class Edits(QObject):
    """The edit in place of a view: one at a time. `left` is sent after Enter and after Esc."""

    left = Signal()

    def __init__(self, view: QTreeView, text_left: Callable[[QModelIndex], int]) -> None:
        """No edit yet; `text_left` says where the text of a row begins."""
        super().__init__(view)
        self._view, self._text_left = view, text_left
        self._editor: InPlace | None = None
        self._index = QPersistentModelIndex()
        self._later = QTimer(self)  # after the rows are laid out anew
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._bring_into_sight)
        self._draft: Draft | None = None
        self._before: Texts = ()
        self._save: Save = lambda _: True

    @property
    def editor(self) -> InPlace | None:
        """The fields that are open."""
        return self._editor

    def has_keys(self) -> bool:
        """Whether the keys go to the fields that are open."""
        return self._editor is not None and self._editor.has_keys()

    def keep_draft(self, draft: Draft) -> str | None:
        """Keep from now on what is half-edited; the id of the row of which a draft was left."""
        self._draft = draft
        return next(iter(draft.texts()), None)

    def begin(self, index: QModelIndex, names: Sequence[str], texts: Texts, save: Save) -> None:
        """Open the texts of a row; `save` says whether they are saved."""
        if self._editor is not None:
            self.finish()
        if self._editor is not None:
            return  # what stands there could not be saved
        id_ = index.data(RECORD_ROLE).id
        self._before, self._save = texts, save
        kept = self._draft.texts()[1:] if self._draft and id_ in self._draft.texts()[:1] else ()
        is_draft = len(kept) == len(texts)
        editor = InPlace(self._view, self._text_left(index), names, kept if is_draft else texts)
        self._editor, self._index = editor, QPersistentModelIndex(index)
        self._view.setIndexWidget(index, editor)
        if is_draft and self._draft:
            editor.tell(self._draft.caption)
        for place, field in enumerate(editor.fields):
            field.entered.connect(lambda place=place: self._enter(place))
            field.given_up.connect(self._give_up)
            field.left.connect(self._leave)
            field.textChanged.connect(lambda: self._keep(id_))
        editor.destroyed.connect(partial(self._gone, editor))
        editor.grown.connect(self._later.start)
        self._later.start()
        editor.setFocus()

    def finish(self) -> bool:
        """Save what is open and close it; where it cannot be saved, it stays open."""
        editor = self._editor
        if editor is None:
            return True
        texts = editor.texts()
        if texts != self._before and not self._save(texts):
            editor.unsaved = True
            return False
        self._close()
        return True

    def _enter(self, place: int) -> None:
        editor = self._editor
        if editor is not None and place + 1 < len(editor.fields):
            editor.fields[place + 1].setFocus()
        elif self.finish():
            self.left.emit()

    def _give_up(self) -> None:
        self._close()
        self.left.emit()

    def _leave(self) -> None:
        """The keys go elsewhere: what is typed is saved, unless they only go to the next field."""
        if self._editor is not None and not self._editor.has_keys():
            self.finish()

    def _keep(self, id_: str) -> None:
        if self._editor is None:
            return
        self._editor.tell("")
        self._editor.grow()
        if self._draft is not None:
            texts = self._editor.texts()
            if texts == self._before:
                self._draft.forget()
            else:
                self._draft.keep(id_, *texts)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if self._draft is not None:
            self._draft.forget()
        if editor is not None:
            had_keys = editor.has_keys()
            if self._index.isValid():
                at = self._view.model().index(self._index.row(), 0)
                self._view.setIndexWidget(at, cast("QWidget", None))
            self._view.scheduleDelayedItemsLayout()
            if had_keys:
                self._view.setFocus()

    def _bring_into_sight(self) -> None:
        if self._editor is not None and self._index.isValid():
            self._view.scrollTo(self._view.model().index(self._index.row(), 0))

    def _gone(self, editor: InPlace) -> None:
        """The row went, and the fields with it."""
        if self._editor is editor:
            self._editor = None
