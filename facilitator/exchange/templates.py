"""Workshops to begin with: the plans in resources/templates, and the sample."""

from __future__ import annotations

from facilitator.exchange.errors import ExchangeError, described
from facilitator.exchange.plan import plan_of
from facilitator.exchange.workshop_json import records_from_json
from facilitator.model.records import Record
from facilitator.resources import resource


def template_names() -> tuple[str, ...]:
    """The names of the templates, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource("templates", "en").glob("*.json")))


def template(name: str, language: str = "en") -> tuple[Record, ...]:
    """The records of a template in a language of the program, with fresh ids, the facts first.

    The first stage's `private_notes` begin with one line that says what the template is for.
    Raises `ExchangeError` for an unknown name, with those that there are.
    """
    names = template_names()
    if name not in names:
        raise ExchangeError("", f"one of the templates {', '.join(names)}", described(name))
    return plan_of(records_from_json(resource("templates", language, f"{name}.json").read_bytes()))


def sample() -> tuple[Record, ...]:
    """The records of the sample workshop, with fresh ids each time."""
    return records_from_json(resource("samples", "ops-2017.json").read_bytes())
