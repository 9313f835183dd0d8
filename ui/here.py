"""Where the computer is: a new workshop tells the time as the clock on its wall does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.model.formats import is_zone
from facilitator.model.records import Facts, Record


def home_timezone() -> str:
    """The time zone to which this computer is set; UTC where that cannot be told."""
    from PySide6.QtCore import QTimeZone

    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if is_zone(name) else "UTC"


def at_home(records: Iterable[Record]) -> tuple[Record, ...]:
    """A plan as it is for a workshop that takes place here."""
    timezone = home_timezone()
    return tuple(
        replace(record, timezone=timezone) if isinstance(record, Facts) else record
        for record in records
    )
