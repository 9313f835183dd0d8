"""Undo and redo in the menu, named after what they would take back or do again."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.records import ActHeader
from ui.actions import Actions
from ui.acts import act_text
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
        act = "" if header is None else act_text(self._words, header)
        return self._words("{verb}: {act}", verb=verb, act=act) if act else verb
