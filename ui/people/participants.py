"""The participants: typed line by line, pasted, or imported; each is mended in the same line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QWidget

from facilitator.exchange.tables_in import read_table, table_pasted
from facilitator.model import attendance
from facilitator.model.people import (
    Person,
    key_of,
    read_person,
    sectors_by_key,
    write_person,
)
from facilitator.model.records import Participant, Record, Sector
from facilitator.model.removal import remove
from ui.actions import Handlers, keys_of
from ui.people.completion import SectorCompletion
from ui.people.importing import ImportView, Read
from ui.people.table import PeopleModel, PeopleTable
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.banner import Banner
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row


class ParticipantsPage(Page):
    """The table of people over the line; in its place, while there is one, a table on its way."""

    def __init__(self, room: Room) -> None:
        """A page for everybody who is expected."""
        super().__init__(room)
        words = self.words
        self._editing: str | None = None
        self.people = PeopleModel(room)
        self.table = PeopleTable(
            room,
            self.people,
            words(
                "The participants will stand here. Type the first below, paste a list, or import "
                "a CSV or XLSX file."
            ),
        )
        self.entry = EntryLine(words("Name; organization; sector; further sectors"), narrow=True)
        self.importing = ImportView(room)
        self.problem = Banner(room.theme, words)
        self.count = label("", "muted")
        self._list = QWidget()
        self._lay_out()
        self._connect()
        self.entry.keep_draft(room.draft("participants"))
        self._count()
        self._say()

    def _lay_out(self) -> None:
        words = self.words
        button = QPushButton(f"{words('Import…')}  {keys_of('import_people')}")
        button.clicked.connect(self.ask_for_file)
        keys = [
            words("Up: to the people"),
            words("{key} edit", key=keys_of("edit")),
            words("{key} delete", key=keys_of("delete")),
            words("Ctrl+V: a list"),
        ]
        head = row(button, self.count, KeyHints(keys), gap=12)
        head.setStretch(2, 1)
        frame = QFrame()
        frame.setObjectName("panel")
        frame.setLayout(column(self.table, margins=(0, 4, 0, 4)))
        layout = column(head, frame, self.entry, gap=12)
        layout.setStretch(1, 1)
        self._list.setLayout(layout)
        whole = column(self.problem, self._list, self.importing, gap=12)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._show_importing(importing=False)

    def _connect(self) -> None:
        self._completion = SectorCompletion(self.entry.line, self._sector_names)
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(self._paste)
        self.entry.typed.connect(lambda _: self._say())
        self.entry.up.connect(self.table.enter_from_below)
        self.table.leave.connect(self.take_focus)
        self.table.doubleClicked.connect(lambda _: self.edit())
        self.importing.left.connect(self._imported)
        self.importing.failed.connect(self._failed)
        self.session.changed.connect(self._follow)

    @property
    def is_importing(self) -> bool:
        """Whether a table is on its way in."""
        return self._list.isHidden()

    def handlers(self) -> Handlers:
        """Importing, and what is done to those who are chosen."""
        return {
            "entry": self.take_focus,
            "add": self.take_focus,
            "edit": self.edit,
            "delete": self._delete,
            "import_people": self.ask_for_file,
        }

    def take_focus(self) -> None:
        """Typing goes to the line; while a table is on its way in, Enter takes it."""
        if self.is_importing:
            self.importing.take_focus()
        else:
            self.entry.setFocus()

    def reveal(self, record: Record) -> None:
        """Choose a participant."""
        place = self.people.row_of(record.id)
        if place is not None and not self.is_importing:
            self.table.choose(place)
            self.table.setFocus()

    def ask_for_file(self) -> QFileDialog | None:
        """Ask for a CSV or XLSX file, and import it."""
        if self.is_importing:
            return None
        dialog = QFileDialog(
            self,
            self.words("Import people"),
            self.room.memory.get("import") or str(self.session.path.parent),
            self.words(
                "Spreadsheets and CSV ({suffixes})", suffixes="*.csv *.tsv *.txt *.xlsx *.xlsm"
            )
            + ";;"
            + self.words("All files (*)"),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.import_file(Path(name)))
        dialog.open()
        return dialog

    def import_file(self, path: Path) -> None:
        """Show the table in a file, to take it in."""
        self.room.memory.put("import", str(path.parent))
        self._import(path.name, partial(read_table, path))

    def edit(self) -> None:
        """Take the chosen participant into the line."""
        chosen = [] if self.is_importing else self.table.chosen()
        participant = self.session.workshop.find(Participant, chosen[0]) if chosen else None
        if participant is not None:
            self._editing = participant.id
            self.entry.line.setText(write_person(self.session.workshop, participant))
            self._say()
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an edit as it was."""
        if event.key() == Qt.Key.Key_Escape and not self.is_importing:
            self._clear()
            return
        super().keyPressEvent(event)

    def _import(self, title: str, read: Read) -> None:
        self.problem.hide()
        self._show_importing(importing=True)
        self.importing.begin(title, read)
        self.take_focus()

    def _show_importing(self, *, importing: bool) -> None:
        (self._list if importing else self.importing).hide()
        (self.importing if importing else self._list).show()

    def _imported(self, number: int) -> None:
        self._show_importing(importing=False)
        self.take_focus()
        if number:
            self.table.scrollToBottom()
            self.entry.tell(
                self.words.plural(
                    "{n} participant is added.", "{n} participants are added.", number
                )
            )

    def _failed(self, sentence: str) -> None:
        self._show_importing(importing=False)
        self.problem.warn(sentence)
        self.take_focus()

    def _sector_names(self) -> list[str]:
        return [sector.name for sector in self.session.workshop.all(Sector)]

    def _person(self, text: str) -> Person:
        return read_person(text, self._sector_names())

    def _say(self) -> None:
        """What Enter will do, and which sectors it would make."""
        words = self.words
        does = words("Enter adds the participant")
        if self._editing:
            does = words("Enter saves the change, Esc leaves it")
        person = self._person(self.entry.text())
        known = sectors_by_key(self.session.workshop)
        new = [n for n in (person.sector, *person.further) if n and key_of(n) not in known]
        if new:
            names = ", ".join(words("“{said}”", said=name[:40]) for name in new[:3])
            does = words.plural(
                "{does}, with the new sector {names}",
                "{does}, with the new sectors {names}",
                len(new),
                does=does,
                names=names,
            )
        self.entry.say(does)

    def _enter(self, text: str) -> None:
        person = self._person(text)
        if self._editing:
            done = self.session.do(attendance.edit_participant, self._editing, person)
        else:
            done = self.session.do(attendance.add_participants, (person,))
        if done is not None:
            self._clear()

    def _paste(self, text: str) -> None:
        if self._editing:
            self.entry.line.insert(" ".join(text.split()))
        else:
            self._import(self.words("What was pasted"), lambda _: table_pasted(text))

    def _clear(self) -> None:
        self._editing = None
        self.entry.clear()
        self._say()
        self.take_focus()

    def _delete(self) -> None:
        chosen = [] if self.is_importing else self.table.chosen()
        if chosen:
            place = self.table.currentIndex().row()
            self.session.do(remove, Participant, chosen, "delete_participant")
            rows = self.people.rowCount()
            if rows:
                self.table.choose(min(place, rows - 1))
            else:
                self.take_focus()

    def _count(self) -> None:
        n = self.people.rowCount()
        self.count.setText(self.words.plural("{n} participant", "{n} participants", n))

    def _follow(self, changes: Changes) -> None:
        kinds = {type(change.record) for change in changes}
        if Participant in kinds:
            self._count()
        if self._editing and self.session.workshop.find(Participant, self._editing) is None:
            self._editing = None
        if kinds & {Participant, Sector}:
            self._say()
