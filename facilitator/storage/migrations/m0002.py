"""Schema 2: pauses and added minutes, merged ideas, totals revealed, and who did it."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE stages ADD COLUMN paused_at TEXT",
    "ALTER TABLE stages ADD COLUMN paused_seconds INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE stages ADD COLUMN added_minutes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE ideas ADD COLUMN merged_into TEXT REFERENCES ideas (id)",
    "ALTER TABLE rounds ADD COLUMN combine TEXT NOT NULL DEFAULT 'sum'",
    "ALTER TABLE rounds ADD COLUMN revealed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE acts ADD COLUMN by TEXT NOT NULL DEFAULT ''",
    # The bin is what the journal says was removed: found without reading all of it.
    "CREATE INDEX journal_removed ON journal (act) WHERE after IS NULL",
)
