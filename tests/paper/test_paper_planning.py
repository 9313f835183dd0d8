from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from facilitator.language import Language
from facilitator.model.act_names import ACT_NAMES
from facilitator.model.change import added, edited
from facilitator.model.errors import DomainError
from facilitator.model.kinds import Method, SheetKind, StageKind
from facilitator.model.printing import register_sheets
from facilitator.model.records import Facts, Idea, Participant, Record, Round, Sheet, Stage
from facilitator.model.workshop import Workshop
from facilitator.paper.codes import is_of
from facilitator.paper.planning import Plan, plan_sheets
from tests.paper import paper_samples as samples

NOW = samples.NOW
BALLOT = (SheetKind.BALLOT,)


def plan(workshop: Workshop, *kinds: SheetKind, participants: int | None = None) -> Plan:
    return plan_sheets(workshop, kinds, "letter", "en", NOW, participants)


def with_round(**fields: object) -> Workshop:
    workshop = samples.usual()
    workshop.apply([edited(workshop.get(Round, "v1"), **fields)])
    return workshop


def notes(planned: Plan, language: str = "en") -> list[str]:
    return [note.said(Language(language)) for note in planned.notes]


def test_everything_is_planned_where_no_kind_is_named() -> None:
    planned = plan(samples.usual())
    assert Counter(sheet.kind for sheet in planned.sheets) == {
        SheetKind.AGENDA: 1,
        SheetKind.SWOT: 8,
        SheetKind.IDEA: 16,
        SheetKind.BALLOT: 3,
        SheetKind.POSTER: 4,
    }
    assert not planned.notes
    assert len({sheet.code for sheet in planned.sheets}) == len(planned.sheets)
    assert all(is_of(sheet.code, samples.usual().facts.id) for sheet in planned.sheets)
    assert {sheet.printed_at for sheet in planned.sheets} == {"2017-10-13T12:00:00Z"}
    assert {(s.principle, s.table) for s in planned.sheets if s.kind is SheetKind.SWOT} == {
        (f"p{p}", f"t{t}") for p in range(4) for t in range(2)
    }
    assert all(sheet.participant is None for sheet in planned.sheets)


def test_copies_are_numbered_on_from_those_registered() -> None:
    workshop = samples.usual()
    first = plan(workshop, SheetKind.BALLOT)
    workshop.apply(register_sheets(first.sheets).changes)
    second = plan(workshop, SheetKind.BALLOT, participants=2)
    assert [sheet.copy for sheet in first.sheets] == [1, 2, 3]
    assert [sheet.copy for sheet in second.sheets] == [4, 5]
    assert workshop.count(Sheet) == 3
    on_a4 = plan_sheets(workshop, BALLOT, "a4", "fr", NOW, 1)
    assert [(sheet.copy, sheet.paper, sheet.language) for sheet in on_a4.sheets] == [
        (4, "a4", "fr")
    ]


def test_registering_is_one_act() -> None:
    sheets = plan(samples.usual()).sheets
    act = register_sheets(sheets)
    assert act.name in ACT_NAMES
    assert act.count == len(act.changes) == len(sheets)
    assert [change.after for change in act.changes] == list(sheets)
    with pytest.raises(DomainError, match="no sheet"):
        register_sheets(())


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"method": Method.WALL}, "sticker dots"),
        ({"method": Method.RATING}, "idea rating sheets"),
        ({"closed": True}, "open it again"),
        ({"ideas": ("gone",)}, "add ideas"),
        ({"dots": 0}, "gives nobody a dot"),
        ({"dots": 3, "stacking": 0}, "gives nobody a dot"),
        ({"dots": 500}, "more dots for an idea than fit"),
    ],
)
def test_a_round_without_ballots_says_why(fields: dict[str, object], says: str) -> None:
    workshop = with_round(**fields)
    everything = plan(workshop)
    assert SheetKind.BALLOT not in {sheet.kind for sheet in everything.sheets}
    assert says in notes(everything)[0]
    assert notes(everything, "fr")[0].startswith("«\u00a0First dot vote\u00a0» ")
    with pytest.raises(DomainError, match=says):
        plan(workshop, SheetKind.BALLOT)


def test_the_rounds_that_can_be_printed_are_and_the_others_are_said() -> None:
    workshop = samples.usual()
    other = Round("v2", "Wall vote", Method.WALL, position=2)
    workshop.apply([added(other)])
    planned = plan(workshop, SheetKind.BALLOT)
    assert {sheet.round for sheet in planned.sheets} == {"v1"}
    assert "Wall vote" in notes(planned)[0]


def test_how_many_ballots() -> None:
    nobody = [r for r in records(samples.usual()) if not isinstance(r, Participant)]
    with pytest.raises(DomainError, match="say how many ballots"):
        plan(Workshop(nobody), SheetKind.BALLOT)
    assert len(plan(Workshop(nobody), SheetKind.BALLOT, participants=7).sheets) == 7
    told = [replace(r, voters=5) if isinstance(r, Round) else r for r in nobody]
    assert len(plan(Workshop(told), SheetKind.BALLOT).sheets) == 5
    for count in (0, -1, 2_001):
        with pytest.raises(DomainError, match="1 to 2,000 people"):
            plan(samples.usual(), SheetKind.BALLOT, participants=count)


def records(workshop: Workshop) -> list[Record]:
    from facilitator.model.records import RECORD_TYPES, ActHeader

    return [
        record for type_ in RECORD_TYPES if type_ is not ActHeader for record in workshop.all(type_)
    ]


def test_an_empty_workshop_plans_what_it_can_and_says_the_rest() -> None:
    planned = plan(samples.empty())
    assert [sheet.kind for sheet in planned.sheets] == [SheetKind.SWOT, *[SheetKind.IDEA] * 4]
    assert len(notes(planned)) == 3
    with pytest.raises(DomainError, match="principles"):
        plan(samples.empty(), SheetKind.POSTER)
    assert len(plan(samples.empty(), SheetKind.AGENDA).sheets) == 1


def test_sheets_that_the_agenda_has_no_stage_for_are_left_out_unless_named() -> None:
    workshop = Workshop([Facts("w"), Stage("s", StageKind.BREAK, "Break"), Idea("i", 1, "Idea")])
    planned = plan(workshop)
    assert [sheet.kind for sheet in planned.sheets] == [SheetKind.AGENDA]
    assert len(plan(workshop, SheetKind.SWOT, SheetKind.IDEA).sheets) == 5


def test_what_cannot_be_printed_is_refused_before_anything_is_registered() -> None:
    with pytest.raises(DomainError, match="no paper named"):
        plan_sheets(samples.usual(), (), "b5", "en", NOW)
    with pytest.raises(DomainError, match="public address"):
        plan(samples.usual(address="ftp://example.org"))
    with pytest.raises(DomainError, match="at most 2,000"):
        plan(samples.usual(people=1_999))
