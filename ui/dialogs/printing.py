"""What to print and where to: one dialog for the handouts, one for the summary."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QPushButton,
    QWidget,
)

from facilitator.model.kinds import SheetKind
from facilitator.model.voting.outcome import still_open
from ui.actions import keys_of
from ui.stages.page import Room
from ui.widgets.chooser import Chooser
from ui.widgets.entry_line import Line
from ui.widgets.labels import Part, label, row
from ui.widgets.sheet import Sheet

PAPERS = {
    "letter": "Letter (8.5 × 11 in)",
    "a4": "A4 (210 × 297 mm)",
    "tabloid": "Tabloid (11 × 17 in)",
    "a3": "A3 (297 × 420 mm)",
}

_LETTERS = 48
"""How much of a path is seen."""

KINDS = {
    SheetKind.AGENDA: "Agenda handout",
    SheetKind.SWOT: "SWOT sheets, one for each principle and table",
    SheetKind.IDEA: "Idea cards",
    SheetKind.BALLOT: "Dot ballots, one for each participant",
    SheetKind.POSTER: "Wall posters, one for each principle",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    target: Path
    paper: str
    language: str
    kinds: tuple[SheetKind, ...] = ()


class PrintDialog(Sheet):
    """Paper, language and place of a PDF; `ordered` carries the `Order`."""

    ordered = Signal(object)

    def __init__(
        self, room: Room, parent: QWidget, title: str, papers: tuple[str, ...], suffix: str
    ) -> None:
        """A dialog that proposes a file beside the workshop's, its name ending in `suffix`."""
        super().__init__(parent, title)
        self._words = room.words
        self.paper = Chooser(room.words("Paper"))
        self.paper.offer([(name, room.words(PAPERS[name])) for name in papers])
        self.paper.choose(str(QSettings().value("paper", papers[0])))
        self.language = Chooser(room.words("Language"))
        self.language.offer([("en", "English"), ("fr", "Français")])
        self.language.choose(room.session.workshop.facts.language)
        path = room.session.path
        self.target = Line(room.words("File"))
        self.target.setText(str(path.with_name(f"{path.stem}-{suffix}.pdf")))
        self.target.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        browse = QPushButton(room.words("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(room.words("Paper"), self.paper)
        form.addRow(room.words("Language"), self.language)
        form.addRow(room.words("Save as"), row(self.target, browse))
        cancel = QPushButton(room.words("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.make = QPushButton(room.words("Make PDF"))
        self.make.setObjectName("primary")
        self.make.setDefault(True)
        self.make.clicked.connect(self._order)
        self.fill(*self.choices(room), form, None, buttons=(cancel, self.make))

    def choices(self, room: Room) -> tuple[Part, ...]:
        """What else there is to choose."""
        return ()

    def kinds(self) -> tuple[SheetKind, ...]:
        """The kinds of sheets chosen."""
        return ()

    def _order(self) -> None:
        target = Path(self.target.text().strip())
        if not target.name:
            self.target.setFocus()
            return
        with suppress(RuntimeError):  # there is no such user: then it is a name like any other
            target = target.expanduser()
        if target.suffix.lower() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        QSettings().setValue("paper", self.paper.id)
        order = Order(target, self.paper.id or "letter", self.language.id or "en", self.kinds())
        self.accept()
        self.ordered.emit(order)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._words("Save as"), self.target.text(), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.target.setText)
        dialog.open()


class HandoutsDialog(PrintDialog):
    """Which handouts to print; those that cannot be made yet say why."""

    def __init__(self, room: Room, parent: QWidget, offers: dict[SheetKind, int | str]) -> None:
        """`offers` holds for each kind how many sheets there would be, or why there are none."""
        self._offers = offers
        self._boxes: dict[SheetKind, QCheckBox] = {}
        super().__init__(
            room, parent, room.words("Handouts"), tuple(PAPERS), room.words("handouts")
        )
        self._renew()

    def choices(self, room: Room) -> tuple[Part, ...]:
        """A box for each kind of sheet."""
        parts: list[Part] = []
        for kind, offer in self._offers.items():
            box = QCheckBox(room.words(KINDS[kind]))
            possible = isinstance(offer, int)
            box.setEnabled(possible)
            box.setChecked(possible)
            box.toggled.connect(self._renew)
            self._boxes[kind] = box
            if isinstance(offer, int):
                count = room.words.plural("{n} sheet", "{n} sheets", offer)
                parts.append(row(box, None, label(count, "muted")))
            else:
                parts.append(box)
                parts.append(row(28, label(offer, "small", wrap=True)))
        return tuple(parts)

    def kinds(self) -> tuple[SheetKind, ...]:
        """The kinds whose boxes are ticked."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def _renew(self) -> None:
        self.make.setEnabled(bool(self.kinds()))


class KeysSheetDialog(PrintDialog):
    """Where the sheet of keys goes."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        words = room.words
        super().__init__(room, parent, words("Sheet of keys"), ("letter", "a4"), words("keys"))
        self.language.choose(words.code)


class ReportDialog(PrintDialog):
    """Where the summary goes."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        """A dialog for a room."""
        words = room.words
        super().__init__(room, parent, words("Summary"), ("letter", "a4"), words("summary"))

    def choices(self, room: Room) -> tuple[Part, ...]:
        """There is nothing to choose; but what will be missing is told before."""
        still_hidden = ", ".join(f"“{own.title}”" for own in still_open(room.session.workshop))
        if not still_hidden:
            return ()
        said = room.words(
            "The totals of rounds that are still open are left out: {rounds}. "
            "{key} closes a round on its page.",
            rounds=still_hidden,
            key=keys_of("close_round"),
        )
        return (label(said, "muted", wrap=True),)
