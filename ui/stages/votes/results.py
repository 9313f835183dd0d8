"""The results of a closed round as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.records import Criterion, Idea
from facilitator.model.voting.dots import DotResult, IdeaResult, Reconciliation
from facilitator.model.voting.electorate import Contest
from facilitator.model.voting.ranks import tied_at_the_top
from facilitator.model.voting.rating import RatingResult
from ui.stages.votes.said import merged_said
from ui.stages.votes.typed import ANSWERS
from ui.widgets.bars import Bar, Segment, Stack

NOTHING = "–"
RATING_TITLES = ("Rank", "No.", "Idea", "Answers", "People", "Score")
_TINTS = (
    ("strength", 0.6),
    ("strength", 0.3),
    ("muted", 0.2),
    ("threat", 0.25),
    ("threat", 0.5),
    ("weakness", 0.4),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of results: a text a column, perhaps with a bar in place of one of them.

    Beneath the idea stand `remark`, which warns, and `detail`, which does not.
    """

    texts: tuple[str, ...]
    bar: Bar | Stack | None = None
    remark: str = ""
    detail: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Results: titles of columns, rows, and sentences beneath, some of which warn.

    `ties` are sentences on the ideas that tie among the first ranks, `tied` their ids.
    """

    titles: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()


IDEA_COLUMN = 2
BAR_COLUMN = 3


def dot_table(words: Language, result: DotResult) -> Table:
    """Every idea on every criterion, and what became of the dots."""
    known = result.counted is not None
    titles = [words("Rank"), words("No."), words("Idea"), words("Dots"), words("Share")]
    if known:
        titles.append(words("Voters"))
    criteria = {criterion.id: criterion for criterion in result.contest.criteria}
    lines: list[Line] = []
    shares = cache(lambda share: NOTHING if share is None else words.percent(share))
    ties: list[str] = []
    tied: list[str] = []
    for part in result.criteria:
        criterion = criteria.get(part.criterion or "")
        if criterion is not None:
            lines.append(Line((criterion_said(words, criterion),), heading=True))
        most = max((row.dots for row in part.ideas), default=0)
        for row in part.ideas:
            line = _dot_line(words, row, most, shares(row.share), known=known)
            others = result.contest.merged.get(row.idea.id, ())
            lines.append(replace(line, detail=merged_said(words, others)))
        groups = _tied([(row.rank, row.idea) for row in part.ideas if row.dots])
        ties += _ties(words, groups, criterion.name if criterion else "")
        tied += [idea.id for ideas in groups.values() for idea in ideas]
    accounts, warning = _accounts(words, result.reconciliation)
    unsettled = sum(bool(row.unsettled) for part in result.criteria for row in part.ideas)
    warnings = [warning] if warning else []
    if unsettled:
        warnings.append(
            words.plural(
                "{n} count differs and is not settled: the first is taken.",
                "{n} counts differ and are not settled: the first is taken.",
                unsettled,
            )
        )
    return Table(
        tuple(titles),
        tuple(lines),
        (accounts,),
        tuple(warnings),
        tuple(ties),
        tuple(dict.fromkeys(tied)),
    )


def _tied(ranked: Sequence[tuple[int, Idea]]) -> dict[int, list[Idea]]:
    """The ideas that share one of the first ranks, by rank."""
    ranks = tied_at_the_top([rank for rank, _ in ranked])
    return {rank: [idea for own, idea in ranked if own == rank] for rank in ranks}


def criterion_said(words: Language, criterion: Criterion) -> str:
    """A dot colour with what it stands for."""
    if not criterion.meaning:
        return criterion.name
    return words("{name}: {about}", name=criterion.name, about=criterion.meaning)


def _dot_line(words: Language, row: IdeaResult, most: int, share: str, *, known: bool) -> Line:
    label, tone = words.number(row.dots), "text"
    remark = ""
    if row.unsettled:
        label, tone = f"⚠ {label}", "warn"
        counts = ", ".join(words.number(count) for count in row.unsettled)
        remark = words("counted as {counts}; not settled", counts=counts)
    texts = [words.number(row.rank), str(row.idea.number), row.idea.text, label, share]
    if known:
        texts.append(words.number(row.voters or 0))
    return Line(tuple(texts), Bar(row.dots, most, label, tone), remark)


def _ties(words: Language, groups: dict[int, list[Idea]], name: str) -> list[str]:
    """Which ideas tie; ties are voted on again, and never broken here."""
    said = []
    for rank, ideas in groups.items():
        codes = ", ".join(code_of(idea) for idea in ideas)
        tie = words("Tie for rank {rank}: {ideas}", rank=words.number(rank), ideas=codes)
        said.append(words("{name}: {about}", name=name, about=tie) if name else tie)
    return said


def _accounts(words: Language, sums: Reconciliation) -> tuple[str, str]:
    """What became of the dots, and a warning where that does not add up."""
    parts = []
    if sums.issued is not None and sums.voters is not None:
        parts.append(
            words.plural(
                "{voters} × {n} dot = {issued} issued",
                "{voters} × {n} dots = {issued} issued",
                sums.dots_each,
                voters=words.number(sums.voters),
                issued=words.number(sums.issued),
            )
        )
    else:
        parts.append(words("issued: not recorded"))
    parts.append(words.plural("{n} used", "{n} used", sums.used))
    if sums.merged:
        parts.append(
            words.plural(
                "{n} of these in no total, as ideas are merged",
                "{n} of these in no total, as ideas are merged",
                sums.merged,
            )
        )
    if sums.unused is None:
        parts.append(words("unused: not recorded"))
    else:
        parts.append(words.plural("{n} unused", "{n} unused", sums.unused))
    parts.append(words.plural("{n} spoiled", "{n} spoiled", sums.spoiled))
    if sums.difference == 0:
        parts.append(words("it adds up"))
    text = words("Dots: {parts}.", parts=" · ".join(parts))
    if not sums.difference:
        return text, ""
    if sums.difference > 0:
        warning = words.plural(
            "{n} dot is not accounted for.", "{n} dots are not accounted for.", sums.difference
        )
    else:
        warning = words.plural(
            "{n} dot more came back than was issued.",
            "{n} dots more came back than were issued.",
            -sums.difference,
        )
    return text, warning


def rating_table(words: Language, about: Contest, results: tuple[RatingResult, ...]) -> Table:
    """Every sheet's whole distribution, and its score where there are enough dots."""
    titles = tuple(words(title) for title in RATING_TITLES)
    most = max((row.distribution.people for row in results), default=0)
    notes = [
        words(
            "SA strong agreement, A agreement, N neutral, D disagreement, "
            "SD strong disagreement, C confusion. The score, from −10 to 10, only puts the "
            "sheets in order."
        )
    ]
    if any(row.score is None for row in results):
        notes.append(
            words.plural(
                "A score needs at least {n} dot.",
                "A score needs at least {n} dots.",
                results[0].minimum,
            )
        )
    lines = []
    for row in results:
        detail = merged_said(words, about.merged.get(row.idea.id, ()))
        lines.append(replace(_rating_line(words, row, most), detail=detail))
    groups = _tied([(row.rank, row.idea) for row in results if row.rank is not None])
    tied = tuple(idea.id for ideas in groups.values() for idea in ideas)
    ties = tuple(_ties(words, groups, ""))
    return Table(titles, tuple(lines), tuple(notes), ties=ties, tied=tied)


def _rating_line(words: Language, row: RatingResult, most: int) -> Line:
    counts = [(words(short), getattr(row.distribution, field)) for short, field in ANSWERS]
    segments = tuple(
        Segment(name, count, tone, strength)
        for (name, count), (tone, strength) in zip(counts, _TINTS, strict=True)
    )
    texts = (
        NOTHING if row.rank is None else words.number(row.rank),
        str(row.idea.number),
        row.idea.text,
        ", ".join(f"{name} {count}" for name, count in counts),
        words.number(row.distribution.people),
        NOTHING if row.score is None else words.number(round(row.score, 1)),
    )
    return Line(texts, Stack(segments, most), " · ".join(_flags(words, row)))


def _flags(words: Language, row: RatingResult) -> list[str]:
    flags = []
    if row.many_confused:
        n = row.distribution.confusion
        flags.append(words.plural("{n} person confused", "{n} people confused", n))
    if row.signatures_differ:
        flags.append(
            words(
                "{signatures} signatures, {dots} dots",
                signatures=words.number(row.signatures or 0),
                dots=words.number(row.distribution.people),
            )
        )
    return flags
