"""Deleting any record, and putting it back: one rule for all kinds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.model.change import Act, Change
from facilitator.model.errors import DomainError
from facilitator.model.kind_names import KIND_NAMES
from facilitator.model.kinds import AnswerKind, Method, Quadrant, StageKind
from facilitator.model.plain import fields_of
from facilitator.model.records import (
    RECORD_TYPES,
    ActHeader,
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
    Principle,
    Record,
    Response,
    Round,
    Sector,
    Sheet,
    Stage,
    Table,
    Theme,
    WallCount,
)
from facilitator.model.references import REFERENCES, Bond, ids_in, references_of
from facilitator.model.removal import contents, remove
from facilitator.model.restoring import Deletion, Link, restore
from facilitator.model.workshop import Workshop
from tests.exchange.random_workshops import workshops

KINDS: list[Any] = [type_ for type_ in RECORD_TYPES if type_ is not ActHeader]
QUESTION = EvaluationQuestion("eq", "Was it good?", AnswerKind.SINGLE, ("Yes", "No"))


def day() -> Workshop:
    """Two principles with notes, themes and ideas, the first with a round of its own."""
    return Workshop(
        [
            Facts("f", "A day"),
            Stage("stage", StageKind.SWOT, "SWOT"),
            Table("table", "Table 1"),
            Sector("sector", "Youth"),
            Sector("hat", "Academics"),
            Participant("person", "sector", ("hat", "sector")),
            Principle("p1", "Trust"),
            Principle("p2", "Clarity"),
            Theme("theme", 1, "Openness", "p1"),
            Entry("n1", 1, Quadrant.THREAT, "Rumours", "p1", "table", stage="stage", theme="theme"),
            Entry("n2", 2, Quadrant.STRENGTH, "Patience", "p1", "table"),
            Entry("n3", 3, Quadrant.THREAT, "Jargon", "p2", "table"),
            Insight("insight", 1, "theme", "Trust is slow", ("n1", "n3")),
            Idea("i1", 1, "Write plainly", "p1", ("n1", "n3"), stage="stage"),
            Idea("i2", 2, "Ask online", "p2", ("n1", "n3", "n2"), merged_into="i1"),
            Endorsement("e1", "i1", 3),
            Round("r1", "Trust vote", Method.WALL, principle="p1"),
            Round("r2", "Both", Method.BALLOTS, ideas=("i1", "i2")),
            Criterion("c1", "r1", "Impact"),
            WallCount("w1", "r1", "i1", 4, "c1"),
            QUESTION,
            Response("a1", "eq", "1", ("Yes",)),
            Finding("finding", "Most liked it", "eq", "Yes"),
        ]
    )


def did(workshop: Workshop, act: Act) -> Act:
    workshop.apply(act.changes)
    return act


def everything(workshop: Workshop) -> dict[str, Any]:
    return {record.id: record for kind in KINDS for record in workshop.each(kind)}


def loose(workshop: Workshop) -> list[tuple[str, str]]:
    """The references to what is not there."""
    return [
        (record.id, field)
        for record in everything(workshop).values()
        for field, reference in references_of(type(record)).items()
        for id_ in ids_in(getattr(record, field))
        if workshop.find(reference.target, id_) is None
    ]


def deletion(act: Act) -> Deletion:
    """What the journal tells of an act."""
    gone = [c.before for c in act.changes if c.before is not None and c.after is None]
    links = [
        Link(
            type(c.after),
            c.id,
            field,
            getattr(c.before, field),
            getattr(c.after, field),
            getattr(c.before, reference.beside, ""),
        )
        for c in act.changes
        if c.before is not None and c.after is not None
        for field, reference in references_of(type(c.after)).items()
        if getattr(c.before, field) != getattr(c.after, field)
    ]
    return Deletion(tuple(gone), tuple(links), act.count)


def test_a_principle_takes_with_it_all_that_is_part_of_it() -> None:
    workshop = day()
    assert contents(workshop, Principle, "p1") == (
        (Theme, 1),
        (Entry, 2),
        (Insight, 1),
        (Idea, 1),
        (Round, 1),
        (Criterion, 1),
        (WallCount, 1),
        (Endorsement, 1),
    )
    act = did(workshop, remove(workshop, Principle, ["p1"], "delete_principle"))
    assert (act.name, act.count) == ("delete_principle", 1)
    gone = {c.id for c in act.changes if c.after is None}
    assert gone == {"p1", "theme", "n1", "n2", "insight", "i1", "r1", "c1", "w1", "e1"}
    assert workshop.get(Idea, "i2").answers == ("n3",)
    assert workshop.get(Idea, "i2").merged_into is None
    assert workshop.get(Round, "r2").ideas == ("i2",)
    assert loose(workshop) == []


@pytest.mark.parametrize(
    ("type_", "id_", "kept"),
    [
        (Stage, "stage", {"n1": ("stage", None), "i1": ("stage", None)}),
        (Table, "table", {"n1": ("table", None), "n3": ("table", None)}),
        (Theme, "theme", {"n1": ("theme", None)}),
        (Sector, "sector", {"person": ("further_sectors", ("hat",))}),
        (EvaluationQuestion, "eq", {"finding": ("option", "")}),
    ],
)
def test_what_only_refers_stays_and_lets_go(
    type_: type[Record], id_: str, kept: dict[str, tuple[str, Any]]
) -> None:
    workshop = day()
    did(workshop, remove(workshop, type_, [id_], "delete"))
    for other, (field, value) in kept.items():
        assert getattr(everything(workshop)[other], field) == value
    assert loose(workshop) == []


def test_votes_keep_their_ideas_and_colours() -> None:
    workshop = day()
    with pytest.raises(DomainError, match="Idea 1 has votes in “Trust vote”: undo or delete"):
        remove(workshop, Idea, ["i1"], "delete_idea")
    with pytest.raises(DomainError, match="“Impact” has votes in “Trust vote”"):
        remove(workshop, Criterion, ["c1"], "delete_criterion")
    did(workshop, Act("record_ballot", (Change(None, Ballot("b", 1, "r2", (Mark("i1", 1),))),)))
    with pytest.raises(DomainError, match="Idea 1 has votes in “Both”"):
        remove(workshop, Principle, ["p1"], "delete_principle")
    did(workshop, remove(workshop, Round, ["r2"], "delete_round"))
    did(workshop, remove(workshop, Principle, ["p1"], "delete_principle"))


def test_a_round_does_not_become_one_about_all_ideas() -> None:
    """A list without ideas means all of them: a round goes with the last idea of its own."""
    workshop = day()
    did(workshop, remove(workshop, Round, ["r1"], "delete_round"))
    act = remove(workshop, Idea, ["i1", "i2"], "delete_idea")
    assert {c.id for c in act.changes if c.after is None} == {"i1", "i2", "e1", "r2"}
    did(workshop, Act("record_ballot", (Change(None, Ballot("b", 1, "r2")),)))
    with pytest.raises(DomainError, match="has votes in “Both”"):
        remove(workshop, Idea, ["i1", "i2"], "delete_idea")


def test_the_workshop_itself_and_what_is_gone_cannot_be_deleted() -> None:
    workshop = day()
    with pytest.raises(DomainError, match="The facts of the workshop"):
        remove(workshop, Facts, ["f"], "delete")
    with pytest.raises(DomainError, match="no such record"):
        remove(workshop, Entry, ["n9"], "delete_entries")


def test_every_reference_is_known() -> None:
    """By its id: a text field that is called as a kind of record refers to one."""
    assert set(KIND_NAMES) == set(KINDS)
    names = {"round", "criterion", "idea", "principle", "table", "stage", "sector", "sheet"}
    names |= {"theme", "participant", "question", "merged_into", "answers", "entries", "ideas"}
    for type_ in KINDS:
        found = {f.name for f in fields_of(type_) if f.base is str and f.name in names}
        assert found == set(references_of(type_)) - {"further_sectors"}
    for fields in REFERENCES.values():
        for reference in fields.values():
            assert reference.target in KINDS


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops(), st.data())
def test_deleting_leaves_nothing_loose_and_restoring_at_once_is_as_if_nothing_was(
    workshop: Workshop, data: st.DataObject
) -> None:
    before = everything(workshop)
    candidates = sorted(r.id for r in before.values() if not isinstance(r, Facts))
    if not candidates:
        return
    record = before[data.draw(st.sampled_from(candidates))]
    try:
        act = did(workshop, remove(workshop, type(record), [record.id], "delete"))
    except DomainError:
        assert isinstance(record, Principle | Idea | Criterion)
        return
    assert loose(workshop) == []
    assert record.id not in everything(workshop)
    try:
        did(workshop, restore(workshop, deletion(act)))
    except DomainError:  # it was there twice before, as in a file that others wrote
        assert _twins(before.values())
    else:
        assert everything(workshop) == before


def _twins(records: Iterable[Record]) -> bool:
    """Whether two counts or two answers say the same thing of the same."""
    counts = [(r.round, r.idea, r.criterion, r.counter) for r in records if type(r) is WallCount]
    answers = [(r.question, r.form) for r in records if type(r) is Response]
    codes = [r.code for r in records if type(r) is Sheet]
    return any(len(set(told)) < len(told) for told in (counts, answers, codes))


def test_one_of_several_comes_back_with_what_it_needs() -> None:
    workshop = day()
    whole = everything(workshop)
    act = did(workshop, remove(workshop, Principle, ["p1"], "delete_principle"))
    back = did(workshop, restore(workshop, deletion(act), ["n1"]))
    assert (back.name, back.count) == ("restore", 1)
    assert {c.id for c in back.changes if c.before is None} == {"p1", "n1"}
    assert workshop.get(Entry, "n1") == replace(whole["n1"], theme=None)
    assert workshop.get(Idea, "i2").answers == ("n1", "n3")
    assert loose(workshop) == []
    did(workshop, restore(workshop, deletion(act), ["i1"]))
    assert workshop.find(Endorsement, "e1") is not None  # part of it
    assert workshop.find(WallCount, "w1") is None  # part of its round
    assert workshop.get(Idea, "i2") == replace(whole["i2"], answers=("n1", "n3"))


def test_a_link_comes_back_only_where_nothing_took_its_place() -> None:
    workshop = day()
    act = did(workshop, remove(workshop, Table, ["table"], "delete_table"))
    n1 = workshop.get(Entry, "n1")
    other = Table("other", "Table 2")
    moved = replace(n1, table="other")
    did(workshop, Act("move", (Change(None, other), Change(n1, moved))))
    did(workshop, remove(workshop, Entry, ["n3"], "delete_entries"))
    did(workshop, restore(workshop, deletion(act)))
    assert workshop.get(Entry, "n1").table == "other"
    assert workshop.get(Entry, "n2").table == "table"
    assert loose(workshop) == []


def test_what_was_recorded_anew_is_not_doubled() -> None:
    workshop = day()
    act = did(workshop, remove(workshop, WallCount, ["w1"], "clear_count"))
    anew = WallCount("w2", "r1", "i1", 7, "c1")
    did(workshop, Act("count_on_wall", (Change(None, anew),)))
    with pytest.raises(DomainError, match="recorded anew meanwhile"):
        restore(workshop, deletion(act))


def test_what_is_in_the_bin_itself_is_to_be_restored_first() -> None:
    workshop = day()
    note = did(workshop, remove(workshop, Entry, ["n1"], "delete_entries"))
    gone = {"p1": workshop.get(Principle, "p1")}
    principle = did(workshop, remove(workshop, Principle, ["p1"], "delete_principle"))
    with pytest.raises(DomainError, match="“Trust” is in the bin, too"):
        restore(workshop, deletion(note), (), gone.get)
    with pytest.raises(DomainError, match="not there any more"):
        restore(workshop, deletion(note))
    did(workshop, restore(workshop, deletion(principle)))
    did(workshop, restore(workshop, deletion(note), (), gone.get))
    assert everything(workshop) == everything(day())
    with pytest.raises(DomainError, match="not in the bin any more"):
        restore(workshop, deletion(note))


def test_ideas_are_not_merged_in_a_circle() -> None:
    workshop = Workshop([Idea("a", 1, "a", merged_into="b"), Idea("b", 2, "b")])
    act = did(workshop, remove(workshop, Idea, ["b"], "delete_idea"))
    told = replace(deletion(act), records=(Idea("b", 2, "b", merged_into="a"),))
    did(workshop, restore(workshop, told))
    assert [idea.merged_into for idea in workshop.all(Idea)] == [None, "a"]


def test_parts_come_after_what_they_are_part_of() -> None:
    """The walk through the kinds is made once: no kind may be part of a later one."""
    for type_, fields in REFERENCES.items():
        for reference in fields.values():
            if reference.bond is Bond.PART:
                assert RECORD_TYPES.index(reference.target) < RECORD_TYPES.index(type_)
