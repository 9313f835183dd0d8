"""Printing from the window: handouts and the summary as PDF, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.files import reason, whole_file
from facilitator.language import Language
from facilitator.model.errors import DomainError
from facilitator.model.kinds import SheetKind
from facilitator.model.printing import register_sheets
from facilitator.model.records import Sheet
from facilitator.model.workshop import Workshop
from ui.stages.page import Room
from ui.tasks import Progress, Task, Work
from ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from ui.dialogs.keys import KeysDialog
    from ui.dialogs.printing import HandoutsDialog, KeysSheetDialog, Order, ReportDialog


@dataclass(frozen=True, slots=True)
class Drawn:
    """Sheets that are on paper, so to speak, but not yet in their place nor in the register."""

    sheets: tuple[Sheet, ...]
    place: ExitStack


class Printing(QObject):
    """Asks what to print and where to, prints in the background, and says how it went.

    `made` carries one sentence on what was made and its path, `told` one that something ended
    without, `refused` one on what was not made, and why; `closed` says that a dialog is gone.
    """

    closed = Signal()
    made = Signal(str, object)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, room: Room, parent: QWidget) -> None:
        """Printing for a window."""
        super().__init__(parent)
        self._room, self._window = room, parent
        self._task: Task | None = None
        self.bar = ProgressLine(room.words)

    def ask_for_handouts(self) -> HandoutsDialog:
        """Ask which handouts to print."""
        from ui.dialogs.printing import HandoutsDialog

        dialog = HandoutsDialog(self._room, self._window, self._offers())
        dialog.ordered.connect(self.print_handouts)
        self._open(dialog)
        return dialog

    def ask_for_report(self) -> ReportDialog:
        """Ask where the summary goes."""
        from ui.dialogs.printing import ReportDialog

        dialog = ReportDialog(self._room, self._window)
        dialog.ordered.connect(self.print_report)
        self._open(dialog)
        return dialog

    def show_keys(self) -> KeysDialog:
        """Show every key."""
        from ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._room, self._window)
        dialog.print_asked.connect(self.ask_for_keys)
        self._open(dialog)
        return dialog

    def ask_for_keys(self) -> KeysSheetDialog:
        """Ask where the sheet of keys goes."""
        from ui.dialogs.printing import KeysSheetDialog

        dialog = KeysSheetDialog(self._room, self._window)
        dialog.ordered.connect(self.print_keys)
        self._open(dialog)
        return dialog

    def print_handouts(self, order: Order) -> None:
        """Draw and register sheets: both, or neither."""
        from facilitator.paper.planning import plan_sheets

        workshop = self._room.session.workshop.frozen()
        try:
            plan = plan_sheets(
                workshop, order.kinds, order.paper, order.language, self._room.clock()
            )
        except DomainError as error:
            self.refused.emit(error.said(self._words))
            return

        def work(progress: Progress) -> Drawn:
            from facilitator.paper.draw import draw_sheets

            with ExitStack() as stack:
                part = stack.enter_context(whole_file(order.target))
                draw_sheets(workshop, plan.sheets, Language(order.language), part, progress)
                return Drawn(plan.sheets, stack.pop_all())

        def done(drawn: object) -> None:
            if isinstance(drawn, Drawn):
                self._register(drawn, order)

        self._start(work, done, self._words("Handouts"), order.target)

    def print_keys(self, order: Order) -> None:
        """Write the sheet of keys."""
        self._start(
            lambda _: _write_keys(order),
            lambda _: self._made(order.target, ""),
            self._words("Sheet of keys"),
            order.target,
        )

    def print_report(self, order: Order) -> None:
        """Write the summary with what is there so far."""
        workshop = self._room.session.workshop.frozen()
        self._start(
            lambda progress: _write_report(workshop, order, progress),
            lambda warnings: self._report_done(warnings, order),
            self._words("Summary"),
            order.target,
        )

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._task is not None

    def stop(self) -> None:
        """Cancel what is being printed, and wait for the end of it."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    @property
    def _words(self) -> Language:
        return self._room.words

    def _offers(self) -> dict[SheetKind, int | str]:
        from facilitator.paper.planning import plan_sheets

        workshop = self._room.session.workshop
        offers: dict[SheetKind, int | str] = {}
        for kind in SheetKind:
            try:
                plan = plan_sheets(
                    workshop, (kind,), "letter", self._words.code, self._room.clock()
                )
                offers[kind] = len(plan.sheets)
            except DomainError as error:
                offers[kind] = error.said(self._words)
        return offers

    def _register(self, drawn: Drawn, order: Order) -> None:
        registered = self._room.session.do(lambda _: register_sheets(drawn.sheets))
        if registered is None:
            drawn.place.__exit__(OSError, OSError(), None)  # the part file goes
            return
        try:
            drawn.place.close()
        except OSError as error:
            self._room.session.undo()
            self._failed(error, order.target)
            return
        count = self._words.plural("{n} sheet", "{n} sheets", len(drawn.sheets))
        self._made(order.target, count)

    def _report_done(self, warnings: object, order: Order) -> None:
        said = " ".join(warnings) if isinstance(warnings, tuple) else ""
        self._made(order.target, said)

    def _made(self, target: Path, about: str) -> None:
        said = self._words("{name}: {about}", name=target, about=about) if about else str(target)
        self.made.emit(said, target)

    def _start(self, work: Work, done: Callable[[object], None], title: str, target: Path) -> None:
        if self._task is not None:
            self.refused.emit(self._words("Something is being printed: wait for it or cancel it."))
            return
        task = Task(work, self)
        self._task = task
        self.bar.follow(task, title)
        task.done.connect(self._clear)
        task.failed.connect(self._clear)
        task.cancelled.connect(self._clear)
        task.done.connect(done)
        task.failed.connect(lambda error: self._failed(error, target))
        task.cancelled.connect(lambda: self.told.emit(self._words("Cancelled; nothing was made.")))
        task.start()

    def _clear(self) -> None:
        """Let go of a task that has ended, and of the copy of the workshop that it worked on."""
        if self._task is not None:
            self._task.wait()  # until its thread has told everybody
            self._task.deleteLater()
            self._task = None

    def _failed(self, error: object, target: Path) -> None:
        if isinstance(error, DomainError):
            self.refused.emit(error.said(self._words))
        elif isinstance(error, OSError):
            self.refused.emit(
                self._words(
                    "{file} cannot be written ({reason}): choose another place.",
                    file=target,
                    reason=self._words(reason(error)),
                )
            )
        elif isinstance(error, BaseException):
            raise error

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _: self.closed.emit())
        dialog.open()


def _write_report(workshop: Workshop, order: Order, progress: Progress) -> tuple[str, ...]:
    from facilitator.report.content import build_document
    from facilitator.report.pdf import write_pdf

    document = build_document(workshop, Language(order.language))
    return write_pdf(document, order.target, "a4" if order.paper == "a4" else "letter", progress)


def _write_keys(order: Order) -> None:
    from facilitator.paper.key_sheet import draw_key_sheet
    from ui.keys_sheet import key_groups

    words = Language(order.language)
    draw_key_sheet(key_groups(words), words, order.paper, order.target)
