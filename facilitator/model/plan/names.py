"""Names that tell records of one list apart."""

from __future__ import annotations

from facilitator.model.errors import DomainError
from facilitator.model.records import Criterion, Sector
from facilitator.model.workshop import Workshop


def unique_name(
    workshop: Workshop, before: Sector | Criterion | None, after: Sector | Criterion
) -> None:
    """No two of a list are called the same, as people could not tell which was meant."""
    if before is not None and before.name == after.name:
        return
    others = (o for o in workshop.each(type(after)) if o.id != after.id)
    for other in others:
        if _list(other) == _list(after) and other.name.casefold() == after.name.casefold():
            raise DomainError(
                "“{name}” is there already: give this one another name.", name=other.name
            )


def _list(record: Sector | Criterion) -> str:
    return record.round if isinstance(record, Criterion) else ""
