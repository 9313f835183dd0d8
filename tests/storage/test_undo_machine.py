"""Any sequence of acts, undo, redo and restarts, beside a model kept in plain dictionaries."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from facilitator.model import ideas, swot, votes
from facilitator.model.change import Act
from facilitator.model.kinds import Method, Quadrant
from facilitator.model.records import Ballot, Entry, Facts, Idea, Mark, Round, WallCount
from facilitator.storage import WorkshopFile

State = dict[str, dict[Any, Any]]
EMPTY: State = {"notes": {}, "ideas": {}, "ballots": {}, "wall": {}}
TEXTS = st.text("aé漢\n", min_size=1, max_size=3).map(lambda text: f"t{text}t")
PICK = st.integers(0, 20)
QUADRANTS = st.sampled_from(Quadrant)


class Machine(RuleBasedStateMachine):
    """A file, and what it must hold: the past states, the present one and those undone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.workshop"
        round_ = Round("round", "The vote", Method.BALLOTS)
        self.file = WorkshopFile.create(self.path, (round_,))
        self.past: list[tuple[str, State]] = []
        self.now = deepcopy(EMPTY)
        self.future: list[tuple[str, State]] = []
        self.highest = {"notes": 0, "ideas": 0, "ballots": 0}

    def teardown(self) -> None:
        self.file.close()
        shutil.rmtree(self.folder)

    def did(self, act: Act, change: Callable[[State], None]) -> None:
        """Perform an act, and do the same in the model."""
        state = deepcopy(self.now)
        change(state)
        performed = self.file.perform(act)
        assert (performed is None) == (state == self.now)
        if performed is not None:
            self.past.append((act.name, self.now))
            self.now, self.future = state, []

    def new_number(self, kind: str) -> int:
        self.highest[kind] += 1
        return self.highest[kind]

    def picked(self, kind: str, pick: int) -> Any:
        found = sorted(self.now[kind])
        return found[pick % len(found)]

    def record(self, type_: Any, number: int) -> str:
        found: list[str] = [r.id for r in self.file.workshop.each(type_) if r.number == number]
        assert len(found) == 1
        return found[0]

    @rule(texts=st.lists(TEXTS, min_size=1, max_size=3), quadrant=QUADRANTS)
    def add_notes(self, texts: list[str], quadrant: Quadrant) -> None:
        act = swot.add_entries(self.file.workshop, swot.Target(quadrant), texts)
        new = {self.new_number("notes"): (text, quadrant) for text in texts}
        self.did(act, lambda state: state["notes"].update(new))

    @precondition(lambda self: self.now["notes"])
    @rule(pick=PICK, text=TEXTS)
    def edit_note(self, pick: int, text: str) -> None:
        number = self.picked("notes", pick)
        act = swot.edit_entry(self.file.workshop, self.record(Entry, number), text)
        new = {number: (text, self.now["notes"][number][1])}
        self.did(act, lambda state: state["notes"].update(new))

    @precondition(lambda self: self.now["notes"])
    @rule(picks=st.lists(PICK, min_size=1, max_size=3), quadrant=QUADRANTS)
    def move_notes(self, picks: list[int], quadrant: Quadrant) -> None:
        numbers = [self.picked("notes", pick) for pick in picks]
        ids = [self.record(Entry, number) for number in numbers]
        new = {number: (self.now["notes"][number][0], quadrant) for number in numbers}
        act = swot.move_entries(self.file.workshop, ids, quadrant)
        self.did(act, lambda state: state["notes"].update(new))

    @precondition(lambda self: self.now["notes"])
    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def delete_notes(self, picks: list[int]) -> None:
        numbers = {self.picked("notes", pick) for pick in picks}
        ids = [self.record(Entry, number) for number in numbers]

        def change(state: State) -> None:
            for number in numbers:
                del state["notes"][number]
            for idea, (text, answers) in state["ideas"].items():
                state["ideas"][idea] = text, tuple(n for n in answers if n not in numbers)

        self.did(swot.delete_entries(self.file.workshop, ids), change)

    @rule(text=TEXTS, picks=st.lists(PICK, max_size=2, unique=True))
    def add_idea(self, text: str, picks: list[int]) -> None:
        known = self.now["notes"]
        answers = tuple(dict.fromkeys(self.picked("notes", pick) for pick in picks if known))
        ids = [self.record(Entry, number) for number in answers]
        act = ideas.add_ideas(self.file.workshop, None, [text], answers=ids)
        new = {self.new_number("ideas"): (text, answers)}
        self.did(act, lambda state: state["ideas"].update(new))

    @precondition(lambda self: self.now["ideas"])
    @rule(pick=PICK)
    def delete_idea(self, pick: int) -> None:
        number = self.picked("ideas", pick)
        voted = {idea for marks in self.now["ballots"].values() for idea in marks}
        voted |= {idea for idea, _ in self.now["wall"]}
        if number not in voted:
            act = ideas.delete_idea(self.file.workshop, self.record(Idea, number))
            self.did(act, lambda state: state["ideas"].pop(number))

    @rule(picks=st.lists(PICK, max_size=2), dots=st.integers(0, 3))
    def record_ballot(self, picks: list[int], dots: int) -> None:
        known = self.now["ideas"]
        marked = {self.picked("ideas", pick): dots for pick in picks if known}
        marks = [Mark(self.record(Idea, number), dots) for number in marked]
        new = {self.new_number("ballots"): marked}
        act = votes.record_ballot(self.file.workshop, "round", marks)
        self.did(act, lambda state: state["ballots"].update(new))

    @precondition(lambda self: self.now["ballots"])
    @rule(pick=PICK)
    def delete_ballot(self, pick: int) -> None:
        number = self.picked("ballots", pick)
        act = votes.delete_ballot(self.file.workshop, self.record(Ballot, number))
        self.did(act, lambda state: state["ballots"].pop(number))

    @precondition(lambda self: self.now["ideas"])
    @rule(pick=PICK, dots=st.integers(0, 3), counter=st.integers(0, 2))
    def count_on_wall(self, pick: int, dots: int, counter: int) -> None:
        number = self.picked("ideas", pick)
        act = votes.count_on_wall(
            self.file.workshop, "round", self.record(Idea, number), dots, counter=counter
        )
        self.did(act, lambda state: state["wall"].update({(number, counter): dots}))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        name, state = self.past.pop()
        self.future.append((name, self.now))
        self.now = state
        performed = self.file.undo()
        assert performed is not None
        assert performed.header.name == name

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        name, state = self.future.pop()
        self.past.append((name, self.now))
        self.now = state
        performed = self.file.redo()
        assert performed is not None
        assert performed.header.name == name

    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = WorkshopFile.open(self.path)

    @precondition(lambda self: self.past)
    @rule(stop=st.booleans())
    def to_the_beginning(self, stop: bool) -> None:
        steps = len(self.past)
        for _ in range(steps):
            self.undo()
            self.holds_what_the_model_holds()
        assert self.now == EMPTY
        for _ in range(0 if stop else steps):
            self.redo()
            self.holds_what_the_model_holds()

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        workshop = self.file.workshop
        note = {entry.id: entry.number for entry in workshop.each(Entry)}
        idea = {one.id: one.number for one in workshop.each(Idea)}
        assert self.now == {
            "notes": {e.number: (e.text, e.quadrant) for e in workshop.each(Entry)},
            "ideas": {
                i.number: (i.text, tuple(note[id_] for id_ in i.answers))
                for i in workshop.each(Idea)
            },
            "ballots": {
                b.number: {idea[m.idea]: m.dots for m in b.marks} for b in workshop.each(Ballot)
            },
            "wall": {(idea[c.idea], c.counter): c.dots for c in workshop.each(WallCount)},
        }
        assert workshop.count(Facts) == 1

    @invariant()
    def says_what_can_be_undone(self) -> None:
        undo, redo = self.file.undoable(), self.file.redoable()
        assert (undo.name if undo else None) == (self.past[-1][0] if self.past else None)
        assert (redo.name if redo else None) == (self.future[-1][0] if self.future else None)

    @invariant()
    def replay_gives_the_same(self) -> None:
        assert self.file.problems() == ()


Machine.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_any_sequence_of_acts = Machine.TestCase
