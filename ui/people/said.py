"""How a participant is said on the screen."""

from __future__ import annotations

from facilitator.model.agenda import moment
from facilitator.model.records import Participant, Sector
from ui.stages.page import Room

_SHOWN = 40


def name_of(room: Room, participant: Participant) -> str:
    """The name; where there is none, that there is none."""
    return participant.name or room.words("(no name)")


def short_name(room: Room, participant: Participant) -> str:
    """The name as it stands in a sentence: shortened where it would fill the screen."""
    name = name_of(room, participant)
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"


def sector_of(room: Room, participant: Participant) -> str:
    """The name of the primary sector; nothing where it is not stated."""
    sector = room.session.workshop.find(Sector, participant.sector)
    return "" if sector is None else sector.name


def further_of(room: Room, participant: Participant) -> str:
    """The names of the further sectors."""
    found = (room.session.workshop.find(Sector, id_) for id_ in participant.further_sectors)
    return ", ".join(sector.name for sector in found if sector is not None)


def arrived(room: Room, participant: Participant) -> str:
    """When the participant arrived; nothing where not yet."""
    if participant.arrived_at is None:
        return ""
    return room.time_of_day(moment(participant.arrived_at))


def whole(room: Room, participant: Participant) -> str:
    """Name, organization and sector in one line."""
    parts = (
        name_of(room, participant),
        participant.organization,
        sector_of(room, participant),
    )
    return " · ".join(part for part in parts if part)
