"""Merged ideas in the report: every text is kept, and what they got is counted as is said."""

from __future__ import annotations

from dataclasses import replace

from facilitator.language import Language
from facilitator.model.kinds import Combine, Origin
from facilitator.model.records import Endorsement, Idea, Record, Round, WallCount
from facilitator.model.voting.outcome import dot_result
from facilitator.model.workshop import Workshop
from facilitator.report.content import build_document
from facilitator.report.tree import Document, Numbered, Table, texts
from tests.report.report_workshops import sample


def merged(combine: Combine = Combine.SUM) -> Workshop:
    """The second and third idea of the first principle are merged into the first of it."""
    workshop = sample()
    changed: list[Record] = [
        replace(workshop.get(Idea, "d2"), merged_into="d1", origin=Origin.GALLERY_WALK),
        replace(workshop.get(Idea, "d3"), merged_into="d2", language="fr"),
        Endorsement("en2", "d2", 2, "I would cycle."),
        WallCount("w4", "ro2", "d2", 5, "c1", 2),
    ]
    changed += [replace(workshop.get(Round, id_), combine=combine) for id_ in ("ro1", "ro2")]
    kept = [r for type_ in (Idea, Round, WallCount, Endorsement) for r in workshop.each(type_)]
    records = {r.id: r for r in kept} | {r.id: r for r in changed}
    frozen = workshop.frozen()
    for record in records.values():
        frozen._put(record)
    return frozen


def built(workshop: Workshop, language: str = "en") -> Document:
    return build_document(workshop, Language(language))


def whole(document: Document) -> str:
    return "\n".join(texts(document))


def test_every_text_stands_under_the_idea_that_leads() -> None:
    document = built(merged())
    ideas = next(block for block in document.blocks if isinstance(block, Numbered))
    (item,) = ideas.items
    asides = ["".join(span.text for span in aside) for aside in item.asides]
    assert item.number == "ID1"
    assert asides[:2] == [
        "Merged with it, ID2, from the gallery walk: Let bicycles ride for free.",
        "Merged with it, ID3: Print the timetable in plain language.",
    ]
    assert "answers N2, N4, N3" in asides[2]
    assert "supported by 5 people outside the vote" in asides[2]
    assert [text for text in asides if "cycle" in text]
    assert item.asides[1][1].language == "fr"


def test_the_rule_is_stated_and_the_totals_follow_it() -> None:
    text = whole(built(merged()))
    assert "Merged ideas: every dot given to any of them counts." in text
    assert "ID1 stands for ID2, ID3, too" in text
    assert "in no total" not in text
    workshop = merged(Combine.HIGHEST)
    text = whole(built(workshop))
    assert "Merged ideas: of each ballot, only the dots of the one" in text
    assert "Merged ideas: of each colour, only the dots of the one that got the most" in text
    left_out = dot_result(workshop, workshop.get(Round, "ro1")).reconciliation.merged
    assert left_out == 20
    assert f"{left_out} of the dots used are in no total, by the rule for merged ideas." in text


def test_people_by_sector_are_counted_once() -> None:
    tables = [block for block in built(merged()).blocks if isinstance(block, Table)]
    (sectors,) = (t for t in tables if t.caption.startswith("People who gave an idea"))
    assert [row[0].text for row in sectors.rows] == ["ID1", "ID4", "ID5"]
    assert [cell.text for cell in sectors.rows[0][2:]] == ["5", "15", "10"]


def test_the_trail_names_what_is_merged() -> None:
    text = whole(built(merged()))
    assert "ID1 (ID2, ID3)" in text
    assert "Ideas in brackets are merged into the one before them." in text


def test_without_merged_ideas_nothing_is_said_of_them() -> None:
    assert "erged" not in whole(built(sample()))
