"""Ideas that say the same: offered in pairs, merged for the vote, taken out again as they were."""

from __future__ import annotations

import re

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from facilitator.model import merging
from facilitator.model.citing import code_of
from facilitator.model.merging import Pair
from facilitator.model.records import Idea, Record
from ui.actions import Handlers, keys_of
from ui.alike.groups import GroupModel
from ui.alike.pair_list import PairList
from ui.alike.pairs import PairModel
from ui.alike.search import AlikeSearch, Dismissed
from ui.session import Changes
from ui.stages.page import Page, Room
from ui.widgets.card_list import CardList
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, label, row
from ui.widgets.panel import Panel
from ui.widgets.sides import Sides

_WIDE = 640
"""Where there is less room, the merged ideas stand below the pairs."""

_PAIR_LINES, _GROUP_LINES = 8, 4
"""So many lines of text are seen of either list at least."""

_NUMBERS = re.compile(r"(?:[A-Za-z]{0,2}\s*[0-9]{1,9}[\s,;+]*)+")


class AlikePage(Page):
    """Pairs that look alike at the left, merged ideas at the right, a line for others below."""

    def __init__(self, room: Room) -> None:
        """The page; it belongs to no stage."""
        super().__init__(room)
        words = self.words
        self.search = AlikeSearch(self)
        self.dismissed = Dismissed(room.memory)
        self.pairs = PairModel(words)
        self.pair_list = PairList(self.theme, words, self.pairs, "")
        self.groups = GroupModel(words)
        self.group_list = CardList(
            self.theme,
            self.groups,
            words("Merged ideas"),
            words("No idea is merged. Merged ideas will stand here, under the one that leads."),
            gutter="ID000",
        )
        line = self.fontMetrics().lineSpacing()
        self.pair_list.setMinimumHeight(_PAIR_LINES * line)
        self.group_list.setMinimumHeight(_GROUP_LINES * line)
        self.line = EntryLine(words("Others: type the numbers of ideas that say the same: 4 9 12"))
        self.again = QPushButton(words("Offer all again"))
        self.again.setObjectName("flat")
        self.part_button = QPushButton(f"{words('Take out again')}  {keys_of('delete')}")
        self._lay_out()
        self._connect()
        self._show()
        self.line.keep_draft(room.draft("alike"))

    def _lay_out(self) -> None:
        words = self.words
        keys = [
            words("← →: which one leads"),
            words("Enter merges"),
            words("Del: they differ"),
            words("{key}: to the merged ones", key=keys_of("notes_list")),
            words("{key} back", key=keys_of("alike")),
        ]
        offered = Panel(words("Look alike"), self.pair_list, self.again)
        merged = Panel(words("Merged"), self.group_list, counted=False)
        rule = label(
            words(
                "A merged idea keeps its words and its votes. Its dots count for the idea that "
                "leads, by the rule of each round: every dot, or of each ballot only the most."
            ),
            "small",
            wrap=True,
        )
        left = QWidget()
        left.setLayout(_under(offered, self._buttons()))
        right = QWidget()
        right.setLayout(_under(merged, rule, self.part_button))
        lists = QWidget()
        lists.setLayout(Sides(left, right, shares=(3, 2), wide=self.theme.scaled(_WIDE), gap=12))
        layout = column(KeyHints(keys), lists, self.line, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _buttons(self) -> QWidget:
        """What the keys do, for the mouse."""
        words = self.words
        self.merge_button = QPushButton(f"{words('Merge')}  ⏎")
        self.merge_button.setObjectName("primary")
        self.differ_button = QPushButton(f"{words('They differ')}  {keys_of('delete')}")
        box = QWidget()
        box.setLayout(row(self.merge_button, self.differ_button, None))
        return box

    def _connect(self) -> None:
        self.pair_list.merged.connect(self._merge)
        self.merge_button.clicked.connect(self._merge)
        self.differ_button.clicked.connect(self._dismiss)
        self.part_button.clicked.connect(self._part)
        self.again.clicked.connect(self._offer_again)
        self.line.entered.connect(self._merge_typed)
        self.line.typed.connect(lambda _: self._say())
        self.line.up.connect(self.pair_list.enter_from_below)
        for cards in (self.pair_list, self.group_list):
            cards.leave.connect(self.line.setFocus)
            cards.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.search.found.connect(self._found)
        self.session.changed.connect(self._follow)

    def handlers(self) -> Handlers:
        """Merge, part, and go from list to list."""
        return {
            "entry": self.line.setFocus,
            "notes_list": self._other_list,
            "delete": self._delete,
        }

    def take_focus(self) -> None:
        """To the pairs, where there are any; else to the line."""
        if self.pairs.rowCount():
            self.pair_list.enter()
        else:
            self.line.setFocus()

    def reveal(self, record: Record) -> None:
        """Choose an idea among the merged ones."""
        self.group_list.choose_id(record.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for pairs again where ideas changed while another page was looked at."""
        self._show()
        super().showEvent(event)

    # What is shown

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and any(isinstance(change.record, Idea) for change in changes):
            self._show()

    def _show(self) -> None:
        self.groups.show(self.session.workshop)
        self.search.look(self.session.workshop.each(Idea))
        self._show_pairs()

    def _found(self) -> None:
        """The pairs are there; one who waits for them is taken to them."""
        waiting = self.line.line.hasFocus() and not self.line.text() and not self.pairs.rowCount()
        self._show_pairs()
        if waiting and self.isVisible():
            self.take_focus()

    def _show_pairs(self) -> None:
        row_ = self.pair_list.currentIndex().row()
        gone = self.dismissed.pairs()
        pairs = (self._now(pair) for pair in self.search.pairs if pair.key not in gone)
        self.pairs.show([pair for pair in pairs if pair is not None])
        left = self.pairs.rowCount()
        if left:
            self.pair_list.choose(min(max(row_, 0), left - 1))
        elif self.pair_list.hasFocus():
            self.line.setFocus()
        self.again.setVisible(bool(gone))
        self.pair_list.say_empty(
            self.words("Looking for ideas that look alike …")
            if self.search.busy
            else self.words("No two ideas look alike. Others can be merged in the line below.")
        )
        self._enable()
        self._say()

    def _now(self, pair: Pair) -> Pair | None:
        """A pair as its ideas stand now; None where one of them is gone or merged."""
        first = self.session.workshop.find(Idea, pair.first.id)
        second = self.session.workshop.find(Idea, pair.second.id)
        if first is None or second is None or first.merged_into or second.merged_into:
            return None
        return Pair(first, second, pair.share)

    def _enable(self) -> None:
        for button in (self.merge_button, self.differ_button):
            button.setEnabled(self.pair_list.currentIndex().isValid())
        at = self.group_list.currentIndex().row()
        self.part_button.setEnabled(0 <= at < self.groups.rowCount() and self.groups.is_merged(at))

    # What keys do

    def _merge(self) -> None:
        at = self.pair_list.currentIndex().row()
        if at >= 0:
            leader, other = self.pairs.parts(at)
            self.session.do(merging.merge_ideas, leader.id, [other.id])

    def _dismiss(self) -> None:
        at = self.pair_list.currentIndex().row()
        if at >= 0:
            self.dismissed.add(self.pairs.pair(at).key)
            self._show_pairs()

    def _offer_again(self) -> None:
        self.dismissed.forget()
        self._show_pairs()
        self.take_focus()

    def _part(self) -> None:
        """Let the chosen idea stand for itself again; a leading one, all that it leads."""
        at = self.group_list.currentIndex().row()
        if 0 <= at < self.groups.rowCount():
            idea = self.groups.idea(at)
            if self.groups.is_merged(at):
                self.session.do(merging.unmerge_idea, idea.id)
            else:
                self.session.refused.emit(
                    self.words("Choose an idea under {idea} to take it out.", idea=code_of(idea))
                )

    def _delete(self) -> None:
        if self.pair_list.hasFocus():
            self._dismiss()
        elif self.group_list.hasFocus():
            self._part()

    def _other_list(self) -> None:
        if self.group_list.hasFocus():
            self.take_focus()
        else:
            self.group_list.enter()

    # The line

    def _typed(self) -> list[Idea] | None:
        """The ideas whose numbers are typed; None where one cannot be read or is unknown."""
        text = self.line.text().strip()
        if not _NUMBERS.fullmatch(text):
            return None
        known = {idea.number: idea for idea in self.session.workshop.each(Idea)}
        numbers = dict.fromkeys(int(number) for number in re.findall(r"[0-9]+", text))
        return [known[n] for n in numbers] if all(n in known for n in numbers) else None

    def _say(self) -> None:
        words, typed = self.words, self._typed()
        if not self.line.text().strip():
            self.line.say(words("Enter merges them; the first leads"))
        elif typed is None:
            self.line.say(words("There is no such idea"))
        elif len(typed) < 2:
            self.line.say(
                words("{idea} leads: type what is merged into it", idea=code_of(typed[0]))
            )
        else:
            others = ", ".join(code_of(idea) for idea in typed[1:])
            leader = code_of(typed[0])
            self.line.say(words("Enter merges {others} into {idea}", others=others, idea=leader))

    def _merge_typed(self, text: str) -> None:
        typed = self._typed()
        if typed is None:
            self.session.refused.emit(
                self.words(
                    "“{typed}” does not name ideas: type their numbers, as in 4 9 12.",
                    typed=text.strip()[:40],
                )
            )
        elif self.session.do(merging.merge_ideas, typed[0].id, [idea.id for idea in typed[1:]]):
            self.line.clear()


def _under(*parts: QWidget) -> QLayout:
    layout = column(*parts, gap=8)
    layout.setStretch(0, 1)
    return layout
