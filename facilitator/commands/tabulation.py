"""The results of a workshop's rounds as plain values: what `results --json` prints.

The structure is stable: fields are added to it, never renamed or removed while `version` is 1.

    format, version         "facilitator-results", 1
    title, date             of the workshop
    participants            how many
    illustrative            whether the votes are made up to show how results look
    note                    what results like these say, and what they do not
    rounds                  a list, in the order of the workshop; of each:
      id, title, method     the method is "ballots", "wall" or "rating"
      principle             the name of the principle that it is about, null for all of them
      closed                whether voting is over; until then totals stay hidden: `criteria` and
                            `ideas` are empty, the rest may still change
      open                  whether people saw each other's votes
      dots_each             dots that one person had in all, null for rating sheets
      stacking              the most dots of one person on one idea, null where there is no limit
      voters                people who were given dots or forms, null where nobody counted them
      combine               how dots of merged ideas count: "sum" or "highest"; null for ratings

    and of a dot vote:
      counted               ballots that count, null for a wall count
      spoiled               a list of {reason, ballots}: why ballots do not count, and how many
      criteria              a list of {name, meaning, dots, ideas}; one without a name where there
                            is one kind of dot. Ideas are listed most dots first, every one of them:
        rank, tied          1, 2, 2, 4; whether another idea has the same rank
        number, text        of the idea
        merged              a list of {number, text}: ideas of the round that are merged into it
        dots, share         share of the dots of the criterion, 0 to 1, null where there are none
        voters              distinct people, null where the method cannot know
        counts              the passes of a wall count that differ, else empty
      reconciliation        issued = used + unused + spoiled + difference; null where not recorded.
                            `merged` of the used are in no total, by the rule for merged ideas

    and of idea rating sheets:
      minimum               dots that a sheet needs to be scored
      ideas                 a list of {rank, tied, number, text, merged, score, distribution,
                            people, many_confused, signatures, signatures_differ}; rank and score
                            are null below the minimum. The score is a sort key; read the
                            distribution.

Names, organizations, comments and private notes are never in it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import Any

from facilitator.model.attendance import people_present
from facilitator.model.kinds import Illustrative, Method
from facilitator.model.records import Idea, Principle, Round
from facilitator.model.voting.dots import CriterionResult, DotResult, IdeaResult
from facilitator.model.voting.electorate import Contest, contest
from facilitator.model.voting.outcome import dot_result, people_of, rating_result
from facilitator.model.voting.rating import RatingResult, minimum_dots
from facilitator.model.workshop import Workshop

Plain = dict[str, Any]

NOTE = "Shows the priorities of the people in the room; not a representative sample."


def tabulated(workshop: Workshop) -> Plain:
    """The results of every round."""
    facts = workshop.facts
    return {
        "format": "facilitator-results",
        "version": 1,
        "title": facts.title,
        "date": facts.date,
        "participants": len(people_present(workshop)),
        "illustrative": Illustrative.VOTES in facts.illustrative,
        "note": NOTE,
        "rounds": [_round(workshop, round_) for round_ in workshop.all(Round)],
    }


def _round(workshop: Workshop, round_: Round) -> Plain:
    principle = workshop.find(Principle, round_.principle)
    rating = round_.method is Method.RATING
    head: Plain = {
        "id": round_.id,
        "title": round_.title,
        "method": round_.method.value,
        "principle": principle.name if principle else None,
        "closed": round_.closed,
        "open": round_.open,
    }
    return head | (_ratings(workshop, round_) if rating else _dots(workshop, round_))


def _dots(workshop: Workshop, round_: Round) -> Plain:
    result = dot_result(workshop, round_)
    sums = result.reconciliation
    return {
        "dots_each": sums.dots_each,
        "stacking": round_.stacking,
        "voters": sums.voters,
        "combine": round_.combine.value,
        "counted": result.counted,
        "spoiled": _spoiled(result),
        "criteria": [_criterion(result, part) for part in result.criteria if round_.closed],
        "reconciliation": {
            "issued": sums.issued,
            "used": sums.used,
            "unused": sums.unused,
            "spoiled": sums.spoiled,
            "difference": sums.difference,
            "merged": sums.merged,
        },
    }


def _spoiled(result: DotResult) -> list[Plain]:
    """By the kind of reason: what a person wrote as one may name somebody."""
    reasons = Counter(spoiled.reason for spoiled in result.spoiled)
    return [{"reason": reason.value, "ballots": reasons[reason]} for reason in sorted(reasons)]


def _criterion(result: DotResult, part: CriterionResult) -> Plain:
    criterion = next((c for c in result.contest.criteria if c.id == part.criterion), None)
    ranks = [row.rank for row in part.ideas]
    return {
        "name": criterion.name if criterion else None,
        "meaning": criterion.meaning if criterion else None,
        "dots": part.dots,
        "ideas": [_dotted(result.contest, row, ranks) for row in part.ideas],
    }


def _merged(about: Contest, idea: Idea) -> list[Plain]:
    return [{"number": i.number, "text": i.text} for i in about.merged.get(idea.id, ())]


def _dotted(about: Contest, row: IdeaResult, ranks: Sequence[int]) -> Plain:
    return {
        "rank": row.rank,
        "tied": ranks.count(row.rank) > 1,
        "number": row.idea.number,
        "text": row.idea.text,
        "merged": _merged(about, row.idea),
        "dots": row.dots,
        "share": row.share,
        "voters": row.voters,
        "counts": list(row.unsettled),
    }


def _ratings(workshop: Workshop, round_: Round) -> Plain:
    about, rows = contest(workshop, round_), rating_result(workshop, round_)
    ranks = [row.rank for row in rows]
    return {
        "dots_each": None,
        "stacking": None,
        "voters": round_.voters,
        "combine": None,
        "minimum": minimum_dots(people_of(workshop, round_)),
        "ideas": [_rated(about, row, ranks) for row in rows if round_.closed],
    }


def _rated(about: Contest, row: RatingResult, ranks: Sequence[int | None]) -> Plain:
    return {
        "rank": row.rank,
        "tied": row.rank is not None and ranks.count(row.rank) > 1,
        "number": row.idea.number,
        "text": row.idea.text,
        "merged": _merged(about, row.idea),
        "score": row.score,
        "distribution": dataclasses.asdict(row.distribution),
        "people": row.distribution.people,
        "many_confused": row.many_confused,
        "signatures": row.signatures,
        "signatures_differ": row.signatures_differ,
    }
