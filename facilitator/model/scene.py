"""What the room may see: a scene, which cannot hold anything else.

A scene is made of texts, numbers, words of closed sets and further parts of scenes; no record and
no workshop fits into one. The screen for the room is drawn from scenes alone. What is put into
them is decided in `staging.py`; that the two are apart lets the import contracts keep the room's
window away from everything that knows more.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.kinds import Level, Method, Quadrant, StageState


@dataclass(frozen=True, slots=True)
class At:
    """A time of day in the venue."""

    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class RoomTimer:
    """The clock of the stage that runs.

    `seconds` are those left, below 0 in overtime; where no time was planned (`open_end`) those
    gone. `share` of the time is left, from 1 to 0. `of_stage` is the title of the stage that runs
    where it is not the one shown.
    """

    seconds: int
    share: float = 0.0
    open_end: bool = False
    level: Level = Level.CALM
    paused: bool = False
    of_stage: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something with the number by which people cite it."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The principle that is worked on; empty for the whole workshop."""

    name: str = ""
    statement: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing: the room sees a black screen."""


@dataclass(frozen=True, slots=True)
class Words:
    """Someone speaks, or there is a break; `ends` is when it is to be over, then comes `next`."""

    ends: At | None = None
    next: str = ""
    pause: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A stage on the agenda."""

    title: str
    start: At | None
    state: StageState


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole day."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A quadrant of a SWOT wall: its newest notes, the newest first, and how many there are."""

    quadrant: Quadrant
    count: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wall:
    """The SWOT wall of a principle, of one table or of all."""

    subject: Subject
    table: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a SWOT wall."""

    quadrant: Quadrant
    text: str


@dataclass(frozen=True, slots=True)
class Ideas:
    """The newest ideas of a principle in their order, and the notes that are being answered."""

    subject: Subject
    asked: tuple[Note, ...]
    ideas: tuple[Numbered, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Colour:
    """A dot colour: its name, what it stands for, how many a person has of it."""

    name: str
    meaning: str
    colour: str
    dots: int


@dataclass(frozen=True, slots=True)
class Vote:
    """What is voted on and by which rule; nothing of how anybody voted."""

    title: str
    method: Method
    closed: bool
    dots: int
    stacking: int | None
    colours: tuple[Colour, ...]
    ideas: tuple[Numbered, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """An idea with its dots; `fraction` is of the longest bar, and ideas that tie share a rank."""

    rank: int
    tied: bool
    number: int
    text: str
    dots: int
    fraction: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The ideas by their dots of one colour; `name` is empty where there is one kind of dot."""

    name: str
    meaning: str
    colour: str
    bars: tuple[Bar, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The totals of a round that is closed and revealed, with what one needs to judge them.

    `voters` is None where it is not known; `people` are all participants. `unsettled` counts of
    the wall differ.
    """

    title: str
    method: Method
    charts: tuple[Chart, ...]
    voters: int | None
    people: int
    unsettled: int = 0


@dataclass(frozen=True, slots=True)
class Rated:
    """An idea with its rating sheets' whole distribution, strong agreement first."""

    rank: int | None
    number: int
    text: str
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ratings:
    """A round of idea rating sheets that is closed and revealed; `people` are all participants."""

    title: str
    ideas: tuple[Rated, ...]
    count: int
    people: int


@dataclass(frozen=True, slots=True)
class Questions:
    """The newest questions to the speaker, in their order; never who asked."""

    questions: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Thanks:
    """The end: forms are filled in on paper."""

    questions: int


Body = Blank | Words | Agenda | Wall | Ideas | Vote | Results | Ratings | Questions | Thanks


@dataclass(frozen=True, slots=True)
class Scene:
    """What the room sees: where one is, what is asked, the clock, and what there is to look at."""

    workshop: str = ""
    stage: str = ""
    prompt: str = ""
    timer: RoomTimer | None = None
    illustrative: bool = False
    body: Body = Blank()


BLANK = Scene()
"""A black screen, in which nothing of any workshop stands."""
