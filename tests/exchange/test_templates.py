"""The templates: plans that can be begun with at once."""

from __future__ import annotations

import pytest

from facilitator.exchange.errors import ExchangeError
from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import template, template_names
from facilitator.exchange.workshop_json import json_from_workshop, records_from_json
from facilitator.model.agenda import planned_times
from facilitator.model.kinds import StageKind
from facilitator.model.records import Round, Stage
from facilitator.model.workshop import Workshop
from facilitator.resources import resource


def test_the_templates_are_those_that_were_promised() -> None:
    assert template_names() == (
        "dot-vote",
        "four-principles",
        "idea-rating",
        "short-swot",
        "world-cafe",
    )


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_a_plan_with_a_title_and_a_line_about_it(name: str) -> None:
    records = records_from_json(resource("templates", f"{name}.json").read_bytes())
    assert plan_of(records) == records
    w = Workshop(template(name))
    assert w.facts.title
    about = w.all(Stage)[0].private_notes
    assert 20 < len(about) < 200
    assert "\n" not in about
    assert json_from_workshop(Workshop(records_from_json(json_from_workshop(w))))


@pytest.mark.parametrize("name", template_names())
def test_a_template_has_times_throughout_and_a_stage_for_each_vote(name: str) -> None:
    w = Workshop(template(name))
    assert all(row.start and row.end for row in planned_times(w))
    voted = {round_.stage for round_ in w.all(Round)}
    assert voted == {s.id for s in w.all(Stage) if s.kind is StageKind.PRIORITIZATION}


@pytest.mark.parametrize("name", template_names())
def test_a_template_has_fresh_ids_each_time(name: str) -> None:
    first = {record.id for record in template(name)}
    assert first.isdisjoint(record.id for record in template(name))


@pytest.mark.parametrize("name", ["", "swot", "../samples/ops-2017", "dot-vote.json"])
def test_an_unknown_template_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(ExchangeError, match="dot-vote, four-principles, idea-rating"):
        template(name)
