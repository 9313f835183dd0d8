"""Schema 1: the journal, and a table for each kind of record."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE journal (
  id TEXT PRIMARY KEY NOT NULL,
  writer TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  act TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  before TEXT,
  after TEXT,
  hash TEXT NOT NULL,
  UNIQUE (writer, sequence)
) STRICT""",
    "CREATE INDEX journal_act ON journal (act)",
    "CREATE INDEX journal_hlc ON journal (hlc)",
    """CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END""",
    """CREATE TABLE acts (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  writer TEXT NOT NULL,
  undoes TEXT REFERENCES acts (id),
  redo INTEGER NOT NULL
) STRICT""",
    "CREATE INDEX acts_hlc ON acts (hlc)",
    "CREATE INDEX acts_undoes ON acts (undoes, hlc)",
    "CREATE TABLE numbers (kind TEXT PRIMARY KEY NOT NULL, highest INTEGER NOT NULL) STRICT",
    """CREATE TABLE facts (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  host TEXT NOT NULL,
  venue TEXT NOT NULL,
  place TEXT NOT NULL,
  date TEXT NOT NULL,
  starts TEXT NOT NULL,
  timezone TEXT NOT NULL,
  language TEXT NOT NULL,
  objective TEXT NOT NULL,
  description TEXT NOT NULL,
  decision TEXT NOT NULL,
  participants_note TEXT NOT NULL,
  evaluation_note TEXT NOT NULL,
  insights_title TEXT NOT NULL,
  insights_note TEXT NOT NULL,
  facilitator TEXT NOT NULL,
  contact TEXT NOT NULL,
  public_address TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  illustrative TEXT NOT NULL
) STRICT""",
    """CREATE TABLE resources (
  id TEXT PRIMARY KEY NOT NULL,
  label TEXT NOT NULL,
  url TEXT NOT NULL,
  caption TEXT NOT NULL,
  needs_internet INTEGER NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE principles (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  statement TEXT NOT NULL,
  colour TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE tables (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE stages (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  "group" TEXT NOT NULL,
  exercise TEXT NOT NULL,
  description TEXT NOT NULL,
  prompt TEXT NOT NULL,
  private_notes TEXT NOT NULL,
  notes TEXT NOT NULL,
  planned_start TEXT NOT NULL,
  planned_minutes INTEGER,
  started_at TEXT,
  finished_at TEXT,
  skipped INTEGER NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE sectors (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE participants (
  id TEXT PRIMARY KEY NOT NULL,
  sector TEXT REFERENCES sectors (id),
  further_sectors TEXT NOT NULL,
  name TEXT NOT NULL,
  organization TEXT NOT NULL,
  arrived_at TEXT,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE rounds (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  dots INTEGER NOT NULL,
  stacking INTEGER,
  open INTEGER NOT NULL,
  stage TEXT REFERENCES stages (id),
  principle TEXT REFERENCES principles (id),
  ideas TEXT NOT NULL,
  voters INTEGER,
  unused INTEGER,
  spoiled INTEGER,
  closed INTEGER NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE criteria (
  id TEXT PRIMARY KEY NOT NULL,
  round TEXT NOT NULL REFERENCES rounds (id),
  name TEXT NOT NULL,
  meaning TEXT NOT NULL,
  colour TEXT NOT NULL,
  dots INTEGER,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE sheets (
  id TEXT PRIMARY KEY NOT NULL,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  copy INTEGER NOT NULL,
  paper TEXT NOT NULL,
  language TEXT NOT NULL,
  printed_at TEXT NOT NULL,
  principle TEXT REFERENCES principles (id),
  "table" TEXT REFERENCES tables (id),
  round TEXT REFERENCES rounds (id),
  participant TEXT REFERENCES participants (id)
) STRICT""",
    """CREATE TABLE themes (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  principle TEXT REFERENCES principles (id),
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE entries (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  quadrant TEXT NOT NULL,
  text TEXT NOT NULL,
  principle TEXT REFERENCES principles (id),
  "table" TEXT REFERENCES tables (id),
  language TEXT NOT NULL,
  legible INTEGER NOT NULL,
  sheet TEXT REFERENCES sheets (id),
  stage TEXT REFERENCES stages (id),
  theme TEXT REFERENCES themes (id)
) STRICT""",
    """CREATE TABLE insights (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  theme TEXT NOT NULL REFERENCES themes (id),
  text TEXT NOT NULL,
  entries TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE ideas (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  principle TEXT REFERENCES principles (id),
  answers TEXT NOT NULL,
  origin TEXT NOT NULL,
  language TEXT NOT NULL,
  stage TEXT REFERENCES stages (id),
  sheet TEXT REFERENCES sheets (id),
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE ballots (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  round TEXT NOT NULL REFERENCES rounds (id),
  marks TEXT NOT NULL,
  spoiled TEXT NOT NULL,
  sector TEXT REFERENCES sectors (id),
  sheet TEXT REFERENCES sheets (id)
) STRICT""",
    """CREATE TABLE wall_counts (
  id TEXT PRIMARY KEY NOT NULL,
  round TEXT NOT NULL REFERENCES rounds (id),
  idea TEXT NOT NULL REFERENCES ideas (id),
  dots INTEGER NOT NULL,
  criterion TEXT REFERENCES criteria (id),
  counter INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE rating_sheets (
  id TEXT PRIMARY KEY NOT NULL,
  round TEXT NOT NULL REFERENCES rounds (id),
  idea TEXT NOT NULL REFERENCES ideas (id),
  strong_agreement INTEGER NOT NULL,
  agreement INTEGER NOT NULL,
  neutral INTEGER NOT NULL,
  disagreement INTEGER NOT NULL,
  strong_disagreement INTEGER NOT NULL,
  confusion INTEGER NOT NULL,
  signatures INTEGER,
  comments TEXT NOT NULL,
  sheet TEXT REFERENCES sheets (id)
) STRICT""",
    """CREATE TABLE endorsements (
  id TEXT PRIMARY KEY NOT NULL,
  idea TEXT NOT NULL REFERENCES ideas (id),
  people INTEGER NOT NULL,
  text TEXT NOT NULL,
  sector TEXT REFERENCES sectors (id),
  stage TEXT REFERENCES stages (id)
) STRICT""",
    """CREATE TABLE questions (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  answer TEXT NOT NULL,
  asker TEXT NOT NULL,
  sector TEXT REFERENCES sectors (id),
  stage TEXT REFERENCES stages (id),
  language TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE evaluation_questions (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  answer TEXT NOT NULL,
  options TEXT NOT NULL,
  lowest INTEGER NOT NULL,
  highest INTEGER NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE responses (
  id TEXT PRIMARY KEY NOT NULL,
  question TEXT NOT NULL REFERENCES evaluation_questions (id),
  form TEXT NOT NULL,
  choices TEXT NOT NULL,
  scale INTEGER,
  text TEXT NOT NULL,
  sector TEXT REFERENCES sectors (id)
) STRICT""",
    """CREATE TABLE findings (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL,
  question TEXT REFERENCES evaluation_questions (id),
  option TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
    """CREATE TABLE passages (
  id TEXT PRIMARY KEY NOT NULL,
  place TEXT NOT NULL,
  heading TEXT NOT NULL,
  paragraphs TEXT NOT NULL,
  bullets TEXT NOT NULL,
  position REAL NOT NULL
) STRICT""",
)
