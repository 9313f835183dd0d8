"""Workshops to report on: one with everything in it, and the extremes."""

from __future__ import annotations

from dataclasses import replace

from facilitator.model.kinds import (
    AnswerKind,
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
    Response,
    Round,
    Sector,
    Sheet,
    Stage,
    Theme,
    WallCount,
)
from facilitator.model.workshop import Workshop

LONG_WORD = "Straßenverkehrsordnung" * 13 + "ab" * 7
LONG_NOTE = "The bus is late, and nobody says why. " * 79

SECTORS = (
    ("Think tanks", 3),
    ("Private sector", 6),
    ("Youth", 10),
    ("Transfer payment agencies", 2),
    ("Academics", 5),
    ("Non-profits", 11),
)
NAMES = ("Zebulon Quimby", "Xanthippe Ltd", "Wilhelmina Asker")


def facts(**fields: object) -> Facts:
    values: dict[str, object] = {"title": "Buses for the valley", **fields}
    return Facts("f", **values)  # type: ignore[arg-type]


def empty() -> Workshop:
    return Workshop([Facts("f", title="Buses for the valley")])


def one_entry(text: str = "The last bus leaves at six.") -> Workshop:
    return Workshop([facts(), Entry("e1", 1, Quadrant.WEAKNESS, text)])


def people() -> list[Record]:
    records: list[Record] = [
        Sector(f"s{at}", name, position=at) for at, (name, _) in enumerate(SECTORS)
    ]
    number = 0
    for at, (_, count) in enumerate(SECTORS):
        for _ in range(count):
            number += 1
            further = ("s0",) if number % 9 == 0 else ()
            records.append(
                Participant(f"p{number:03}", f"s{at}", further, NAMES[0], NAMES[1], position=number)
            )
    return records


def agenda() -> list[Record]:
    kinds = StageKind
    return [
        Stage("st1", kinds.INTRODUCTION, "Introduction", description=("The mayor opened.",),
              planned_start="13:00", planned_minutes=15,
              started_at="2023-05-04T17:02:00Z", finished_at="2023-05-04T17:15:00Z", position=1),
        Stage("st2", kinds.SWOT, "SWOT analysis", "Facilitated workshop",
              description=("Participants brainstormed around the question:",),
              prompt="What are the strengths, weaknesses, opportunities + threats?",
              planned_minutes=40, private_notes="SECRET PLAN", position=2),
        Stage("st3", kinds.IDEATION, "Ideation", "Facilitated workshop", "Ideas + dots",
              description=("Participants wrote ideas.",), prompt="How might we?",
              planned_minutes=30, position=3),
        Stage("st4", kinds.PRIORITIZATION, "Dotmocracy", "Facilitated workshop", "Ideas + dots",
              description=("Then they voted with dots.",), notes="The sun shone.", position=4),
        Stage("st5", kinds.GALLERY_WALK, "Gallery walk", "Facilitated workshop", skipped=True,
              position=5),
        Stage("st6", kinds.QUESTION_AND_ANSWER, "Q+A with the mayor",
              description=("The mayor answered.", "Some questions included:"), position=6),
        Stage("st7", kinds.EVALUATION, "Evaluation", position=7),
    ]  # fmt: skip


def talk() -> list[Record]:
    records: list[Record] = [
        Question("q1", 1, "When does the night bus come?", "Next year.", NAMES[2], "s2", "st6"),
        Question("q2", 2, "Who pays?", asker=NAMES[2], sector="s3", position=2),
        EvaluationQuestion("eq1", "Why did you come?", AnswerKind.SINGLE, ("To learn", "To meet")),
        EvaluationQuestion("eq2", "How useful was it?", AnswerKind.SCALE, position=2),
        EvaluationQuestion("eq3", "What was missing?", AnswerKind.TEXT, position=3),
        Finding("fi1", "People came to learn.", "eq1", "To learn"),
        Finding("fi2", "Youth want more.", position=2),
    ]
    for form in range(37):
        choice = "To learn" if form < 19 else "To meet"
        records.append(Response(f"r1-{form:02}", "eq1", str(form), (choice,)))
        records.append(Response(f"r2-{form:02}", "eq2", str(form), scale=1 + form % 5))
    records.append(Response("r3", "eq3", "1", text="More time to deepen the ideas."))
    return records


NOTES = (
    (Quadrant.STRENGTH, "pr1", "Drivers are kind.", ""),
    (Quadrant.WEAKNESS, "pr1", "The last bus leaves at six.", ""),
    (Quadrant.OPPORTUNITY, "pr1", "The station has room for bicycles.", ""),
    (Quadrant.THREAT, "pr1", "Le dernier bus part à 18 h ; l’été, il n’y en a pas.", "fr"),
    (Quadrant.WEAKNESS, "pr2", "الحافلة لا تأتي يوم الأحد", "ar"),
    (Quadrant.WEAKNESS, "pr2", "公交车票太贵了。", "zh"),
    (Quadrant.OPPORTUNITY, "pr2", "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ", "iu"),
    (Quadrant.THREAT, None, "Nobody asked us before.", ""),
)
IDEAS = (
    ("pr1", "Run a night bus on Fridays.", ("e02", "e04")),
    ("pr1", "Let bicycles ride for free.", ("e03",)),
    ("pr1", "Print the timetable in plain language.", ()),
    ("pr2", "Make one ticket for bus and train.", ("e06",)),
    ("pr2", "Sell tickets in shops.", ()),
)


def walls() -> list[Record]:
    records: list[Record] = [
        Principle("pr1", "A bus for everyone", "Nobody is left at the stop.", "#1D5FA8", 1),
        Principle("pr2", "A ticket that is fair", colour="#9A5B00", position=2),
        Theme("t1", 1, "Hours of service", "pr1", 1),
        Theme("t2", 2, "Prices", "pr2", 2),
        Theme("t3", 3, "Without an insight", "pr2", 3),
        Insight("i1", 1, "t1", "The day ends when the bus ends.", ("e02", "e04"), 1),
        Insight("i2", 2, "t1", "Drivers are trusted.", ("e01",), 2),
        Insight("i3", 3, "t2", "A single trip costs too much.", ("e06",), 3),
    ]
    themes = ("t1", "t1", "t1", "t1", "t3", "t2", None, None)
    for number, ((quadrant, principle, text, language), theme) in enumerate(
        zip(NOTES, themes, strict=True), start=1
    ):
        records.append(
            Entry(f"e{number:02}", number, quadrant, text, principle, language=language,
                  theme=theme, legible=number != 1)
        )  # fmt: skip
    for number, (principle, text, answers) in enumerate(IDEAS, start=1):
        origin = Origin.GALLERY_WALK if number == 5 else Origin.IDEATION
        records.append(
            Idea(f"d{number}", number, text, principle, answers, origin, position=number)
        )
    records.append(Endorsement("en1", "d1", 3, "My night shift would be easier."))
    return records


def votes(*, closed: bool = True) -> list[Record]:
    """A ballot vote with a tie, zero votes, a spoiled ballot and a missing one; a wall; sheets."""
    records: list[Record] = [
        Round("ro1", "Which first?", Method.BALLOTS, 2, 1, voters=37, closed=closed, position=1),
        Round("ro2", "Interest and effort", Method.WALL, principle="pr1", closed=True, position=2),
        Criterion("c1", "ro2", "Interest", "what people would use", dots=3),
        Criterion("c2", "ro2", "Effort", "what is easy", dots=1),
        Round("ro3", "Rating sheets", Method.RATING, ideas=("d1", "d2"), closed=True, position=3),
        RatingSheet("rs1", "ro3", "d1", 8, 4, 1, 1, 0, 3, 16, ("Start at the hospital.",)),
        RatingSheet("rs2", "ro3", "d2", 2, 1, 0, 0, 0, 0),
    ]
    picks = [("d1", "d2"), ("d1", "d2"), ("d4", "d1"), ("d2", "d4"), ("d1", "d2"), ("d2", "d1")]
    for number in range(30):
        first, second = picks[number % 6]
        sector = f"s{(2, 2, 5, 5, 1, 2)[number % 6]}"
        marks = (Mark(first, 1), Mark(second, 1))
        records.append(Ballot(f"b{number:02}", number + 1, "ro1", marks, sector=sector))
    records.append(Ballot("b30", 31, "ro1", (Mark("d1", 5),), sector="s0"))
    for criterion, counts in (("c1", (9, 4, 0)), ("c2", (2, 2, 1))):
        for number, dots in enumerate(counts, start=1):
            key = f"w{criterion}{number}"
            records.append(WallCount(key, "ro2", f"d{number}", dots, criterion))
    records.append(WallCount("w2", "ro2", "d1", 8, "c1", 2))
    return records


def sample(*, language: str = "en", closed: bool = True) -> Workshop:
    records: list[Record] = [
        facts(
            host="Valley Transit",
            venue="Town hall",
            place="Riverside",
            date="2023-05-04",
            starts="13:00",
            timezone="America/Toronto",
            language=language,
            objective="Find out what would bring people back to the bus.",
            description=("First paragraph <b>of</b> the description.", "Second & last paragraph."),
            decision="The council decides on the timetable in autumn.",
            participants_note="Some participants wore several hats.",
            evaluation_note="From the forms we learned that:",
            insights_title="Insights + ideas for the valley's buses",
            insights_note=("What follows sums up what people shared.",),
            illustrative=(Illustrative.VOTES, Illustrative.ENTRIES),
        ),
        Passage("pa1", Place.START, "A word of thanks", ("Thank you for coming.",)),
        Passage(
            "pa2", Place.CLOSING, "How this will be used", ("It goes to the council.",), ("All",)
        ),
        Sheet("sh1", "AB12", SheetKind.BALLOT, 1, "letter", "en", "2023-05-04T15:00:00Z"),
    ]
    return Workshop([*records, *people(), *agenda(), *talk(), *walls(), *votes(closed=closed)])


def large(entries: int = 2000, ideas: int = 200, participants: int = 500) -> Workshop:
    """As many notes, ideas and people as a big day brings; every note is different."""
    records: list[Record] = [facts(date="2023-05-04", host="Valley Transit")]
    records += [Sector(f"s{n}", f"Sector {n}", position=n) for n in range(8)]
    records += [Principle(f"pr{n}", f"Principle {n}", position=n) for n in range(4)]
    records += [Participant(f"p{n:04}", f"s{n % 8}") for n in range(participants)]
    records += [Theme(f"t{n}", n + 1, f"Theme number {n}", f"pr{n % 4}", n) for n in range(24)]
    records += [
        Insight(f"i{n}", n + 1, f"t{n % 24}", f"Insight number {n} of the large workshop.",
                (f"e{n:05}", f"e{n + 60:05}"), n)
        for n in range(60)
    ]  # fmt: skip
    quadrants = tuple(Quadrant)
    records += [
        Entry(f"e{n:05}", n + 1, quadrants[n // 7 % 4],
              f"Note {n} says that the bus {'is late ' * (n % 9)}at stop {n * 7 % 131}.",
              f"pr{n % 4}", theme=f"t{n % 24}")
        for n in range(entries)
    ]  # fmt: skip
    records += [
        Idea(f"d{n:04}", n + 1, f"Idea {n}: open a new line to place {n} before the winter.",
             f"pr{n % 4}", (f"e{n * 3 % max(entries, 1):05}",), position=n)
        for n in range(ideas)
    ]  # fmt: skip
    records.append(Round("ro", "Which lines?", Method.BALLOTS, 3, voters=participants, closed=True))
    records += [
        Ballot(f"b{n:04}", n + 1, "ro",
               tuple(Mark(f"d{(n * k * k + k) % ideas:04}", 1) for k in (1, 2, 3)),
               sector=f"s{n % 8}")
        for n in range(participants)
    ]  # fmt: skip
    return Workshop(records)


def with_facts(workshop: Workshop, **fields: object) -> Workshop:
    """A copy of a workshop with other facts."""
    copy = workshop.frozen()
    changed = replace(copy.facts, **fields)  # type: ignore[arg-type]
    copy._put(changed)
    return copy
