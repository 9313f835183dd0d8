"""Idea rating sheets (Jason Diceman's method; until 2014 called dotmocracy sheets).

Agreement score = (10 SA + 5 A - 5 D - 10 SD) / (SA + A + N + D + SD), from -10 to 10. Confusion is
not in it. A sheet is scored only with at least twelve dots in all, confusion among them, or two
thirds of the participants where there are fewer than eighteen. It is a sort key, never the
headline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.model.records import Idea, RatingSheet
from facilitator.model.voting.electorate import Contest
from facilitator.model.voting.ranks import competition_ranks

MANY_CONFUSED = 3


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many people filled each answer of a sheet."""

    strong_agreement: int = 0
    agreement: int = 0
    neutral: int = 0
    disagreement: int = 0
    strong_disagreement: int = 0
    confusion: int = 0

    @property
    def dots(self) -> int:
        """The dots that the score rests on: all but confusion."""
        return (
            self.strong_agreement
            + self.agreement
            + self.neutral
            + self.disagreement
            + self.strong_disagreement
        )

    @property
    def people(self) -> int:
        """Everyone who filled a dot, confusion included."""
        return self.dots + self.confusion


@dataclass(frozen=True, slots=True)
class RatingResult:
    """One idea's sheets, added up.

    `score` is None where there are fewer dots than `minimum`; `rank` is None then, too.
    `signatures` is None where none were counted.
    """

    idea: Idea
    distribution: Distribution
    score: float | None
    minimum: int
    rank: int | None
    signatures: int | None
    comments: tuple[str, ...]

    @property
    def many_confused(self) -> bool:
        """Three or more people were confused by the idea."""
        return self.distribution.confusion >= MANY_CONFUSED

    @property
    def signatures_differ(self) -> bool:
        """Signatures and dots are not the same number."""
        return self.signatures is not None and self.signatures != self.distribution.people


def minimum_dots(participants: int) -> int:
    """The dots that a sheet needs to be scored, with so many participants; 12 where none are known.

    Two thirds are rounded up: 10 participants need 7 dots.
    """
    return -(-2 * participants // 3) if 0 < participants < 18 else 12


def agreement_score(distribution: Distribution, minimum: int) -> float | None:
    """The agreement score, or None with fewer dots in all than the minimum, or only confusion."""
    if distribution.people < minimum or not distribution.dots:
        return None
    d = distribution
    weight = (
        10 * d.strong_agreement + 5 * d.agreement - 5 * d.disagreement - 10 * d.strong_disagreement
    )
    return weight / d.dots


def tabulate_rating(
    contest: Contest, sheets: Iterable[RatingSheet], participants: int
) -> tuple[RatingResult, ...]:
    """Every idea of the round: scored ones by score, then the others in ballot order."""
    own: defaultdict[str, list[RatingSheet]] = defaultdict(list)
    for sheet in sheets:
        if sheet.round == contest.round.id and sheet.idea in contest.leaders:
            own[contest.leaders[sheet.idea]].append(sheet)
    minimum = minimum_dots(participants)
    added = [_add_up(own[idea.id]) for idea in contest.ideas]
    scores = [agreement_score(distribution, minimum) for distribution, _, _ in added]
    ranks = iter(competition_ranks([score for score in scores if score is not None]))
    results = [
        RatingResult(
            idea,
            distribution,
            score,
            minimum,
            None if score is None else next(ranks),
            signatures,
            comments,
        )
        for idea, score, (distribution, signatures, comments) in zip(
            contest.ideas, scores, added, strict=True
        )
    ]
    return tuple(sorted(results, key=lambda r: (r.rank is None, r.rank or 0)))


def _add_up(
    sheets: list[RatingSheet],
) -> tuple[Distribution, int | None, tuple[str, ...]]:
    sheets = sorted(sheets, key=lambda sheet: sheet.id)
    distribution = Distribution(
        sum(s.strong_agreement for s in sheets),
        sum(s.agreement for s in sheets),
        sum(s.neutral for s in sheets),
        sum(s.disagreement for s in sheets),
        sum(s.strong_disagreement for s in sheets),
        sum(s.confusion for s in sheets),
    )
    signed = [s.signatures for s in sheets if s.signatures is not None]
    comments = tuple(comment for sheet in sheets for comment in sheet.comments)
    return distribution, sum(signed) if signed else None, comments
