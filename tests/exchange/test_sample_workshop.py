"""The sample retells a real report: its facts, counted, in its order."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from facilitator.exchange.templates import sample
from facilitator.exchange.workshop_json import json_from_workshop
from facilitator.model.agenda import moment
from facilitator.model.kinds import Illustrative, Quadrant, StageKind
from facilitator.model.records import (
    Endorsement,
    Entry,
    Finding,
    Idea,
    Insight,
    Participant,
    Principle,
    Question,
    Resource,
    Response,
    Round,
    Sector,
    Stage,
    Table,
    Theme,
)
from facilitator.model.voting.outcome import dot_result
from facilitator.model.workshop import Workshop


@pytest.fixture(scope="module")
def w() -> Workshop:
    return Workshop(sample())


def test_the_facts(w: Workshop) -> None:
    facts = w.facts
    assert (facts.host, facts.venue) == ("Brookfield Institute", "LinkedIn Canada")
    assert (facts.date, facts.timezone) == ("2017-10-13", "America/Toronto")
    assert facts.objective
    assert facts.description
    assert facts.participants_note
    assert facts.insights_note
    assert w.all(Resource)[0].needs_internet


def test_the_participants_by_sector(w: Workshop) -> None:
    people = Counter(p.sector for p in w.all(Participant))
    counts = [(s.name, people[s.id]) for s in w.all(Sector)]
    assert counts == [
        ("Think tanks", 3),
        ("Private sector", 6),
        ("Youth", 10),
        ("Transfer payment agencies", 2),
        ("Academics", 5),
        ("Non-profits", 11),
    ]
    assert w.count(Participant) == 37


def test_the_agenda(w: Workshop) -> None:
    stages = w.all(Stage)
    assert stages[0].kind is StageKind.INTRODUCTION
    assert "Diane McArthur" in stages[0].description[0]
    grouped = [s for s in stages if s.group == "Facilitated workshop"]
    assert list(dict.fromkeys(s.exercise for s in grouped)) == [
        "SWOT analysis",
        "Ideation + prioritization",
        "Gallery walk",
    ]
    assert [s.kind for s in grouped] == [
        StageKind.SWOT,
        StageKind.IDEATION,
        StageKind.PRIORITIZATION,
        StageKind.GALLERY_WALK,
    ]
    assert [s.kind for s in stages if s.prompt] == [StageKind.SWOT, StageKind.IDEATION]


def test_the_questions_to_the_speaker_have_no_made_up_answers(w: Workshop) -> None:
    questions = w.all(Question)
    assert len(questions) == 3
    assert not any(q.answer or q.sector or q.asker for q in questions)
    stages = {q.stage for q in questions}
    assert [s.kind for s in w.all(Stage) if s.id in stages] == [StageKind.QUESTION_AND_ANSWER]


def test_the_findings_and_the_count_behind_the_first(w: Workshop) -> None:
    findings = w.all(Finding)
    assert len(findings) == 4
    assert not any("%" in f.text for f in findings)
    first = findings[0]
    answers = [r for r in w.all(Response) if r.question == first.question]
    assert len({r.form for r in answers}) == 37
    assert sum(first.option in r.choices for r in answers) == 19


def test_the_insights_and_ideas_in_their_order(w: Workshop) -> None:
    principles = w.all(Principle)
    assert [p.name for p in principles] == [
        "Empowering Ontarians",
        "Delivering evidence-based, outcome-focused policy",
        "Promoting open delivery systems",
        "Cultivating an open + inclusive public service",
    ]
    assert len({p.colour for p in principles}) == 4
    themes = {p.id: [t for t in w.all(Theme) if t.principle == p.id] for p in principles}
    assert [len(themes[p.id]) for p in principles] == [3, 3, 2, 2]
    insights = Counter(i.theme for i in w.all(Insight))
    by_theme = [[insights[t.id] for t in themes[p.id]] for p in principles]
    assert by_theme == [[2, 2, 1], [2, 1, 2], [2, 2], [2, 2]]
    assert (w.count(Theme), w.count(Insight), w.count(Idea)) == (10, 18, 12)
    words = ["plain language", "involve people", "any moment", "agency", "retainer", "publish"]
    words += ["partners", "where they work", "procurement", "fellowships", "Teach", "sensitivity"]
    for idea, word in zip(w.all(Idea), words, strict=True):
        assert word in idea.text


def test_the_notes_lead_to_every_insight_and_every_idea(w: Workshop) -> None:
    entries = {e.id: e for e in w.all(Entry)}
    assert 64 <= len(entries) <= 80
    places = Counter((e.principle, e.quadrant) for e in entries.values())
    assert len(places) == 16
    assert {e.table for e in entries.values()} == {t.id for t in w.all(Table)}
    assert w.count(Table) == 4
    assert sum(e.language == "fr" for e in entries.values()) >= 3
    assert sum(not e.legible for e in entries.values()) == 1
    for insight in w.all(Insight):
        assert insight.entries
        assert {entries[id_].theme for id_ in insight.entries} == {insight.theme}
    for idea in w.all(Idea):
        answered = {entries[id_].quadrant for id_ in idea.answers}
        assert answered
        assert answered <= {Quadrant.OPPORTUNITY, Quadrant.THREAT}
        assert {entries[id_].principle for id_ in idea.answers} == {idea.principle}


def test_the_vote_agrees_with_the_order_of_the_ideas(w: Workshop) -> None:
    (round_,) = w.all(Round)
    assert (round_.title, round_.dots, round_.stacking) == ("Most impactful ideas", 3, 2)
    result = dot_result(w, round_)
    assert result.counted == 35
    assert [s.reason.value for s in result.spoiled] == ["too_many_dots", "by_hand"]
    assert result.reconciliation.difference == 0
    dots = {row.idea.id: row.dots for row in result.criteria[0].ideas}
    for principle in w.all(Principle):
        own = [dots[i.id] for i in w.all(Idea) if i.principle == principle.id]
        assert all(more > fewer for more, fewer in pairwise(own))
    ties = [rank for rank, n in Counter(r.rank for r in result.criteria[0].ideas).items() if n > 1]
    assert ties == [5]


def test_the_stages_follow_each_other_on_the_afternoon_of_the_day(w: Workshop) -> None:
    times = [(moment(s.started_at or ""), moment(s.finished_at or "")) for s in w.all(Stage)]
    assert all(end == start for (_, end), (start, _) in pairwise(times))
    assert all(s.planned_minutes for s in w.all(Stage))
    assert times[0][0].hour == 17  # one o'clock in Toronto
    assert times[-1][1].date().isoformat() == w.facts.date


def test_all_that_was_made_up_is_named(w: Workshop) -> None:
    made_up = set(w.facts.illustrative)
    assert w.count(Endorsement)
    assert made_up == {
        Illustrative.ENTRIES,
        Illustrative.VOTES,
        Illustrative.ENDORSEMENTS,
        Illustrative.RESPONSES,
        Illustrative.TIMES,
    }


def test_no_percentage_is_typed(w: Workshop) -> None:
    assert not re.search(r"\d\s*(%|per ?cent)", json_from_workshop(w))
