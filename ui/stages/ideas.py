"""The pages on which ideas are recorded: ideation, and the gallery walk with its support."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.model import ideas
from facilitator.model.change import Act
from facilitator.model.citing import cited_numbers, read_line, reread_line, write_line
from facilitator.model.kinds import Origin, StageKind
from facilitator.model.records import Idea, Stage
from facilitator.model.staging import Focus
from facilitator.model.swot import lines_of
from facilitator.model.workshop import Workshop
from ui.actions import Handlers, keys_of
from ui.models.cards import CardModel, code
from ui.session import Changes
from ui.stages.cards import idea_card, other_language
from ui.stages.facts import Support, touched_by
from ui.stages.note_sides import NotesToAnswer
from ui.stages.page import Page, Room, principle_chooser, sector_chooser
from ui.widgets.card_list import CardList
from ui.widgets.entry_line import EntryLine
from ui.widgets.hints import KeyHints
from ui.widgets.labels import column, row
from ui.widgets.panel import Panel

_SUPPORT = re.compile(r"\s*\+\s*(\d{1,6})(?:\s+(.*))?")


class IdeasPage(Page):
    """Ideas of one principle, beside the opportunities and threats that they answer.

    On the gallery walk new ideas are marked as from there, and support is recorded.
    """

    def __init__(self, room: Room, stage: Stage) -> None:
        """A page for a stage."""
        super().__init__(room)
        self._stage = stage.id
        self._walk = stage.kind is StageKind.GALLERY_WALK
        self._editing: str | None = None
        self._support = Support(self.session)  # before the lists, which show what it counts
        self.principles = principle_chooser(room, f"{stage.id}/principle")
        self.sectors = sector_chooser(room, f"{stage.id}/sector")
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
            gutter="ID00",
        )
        self.entry = EntryLine(self.words("Type an idea"))
        self._lay_out()
        self._connect()
        self._show()
        self.entry.keep_draft(room.draft(f"{stage.id}/idea"))

    def _lay_out(self) -> None:
        words = self.words
        links = [
            words("{key}: to the notes, Space marks", key=keys_of("notes_list")),
            words("{key} link marked notes", key=keys_of("answer")),
        ]
        support = [
            words("{key} or +3: support", key=keys_of("support")),
            words("{key}: their sector", key=keys_of("next_table")),
        ]
        keys = [
            words("Up: to the ideas"),
            *(support if self._walk else links),
            words("{key} edit", key=keys_of("edit")),
            words("Del delete"),
        ]
        choosers = (self.principles, self.sectors) if self._walk else (self.principles,)
        head = row(*choosers, KeyHints(keys), gap=8)
        head.setStretch(head.count() - 1, 1)
        lists = row(
            Panel(words("Ideas"), self.idea_list),
            self.answered,
            gap=12,
        )
        lists.setStretch(0, 3)
        lists.setStretch(1, 2)
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
        self.entry.line.textChanged.connect(self._say)
        for cards in (self.idea_list, self.note_list):
            cards.leave.connect(self.take_focus)
            cards.selectionModel().selectionChanged.connect(self._say)
        self.idea_list.doubleClicked.connect(self.edit)
        self.session.changed.connect(self._follow)

    def handlers(self) -> Handlers:
        """Principles, the two lists, and what is done to a chosen idea."""
        handlers: dict[str, Callable[[], object]] = {
            "next_principle": partial(self.principles.step, 1),
            "previous_principle": partial(self.principles.step, -1),
            "entry": self.take_focus,
            "notes_list": self.note_list.enter,
            "edit": self.edit,
            "delete": self._delete,
            "language": self._toggle_language,
            "answer": self._link,
        }
        if self._walk:
            handlers |= {
                "next_table": partial(self.sectors.step, 1),
                "previous_table": partial(self.sectors.step, -1),
                "support": partial(self._endorse, 1),
                "withdraw": self._withdraw,
            }
        return handlers

    def shown_to_room(self) -> Focus:
        """The principle, and the notes that are marked as about to be answered."""
        return Focus(self.principles.id, notes=tuple(self.note_list.chosen()))

    def take_focus(self) -> None:
        """Typing goes to the entry line."""
        self.entry.setFocus()

    def edit(self) -> None:
        """Take the chosen idea into the entry line, with the numbers of its notes before it."""
        idea = self._idea()
        if idea is not None:
            self._editing = idea.id
            line = write_line(self.session.workshop, idea.text, idea.answers)
            self.entry.line.setText(line)
            self._say()
            self.take_focus()

    def _show(self) -> None:
        principle = self.principles.id
        self.ideas.show(lambda idea: idea.principle == principle)
        self.answered.show_principle(principle, self.ideas.records())
        self._say()

    def _follow(self, changes: Changes) -> None:
        ideas_touched, notes_touched = touched_by(changes)
        self.ideas.touch(ideas_touched)
        if notes_touched:
            self.answered.renew(notes_touched, self.ideas.records())
        if self._editing and self.session.workshop.find(Idea, self._editing) is None:
            self._editing = None
        self._say()

    def _idea(self) -> Idea | None:
        chosen = self.idea_list.chosen()
        return self.session.workshop.find(Idea, chosen[0]) if chosen else None

    def _say(self) -> None:
        line, idea = self.entry.text(), self._idea()
        support = _SUPPORT.fullmatch(line) if self._walk and not self._editing else None
        answered = len(self.note_list.chosen()) + len(cited_numbers(line))
        if self._editing:
            hint = self.words("Enter saves the change, Esc leaves it")
        elif support and idea is not None:
            people = int(support[1])
            hint = self.words.plural(
                "Enter: {n} person supports {idea}",
                "Enter: {n} people support {idea}",
                people,
                idea=code(idea),
            )
        elif support:
            hint = self.words("Choose an idea first: Up")
        elif answered:
            hint = self.words.plural(
                "Enter adds the idea, answering {n} note",
                "Enter adds the idea, answering {n} notes",
                answered,
            )
        else:
            hint = self.words("Enter adds the idea")
        if self._walk:
            how = self.words("Type an idea, or +3 where so many support the chosen one")
        else:
            how = self.words("Type an idea; first the notes that it answers, if any: #12 #40 …")
        self.entry.say(hint, how)

    def _enter(self, text: str) -> None:
        support = _SUPPORT.fullmatch(text) if self._walk and not self._editing else None
        if support:
            done = self._endorse(int(support[1]), support[2] or "")
        elif self._editing:
            done = self._mend(self._editing, text)
        else:
            done = self._add(text)
        if done:
            self.entry.clear()
            self._say()

    def _add(self, text: str) -> bool:
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
            origin=Origin.GALLERY_WALK if self._walk else Origin.IDEATION,
            stage=self._stage,
        )

    def _mend(self, idea_id: str, text: str) -> bool:
        idea = self.session.workshop.get(Idea, idea_id)
        if text.strip() != write_line(self.session.workshop, idea.text, idea.answers):

            def act(workshop: Workshop) -> Act:
                typed = reread_line(workshop, text, idea.text, idea.answers)
                return ideas.edit_idea(workshop, idea_id, typed.text, typed.entries)

            if self.session.do(act) is None:
                return False
        self._editing = None
        return True

    def _paste(self, text: str) -> None:
        lines = list(lines_of(text))
        if self._editing:
            self.entry.line.insert(" ".join(lines))
        else:
            self.session.do(self._new, lines, ())

    def _link(self) -> None:
        """Link the marked notes to the chosen idea; take them off where all are linked."""
        idea, marked = self._idea(), self.note_list.chosen()
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

    def _endorse(self, people: int, said: str = "") -> bool:
        idea = self._idea()
        if idea is None:
            self.session.refused.emit(self.words("Choose the idea that is supported first: Up."))
            return False
        done = self.session.do(
            ideas.endorse,
            idea.id,
            people,
            text=said,
            sector=self.sectors.id,
            stage=self._stage,
        )
        if done:
            self.sectors.choose(None)
        return done is not None

    def _withdraw(self) -> None:
        idea = self._idea()
        if idea is not None:
            self.session.do(ideas.withdraw_support, idea.id)

    def _delete(self) -> None:
        idea = self._idea()
        if idea is not None and not self.note_list.hasFocus():
            self.session.do(ideas.delete_idea, idea.id)
            if not self.ideas.rowCount():
                self.take_focus()

    def _toggle_language(self) -> None:
        idea = self._idea()
        if idea is not None:
            language = other_language(self.room, idea.language)
            self.session.do(ideas.mark_idea_language, idea.id, language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an edit as it was; else it takes the marks off the notes."""
        if event.key() == Qt.Key.Key_Escape:
            if self._editing:
                self._editing = None
                self.entry.clear()
            else:
                self.note_list.clearSelection()
            self._say()
            return
        super().keyPressEvent(event)
