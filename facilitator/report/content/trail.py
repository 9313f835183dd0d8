"""Part C: the trail from the notes to the votes, by stable numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.model.citing import code_of
from facilitator.model.kinds import Illustrative
from facilitator.model.records import Entry, Idea, Insight, Theme
from facilitator.report.content.context import Context
from facilitator.report.content.votes import (
    closed_ratings,
    support_said,
    votes_said,
)
from facilitator.report.content.words import (
    NOTHING,
    cells,
    codes,
    said,
    spans_of_numbers,
)
from facilitator.report.tree import Block, Column, Notice, NoticeKind, Paragraph, Role, Span, Table

Row = tuple[Span, ...]


def trail(ctx: Context) -> Iterator[Block]:
    """From note to theme to insight to idea to votes; every record of each kind is in it."""
    if not _has_links(ctx):
        return
    rows = list(_Trail(ctx).rows())
    if rows:
        yield said(
            ctx.t(
                "Each row can be read from left to right: the notes (N), the theme (TH) under "
                "which they were sorted, the insight (IN) that rests on them, the ideas (ID) that "
                "answer them, and what those ideas got."
            )
        )
        if ctx.merged:
            yield said(ctx.t("Ideas in brackets are merged into the one before them."), Role.ASIDE)
        yield from _warning(ctx)
        yield Table("", _columns(ctx), tuple(rows))
    yield from _loose(ctx)


def _has_links(ctx: Context) -> bool:
    """Whether there is a trail at all: something that leads from one record to another."""
    return bool(
        ctx.dots_of
        or closed_ratings(ctx)
        or ctx.endorsements_of
        or ctx.answering
        or any(theme is not None for theme in ctx.notes_of)
        or any(insight.entries for insight in ctx.insights)
    )


def _warning(ctx: Context) -> Iterator[Block]:
    t = ctx.t
    names = {
        Illustrative.ENTRIES: t("the notes"),
        Illustrative.VOTES: t("the votes"),
        Illustrative.ENDORSEMENTS: t("the support outside the vote"),
    }
    areas = ", ".join(name for area, name in names.items() if ctx.made_up(area))
    if areas:
        text = t("Illustrative in this trail, made up to show how it looks: {areas}.", areas=areas)
        yield Notice(NoticeKind.ILLUSTRATIVE, text)


def _columns(ctx: Context) -> tuple[Column, ...]:
    t = ctx.t
    return (
        Column(t("Notes"), weight=3),
        Column(t("Theme"), weight=2.6),
        Column(t("Insight")),
        Column(t("Ideas"), weight=1.4),
        Column(t("What they got"), weight=3),
    )


def _is_loose(ctx: Context, entry: Entry, cited: set[str]) -> bool:
    sorted_ = ctx.workshop.find(Theme, entry.theme) is not None
    return not sorted_ and entry.id not in ctx.answering and entry.id not in cited


def _loose(ctx: Context) -> Iterator[Block]:
    cited = {id_ for insight in ctx.insights for id_ in insight.entries}
    numbers = [e.number for e in ctx.entries.values() if _is_loose(ctx, e, cited)]
    if numbers:
        yield Paragraph(
            (
                Span(ctx.t("Not sorted into a theme, and not answered by an idea so far: ")),
                Span(f"{spans_of_numbers(sorted(numbers), 'N')}."),
            ),
            Role.ASIDE,
        )


class _Trail:
    """Walks the themes, then what hangs on no theme, and remembers which ideas were met."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.ratings = closed_ratings(ctx)
        self.met: set[str] = set()
        self.named: set[str] = set()

    def rows(self) -> Iterator[Row]:
        """A row for each insight, for what else is in its theme, and for what is in none."""
        ctx = self.ctx
        for key in (*(principle.id for principle in ctx.principles), None):
            for theme in ctx.themes_of.get(key, ()):
                yield from self._theme(theme)
        answered = [e for e in ctx.notes_of.get(None, ()) if e.id in ctx.answering]
        for entry in answered:
            yield self._row([entry], None, None)
        for idea in ctx.ideas:
            if idea.id not in self.met:
                yield self._line("", "", "", [idea])

    def _theme(self, theme: Theme) -> Iterator[Row]:
        entries = self.ctx.entries
        cited: set[str] = set()
        for insight in self.ctx.insights_of.get(theme.id, ()):
            notes = [entries[id_] for id_ in insight.entries if id_ in entries]
            cited.update(note.id for note in notes)
            yield self._row(notes, theme, insight)
        rest = [e for e in self.ctx.notes_of.get(theme.id, ()) if e.id not in cited]
        if rest or theme.id not in self.ctx.insights_of:
            yield self._row(rest, theme, None)

    def _row(self, notes: list[Entry], theme: Theme | None, insight: Insight | None) -> Row:
        ideas = {i.id: i for note in notes for i in self.ctx.answering.get(note.id, ())}
        self.met.update(ideas)
        return self._line(
            codes(notes),
            self._theme_said(theme) if theme else "",
            code_of(insight) if insight else "",
            ideas.values(),
        )

    def _theme_said(self, theme: Theme) -> str:
        """The theme with its name where it is met first, then by its number."""
        if theme.id in self.named:
            return code_of(theme)
        self.named.add(theme.id)
        return f"{code_of(theme)} {theme.name}"

    def _line(self, notes: str, theme: str, insight: str, ideas: Iterable[Idea]) -> Row:
        chosen = sorted(ideas, key=lambda idea: idea.number)
        self.met.update(idea.id for idea in chosen)
        shown, got = self._ideas_said(chosen), [self._got(idea) for idea in chosen]
        t = self.ctx.t
        told = t("; ").join(
            t("{label}: ", label=code_of(idea)) + what if len(chosen) > 1 else what
            for idea, what in zip(chosen, got, strict=True)
            if what
        )
        values = (notes or NOTHING, theme or NOTHING, insight or NOTHING, shown or NOTHING)
        return cells(*values, told or NOTHING)

    def _ideas_said(self, ideas: Iterable[Idea]) -> str:
        """Ideas by their numbers, each with what is merged into it: ID3 (ID7, ID12)."""
        merged = self.ctx.merged
        return ", ".join(
            f"{code_of(idea)} ({codes(merged[idea.id])})" if idea.id in merged else code_of(idea)
            for idea in ideas
        )

    def _got(self, idea: Idea) -> str:
        ctx = self.ctx
        found = (votes_said(ctx, idea, self.ratings), support_said(ctx, idea))
        return ", ".join(part for part in found if part)
