"""What other records say of ideas and notes: support, answers, insights."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.citing import code_of
from facilitator.model.records import Endorsement, Entry, Idea, Insight
from ui.session import Changes, Session


class Support:
    """The support for each idea; it follows the session change by change."""

    def __init__(self, session: Session) -> None:
        """Look through what is there once, and follow from now on."""
        self._given: dict[str, dict[str, Endorsement]] = {}
        for support in session.workshop.each(Endorsement):
            self._given.setdefault(support.idea, {})[support.id] = support
        session.changed.connect(self._follow)

    def people(self, idea: str) -> int:
        """How many people support an idea."""
        return sum(support.people for support in self._given.get(idea, {}).values())

    def said(self, idea: str) -> tuple[str, ...]:
        """What was said in support of an idea, in the order in which it was recorded."""
        given = sorted(self._given.get(idea, {}).values(), key=lambda support: support.id)
        return tuple(support.text for support in given if support.text)

    def _follow(self, changes: Changes) -> None:
        for change in changes:
            if isinstance(change.before, Endorsement):
                self._given.get(change.before.idea, {}).pop(change.id, None)
            if isinstance(change.after, Endorsement):
                self._given.setdefault(change.after.idea, {})[change.id] = change.after


def cited_by(records: Iterable[Idea | Insight]) -> dict[str, list[str]]:
    """The codes of the ideas or insights that cite each note, by the note's id."""
    citing: dict[str, list[str]] = {}
    for record in records:
        for entry in record.entries if isinstance(record, Insight) else record.answers:
            citing.setdefault(entry, []).append(code_of(record))
    return citing


def touched_by(changes: Changes) -> tuple[set[str], set[str]]:
    """The ids of the ideas, and of the notes, of which changes say something else."""
    ideas: set[str] = set()
    entries: set[str] = set()
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Endorsement):
                ideas.add(record.idea)
            elif isinstance(record, Idea):
                entries.update(record.answers)
    return ideas, entries


def codes_of(session: Session, entries: Iterable[str]) -> str:
    """The numbers of notes, as people cite them."""
    found = (session.workshop.find(Entry, id_) for id_ in entries)
    return ", ".join(code_of(entry) for entry in found if entry is not None)
