"""The page on which ideas are recorded, beside the opportunities and threats that they answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QKeyEvent

from facilitator.model import ideas
from facilitator.model.change import Act
from facilitator.model.citing import cited_numbers, read_line, reread_line, write_line
from facilitator.model.kinds import Origin, Quadrant
from facilitator.model.records import Endorsement, Entry, Idea, Record, Stage
from facilitator.model.staging import Focus
from facilitator.model.swot import lines_of
from facilitator.model.workshop import Workshop
from ui.actions import Handlers, keys_of
from ui.models.cards import CardModel
from ui.session import Changes
from ui.stages.cards import idea_card, other_language
from ui.stages.facts import Support, touched_by
from ui.stages.note_sides import NotesToAnswer
from ui.stages.page import Page, Room, principle_chooser
from ui.widgets.card_list import CardList
from ui.widgets.chooser import Chooser
from ui.widgets.dragging import allow_dragging
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import with_hints
from ui.widgets.in_place import Texts
from ui.widgets.labels import OneLine, column
from ui.widgets.panel import Panel
from ui.widgets.sides import Sides


class IdeasPage(Page):
    """Ideas of one principle, beside the opportunities and threats that they answer."""

    origin = Origin.IDEATION

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage, self._prompt = stage.id, stage.prompt
        self._support = Support(self.session)  # before the lists, which show what it counts
        self.principles = principle_chooser(room, f"{stage.id}/principle")
        self.ideas: CardModel[Idea] = CardModel(
            self.session, Idea, lambda idea: idea_card(room, idea, self._support)
        )
        self.answered = NotesToAnswer(room)
        self.notes, self.note_list = self.answered.notes, self.answered.cards
        self.idea_list = CardList(
            self.theme,
            self.ideas,
            self.words("Ideas"),
            self.words("The ideas for this principle will stand here. Type the first one below."),
            gutter="ID000",
        )
        self.how = OneLine("", "strong")
        self.entry = EntryLine(self.words("Type an idea"), target=self.how)
        self._lay_out()
        self._connect()
        self.say()
        self.entry.keep_draft(room.draft(f"{stage.id}/idea"))

    def fill(self) -> None:
        """Show the ideas and notes of the principle, and the idea that was half-edited."""
        self._show()
        self._keep_edits()

    def choosers(self) -> tuple[Chooser, ...]:
        """What is chosen at the head of the page."""
        return (self.principles,)

    def hints(self) -> list[str]:
        """The keys of the page."""
        words = self.words
        return [
            words("Up: to the ideas"),
            words("{key}: to the notes, Space marks", key=keys_of("notes_list")),
            words("{key} link marked notes", key=keys_of("answer")),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]

    def _lay_out(self) -> None:
        head = with_hints(*self.choosers(), hints=self.hints())
        panel = Panel(self.words("Ideas"), self.idea_list)
        letters = self.fontMetrics().averageCharWidth()
        lists = Sides(panel, self.answered, shares=(3, 2), wide=80 * letters, gap=12)
        layout = column(head, lists, self.entry, gap=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.principles.chosen.connect(self._show)
        self.principles.chosen.connect(self.turned)
        self.note_list.selectionModel().selectionChanged.connect(self.turned)
        self.entry.entered.connect(self._enter)
        self.entry.pasted.connect(self._paste)
        self.entry.up.connect(self.idea_list.enter_from_below)
        self.entry.typed.connect(self.say)
        for cards in (self.idea_list, self.note_list):
            cards.leave.connect(self.take_focus)
            cards.selectionModel().selectionChanged.connect(self.say)
        self.idea_list.doubleClicked.connect(self.edit)
        allow_dragging(self.note_list)
        self.note_list.setAcceptDrops(False)
        self.idea_list.setAcceptDrops(True)
        self.idea_list.dropped.connect(self._link_dropped)
        self.session.changed.connect(self._follow)

    def handlers(self) -> Handlers:
        """Principles, the two lists, and what is done to a chosen idea."""
        handlers: dict[str, Callable[[], object]] = {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "entry": self.entry.setFocus,
            "notes_list": self.note_list.enter,
            "edit": self.edit,
            "delete": self._delete,
            "language": self._toggle_language,
            "answer": self._link,
        }
        return handlers

    def shown_to_room(self) -> Focus:
        """The principle, and the notes that are marked as about to be answered."""
        return Focus(self.principles.id, notes=tuple(self.note_list.chosen()))

    def take_focus(self) -> None:
        """Typing goes on in the idea that is edited, else to the entry line."""
        (self.idea_list.edits.editor or self.entry).setFocus()

    def reveal(self, record: Record) -> None:
        """Show the principle of an idea, and choose it."""
        if isinstance(record, Endorsement):
            record = self.session.workshop.get(Idea, record.idea)
        if isinstance(record, Idea):
            self.principles.choose(record.principle)
            self.idea_list.choose_id(record.id)
            self.idea_list.setFocus()

    def edit(self) -> None:
        """Edit the chosen idea where it stands, with the numbers of its notes before it."""
        idea = self.idea()
        if idea is not None:
            self._edit(idea)

    def _edit(self, idea: Idea) -> None:
        place = self.ideas.row_of(idea.id)
        if place is not None:
            line = write_line(self.session.workshop, idea.text, idea.answers)
            name = self.words("The idea; first the notes that it answers, if any: #12 #40 …")
            save = partial(self._mend, idea)
            self.idea_list.edits.begin(self.ideas.index(place), [name], (line,), save)

    def _keep_edits(self) -> None:
        """Keep edits, too, and open again the idea that was half-edited."""
        left = self.idea_list.edits.keep_draft(self.room.draft(f"{self._stage}/edit"))
        idea = self.session.workshop.find(Idea, left)
        if idea is not None:
            self._edit(idea)

    def _mend(self, idea: Idea, texts: Texts) -> bool:
        def act(workshop: Workshop) -> Act:
            typed = reread_line(workshop, texts[0], idea.text, idea.answers)
            return ideas.edit_idea(workshop, idea.id, typed.text, typed.entries)

        return self.session.do(act) is not None

    def _show(self) -> None:
        self.idea_list.edits.finish()
        principle = self.principles.id
        self.ideas.show(lambda idea: idea.principle == principle)
        self.answered.show_principle(principle, self.ideas.records())
        self.say()

    def _follow(self, changes: Changes) -> None:
        ideas_touched, notes_touched = touched_by(changes)
        self.ideas.touch(ideas_touched)
        if notes_touched:
            self.answered.renew(notes_touched, self.ideas.records())
        self.say()

    def idea(self) -> Idea | None:
        """The idea that is chosen."""
        chosen = self.idea_list.chosen()
        return self.session.workshop.find(Idea, chosen[0]) if chosen else None

    def say(self) -> None:
        """Say what Enter will do, and for which notes an idea is wanted."""
        marked = self.note_list.chosen()
        answered = len(marked) + len(cited_numbers(self.entry.text()))
        hint = self.words("Enter adds the idea")
        if answered:
            hint = self.words.plural(
                "Enter adds the idea, answering {n} note",
                "Enter adds the idea, answering {n} notes",
                answered,
            )
        how = self.words("Type an idea; first the notes that it answers, if any: #12 #40 …")
        self.entry.say(hint, how)
        self.how.say(self._how_might_we(marked))

    def _how_might_we(self, marked: list[str]) -> str:
        """The question that an idea is to answer."""
        words = self.words
        note = self.session.workshop.find(Entry, marked[0]) if len(marked) == 1 else None
        if note is not None and note.quadrant is Quadrant.OPPORTUNITY:
            return words("How might we use this: “{note}”?", note=note.text)
        if note is not None:
            return words("How might we meet this: “{note}”?", note=note.text)
        if marked:
            return words.plural(
                "How might we answer this {n} note?",
                "How might we answer these {n} notes?",
                len(marked),
            )
        default = words("How might we use the opportunities, and meet the threats?")
        return self._prompt or default

    def _enter(self, text: str) -> None:
        if self.enter(text):
            self.entry.clear()

    def enter(self, text: str) -> bool:
        """Record a line that was typed; whether that was done."""

        def act(workshop: Workshop) -> Act:
            typed = read_line(workshop, text, self.note_list.chosen())
            return self._new(workshop, [typed.text], typed.entries)

        performed = self.session.do(act)
        if performed is None:
            return False
        self.note_list.clearSelection()
        self.idea_list.choose_id(performed.changes[-1].id)
        return True

    def _new(self, workshop: Workshop, texts: list[str], answers: tuple[str, ...]) -> Act:
        return ideas.add_ideas(
            workshop,
            self.principles.id,
            texts,
            answers=answers,
            origin=self.origin,
            stage=self._stage,
        )

    def _paste(self, text: str) -> None:
        lines = list(lines_of(text))
        if self.session.do(self._new, lines, ()):
            told = self.words.plural(
                "{n} idea added; Ctrl+Z takes it back",
                "{n} ideas added; Ctrl+Z takes them back",
                len(lines),
            )
            self.entry.tell(told)

    def _link(self) -> None:
        """Link the marked notes to the chosen idea; take them off where all are linked."""
        idea, marked = self.idea(), self.note_list.chosen()
        if idea is None or not marked:
            self.session.refused.emit(
                self.words("Mark notes with Space and choose an idea, then link them.")
            )
            return
        if set(marked) <= set(idea.answers):
            answers = [id_ for id_ in idea.answers if id_ not in marked]
        else:
            answers = list(dict.fromkeys((*idea.answers, *marked)))
        if self.session.do(ideas.link_idea, idea.id, answers):
            self.note_list.clearSelection()

    def _link_dropped(self, notes: list[str]) -> None:
        """Link notes to the idea on which they were dropped."""
        view = self.idea_list
        at = view.indexAt(view.viewport().mapFromGlobal(QCursor.pos()))
        if at.isValid():
            view.choose(at.row())
        idea = self.idea()
        if idea is not None:
            answers = tuple(dict.fromkeys((*idea.answers, *notes)))
            if self.session.do(ideas.link_idea, idea.id, answers):
                self.note_list.clearSelection()

    def _delete(self) -> None:
        idea = self.idea()
        if idea is not None and not self.note_list.hasFocus() and self.idea_list.edits.finish():
            self.session.do(ideas.delete_idea, idea.id)
            if not self.ideas.rowCount():
                self.take_focus()

    def _toggle_language(self) -> None:
        idea = self.idea()
        if idea is not None:
            language = other_language(self.room, idea.language)
            self.session.do(ideas.mark_idea_language, idea.id, language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the marks off the notes."""
        if event.key() == Qt.Key.Key_Escape:
            self.note_list.clearSelection()
            return
        super().keyPressEvent(event)
