"""The templates: plans that can be begun with at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from facilitator.exchange.errors import ExchangeError
from facilitator.exchange.plan import plan_of
from facilitator.exchange.templates import template, template_names
from facilitator.exchange.workshop_json import json_from_workshop, records_from_json
from facilitator.language import LANGUAGES
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", template_names())
def test_a_template_is_a_plan_with_a_title_and_a_line_about_it(name: str, language: str) -> None:
    records = records_from_json(resource("templates", language, f"{name}.json").read_bytes())
    assert plan_of(records) == records
    w = Workshop(template(name, language))
    assert w.facts.title
    assert w.facts.language == language
    about = w.all(Stage)[0].private_notes
    assert 20 < len(about) < 200
    assert "\n" not in about
    assert json_from_workshop(Workshop(records_from_json(json_from_workshop(w))))


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_the_same_plan_in_every_language(name: str) -> None:
    """Nothing but texts differs, and every text does that is more than a name."""
    english, french = (_read(name, language) for language in LANGUAGES)
    assert len(english) == len(french)
    for own, other in zip(english, french, strict=True):
        assert type(own) is type(other)
        if isinstance(own, str):
            assert own != other or " " not in own or own[-1].isdigit() or own == "World café"
        else:
            assert own == other


def _read(name: str, language: str) -> list[str | int | bool]:
    """Every value in a template, but for what its language is."""
    read = json.loads(resource("templates", language, f"{name}.json").read_bytes())
    read["workshop"].pop("language", None)
    return list(_values(read))


def _values(read: Any) -> Iterator[str | int | bool]:
    if isinstance(read, dict | list):
        for one in read.values() if isinstance(read, dict) else read:
            yield from _values(one)
    else:
        yield read


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
