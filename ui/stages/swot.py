"""The SWOT page: four quadrants at a glance, one entry line; type, Enter, type, Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout

from facilitator.model import swot
from facilitator.model.kinds import Quadrant
from facilitator.model.records import Entry, Principle, Record, Stage, Table
from facilitator.model.staging import Focus
from ui.actions import Handlers, keys_of
from ui.kind_words import quadrants
from ui.models.likes import LikeNotes, Place, place_of
from ui.session import Changes
from ui.stages.cards import other_language
from ui.stages.elsewhere import other_walls
from ui.stages.page import Page, Room, principle_chooser, table_chooser
from ui.stages.quadrants import QuadrantCard, TargetSign
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import with_hints
from ui.widgets.in_place import Texts
from ui.widgets.labels import column
from ui.widgets.picker import Picker


def _hangs_at(place: Place, entry: Entry) -> bool:
    return place_of(entry) == place


class SwotPage(Page):
    """SWOT entries of one principle and table; the target is chosen once and always visible."""

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
        self._quadrant = Quadrant.STRENGTH
        self.principles = principle_chooser(room, f"{stage.id}/principle")
        self.tables = table_chooser(room, f"{stage.id}/table")
        self.cards = {quadrant: QuadrantCard(room, quadrant) for quadrant in Quadrant}
        self.likes = LikeNotes(room.session, self)
        self.sign = TargetSign(room)
        self.entry = EntryLine(self.words("Type a note"), target=self.sign)
        self.picker = Picker(self, room.words, room.theme)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._compare(self.entry.text()))
        self._lay_out()
        self._connect()
        kept = room.memory.get(f"chosen/{stage.id}/quadrant")
        self.aim(Quadrant(kept) if kept in set(Quadrant) else Quadrant.STRENGTH)
        self.entry.keep_draft(room.draft(f"{stage.id}/note"))

    def fill(self) -> None:
        """Show the notes of the wall, and the one that was half-edited."""
        self._show()
        self._keep_edits()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 2, place % 2)
        words = self.words
        keys = [
            words("Up: to the notes"),
            words("{key} edit", key=keys_of("edit")),
            words("{key} move", key="Alt+1…4"),
            words("{key} to another table", key=keys_of("elsewhere")),
            words("Del delete"),
            words("{key} illegible", key=keys_of("illegible")),
        ]
        head = with_hints(self.principles, self.tables, hints=keys)
        layout = column(head, grid, self.entry, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.principles.chosen.connect(self._show)
        self.tables.chosen.connect(self._show)
        for chooser in (self.principles, self.tables):
            chooser.chosen.connect(self.turned)
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(self._paste)
        self.entry.typed.connect(self._compare)
        self.entry.up.connect(lambda: self.cards[self._quadrant].notes.enter_from_below())
        self.picker.left.connect(self.take_focus)
        self.session.changed.connect(self._follow)
        for quadrant, card in self.cards.items():
            card.clicked.connect(partial(self.aim, quadrant))
            card.touched.connect(partial(self._point, quadrant))
            card.notes.leave.connect(self.take_focus)
            card.notes.doubleClicked.connect(lambda _: self.edit())
            card.notes.dropped.connect(lambda ids, to=quadrant: self._move(to, ids))

    def handlers(self) -> Handlers:
        """Quadrants, tables, principles; and what is done to chosen notes."""
        handlers: dict[str, Callable[[], object]] = {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "next_table": partial(self.tables.step, 1),
            "previous_table": partial(self.tables.step, -1),
            "entry": self.entry.setFocus,
            "edit": self.edit,
            "delete": self._delete,
            "illegible": self._toggle_legible,
            "language": self._toggle_language,
            "elsewhere": self._ask_where,
        }
        for place, quadrant in enumerate(Quadrant, start=1):
            handlers[f"quadrant_{place}"] = partial(self.aim, quadrant)
            handlers[f"move_{place}"] = partial(self._move, quadrant)
        return handlers

    def shown_to_room(self) -> Focus:
        """The wall at which notes are typed."""
        return Focus(self.principles.id, self.tables.id)

    def take_focus(self) -> None:
        """Typing goes on in the note that is edited, else to the entry line."""
        editors = (card.notes.edits.editor for card in self.cards.values())
        (next(filter(None, editors), None) or self.entry).setFocus()

    def reveal(self, record: Record) -> None:
        """Show the wall on which a note hangs, and choose it."""
        if isinstance(record, Entry):
            self.principles.choose(record.principle)
            self.tables.choose(record.table)
            self._point(record.quadrant)
            notes, model = self.cards[record.quadrant].notes, self.cards[record.quadrant].model
            place = model.row_of(record.id)
            if place is not None:
                notes.choose(place)
                notes.setFocus()

    def aim(self, quadrant: Quadrant) -> None:
        """Send notes to a quadrant from now on."""
        self._point(quadrant)
        self.entry.setFocus()

    def edit(self) -> None:
        """Edit the chosen note where it stands."""
        chosen = self._chosen()
        if chosen:
            self._edit(self.session.workshop.get(Entry, chosen[0]))

    def _edit(self, entry: Entry) -> None:
        card = self.cards[entry.quadrant]
        place = card.model.row_of(entry.id)
        if place is not None:

            def save(texts: Texts) -> bool:
                return self.session.do(swot.edit_entry, entry.id, texts[0]) is not None

            index = card.model.index(place)
            card.notes.edits.begin(index, [self.words("The note")], (entry.text,), save)

    def _keep_edits(self) -> None:
        """Keep edits, too, and open again the note that was half-edited."""
        draft = self.room.draft(f"{self._stage}/edit")
        left = [card.notes.edits.keep_draft(draft) for card in self.cards.values()]
        entry = self.session.workshop.find(Entry, left[0])
        if entry is not None:
            self._edit(entry)

    def _point(self, quadrant: Quadrant) -> None:
        self._quadrant = quadrant
        self.room.memory.put(f"chosen/{self._stage}/quadrant", quadrant.value)
        for own, card in self.cards.items():
            card.set_current(current=own is quadrant)
        self._say()

    def _place(self) -> Place:
        return (self._quadrant, self.principles.id, self.tables.id)

    def _show(self) -> None:
        principle, table = self.principles.id, self.tables.id
        notes: dict[Quadrant, list[Entry]] = {quadrant: [] for quadrant in Quadrant}
        for entry in self.session.workshop.of_principle(Entry, principle):
            if entry.table == table:
                notes[entry.quadrant].append(entry)
        for quadrant, card in self.cards.items():
            card.notes.edits.finish()
            card.model.show(partial(_hangs_at, (quadrant, principle, table)), notes[quadrant])
        self._say()

    def _say(self) -> None:
        name = quadrants(self.words)[self._quadrant]
        wall = [c.currentText() for c in (self.principles, self.tables) if c.id is not None]
        self.sign.show_target(self._quadrant, " · ".join(wall))
        hint = self.words("Enter adds to {quadrant}", quadrant=name)
        self.entry.say(hint, self.words("Type a note for {quadrant}", quadrant=name))
        self._compare(self.entry.text())

    def _compare(self, text: str) -> None:
        """Say quietly what notes there are already that are like the one being typed."""
        if self.entry.holds_draft:
            return
        same = self.likes.same(self._place(), text)
        if same is not None:
            said = self.words("already here, word for word: #{number}", number=same.number)
        else:
            like = self.likes.like(self.principles.id, text) if text.strip() else ()
            said = " · ".join(map(self._like, like))
        self.entry.tell(said)

    def _like(self, entry: Entry) -> str:
        table = self.session.workshop.find(Table, entry.table)
        names = [table.name] if table else []
        where = ", ".join([*names, quadrants(self.words)[entry.quadrant]])
        return self.words(
            "like #{number} “{note}” ({where})", number=entry.number, note=entry.text, where=where
        )

    def _enter(self, text: str) -> None:
        if self._add([text]):
            self.entry.clear()

    def _paste(self, text: str) -> None:
        lines = swot.lines_of(text)
        if self._add(lines):
            told = self.words.plural(
                "{n} note added to {quadrant}; Ctrl+Z takes it back",
                "{n} notes added to {quadrant}; Ctrl+Z takes them back",
                len(lines),
                quadrant=quadrants(self.words)[self._quadrant],
            )
            self._later.stop()
            self.entry.tell(told)

    def _add(self, texts: list[str] | tuple[str, ...]) -> bool:
        target = swot.Target(self._quadrant, self.principles.id, self.tables.id, self._stage)
        return self.session.do(swot.add_entries, target, texts) is not None

    def _follow(self, changes: Changes) -> None:
        if any(isinstance(change.record, Principle | Table) for change in changes):
            self._say()
        elif any(isinstance(change.record, Entry) for change in changes):
            self._later.start()  # the new row is painted first

    def _chosen(self) -> list[str]:
        """The notes chosen in the list that has the keys, else in the current quadrant.

        Where none is chosen, it is said how one is.
        """
        with_keys = (card for card in self.cards.values() if card.notes.has_keys())
        notes = next(with_keys, self.cards[self._quadrant]).notes
        if not notes.edits.finish():
            return []
        chosen = notes.chosen()
        if not chosen:
            self.session.refused.emit(self.words("Choose the notes first: Up."))
        return chosen

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.session.do(swot.delete_entries, chosen)

    def _move(self, quadrant: Quadrant, ids: list[str] | None = None) -> None:
        chosen = ids or self._chosen()
        if chosen:
            self.session.do(swot.move_entries, chosen, quadrant)

    def _ask_where(self) -> None:
        """Ask to which table, or to which principle's wall, the chosen notes go."""
        chosen = self._chosen()
        if not chosen:
            return

        def send(principle: str | None, table: str | None) -> None:
            self.session.do(swot.move_elsewhere, chosen, principle, table)

        choices = other_walls(self.room, self.principles.id, self.tables.id, send)
        if choices:
            title = self.words.plural("Move {n} note to…", "Move {n} notes to…", len(chosen))
            self.picker.offer(title, choices)
        else:
            said = self.words("There is no other table or principle to move notes to.")
            self.session.refused.emit(said)

    def _toggle_legible(self) -> None:
        """Mark the chosen notes as what the first of them is not."""
        chosen = self._chosen()
        if chosen:
            legible = self.session.workshop.get(Entry, chosen[0]).legible
            self.session.do(swot.mark_legible, chosen, legible=not legible)

    def _toggle_language(self) -> None:
        """Mark the chosen notes with the language in which the first of them is not."""
        chosen = self._chosen()
        if chosen:
            current = self.session.workshop.get(Entry, chosen[0]).language
            self.session.do(swot.mark_language, chosen, other_language(self.room, current))
