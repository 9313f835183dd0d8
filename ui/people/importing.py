"""A table before it comes in: what is seen, matched, taken and refused; Enter takes it all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from facilitator.exchange.errors import TableError
from facilitator.exchange.people import Matching, Sorted, guess, people_from
from facilitator.exchange.tables_in import Grid
from facilitator.exchange.tables_in import Progress as Share
from facilitator.files import reason
from facilitator.model import attendance
from ui.people.matching import Preview
from ui.people.new_sectors import NewSectors
from ui.stages.page import Room
from ui.tasks import Progress, Task, Work
from ui.widgets.flow import Flow
from ui.widgets.labels import Part, column, label, row
from ui.widgets.progress import ProgressLine
from ui.widgets.sides import Sides

Read = Callable[[Share], Grid]

_LEAST = 72
_WIDE = 720


class ImportView(QWidget):
    """One table on its way in.

    `left` is sent when it is taken or given up, with how many people came in; `failed` a
    sentence where it cannot be read.
    """

    left = Signal(int)
    failed = Signal(str)

    def __init__(self, room: Room) -> None:
        """Nothing to take in yet."""
        super().__init__()
        self._room, self._session, self._words = room, room.session, room.words
        self.grid = Grid()
        self.sorted: Sorted | None = None
        self._task: Task | None = None
        self._title = label("", "lead", wrap=True)
        self.header = QCheckBox(self._words("The first row has the titles"))
        self.preview = Preview(self._words)
        self.sectors = NewSectors(room)
        self.refused = QPlainTextEdit()
        self.refused.setReadOnly(True)
        self.refused.setTabChangesFocus(True)
        self.refused.setObjectName("bare")
        self.refused.document().setDocumentMargin(12)
        for list_ in (self.refused, self.sectors):  # they take what is left, and scroll
            list_.setMinimumHeight(self._room.theme.scaled(_LEAST))
            list_.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.refused.setAccessibleName(self._words("Refused rows"))
        self.counts = label("", "lead", wrap=True)
        self.progress = ProgressLine(self._words)
        self.copy = QPushButton(self._words("Copy"))
        self.back = QPushButton(self._words("Cancel  Esc"))
        self.take = QPushButton()
        self.take.setObjectName("primary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = self._words
        head = Sides(self._title, self.header, shares=(1, 0))
        table = _framed(self.preview)
        new = _framed(_headed(words("Sectors that are new")), self.sectors)
        refused = _framed(_headed(words("Refused rows"), self.copy), self.refused)
        both = Sides(new, refused, shares=(1, 1), wide=self._room.theme.scaled(_WIDE))
        buttons = QWidget()
        buttons.setLayout(Flow(self.back, self.take, right=True))
        foot = Sides(self.counts, buttons, shares=(1, 0))
        self._seen = (self.header, table, new, refused)
        layout = column(self.progress, head, table, both, foot, gap=12)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.header.toggled.connect(lambda _: self._show_again())
        self.preview.changed.connect(self._sort)
        self.sectors.changed.connect(self._sort)
        self.copy.clicked.connect(self._copy)
        self.back.clicked.connect(self.leave)
        self.take.clicked.connect(self.take_in)

    def begin(self, title: str, read: Read) -> None:
        """Read a table on another thread, and show it."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.grid, self.sorted = Grid(), None
        self.sectors.clear()
        self._show(seen=False)
        self._tell()
        said = self._words("Reading {what}", what=title)
        self._start(lambda share: read(share), self._read, said)

    def take_focus(self) -> None:
        """Enter takes it in, once it is looked through."""
        (self.take if self.take.isEnabled() else self).setFocus()

    def leave(self) -> None:
        """Give it up."""
        self._stop()
        self.left.emit(0)

    def take_in(self) -> None:
        """Add everybody who is accepted, as one act."""
        if self.sorted is None or not self.sorted.accepted:
            return
        people = tuple(self.sorted.accepted)
        if self._session.do(attendance.add_participants, people) is not None:
            self._stop()
            self.left.emit(len(people))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in, or presses the button that has the focus; Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.take_in()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _order(self) -> None:
        """Tab goes as one reads, past choosers that are made anew for each table, too."""
        choosers = (*self.preview.choosers, *self.sectors.choosers.values())
        chain = (self.header, *choosers, self.copy, self.refused, self.back, self.take)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show(self, *, seen: bool) -> None:
        for part in self._seen:
            part.setVisible(seen)

    def _read(self, grid: object) -> None:
        if isinstance(grid, Grid):
            self.grid = grid
            matching = guess(grid, self._session.workshop)
            self.header.blockSignals(True)  # noqa: FBT003
            self.header.setChecked(matching.header)
            self.header.blockSignals(False)  # noqa: FBT003
            self.preview.show_grid(grid, matching)
            self._show(seen=True)
            self._sort()

    def _show_again(self) -> None:
        matching = Matching(self.preview.columns(), self.header.isChecked())
        self.preview.show_grid(self.grid, matching)
        self._sort()

    def _sort(self) -> None:
        """Find out on another thread who is accepted, as it is matched now."""
        self.sorted = None
        self._tell()
        grid, workshop = self.grid, self._session.workshop.frozen()
        matching = Matching(self.preview.columns(), self.header.isChecked())
        instead = self.sectors.instead()

        def work(share: Share) -> Sorted:
            return people_from(grid, matching, workshop, instead, share)

        self._start(work, self._show_sorted, self._words("Looking through the rows"))

    def _show_sorted(self, found: object) -> None:
        if isinstance(found, Sorted):
            self.sorted = found
            self.sectors.show_unknown(found.unknown)
            self._tell()
            self._order()
            if self.hasFocus():
                self.take_focus()

    def _tell(self) -> None:
        """What Enter will do, and what it will not."""
        words, found = self._words, self.sorted
        accepted = len(found.accepted) if found else 0
        self.take.setEnabled(bool(accepted))
        added = words.plural("Add {n} person", "Add {n} people", accepted)
        self.take.setText(f"{added}  ⏎")
        if found is None:
            self.counts.setText("")
            return
        will = words.plural("{n} will be added", "{n} will be added", accepted)
        will_not = words.plural("{n} refused", "{n} refused", len(found.refused))
        self.counts.setText(f"{will}, {will_not}")
        self.refused.setPlainText("\n".join(self._refusals(found)))
        self.copy.setEnabled(bool(found.refused))

    def _refusals(self, found: Sorted) -> list[str]:
        if not found.refused:
            return [self._words("None: every row is taken.")]
        return [
            self._words(
                "Row {row}: {who}: {reason}",
                row=refused.row,
                who=refused.text[:200],
                reason=refused.reason.said(self._words),
            )
            for refused in found.refused
        ]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.refused.toPlainText())

    def _start(
        self, work: Callable[[Share], object], done: Callable[[object], None], title: str
    ) -> None:
        self._stop()
        task = Task(_shared(work, title), QCoreApplication.instance() or self)
        self._task = task
        self.progress.follow(task, title)
        for end in (task.done, task.failed, task.cancelled):
            end.connect(task.deleteLater)
        task.done.connect(lambda result: done(result) if self._is_current(task) else None)
        task.failed.connect(lambda error: self._fail(error) if self._is_current(task) else None)
        task.cancelled.connect(lambda: self.left.emit(0) if self._is_current(task) else None)
        task.start()

    def _is_current(self, task: Task) -> bool:
        """Whether nothing else was begun since; then it is over."""
        if self._task is not task:
            return False
        task.wait()
        self._task = None
        return True

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _fail(self, error: object) -> None:
        if isinstance(error, TableError):
            self.failed.emit(error.said(self._words))
        elif isinstance(error, OSError):
            why = self._words(reason(error))
            self.failed.emit(
                self._words("The file cannot be read ({reason}): choose another.", reason=why)
            )
        elif isinstance(error, BaseException):
            raise error


def _shared(work: Callable[[Share], object], title: str) -> Work:
    """Work that tells its share only, as a task tells it."""

    def run(progress: Progress) -> object:
        return work(lambda share: progress(title, share))

    return run


def _headed(title: str, *beside: Part) -> QWidget:
    head = QWidget()
    layout = row(label(title, "lead", wrap=True), *beside, margins=(14, 8, 14, 0))
    layout.setStretch(0, 1)
    head.setLayout(layout)
    return head


def _framed(*parts: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("panel")
    layout = column(*parts, margins=(2, 2, 2, 6), gap=4)
    layout.setStretch(len(parts) - 1, 1)
    frame.setLayout(layout)
    return frame
