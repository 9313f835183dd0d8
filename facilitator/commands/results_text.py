"""The results as text for a terminal, made from what `tabulation` gives."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.commands.failure import one_line
from facilitator.commands.tables import table
from facilitator.commands.tabulation import Plain

_METHODS = {
    "ballots": "dot voting by ballot",
    "wall": "dot voting, counted on the wall",
    "rating": "idea rating sheets",
}
_REASONS = {
    "by_hand": "set aside by hand",
    "negative": "a negative number of dots",
    "unknown_idea": "an idea that is not there",
    "unknown_criterion": "a colour that is not there",
    "too_many_dots": "too many dots",
    "stacking": "too many dots on one idea",
}
_COMBINED = {
    "sum": "every dot counts",
    "highest": "only the most that any one of them got counts, of each ballot or colour",
}
_ANSWERS = (
    ("strong_agreement", "SA"),
    ("agreement", "A"),
    ("neutral", "N"),
    ("disagreement", "D"),
    ("strong_disagreement", "SD"),
    ("confusion", "?"),
)


def lines_of(results: Plain) -> Iterator[str]:
    """The lines to print."""
    yield one_line(", ".join(part for part in (results["title"], results["date"]) if part))
    yield f"{results['participants']} participants"
    if results["illustrative"]:
        yield "The votes are illustrative: made up to show how results look."
    if not results["rounds"]:
        yield "There is no voting round in this workshop."
        return
    for number, round_ in enumerate(results["rounds"], start=1):
        yield ""
        yield from _round(number, round_)
    yield ""
    yield results["note"]


def _round(number: int, round_: Plain) -> Iterator[str]:
    title = f"{number}. {round_['title']}"
    yield one_line(f"{title} ({round_['principle']})" if round_["principle"] else title)
    yield f"  Method: {_method(round_)}"
    if not round_["closed"]:
        yield f"  Voting is open: totals stay hidden until it is closed{_ballots(round_)}."
        return
    if round_["method"] == "rating":
        yield from _ratings(round_)
        return
    yield f"  Voters: {_known(round_['voters'])}{_ballots(round_)}"
    yield from _combined(round_)
    for criterion in round_["criteria"]:
        yield from _criterion(criterion)
    yield f"  Reconciliation: {_reconciliation(round_['reconciliation'])}"
    for spoiled in round_["spoiled"]:
        yield f"  Spoiled: {spoiled['ballots']} with {_REASONS[spoiled['reason']]}"


def _method(round_: Plain) -> str:
    parts = [_METHODS[round_["method"]]]
    if round_["dots_each"] is not None:
        parts.append(f"{round_['dots_each']} dots a person")
        limit = round_["stacking"]
        parts.append("no limit on one idea" if limit is None else f"at most {limit} on one idea")
    parts.append("votes open to see" if round_["open"] else "votes hidden until the close")
    return "; ".join(parts)


def _ballots(round_: Plain) -> str:
    if round_.get("counted") is None:
        return ""
    spoiled = sum(row["ballots"] for row in round_["spoiled"])
    return f"; ballots: {round_['counted']} counted, {spoiled} spoiled"


def _criterion(criterion: Plain) -> Iterator[str]:
    if criterion["name"]:
        meaning = f" ({criterion['meaning']})" if criterion["meaning"] else ""
        yield one_line(f"  {criterion['name']}{meaning}: {criterion['dots']} dots")
    known = any(row["voters"] is not None for row in criterion["ideas"])
    heads = ["Rank", "Dots", "Share", *(["Voters"] if known else []), "Idea"]
    rows = []
    for row in criterion["ideas"]:
        voters = [_known(row["voters"])] if known else []
        dots = "/".join(str(n) for n in row["counts"]) or str(row["dots"])
        rows.append([_rank(row), dots, _share(row["share"]), *voters, _idea(row)])
    yield from table(heads, rows)


def _ratings(round_: Plain) -> Iterator[str]:
    yield f"  Scored from {round_['minimum']} dots on; ?: confused, not in the score"
    heads = ["Rank", "Score", *(letter for _, letter in _ANSWERS), "Idea"]
    rows = []
    for row in round_["ideas"]:
        score = "–" if row["score"] is None else f"{row['score']:+.1f}"
        counts = [str(row["distribution"][answer]) for answer, _ in _ANSWERS]
        rows.append([_rank(row), score, *counts, _idea(row) + _flags(row)])
    yield from table(heads, rows)


def _flags(row: Plain) -> str:
    flags = ""
    if row["many_confused"]:
        flags += " [many confused]"
    if row["signatures_differ"]:
        flags += f" [{row['signatures']} signatures, {row['people']} dots]"
    return flags


def _combined(round_: Plain) -> Iterator[str]:
    """How merged ideas are counted, where the round has some."""
    ideas = round_["ideas"] if round_["method"] == "rating" else round_["criteria"][0]["ideas"]
    if any(row["merged"] for row in ideas) and round_["combine"]:
        yield f"  Merged ideas: {_COMBINED[round_['combine']]}"


def _reconciliation(sums: Plain) -> str:
    parts = [f"{sums[what]} {what}" for what in ("issued", "used", "unused", "spoiled")]
    known = [part for part in parts if not part.startswith("None")]
    unknown = [part.removeprefix("None ") for part in parts if part.startswith("None")]
    text = ", ".join(known) + (f"; {' and '.join(unknown)} not recorded" if unknown else "")
    if sums["merged"]:
        text += f"; {sums['merged']} of the used in no total, as ideas are merged"
    if sums["difference"] is None:
        return f"{text}, so that a difference cannot be known"
    return f"{text}; " + (
        f"difference {sums['difference']}" if sums["difference"] else "it adds up"
    )


def _rank(row: Plain) -> str:
    if row["rank"] is None:
        return "–"
    return f"{row['rank']}{'=' if row['tied'] else ''}"


def _idea(row: Plain) -> str:
    merged = ", ".join(str(idea["number"]) for idea in row["merged"])
    return f"{row['number']}. {row['text']}" + (f" [with {merged}]" if merged else "")


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _known(value: int | None) -> str:
    return "not recorded" if value is None else str(value)
