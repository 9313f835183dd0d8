from __future__ import annotations

import dataclasses
from typing import TypeVar

import pytest

from facilitator.language import Language
from facilitator.model.change import edited
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Illustrative, Method, Quadrant, StageKind
from facilitator.model.records import (
    Ballot,
    Entry,
    Idea,
    Mark,
    Participant,
    Principle,
    Question,
    Record,
    Round,
    Sector,
    Stage,
)
from facilitator.model.workshop import Workshop
from facilitator.report.content import build_document
from facilitator.report.content.words import spans_of_numbers
from facilitator.report.tree import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Notice,
    NoticeKind,
    Numbered,
    Paragraph,
    Quote,
    Span,
    StackedChart,
    Table,
    texts,
)
from tests.report.report_workshops import (
    NAMES,
    NOTES,
    empty,
    facts,
    large,
    one_entry,
    sample,
    with_facts,
)

B = TypeVar("B", bound=Block)


def built(workshop: Workshop, language: str = "en") -> Document:
    return build_document(workshop, Language(language))


def whole(document: Document) -> str:
    return "\n".join(texts(document))


def after(document: Document, heading: str, last: bool = False) -> list[Block]:
    """The blocks under a heading, up to the next of its level or above."""
    found: list[list[Block]] = []
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading) and block.text == heading:
            under: list[Block] = []
            for other in document.blocks[at + 1 :]:
                if isinstance(other, Heading) and other.level <= block.level:
                    break
                under.append(other)
            found.append(under)
    assert found, f"no heading {heading!r}"
    return found[-1 if last else 0]


def only(blocks: list[Block], type_: type[B]) -> B:
    found = [block for block in blocks if isinstance(block, type_)]
    assert len(found) >= 1, f"no {type_.__name__}"
    return found[0]


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_without_facts_there_is_no_report() -> None:
    with pytest.raises(DomainError):
        built(Workshop())


def test_an_empty_workshop_says_what_is_missing_and_nothing_else() -> None:
    document = built(empty())
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph]
    told = whole(document)
    assert "Nothing that people wrote is recorded yet." in told
    assert "Not recorded so far: the date, the place, the host" in told
    assert "N =" not in told


def test_the_opening_tells_who_where_and_when() -> None:
    first = only(list(built(sample()).blocks), Paragraph)
    assert text_of(first.spans) == (
        "Workshop of May 4, 2023 at Town hall, Riverside. Host: Valley Transit. 37 people took "
        "part, from 6 sectors. Recorded: 8 notes, 3 themes, 3 insights, 5 ideas, 3 voting rounds."
    )


def test_percentages_are_computed_and_rounded() -> None:
    under = after(built(sample()), "Participants")
    table = only(under, Table)
    assert [row[1:] for row in rows(table)] == [
        ["3", "8%"], ["6", "16%"], ["10", "27%"], ["2", "5%"], ["5", "14%"], ["11", "30%"],
    ]  # fmt: skip
    assert table.total[1].text == "37"
    assert "may not add up to 100" in table.notes[0]
    assert table.notes[1] == "4 participants named further sectors."
    chart = only(under, BarChart)
    assert [bar.value for bar in chart.bars] == [11, 10, 6, 5, 3, 2]
    assert chart.bars[0].shown == "11 (30%)"
    assert "Youth: 10 (27%)" in chart.alternative


def test_people_without_a_sector_are_counted_and_said_so() -> None:
    workshop = Workshop([facts(), Sector("s", "Youth"), Participant("a", "s"), Participant("b")])
    table = only(after(built(workshop), "Participants"), Table)
    assert rows(table) == [["Youth", "1", "50%"], ["Not stated", "1", "50%"]]
    bare = Workshop([facts(), Participant("a")])
    assert "No sector is recorded" in whole(built(bare))


def test_n_counts_who_came_where_arrivals_were_marked() -> None:
    came = "2017-10-13T17:00:00Z"
    people = [Participant("a", "s", arrived_at=came), Participant("b", "s"), Participant("c", "t")]
    report = built(Workshop([facts(), Sector("s", "Youth"), Sector("t", "Academics"), *people]))
    under = after(report, "Participants")
    assert only(under, Table).total[1].text == "1"
    assert "1 person took part, from 1 sector." in whole(report)


def test_consecutive_stages_of_an_exercise_are_one_item() -> None:
    under = after(built(sample()), "Facilitated workshop")
    titles = [block.text for block in under if isinstance(block, Heading)]
    assert titles == ["1. SWOT analysis", "2. Ideas + dots", "3. Gallery walk"]
    second = after(built(sample()), "2. Ideas + dots")
    items = [text_of(item.spans) for item in only(second, Bullets).items]
    assert items == ["Participants wrote ideas.", "Then they voted with dots."]
    assert [type(block) for block in second] == [Bullets, Paragraph, Paragraph]


def test_an_exercise_may_be_given_by_its_number() -> None:
    stages = [
        Stage("1", StageKind.SWOT, "SWOT", "Work", "1", position=1),
        Stage("2", StageKind.BREAK, "Coffee", "Work", position=2),
        Stage("3", StageKind.IDEATION, "IDEATION", "Work", "2", position=3),
        Stage("4", StageKind.PRIORITIZATION, "PRIORITIZATION", "Work", "2", position=4),
    ]
    under = after(built(Workshop([facts(), *stages])), "Work")
    titles = [block.text for block in under if isinstance(block, Heading)]
    assert titles == ["1. SWOT", "Coffee", "2. IDEATION + PRIORITIZATION"]


def test_questions_stand_under_the_last_line_of_their_stage() -> None:
    bullets = only(after(built(sample()), "Q+A with the mayor"), Bullets)
    last = bullets.items[-1]
    assert text_of(last.spans) == "Some questions included:"
    assert [text_of(item.spans) for item in last.items] == [
        "When does the night bus come?",
        "Who pays?",
    ]
    assert [text_of(a) for a in last.items[0].asides] == ["Answer: Next year.", "Asked by: Youth"]
    assert last.items[1].asides == (), "two people of a sector would be recognised"


def test_questions_without_a_stage_have_a_section() -> None:
    workshop = Workshop([facts(), Question("q", 1, "Why?")])
    under = after(built(workshop), "Questions and answers")
    assert text_of(only(under, Bullets).items[0].spans) == "Why?"


def test_findings_carry_the_count_they_rest_on() -> None:
    items = only(after(built(sample()), "Evaluation"), Bullets).items
    assert text_of(items[0].asides[0]) == "19 of 37 responses, 51%"
    assert items[1].asides == ()


def test_every_evaluation_question_is_counted() -> None:
    document = built(sample())
    scale = after(document, "How useful was it?")
    caption = only(scale, BarChart).caption
    assert caption == "n = 37 responses; mean 2.9 on a scale from 1 to 5"
    assert [bar.value for bar in only(scale, BarChart).bars] == [8, 8, 7, 7, 7]
    free = only(after(document, "What was missing?"), Bullets)
    assert text_of(free.items[0].spans) == "More time to deepen the ideas."


def test_no_name_and_no_private_note_ever_appears() -> None:
    for language in ("en", "fr"):
        told = whole(built(sample(), language))
        for hidden in (*NAMES, "SECRET PLAN"):
            assert hidden not in told


def test_insights_cite_their_notes_and_ideas_their_votes() -> None:
    under = after(built(sample()), "A bus for everyone")
    insight = only(under, Bullets).items[0]
    assert insight.number == "IN1"
    assert text_of(insight.asides[0]) == "rests on N2, N4 (illustrative)"
    ideas = only(under, Numbered).items
    assert [item.number for item in ideas] == ["ID1", "ID2", "ID3"]
    assert text_of(ideas[0].asides[0]) == (
        "25 dots in “Which first?”, 9 dots for “Interest” in “Interest and effort”, "
        "2 dots for “Effort” in “Interest and effort”, 12 of 17 people agree "
        "(illustrative) · answers N2, N4 (illustrative) · supported by 3 people outside the vote"
    )
    walked = only(after(built(sample()), "A ticket that is fair"), Numbered).items[1]
    assert "from the gallery walk" in text_of(walked.asides[0])


def test_dots_are_tabulated_with_ties_and_zeros() -> None:
    under = after(built(sample()), "Which first?")
    table = only(under, Table)
    assert [[row[0], row[1], *row[3:]] for row in rows(table)] == [
        ["1", "ID1", "25", "42%", "25"],
        ["1", "ID2", "25", "42%", "25"],
        ["3", "ID4", "10", "17%", "10"],
        ["4", "ID3", "0", "0%", "0"],
        ["4", "ID5", "0", "0%", "0"],
    ]
    told = "\n".join(b.text for b in under if isinstance(b, Notice))
    assert "not a representative sample" in told
    assert "Tie at rank 1" in told
    assert "Illustrative" in told
    tables = [block for block in under if isinstance(block, Table)]
    assert rows(tables[1]) == [
        ["Issued (37 × 2 dots)", "74"],
        ["Used", "60"],
        ["Unused", "0"],
        ["Spoiled", "2"],
        ["Difference: issued − used − unused − spoiled", "12"],
    ]
    assert rows(tables[2]) == [["More dots than a person had", "1"]]


def test_a_wall_count_invents_no_voters() -> None:
    under = after(built(sample()), "Interest and effort")
    tables = [block for block in under if isinstance(block, Table)]
    assert [column.title for column in tables[0].columns][-1] == "Share"
    assert rows(tables[0])[0][3] == "9*"
    assert "(9, 8)" in tables[0].notes[-1]
    assert [row[1] for row in rows(tables[-1])] == [
        "not recorded",
        "18",
        "not recorded",
        "not recorded",
        "not recorded",
    ]


def test_rating_sheets_show_the_whole_distribution() -> None:
    under = after(built(sample()), "Rating sheets")
    assert rows(only(under, Table)) == [
        ["1", "ID1", "Run a night bus on Fridays.", "8", "4", "1", "1", "0", "3", "17", "6.8"],
        ["–", "ID2", "Let bicycles ride for free.", "2", "1", "0", "0", "0", "0", "3", "–"],
    ]
    notes = "\n".join(only(under, Table).notes)
    assert "No score for ID2: fewer than the 12 dots" in notes
    assert "confused by ID1" in notes
    assert "16 signatures, but 17 dots" in notes
    assert only(under, StackedChart).bars[0].counts == (8, 4, 1, 1, 0, 3)


def test_totals_of_an_open_vote_stay_hidden_everywhere() -> None:
    document = built(sample(closed=False))
    under = after(document, "Which first?")
    notice = next(b for b in under if isinstance(b, Notice))
    assert notice.kind is NoticeKind.OPEN
    assert "31 ballots so far" in notice.text
    assert not any(isinstance(block, Table | BarChart) for block in under)
    assert "25 dots" not in whole(document)


def test_small_cells_by_sector_are_masked() -> None:
    records: list[Record] = [facts(threshold=3)]
    records += [Sector(f"s{n}", f"Sector {n}", position=n) for n in range(3)]
    records += [Idea(f"d{n}", n + 1, f"Idea {n}") for n in range(3)]
    records.append(Round("r", "Vote", Method.BALLOTS, 1, closed=True))
    records += [
        Ballot(f"b{n}", n + 1, "r", (Mark(f"d{n % 3}", 1),), sector=f"s{n // 5}") for n in range(14)
    ]
    tables = [b for b in after(built(Workshop(records)), "Vote") if isinstance(b, Table)]
    shown = [cell for row in rows(tables[-1]) for cell in row[2:]]
    assert "by sector" in tables[-1].caption
    assert not {"1", "2"} & set(shown)
    assert "fewer than 3 people" in tables[-1].notes[0]


def test_the_trail_leads_from_every_note_to_the_votes() -> None:
    under = after(built(sample()), "The trail, from note to vote")
    table = only(under, Table)
    first = rows(table)[0]
    assert first[:4] == ["N2, N4", "TH1 Hours of service", "IN1", "ID1"]
    assert first[4].startswith("25 dots in “Which first?”")
    told = whole(dataclasses.replace(built(sample()), blocks=tuple(under)))
    for kind, count in (("N", 8), ("TH", 3), ("IN", 3), ("ID", 5)):
        for number in range(1, count + 1):
            assert f"{kind}{number}" in told


def test_without_links_there_is_no_trail() -> None:
    titles = [b.text for b in built(one_entry()).blocks if isinstance(b, Heading)]
    assert titles == ["Appendix: all notes, verbatim", "Weaknesses: 1 note"]


def test_all_notes_stand_in_the_appendix_as_they_were_written() -> None:
    document = built(sample())
    quotes = [block for block in document.blocks if isinstance(block, Quote)]
    assert [quote.text for quote in quotes] == [text for _, _, text, _ in NOTES]
    assert [quote.number for quote in quotes] == [f"N{n}" for n in range(1, 9)]
    by_number = {quote.number: quote for quote in quotes}
    assert by_number["N4"].remark == "French"
    assert by_number["N4"].language == "fr"
    assert by_number["N6"].remark == "Chinese"
    assert by_number["N1"].remark == "could not be read with certainty"
    assert by_number["N2"].remark == ""
    blank = Workshop([facts(), Entry("e", 1, Quadrant.THREAT, "", legible=False, language="x-?")])
    assert whole(built(blank)).endswith("x-?, illegible")


def test_illustrative_areas_are_marked_where_they_stand() -> None:
    areas = tuple(Illustrative)
    document = built(with_facts(sample(), illustrative=areas))
    first = only(list(document.blocks), Notice)
    for area in ("the notes", "the votes", "the support", "the responses", "the answers"):
        assert area in first.text
    for heading in ("The top ideas at a glance", "Which first?", "Times", "The evaluation form"):
        assert only(after(document, heading), Notice).kind is NoticeKind.ILLUSTRATIVE
    appendix = after(document, "Appendix: all notes, verbatim")
    assert only(appendix, Notice).kind is NoticeKind.ILLUSTRATIVE
    told = whole(document)
    assert "Answer (illustrative): " in told
    assert "19 of 37 responses, 51% (illustrative)" in told
    assert "outside the vote (illustrative)" in told
    plain = built(with_facts(sample(), illustrative=()))
    assert "llustrative" not in whole(plain)


def test_without_a_vote_nothing_is_claimed_about_the_order() -> None:
    workshop = Workshop(
        [facts(), Principle("p", "P"), Idea("a", 1, "First.", "p"), Idea("b", 2, "Second.", "p")]
    )
    under = after(built(workshop), "The top ideas at a glance")
    assert [text_of(item.spans) for item in only(under, Bullets).items] == ["First."]
    assert "No closed vote is recorded" in text_of(only(under, Paragraph).spans)


def test_passages_stand_at_their_places() -> None:
    titles = [b.text for b in built(sample()).blocks if isinstance(b, Heading)]
    assert titles.index("A word of thanks") < titles.index("A) Buses for the valley")
    closing = titles.index("How this will be used")
    assert (
        titles.index("A ticket that is fair")
        < closing
        < titles.index("C) Results, trail and records")
    )


def test_what_is_in_another_language_is_marked_so() -> None:
    document = built(sample(language="en"), "fr")
    heading = next(b for b in document.blocks if isinstance(b, Heading) and b.colour)
    assert (heading.text, heading.language) == ("A bus for everyone", "en")
    assert document.language == "fr"


def test_times_are_those_of_the_venue() -> None:
    table = only(after(built(sample()), "Times"), Table)
    assert rows(table)[0] == ["Introduction", "13:00–13:15", "13:02–13:15"]
    assert rows(table)[4][2] == "skipped"


def test_a_pause_of_the_day_is_not_hidden() -> None:
    workshop = sample()
    first = workshop.all(Stage)[0]
    for seconds, told in ((29, "13:02–13:15"), (300, "13:02–13:15, paused for 5 minutes")):
        workshop.apply([edited(first, paused_seconds=seconds)])
        assert rows(only(after(built(workshop), "Times"), Table))[0][2] == told


@pytest.mark.parametrize("workshop", [sample(), empty(), one_entry(), large(50, 9, 9)])
def test_heading_ids_are_unique_and_levels_never_jump_at_the_start(workshop: Workshop) -> None:
    headings = [b for b in built(workshop).blocks if isinstance(b, Heading)]
    assert len({heading.id for heading in headings}) == len(headings)


def test_runs_of_numbers_are_shortened() -> None:
    assert spans_of_numbers([1, 2, 3, 5, 6, 9], "N") == "N1–N3, N5, N6, N9"


def test_a_title_that_brings_its_letter_keeps_one() -> None:
    workshop = Workshop(
        [facts(insights_title="B) Insights", description=("d",)), Principle("p", "P")]
    )
    titles = [b.text for b in built(workshop).blocks if isinstance(b, Heading)]
    assert "B) Insights" in titles


def test_insights_without_notes_and_stages_alone() -> None:
    workshop = Workshop(
        [
            facts(),
            Stage("a", StageKind.INTRODUCTION, "Welcome", position=1),
            Stage("b", StageKind.BREAK, "Break", position=2),
        ]
    )
    items = only(after(built(workshop), "Agenda"), Bullets).items
    assert items == (
        Item((Span("Welcome", strong=True),)),
        Item((Span("Break", strong=True),)),
    )


def test_an_item_without_a_word_is_no_part_of_the_item_before() -> None:
    workshop = Workshop(
        [
            facts(),
            Stage("a", StageKind.SWOT, "Where are we?", prompt="What helps?", position=1),
            Stage("b", StageKind.PRESENTATION, "Dinner talk", position=2),
            Stage("c", StageKind.IDEATION, "Directions", position=3),
        ]
    )
    under = after(built(workshop), "Agenda")
    titles = [block.text for block in under if isinstance(block, Heading)]
    assert titles == ["Where are we?", "Dinner talk", "Directions"]


def test_the_numbers_of_a_group_go_on_after_a_break() -> None:
    stages = [
        Stage("1", StageKind.SWOT, "SWOT", "Workshop", position=1),
        Stage("2", StageKind.BREAK, "Coffee", position=2),
        Stage("3", StageKind.IDEATION, "Ideas", "Workshop", position=3),
        Stage("4", StageKind.PRIORITIZATION, "Dots", "Workshop", position=4),
    ]
    under = after(built(Workshop([facts(), *stages])), "Agenda")
    titles = [block.text for block in under if isinstance(block, Heading)]
    assert titles == ["Workshop", "1. SWOT", "Coffee", "Workshop", "2. Ideas", "3. Dots"]
