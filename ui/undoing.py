"""Undo and redo in the menu, named after what they would take back or do again."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.records import ActHeader
from ui.actions import Actions
from ui.session import Session


class Undoing:
    """Keeps the two actions as the session stands."""

    def __init__(self, session: Session, actions: Actions, words: Language) -> None:
        """Shows nothing until `renew`."""
        self._session, self._actions, self._words = session, actions, words

    def renew(self) -> None:
        """Name both, and enable what can be done."""
        for id_, verb, header in (
            ("undo", self._words("Undo"), self._session.undoable()),
            ("redo", self._words("Redo"), self._session.redoable()),
        ):
            self._actions.enable(id_, enabled=header is not None, text=self._named(verb, header))

    def _named(self, verb: str, header: ActHeader | None) -> str:
        if header is None:
            return verb
        if header.name not in ACT_NAMES:
            return verb  # a newer program did it
        one, many = ACT_NAMES[header.name]
        act = self._words.plural(one, many, header.count)
        return self._words("{verb}: {act}", verb=verb, act=act)
