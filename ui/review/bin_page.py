"""The bin: what was deleted, to be put back."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from facilitator.model.citing import code_of
from facilitator.model.records import Ballot, Entry, Record
from ui.actions import Handlers, keys_of
from ui.acts import act_text, as_title, counted
from ui.models.cards import Card
from ui.review.bin_rows import BinRow, BinRows
from ui.review.long_list import LongList
from ui.review.naming import clock_gutter, day_and_clock, kind_titles, said_of
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.labels import column, label, row


class BinPage(Page):
    """Deletions, the last first; Enter puts back a whole one, or one thing of it."""

    def __init__(self, room: Room) -> None:
        """Nothing is read before the page is shown."""
        super().__init__(room)
        self._stale = True
        self._kinds = kind_titles(self.words)
        self.rows = BinRows(self.session, self._card)
        self.list = LongList(
            self.theme,
            self.rows,
            self.words("Bin"),
            self.words(
                "What is deleted will stand here, with all that went with it, and can be put back."
            ),
            gutter=clock_gutter(self.words),
        )
        self._hint = label("", "small", wrap=True)
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._restore)
        foot = row(self._hint, self.button, gap=12)
        foot.setStretch(0, 1)
        layout = column(self.list, foot, gap=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.list.entered.connect(self._restore)
        self.list.doubleClicked.connect(self._restore)
        self.list.selectionModel().selectionChanged.connect(self._say)
        self.rows.modelReset.connect(self._say)
        self.session.changed.connect(self._follow)
        self._say()

    def handlers(self) -> Handlers:
        """What is done to the chosen row."""
        return {"restore": self._restore}

    def take_focus(self) -> None:
        """The keys go to the list."""
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the bin where it has changed since."""
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        place = self.list.currentIndex().row()
        self._stale = False
        self.rows.renew()
        self.list.go(place)

    def _follow(self, changes: Changes) -> None:
        if any(change.after is None or change.before is None for change in changes):
            if self.isVisible():
                self._renew()
            else:
                self._stale = True

    def _chosen(self) -> BinRow | None:
        index = self.list.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.folded:
            place = self.list.currentIndex().row()
            self.rows.unfold(place)
            self.list.go(place)
        elif chosen is not None:
            self.session.restore(chosen.binned.header.id, chosen.ids)
        self.take_focus()

    def _say(self) -> None:
        words, chosen, key = self.words, self._chosen(), keys_of("restore")
        one = chosen is not None and chosen.record is not None and chosen.binned.count > 1
        text, hint = words("Put back"), words("Enter puts back all of it, with its links")
        if chosen is None:
            hint = ""
        elif chosen.folded:
            text, hint = words("List them"), words("Enter lists them")
        elif one:
            text = words("Put back this one")
            hint = words("Enter puts back this one, with what it cannot be without")
        self.button.setText(f"{text}  {key}")
        self.button.setEnabled(chosen is not None)
        self._hint.setText(hint)
        self.button.setAccessibleDescription(hint)

    def _card(self, shown: BinRow) -> Card:
        if shown.folded:
            text = self.words.plural("and {n} more", "and {n} more", shown.more)
            return Card(text, muted=True, indented=True)
        if shown.more:
            text = self.words.plural(
                "and {n} more: it comes back with the whole",
                "and {n} more: they come back with the whole",
                shown.more,
            )
            return Card(text, muted=True, indented=True)
        return self._deletion(shown) if shown.record is None else self._thing(shown.record)

    def _deletion(self, shown: BinRow) -> Card:
        binned, words = shown.binned, self.words
        day, clock = day_and_clock(self.room, binned.when)
        said = as_title(act_text(words, binned.header)) or words("Deleted by a newer program")
        what = counted(words, (type(record) for record in binned.records))
        if binned.count > len(binned.records):
            what = words("{n} in all", n=words.number(binned.count))
        parts = (day, binned.header.by, what)
        return Card(said, clock, remark=" · ".join(part for part in parts if part), heading=True)

    def _thing(self, record: Record) -> Card:
        quadrant = record.quadrant if isinstance(record, Entry) else None
        number = code_of(record)
        named = number or isinstance(record, Ballot)  # whose name says what it is
        return Card(
            said_of(self.room, record),
            number,
            remark="" if named else self._kinds[type(record)],
            quadrant=quadrant,
            letter=self.words(quadrant.letter) if quadrant else "",
            indented=True,
        )
