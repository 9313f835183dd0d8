"""Before the first vote of a round: ideas that look alike are offered for merging."""

from __future__ import annotations

from ui.alike.search import AlikeSearch, Dismissed
from ui.stages.page import Room
from ui.stages.votes.desk import Desk
from ui.stages.votes.notice import Notice


class AlikeOffer:
    """Looks for pairs among the ideas of an open round, and says in the notice how many."""

    def __init__(self, room: Room, notice: Notice) -> None:
        """Nothing is offered yet."""
        self._notice = notice
        self._desk: Desk | None = None
        self._search = AlikeSearch(notice)
        self._dismissed = Dismissed(room.memory)
        self._search.found.connect(self._offer)

    @property
    def busy(self) -> bool:
        """Whether ideas are still being compared."""
        return self._search.busy

    def renew(self, desk: Desk | None) -> None:
        """Look again, for an open round; once there is a vote, it is too late to merge."""
        self._desk = desk
        if desk is None:
            return
        if desk.has_votes():
            self._search.stop()
            self._notice.hide()
        else:
            self._search.look(desk.contest.ideas)
            self._offer()

    def _offer(self) -> None:
        if self._desk is not None and not self._desk.has_votes() and not self.busy:
            gone = self._dismissed.pairs()
            self._notice.show_alike(sum(pair.key not in gone for pair in self._search.pairs))
