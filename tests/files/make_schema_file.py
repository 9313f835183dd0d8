"""How the stored files were made: `python -m tests.files.make_schema_file` at the schema's commit.

Each holds at least one record of every kind, and some history of undo. A released one never
changes: later programs must keep opening it. `schema-N.json` holds what the program of that time
saw in it.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from facilitator.model import swot, votes
from facilitator.model.kinds import (
    AnswerKind,
    Combine,
    Illustrative,
    Method,
    Origin,
    Place,
    Quadrant,
    SheetKind,
    StageKind,
)
from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Insight,
    Mark,
    Participant,
    Passage,
    Principle,
    Question,
    RatingSheet,
    Record,
    Resource,
    Response,
    Round,
    Sector,
    Sheet,
    Stage,
    Table,
    Theme,
    WallCount,
)
from facilitator.storage import WorkshopFile
from facilitator.storage.schema import VERSION
from tests.storage.storage_samples import dump

HERE = Path(__file__).parent


def id_(number: int) -> str:
    """An id that is the same each time."""
    return f"01900000-0000-7000-8000-{number:012d}"


RECORDS: tuple[Record, ...] = (
    Facts(
        id_(1),
        "Renouveler l’école — ᐃᓕᓐᓂᐊᕐᕕᒃ",
        host="The host",
        venue="Hall",
        place="Iqaluit",
        date="2026-03-14",
        starts="09:00",
        timezone="America/Iqaluit",
        language="fr",
        objective="Decide what comes first.",
        description=("First paragraph.", "Second “paragraph”."),
        public_address="https://example.org/w/",
        threshold=4,
        illustrative=(Illustrative.VOTES, Illustrative.TIMES),
    ),
    Resource(id_(2), "Paper", "https://example.org/paper", "Read it before", True, 1.0),
    Principle(id_(3), "Open", "Everybody can see it.", "#aa3377", 1.0),
    Principle(id_(4), "Near", position=2.5),
    Table(id_(5), "Table 1", 1.0),
    Stage(
        id_(6),
        StageKind.SWOT,
        "Strengths and more",
        description=("Write.",),
        planned_start="09:30",
        planned_minutes=40,
        started_at="2026-03-14T14:31:00Z",
        notes="Late",
        position=1.0,
    ),
    Stage(
        id_(7),
        StageKind.PRIORITIZATION,
        "Vote",
        skipped=True,
        position=2.0,
        paused_at="2026-03-14T15:00:00Z",
        paused_seconds=90,
        added_minutes=-5,
    ),
    Sector(id_(8), "Youth", 1.0),
    Sector(id_(9), "Academics", 2.0),
    Participant(id_(10), id_(8), (id_(9),), "A. Name", "Org", "2026-03-14T13:55:00Z", 1.0),
    Sheet(
        id_(11),
        "7K3M-QX2P-9",
        SheetKind.BALLOT,
        1,
        "letter",
        "fr",
        "2026-03-13T20:00:00Z",
        round=id_(19),
        participant=id_(10),
    ),
    Theme(id_(12), 1, "Money", id_(3), 1.0),
    Entry(
        id_(13),
        1,
        Quadrant.THREAT,
        "=SUM(A1) “coûts”\nline two 👩🏽‍🏫 مرحبا",
        id_(3),
        id_(5),
        "fr",
        legible=False,
        sheet=id_(11),
        stage=id_(6),
        theme=id_(12),
    ),
    Entry(id_(14), 2, Quadrant.STRENGTH, "People", id_(4)),
    Insight(id_(15), 1, id_(12), "Money is short.", (id_(13),), 1.0),
    Idea(id_(16), 1, "Share costs", id_(3), (id_(13), id_(14)), Origin.IDEATION, position=1.0),
    Idea(id_(17), 2, "Walk", id_(4), (), Origin.GALLERY_WALK, "en", id_(6), position=2.0),
    Idea(id_(35), 3, "Walk more", id_(4), position=3.0, merged_into=id_(17)),
    Round(id_(18), "On the wall", Method.WALL, 3, voters=9, unused=2, spoiled=1, position=1.0),
    Round(
        id_(19),
        "Ballots",
        Method.BALLOTS,
        4,
        stacking=2,
        open=True,
        stage=id_(7),
        ideas=(id_(17), id_(16)),
        position=2.0,
    ),
    Round(
        id_(20),
        "Sheets",
        Method.RATING,
        principle=id_(3),
        closed=True,
        position=3.0,
        combine=Combine.HIGHEST,
        revealed=True,
    ),
    Criterion(id_(21), id_(19), "Interest", "I care", "#0044cc", 2, 1.0),
    Ballot(id_(22), 1, id_(19), (Mark(id_(16), 2, id_(21)),), "", id_(8), id_(11)),
    Ballot(id_(23), 2, id_(19), (Mark("unknown", -1),), "torn"),
    WallCount(id_(24), id_(18), id_(16), 5),
    WallCount(id_(25), id_(18), id_(16), 6, None, 2),
    RatingSheet(id_(26), id_(20), id_(16), 3, 4, 1, 0, 2, 3, 12, ("Good", "Bad")),
    Endorsement(id_(27), id_(17), 4, "Yes", id_(9), id_(6)),
    Question(id_(28), 1, "Why?", "Because.", "A teacher", id_(9), id_(6), "en", 1.0),
    EvaluationQuestion(id_(29), "How was it?", AnswerKind.SCALE, lowest=0, highest=10),
    EvaluationQuestion(id_(30), "Why did you come?", AnswerKind.SEVERAL, ("To learn", "To meet")),
    Response(id_(31), id_(29), "1", scale=8, sector=id_(8)),
    Response(id_(32), id_(30), "1", ("To learn", "To meet")),
    Finding(id_(33), "Most came to learn.", id_(30), "To learn", 1.0),
    Passage(id_(34), Place.CLOSING, "Thanks", ("To all.",), ("one", "two"), 1.0),
)


def make(path: Path) -> None:
    """The workshop, then acts by two sessions, some of them undone and done again."""
    with WorkshopFile.create(path, RECORDS) as file:
        target = swot.Target(Quadrant.OPPORTUNITY, id_(3))
        file.perform(swot.add_entries(file.workshop, target, ["added", "added, too"]))
        file.perform(swot.edit_entry(file.workshop, id_(14), "People, mended"))
        file.undo()
        file.redo()
        file.perform(swot.delete_entries(file.workshop, [id_(13)]))
        file.undo()
    with WorkshopFile.open(path) as file:
        file.name_person("Zoë")
        file.perform(votes.record_ballot(file.workshop, id_(19), [Mark(id_(17), 1, id_(21))]))
        file.perform(swot.move_entries(file.workshop, [id_(14)], Quadrant.WEAKNESS))
        file.undo()


def main() -> None:
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()  # an installation of its own
    path = HERE / f"schema-{VERSION}.workshop"
    make(path)
    with WorkshopFile.open(path, read_only=True) as file:
        seen = {
            "records": dump(file),
            "history": [[h.name, h.count, h.undoes is not None, h.redo] for h in file.history()],
        }
    text = json.dumps(seen, indent=1, ensure_ascii=False) + "\n"
    path.with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
