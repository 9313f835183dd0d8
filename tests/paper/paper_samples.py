"""Workshops to print: a usual one, an empty one, and one whose texts are hostile."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.model.kinds import Method, StageKind
from facilitator.model.records import (
    Criterion,
    Facts,
    Idea,
    Participant,
    Principle,
    Record,
    Resource,
    Round,
    Stage,
    Table,
)
from facilitator.model.workshop import Workshop

NOW = datetime(2017, 10, 13, 12, 0, tzinfo=UTC)
PRINCIPLES = (
    (
        "Digital first",
        "We design services for the way people live now, and help those who cannot use them.",
    ),
    (
        "Open by default",
        "We share data, plans and results, so that others can check and reuse them.",
    ),
    (
        "Evidence in decisions",
        "We try ideas at a small scale, measure honestly, and say what did not work.",
    ),
    ("One public service", "We work across ministries as one team for the person in front of us."),
)
STAGES = (
    (
        StageKind.INTRODUCTION,
        "Welcome and introduction",
        15,
        "Why we are here, and what happens with what you say.",
        "",
    ),
    (
        StageKind.SWOT,
        "SWOT analysis",
        45,
        "Silent notes in four quadrants, then a talk at the table.",
        "Where does the public service stand on this principle today?",
    ),
    (StageKind.BREAK, "Break", 15, "", ""),
    (
        StageKind.IDEATION,
        "Ideas",
        40,
        "Ideas that answer opportunities and threats.",
        "How might we make the most of an opportunity, or take the edge off a threat?",
    ),
    (
        StageKind.PRIORITIZATION,
        "Dot voting",
        20,
        "Three dots for each person.",
        "Which ideas should the ministries try first?",
    ),
    (StageKind.GALLERY_WALK, "Gallery walk", 20, "", ""),
    (StageKind.QUESTION_AND_ANSWER, "Questions and answers", 20, "", ""),
    (StageKind.EVALUATION, "Evaluation", 10, "", ""),
)
IDEAS = (
    "Publish the plan of every ministry in one place, with the date of its last change",
    "A single sign-in for all services of the province",
    "Let front-line staff propose a test every quarter",
    "Pair each policy team with a service designer for its first month",
    "Put the results of small trials on a public page, also those that failed",
    (
        "Lend tablets and helpers in libraries, so that nobody is left out of online services; "
        "begin with the ten municipalities where connections are slowest"
    ),
    "One phone number for people who cannot find the right ministry",
    "Open the data behind every chart in a report",
    "A plain-language check before a form is printed",
    "Exchange staff between ministries for three months",
)


def usual(
    *,
    dots: int = 3,
    stacking: int | None = None,
    criteria: tuple[str, ...] = (),
    ideas: int = len(IDEAS),
    address: str = "",
    people: int = 3,
    principles: int = len(PRINCIPLES),
) -> Workshop:
    """A workshop like the one that the program is modelled on."""
    records: list[Record] = [
        Facts(
            "0190a0b0-0000-7000-8000-000000000000",
            title="Ontario Public Service renewal",
            host="Cabinet Office",
            venue="MaRS Centre",
            place="Toronto",
            date="2017-10-13",
            starts="13:00",
            timezone="America/Toronto",
            objective="Hear from people outside government how the public service should renew "
            "itself, and agree on the ideas to try first.",
            public_address=address,
        )
    ]
    records += [
        Principle(f"p{n}", name, says, position=n)
        for n, (name, says) in enumerate(PRINCIPLES[:principles])
    ]
    records += [Table(f"t{n}", f"Table {n + 1}", n) for n in range(2)]
    records += [
        Stage(f"s{n}", kind, title, description=(says,) if says else (), prompt=asks,
              planned_minutes=minutes, position=n)
        for n, (kind, title, minutes, says, asks) in enumerate(STAGES)
    ]  # fmt: skip
    records += [
        Resource("r1", "Discussion document", "https://www.ontario.ca/page/ops-renewal",
                 "Twelve pages on the four principles", position=1),
        Resource("r2", "Glossary of terms", "https://example.org/glossary", needs_internet=False,
                 caption="Saved with the workshop files; ask for a printed copy", position=2),
    ]  # fmt: skip
    records += [
        Idea(f"i{n}", n + 1, IDEAS[n % len(IDEAS)], f"p{n * principles // ideas}", position=n)
        for n in range(ideas)
    ]
    records.append(
        Round("v1", "First dot vote", Method.BALLOTS, dots, stacking, stage="s4", position=1)
    )
    records += [
        Criterion(f"c{n}", "v1", name, "would you use it?", position=n)
        for n, name in enumerate(criteria)
    ]
    records += [Participant(f"x{n}", name=f"Secret Name {n}", position=n) for n in range(people)]
    return Workshop(records)


def empty() -> Workshop:
    """A workshop with nothing but its record of facts."""
    return Workshop([Facts("0190a0b0-0000-7000-8000-000000000001")])


LONG_WORD = "Donaudampfschifffahrtsgesellschaft" * 9
MANY_WORDS = "Which of the many things that we heard would you rather see tried out? " * 43
ARABIC = "كيف يمكننا أن نجعل الخدمات العامة أقرب إلى الناس في 2017؟"
CHINESE = "我们怎样才能让公共服务更贴近人民的日常生活并且不让任何人掉队呢？" * 4
INUKTITUT = "ᖃᓄᖅ ᐱᐅᓯᒋᐊᕈᓐᓇᖅᐱᑕ ᑲᕙᒪᒃᑯᑦ ᐱᔨᑦᑎᕋᐅᑎᖏᓐᓂᒃ"


def hostile() -> Workshop:
    """A workshop whose every text is long, of another script, or looks like markup."""
    texts = (LONG_WORD, MANY_WORDS, ARABIC, CHINESE, INUKTITUT, "<b>&amp;</b> {number} %s \\n 🙂 ✓")
    records: list[Record] = [
        Facts(
            "0190a0b0-0000-7000-8000-000000000002",
            title=LONG_WORD,
            venue=CHINESE,
            place=ARABIC,
            date="soon",
            starts="09:30",
            objective=MANY_WORDS,
        )
    ]
    records += [Principle(f"p{n}", text, texts[-1 - n], "red") for n, text in enumerate(texts)]
    records += [Table("t1", LONG_WORD)]
    records += [
        Stage("s1", StageKind.SWOT, MANY_WORDS, LONG_WORD, prompt=MANY_WORDS, position=1),
        Stage("s2", StageKind.IDEATION, CHINESE, ARABIC, "x" * 400, texts, MANY_WORDS, position=2),
        Stage("s3", StageKind.BREAK, ARABIC, planned_minutes=100_000, position=3),
    ]
    records += [
        Resource("r1", MANY_WORDS, "https://example.org/" + "a" * 90, MANY_WORDS, position=1),
        Resource("r2", ARABIC, "https://example.org/" + "b" * 1900, LONG_WORD, position=2),
        Resource("r3", INUKTITUT, "http://localhost:8000/secret", CHINESE, False, 3),
        Resource("r4", CHINESE, "file:///home/me/secret.pdf", "", False, 4),
    ]
    records += [
        Idea(f"i{n}", 10**n, text, f"p{n}", position=n)
        for n, text in enumerate((*texts, "W" * 5000))
    ]
    records.append(Round("v1", MANY_WORDS[:300], Method.BALLOTS, 5, None, stage="s1"))
    records += [
        Criterion("c1", "v1", LONG_WORD, ARABIC, position=1),
        Criterion("c2", "v1", CHINESE, MANY_WORDS, dots=12, position=2),
    ]
    records.append(Participant("x1"))
    return Workshop(records)
