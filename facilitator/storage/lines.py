"""A line of the journal: one change of one record, with all that merging and undo need."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from facilitator.model.change import Change
from facilitator.model.plain import Plain, to_plain


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    `before` and `after` hold the fields that changed, as canonical JSON: a line without `before`
    puts the whole record, one without `after` removes it (and keeps it whole in `before`).
    """

    id: str
    writer: str
    sequence: int
    hlc: str
    act: str
    kind: str
    record: str
    before: str | None
    after: str | None
    hash: str

    def is_whole(self) -> bool:
        """Whether the line is as it was written."""
        return self.hash == self.content_hash()

    def content_hash(self) -> str:
        """The hash that the line should have."""
        import hashlib  # 4 ms that opening a file does not need

        body = canonical(
            [
                self.id,
                self.writer,
                self.sequence,
                self.hlc,
                self.act,
                self.kind,
                self.record,
                self.before,
                self.after,
            ]
        )
        return hashlib.sha256(body.encode()).hexdigest()


def canonical(value: Any) -> str:
    """JSON with one form for each value: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fields_changed(change: Change) -> tuple[Plain | None, Plain | None] | None:
    """The fields before and after; None where nothing differs."""
    before = None if change.before is None else to_plain(change.before)
    after = None if change.after is None else to_plain(change.after)
    if before is None or after is None:
        return before, after
    names = [name for name in before if before[name] != after[name]]
    if not names:
        return None
    return {name: before[name] for name in names}, {name: after[name] for name in names}
