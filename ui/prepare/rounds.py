"""Voting rounds, and the dot colours of each: how people vote, and on what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facilitator.model.kinds import Method, StageKind
from facilitator.model.plan import begin
from facilitator.model.plan.rounds import votes_in
from facilitator.model.records import (
    Ballot,
    Criterion,
    Principle,
    RatingSheet,
    Round,
    Stage,
    WallCount,
)
from ui.kind_words import combine_rules, methods
from ui.models.cards import Card
from ui.prepare.colours import ColourEditor, colour_name, next_colour
from ui.prepare.described import Field, Listing, Now, Section
from ui.prepare.editors import ChoiceEditor, LineEditor, NumberEditor
from ui.stages.page import Room


def rounds(room: Room) -> Listing:
    """The voting rounds."""
    words, workshop = room.words, room.session.workshop
    names = methods(words)

    def card(round_: Round) -> Card:
        parts = [names[round_.method]]
        if round_.method is not Method.RATING:
            parts.append(words.plural("{n} dot each", "{n} dots each", round_.dots))
        if round_.closed:
            parts.append(words("closed"))
        return Card(round_.title, remark=" · ".join(parts))

    def remark(round_: Round) -> str:
        if round_.closed:
            return words("This round is closed: its rules stay as they are until it is open again.")
        votes = votes_in(workshop, round_.id)
        if not votes:
            return ""
        return words.plural(
            "{n} vote is recorded: what you change here judges it anew.",
            "{n} votes are recorded: what you change here judges them anew.",
            votes,
        )

    return Listing(
        Round,
        words("Voting rounds"),
        words("How people vote, and on what. Type the title of the first round below."),
        words("Type a voting round"),
        words("Enter adds it; Tab goes to its rules"),
        card,
        lambda line: begin.voting_round(workshop, line),
        (Section("", (*_rules(room), *_contest(room))),),
        counts=(Ballot, WallCount, RatingSheet),
        remark=remark,
    )


def _dotted(now: Now) -> bool:
    return now("method") is not Method.RATING


def _rules(room: Room) -> Sequence[Field]:
    words = room.words
    counted = list(methods(words).items())
    seen = [
        (False, words("Blind: nobody sees the dots of others")),
        (True, words("Open: people see each other’s dots")),
    ]
    combine = list(combine_rules(words).items())
    return (
        Field("title", words("Title"), LineEditor),
        Field("method", words("Method"), lambda name: ChoiceEditor(name, lambda: counted)),
        Field("dots", words("Dots each"), NumberEditor, beside=True, shown=_dotted),
        Field(
            "stacking",
            words("At most on one idea"),
            NumberEditor,
            words("Empty: any number."),
            beside=True,
            shown=_dotted,
        ),
        Field(
            "open",
            words("While people vote"),
            lambda name: ChoiceEditor(name, lambda: seen),
            shown=_dotted,
        ),
        Field(
            "combine",
            words("Where ideas were merged"),
            lambda name: ChoiceEditor(name, lambda: combine),
            shown=_dotted,
        ),
    )


def _contest(room: Room) -> Sequence[Field]:
    words, workshop = room.words, room.session.workshop

    def stages() -> list[tuple[Any, str]]:
        own = [s for s in workshop.all(Stage) if s.kind is StageKind.PRIORITIZATION]
        return [(None, words("In no stage yet")), *((s.id, s.title) for s in own)]

    def principles() -> list[tuple[Any, str]]:
        every = (None, words("All ideas of the workshop"))
        return [every, *((p.id, p.name) for p in workshop.all(Principle))]

    return (
        Field("stage", words("Stage"), lambda name: ChoiceEditor(name, stages)),
        Field("principle", words("On ideas of"), lambda name: ChoiceEditor(name, principles)),
    )


def colours(room: Room) -> Listing:
    """The dot colours of one round."""
    words, workshop = room.words, room.session.workshop

    def card(criterion: Criterion) -> Card:
        parts = [colour_name(words, criterion.colour)] if criterion.colour else []
        if criterion.dots is not None:
            parts.append(words.plural("{n} dot each", "{n} dots each", criterion.dots))
        remark = " · ".join(parts)
        return Card(
            criterion.name, detail=criterion.meaning, remark=remark, colour=criterion.colour
        )

    def begun(line: str) -> dict[str, str]:
        return {"name": line, "colour": next_colour(c.colour for c in workshop.all(Criterion))}

    return Listing(
        Criterion,
        words("Dot colours of this round"),
        words("Where dots of several colours mean different things, type what the first means."),
        words("Type what a colour means"),
        words("Enter adds it; without any, all dots are alike"),
        card,
        begun,
        (Section("", _meaning(room)),),
        within="round",
    )


def _meaning(room: Room) -> Sequence[Field]:
    words = room.words
    return (
        Field("name", words("Name"), LineEditor, words("In a word or two: Impact.")),
        Field(
            "dots",
            words("Dots each"),
            NumberEditor,
            words("Empty: as many as the round says."),
            beside=True,
        ),
        Field(
            "meaning",
            words("Meaning"),
            LineEditor,
            words("What people are told: This would change the most."),
        ),
        Field("colour", words("Colour"), lambda name: ColourEditor(name, words, room.theme)),
    )
