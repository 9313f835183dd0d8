"""Ideas, and support for them outside the vote."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.change import Act, added, edited
from facilitator.model.errors import DomainError
from facilitator.model.ids import new_id
from facilitator.model.kinds import Origin
from facilitator.model.limits import clean_text, tidy
from facilitator.model.records import Endorsement, Entry, Idea
from facilitator.model.removal import remove
from facilitator.model.workshop import Workshop


def add_ideas(
    workshop: Workshop,
    principle: str | None,
    texts: Iterable[str],
    *,
    answers: Iterable[str] = (),
    origin: Origin = Origin.IDEATION,
    language: str = "",
    stage: str | None = None,
) -> Act:
    """Add ideas to a principle, with the notes that they answer, all of them one act."""
    linked = tuple(workshop.get(Entry, id_).id for id_ in answers)
    number, position = workshop.next_number(Idea), workshop.next_position(Idea)
    ideas = [
        Idea(
            new_id(),
            number + place,
            clean_text(text, "The idea"),
            principle,
            linked,
            origin,
            language,
            stage=stage,
            position=position + place,
        )
        for place, text in enumerate(texts)
    ]
    if not ideas:
        raise DomainError("There is no idea to add: type one first.")
    return Act("add_ideas", tuple(added(idea) for idea in ideas), len(ideas))


def edit_idea(
    workshop: Workshop, idea_id: str, text: str, answers: Iterable[str] | None = None
) -> Act:
    """Mend the text of an idea, and with `answers` the notes that it answers."""
    idea = workshop.get(Idea, idea_id)
    linked = idea.answers
    if answers is not None:
        linked = tuple(workshop.get(Entry, id_).id for id_ in answers)
    return Act("edit_idea", (edited(idea, text=clean_text(text, "The idea"), answers=linked),))


def mark_idea_language(workshop: Workshop, idea_id: str, language: str) -> Act:
    """Say in what language an idea is written; empty: the workshop's own."""
    return Act("mark_idea_language", (edited(workshop.get(Idea, idea_id), language=language),))


def link_idea(workshop: Workshop, idea_id: str, answers: Iterable[str]) -> Act:
    """Say which notes an idea answers."""
    linked = tuple(workshop.get(Entry, id_).id for id_ in answers)
    return Act("link_idea", (edited(workshop.get(Idea, idea_id), answers=linked),))


def delete_idea(workshop: Workshop, idea_id: str) -> Act:
    """Remove an idea and its endorsements. Raises `DomainError` where it has votes."""
    return remove(workshop, Idea, [idea_id], "delete_idea")


def endorse(
    workshop: Workshop,
    idea_id: str,
    people: int = 1,
    *,
    text: str = "",
    sector: str | None = None,
    stage: str | None = None,
) -> Act:
    """Record support for an idea by a number of people, with what they said."""
    if people < 1:
        raise DomainError("Support needs at least one person.")
    idea = workshop.get(Idea, idea_id)
    support = Endorsement(new_id(), idea.id, people, tidy(text), sector, stage)
    return Act("endorse", (added(support),))


def withdraw_support(workshop: Workshop, idea_id: str) -> Act:
    """Remove the support that was recorded last for an idea."""
    idea = workshop.get(Idea, idea_id)
    given = [support for support in workshop.each(Endorsement) if support.idea == idea_id]
    if not given:
        raise DomainError("Idea {number} has no support to take back.", number=idea.number)
    last = max(given, key=lambda support: support.id)
    return remove(workshop, Endorsement, [last.id], "withdraw_support")
