"""Where what was recorded does not add up: for the check before a report goes out."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.kinds import Method
from facilitator.model.records import Entry, Idea, Insight, RatingSheet, Round, WallCount
from facilitator.model.voting.outcome import dot_result, rating_result
from facilitator.model.workshop import Workshop


def discrepancies(workshop: Workshop) -> Iterator[str]:
    """What does not add up, a sentence each; nothing where all is well."""
    for round_ in workshop.all(Round):
        if round_.method is Method.RATING:
            yield from _ratings(workshop, round_)
        else:
            yield from _dots(workshop, round_)
    yield from _links(workshop)


def _dots(workshop: Workshop, round_: Round) -> Iterator[str]:
    result = dot_result(workshop, round_)
    sums = result.reconciliation
    if sums.difference:
        one = abs(sums.difference) == 1
        missing = f"{sums.difference} {'dot is' if one else 'dots are'} not accounted for"
        if sums.difference < 0:
            missing = f"{-sums.difference} {'dot' if one else 'dots'} more came back than issued"
        yield (
            f"“{round_.title}”: {missing} (issued {sums.issued}, used {sums.used}, "
            f"unused {sums.unused}, spoiled {sums.spoiled})."
        )
    if round_.method is Method.WALL and round_.closed:
        counts = [c for c in workshop.each(WallCount) if c.round == round_.id]
        counted = {count.criterion for count in counts}
        for colour in result.contest.criteria if counts else ():
            if colour.id not in counted:
                yield f"“{round_.title}”: no dots are counted for “{colour.name}”; count them."
    for criterion in result.criteria:
        for row in criterion.ideas:
            if row.unsettled:
                passes = " and ".join(str(dots) for dots in row.unsettled)
                number = row.idea.number
                yield f"“{round_.title}”: idea {number} was counted as {passes}; settle it."


def _ratings(workshop: Workshop, round_: Round) -> Iterator[str]:
    if not any(sheet.round == round_.id for sheet in workshop.each(RatingSheet)):
        return
    for row in rating_result(workshop, round_):
        if row.signatures_differ:
            yield (
                f"“{round_.title}”: idea {row.idea.number} has {row.signatures} signatures "
                f"and {row.distribution.people} dots."
            )


def _links(workshop: Workshop) -> Iterator[str]:
    for insight in workshop.all(Insight):
        if any(workshop.find(Entry, id_) is None for id_ in insight.entries):
            yield f"Insight {insight.number} rests on a note that is not there."
    for idea in workshop.all(Idea):
        if any(workshop.find(Entry, id_) is None for id_ in idea.answers):
            yield f"Idea {idea.number} answers a note that is not there."
