"""The themes of a principle with what stands under each: notes, insights and their evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from facilitator.model.records import Entry, Insight, Theme
from facilitator.model.workshop import sort_key
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a column: a theme, an insight, or a note under `under`, an insight, if any."""

    record: Theme | Insight | Entry
    under: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What no other row of the column has: a note may stand under several insights."""
        return (self.record.id, self.under)


class Clusters(QObject):
    """What the board shows of a principle; it follows the session change by change.

    `renewed` says that there are other columns, or in another order; `touched` carries the id of
    a theme whose column shows something else.
    """

    renewed = Signal()
    touched = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Look through what is there once, and follow from now on."""
        super().__init__(parent)
        self._session = session
        self._principle: str | None = None
        self._notes: defaultdict[str, dict[str, Entry]] = defaultdict(dict)
        self._insights: defaultdict[str, dict[str, Insight]] = defaultdict(dict)
        for entry in session.workshop.each(Entry):
            if entry.theme is not None:
                self._notes[entry.theme][entry.id] = entry
        for insight in session.workshop.each(Insight):
            self._insights[insight.theme][insight.id] = insight
        session.changed.connect(self._follow)

    def show(self, principle: str | None) -> None:
        """Show another principle."""
        self._principle = principle
        self.renewed.emit()

    def themes(self) -> list[Theme]:
        """The themes that are shown, in order."""
        themes = self._session.workshop.each(Theme)
        return sorted((t for t in themes if t.principle == self._principle), key=sort_key)

    def insights(self, theme: str) -> list[Insight]:
        """The insights of a theme, in order."""
        return sorted(self._insights[theme].values(), key=sort_key)

    def count(self, theme: str) -> int:
        """How many notes stand under a theme."""
        return len(self._notes[theme])

    def rows(self, theme: Theme) -> Iterator[Shown]:
        """The theme, each insight with the notes it rests on, then the notes that none rests on."""
        yield Shown(theme)
        told: set[str] = set()
        for insight in self.insights(theme.id):
            yield Shown(insight)
            for id_ in insight.entries:
                entry = self._session.workshop.find(Entry, id_)
                if entry is not None:
                    told.add(id_)
                    yield Shown(entry, insight.id)
        for entry in sorted(self._notes[theme.id].values(), key=sort_key):
            if entry.id not in told:
                yield Shown(entry)

    def _follow(self, changes: Changes) -> None:
        touched: set[str] = set()
        entries: set[str] = set()
        renewed = False
        for change in changes:
            for record, there in ((change.before, False), (change.after, True)):
                if isinstance(record, Entry):
                    entries.add(record.id)
                    touched |= self._put(self._notes, record, record.theme, there=there)
                elif isinstance(record, Insight):
                    touched |= self._put(self._insights, record, record.theme, there=there)
            if isinstance(change.record, Theme):
                touched.add(change.id)
                renewed = renewed or _place(change.before) != _place(change.after)
        if entries:
            touched |= {
                theme
                for theme, insights in self._insights.items()
                if any(not entries.isdisjoint(insight.entries) for insight in insights.values())
            }
        if renewed:
            self.renewed.emit()
        for theme in touched:
            self.touched.emit(theme)

    @staticmethod
    def _put(
        into: defaultdict[str, dict[str, Entry]] | defaultdict[str, dict[str, Insight]],
        record: Entry | Insight,
        theme: str | None,
        *,
        there: bool,
    ) -> set[str]:
        """Put a record under its theme, or take it away; gives the theme."""
        if theme is None:
            return set()
        if there:
            into[theme][record.id] = record  # type: ignore[assignment]
        else:
            into[theme].pop(record.id, None)
        return {theme}


def _place(theme: object) -> tuple[str | None, float] | None:
    return (theme.principle, theme.position) if isinstance(theme, Theme) else None
