"""What the report opens with: the facts in one paragraph, its limits, the top ideas."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.kinds import Illustrative, Method, Place
from facilitator.model.records import (
    Ballot,
    Entry,
    Idea,
    Insight,
    Participant,
    Principle,
    Question,
    Response,
    Round,
    Sector,
    Stage,
    Theme,
)
from facilitator.report.content.context import Context
from facilitator.report.content.glance import top_ideas
from facilitator.report.content.passages import passages
from facilitator.report.content.words import day, said
from facilitator.report.tree import Block, Notice, NoticeKind, Paragraph, Role, Span


def subject(ctx: Context) -> tuple[str, ...]:
    """The lines under the title."""
    facts = ctx.facts
    lines = (day(ctx.t, facts.date), ", ".join(p for p in (facts.venue, facts.place) if p))
    return tuple(line for line in lines if line)


def opening(ctx: Context) -> Iterator[Block]:
    """Facts, what is made up, what is not recorded, the top ideas, the organizer's own words."""
    yield Paragraph(tuple(_facts(ctx)), Role.LEAD)
    if ctx.facts.illustrative:
        yield Notice(NoticeKind.ILLUSTRATIVE, _illustrative(ctx))
    missing = _missing(ctx)
    if missing:
        names = ", ".join(missing)
        yield said(ctx.t("Not recorded so far: {names}.", names=names), Role.ASIDE)
    yield from top_ideas(ctx)
    yield from passages(ctx, Place.START, level=2)


def _facts(ctx: Context) -> Iterator[Span]:
    facts, t = ctx.facts, ctx.t
    where = ", ".join(part for part in (facts.venue, facts.place) if part)
    sentences = []
    if facts.date and where:
        sentences.append(t("Workshop of {date} at {where}.", date=day(t, facts.date), where=where))
    elif facts.date:
        sentences.append(t("Workshop of {date}.", date=day(t, facts.date)))
    elif where:
        sentences.append(t("Workshop at {where}.", where=where))
    if facts.host:
        sentences.append(t("Host: {host}.", host=facts.host))
    if facts.facilitator:
        sentences.append(t("Facilitated by {name}.", name=facts.facilitator))
    sentences.append(_people(ctx))
    sentences.append(_harvest(ctx))
    yield Span(" ".join(sentence for sentence in sentences if sentence))


def _people(ctx: Context) -> str:
    t = ctx.t
    people = len(ctx.present)
    sectors = sum(1 for s in ctx.workshop.each(Sector) if ctx.people_of[s.id])
    if not people:
        return ""
    took_part = t.plural("{n} person took part", "{n} people took part", people)
    if not sectors:
        return t("{people}.", people=took_part)
    named = t.plural("{n} sector", "{n} sectors", sectors)
    return t("{people}, from {sectors}.", people=took_part, sectors=named)


def _harvest(ctx: Context) -> str:
    t, w = ctx.t, ctx.workshop
    counts = (
        t.plural("{n} note", "{n} notes", w.count(Entry)) if w.count(Entry) else "",
        t.plural("{n} theme", "{n} themes", w.count(Theme)) if w.count(Theme) else "",
        t.plural("{n} insight", "{n} insights", w.count(Insight)) if w.count(Insight) else "",
        t.plural("{n} idea", "{n} ideas", w.count(Idea)) if w.count(Idea) else "",
        t.plural("{n} voting round", "{n} voting rounds", w.count(Round)) if w.count(Round) else "",
    )
    found = ", ".join(part for part in counts if part)
    return (
        t("Recorded: {what}.", what=found)
        if found
        else t("Nothing that people wrote is recorded yet.")
    )


def _illustrative(ctx: Context) -> str:
    t = ctx.t
    names = {
        Illustrative.ENTRIES: t("the notes"),
        Illustrative.VOTES: t("the votes"),
        Illustrative.ENDORSEMENTS: t("the support outside the vote"),
        Illustrative.RESPONSES: t("the responses to the evaluation"),
        Illustrative.ANSWERS: t("the answers to questions"),
        Illustrative.TIMES: t("the times"),
    }
    areas = ", ".join(names[area] for area in Illustrative if ctx.made_up(area))
    return t(
        "Illustrative, not recorded on the day: {areas}. They were made up to show how such a "
        "report looks, and are marked wherever they stand.",
        areas=areas,
    )


def _missing(ctx: Context) -> list[str]:
    """What a reader would look for and not find."""
    facts, t, w = ctx.facts, ctx.t, ctx.workshop
    wanted = (
        (facts.date, t("the date")),
        (facts.venue or facts.place, t("the place")),
        (facts.host, t("the host")),
        (facts.description or facts.objective, t("the description")),
        (w.count(Participant), t("the participants")),
        (w.count(Stage), t("the agenda")),
        (w.count(Principle) or w.count(Theme) or w.count(Idea), t("the principles")),
        (w.count(Entry), t("the notes")),
        (w.count(Insight), t("the insights")),
        (w.count(Idea), t("the ideas")),
        (_voted(ctx), t("the votes")),
        (w.count(Response), t("the responses to the evaluation")),
        (w.count(Question), t("the questions to speakers")),
    )
    return [name for there, name in wanted if not there]


def _voted(ctx: Context) -> bool:
    return any(
        round_.closed or round_.method is not Method.BALLOTS or ctx.workshop.count(Ballot)
        for round_ in ctx.rounds
    )
