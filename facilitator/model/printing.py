"""Printed sheets, registered in the file so that their codes are known when they come back."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.model.change import Act, added
from facilitator.model.errors import DomainError
from facilitator.model.records import Sheet


def register_sheets(sheets: Sequence[Sheet]) -> Act:
    """Register sheets that are printed, all of them one act."""
    if not sheets:
        raise DomainError("There is no sheet to print.")
    return Act("print_sheets", tuple(added(sheet) for sheet in sheets), len(sheets))
