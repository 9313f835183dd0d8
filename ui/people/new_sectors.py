"""The sectors of a table that the workshop does not have: made, taken for another, or left out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from facilitator.model.people import key_of
from facilitator.model.records import Sector
from ui.stages.page import Room
from ui.widgets.chooser import Chooser
from ui.widgets.labels import OneLine, label

_MOST = 12
_NEW, _NONE = "new", "none"


class NewSectors(QScrollArea):
    """A choice for each; `changed` when one is made."""

    changed = Signal()

    def __init__(self, room: Room) -> None:
        """None yet."""
        super().__init__()
        self._room, self._words = room, room.words
        self._shown: tuple[str, ...] = ()
        self.choosers: dict[str, Chooser] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def clear(self) -> None:
        """Forget what was chosen."""
        self._shown, self.choosers = (), {}

    def show_unknown(self, unknown: Mapping[str, int]) -> None:
        """Offer these, the most frequent first, with how many people name each."""
        names = tuple(sorted(unknown, key=lambda name: (-unknown[name], name)))
        if names == self._shown and self.widget() is not None:
            return
        self._shown = names
        whole = QWidget()
        cells = QGridLayout(whole)
        cells.setContentsMargins(14, 4, 14, 8)
        cells.setColumnStretch(0, 1)
        cells.setColumnStretch(1, 1)
        before, self.choosers = self.choosers, {}
        for row, name in enumerate(names[:_MOST]):
            counted = self._words.plural(
                "{name}: {n} person", "{name}: {n} people", unknown[name], name=name
            )
            cells.addWidget(OneLine(counted), row, 0)
            cells.addWidget(self._chooser(name, before.get(key_of(name))), row, 1)
        if len(names) > _MOST:
            more = self._words.plural(
                "{n} more is made new.", "{n} more are made new.", len(names) - _MOST
            )
            cells.addWidget(label(more, "small", wrap=True), _MOST, 0, 1, 2)
        if not names:
            known = label(self._words("Every sector is in the plan already."), "muted", wrap=True)
            cells.addWidget(known, 0, 0, 1, 2)
        cells.setRowStretch(_MOST + 1, 1)
        self.setWidget(whole)

    def instead(self) -> dict[str, str]:
        """The names to take instead, by the keys of these; empty: the sector is left out."""
        sectors = self._room.session.workshop
        chosen = {key: chooser.id for key, chooser in self.choosers.items()}
        taken = {}
        for key, id_ in chosen.items():
            sector = sectors.find(Sector, id_)
            if sector is not None:
                taken[key] = sector.name
            elif id_ == _NONE:
                taken[key] = ""
        return taken

    def _chooser(self, name: str, before: Chooser | None) -> Chooser:
        chooser = Chooser(self._words("The sector {name} becomes", name=name[:80]))
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        sectors = self._room.session.workshop.all(Sector)
        choices: list[tuple[str | None, str]] = [(_NEW, self._words("New sector"))]
        choices += [(sector.id, sector.name) for sector in sectors]
        choices.append((_NONE, self._words("Left out")))
        chooser.offer(choices)
        if before is not None:
            chooser.choose(before.id)
        chooser.chosen.connect(lambda _: self.changed.emit())
        self.choosers[key_of(name)] = chooser
        return chooser
