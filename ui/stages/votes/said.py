"""A vote in plain words: its method, its rules, its ballots, and why one is spoiled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from facilitator.language import Language
from facilitator.model.citing import code_of
from facilitator.model.kinds import Combine, Method
from facilitator.model.records import Ballot, Idea, Round
from facilitator.model.voting.dots import Spoiled
from facilitator.model.voting.electorate import Contest
from facilitator.model.workshop import Workshop
from ui.stages.votes.typed import shortened

MOST_REPEATED = 10
MOST_DRAWN = 20
NumberOf = Callable[[str], str]


def number_of(workshop: Workshop, idea_id: str) -> str:
    """The number of an idea as it is printed; what was typed where there is no such idea."""
    idea = workshop.find(Idea, idea_id)
    if idea is not None:
        return str(idea.number)
    return idea_id if len(idea_id) < 10 else "?"


def method_said(words: Language, contest: Contest) -> str:
    """Method and rules in one line."""
    round_ = contest.round
    if round_.method is Method.RATING:
        return words("Idea rating sheets: a sheet an idea, a dot a person on each")
    method = (
        words("Dot vote by ballot")
        if round_.method is Method.BALLOTS
        else words("Dots on the wall")
    )
    if contest.criteria:
        each = ", ".join(
            words.plural(
                "{n} dot for {name}",
                "{n} dots for {name}",
                contest.dots_for(criterion.id),
                name=criterion.name,
            )
            for criterion in contest.criteria
        )
    else:
        each = words.plural("{n} dot each", "{n} dots each", round_.dots)
    if round_.stacking is None:
        stacking = words("any number on one idea")
    else:
        stacking = words.plural(
            "at most {n} on one idea", "at most {n} on one idea", round_.stacking
        )
    said = words("{method}: {each}, {stacking}", method=method, each=each, stacking=stacking)
    return f"{said} · {combine_said(words, round_)}" if contest.merged else said


def ballot_said(words: Language, contest: Contest, ballot: Ballot, number: NumberOf) -> str:
    """The marks of a ballot as one types them: 3 3 7, criteria parted by “/”."""
    return _numbers(contest, ballot, number) or words("blank")


def ballot_typed(contest: Contest, ballot: Ballot, number: NumberOf) -> str:
    """A ballot as one types it again: its numbers, and why a person called it spoiled."""
    numbers = _numbers(contest, ballot, number)
    return " ".join(filter(None, (numbers, ballot.spoiled))) or "0"


def _numbers(contest: Contest, ballot: Ballot, number: NumberOf) -> str:
    parts: defaultdict[str | None, list[str]] = defaultdict(list)
    for mark in ballot.marks:
        shown = number(mark.idea)
        if 0 <= mark.dots <= MOST_REPEATED:
            parts[mark.criterion] += [shown] * mark.dots
        else:
            parts[mark.criterion].append(f"{shown}×{mark.dots}")
    if not any(parts.values()):
        return ""
    keys = [*contest.keys, *(key for key in parts if key not in contest.keys)]
    return " / ".join(" ".join(parts[key]) or "–" for key in keys)


def left_said(words: Language, contest: Contest, used: Counter[str | None]) -> str:
    """The dots that a ballot gives (●) and has left (○), for each kind of them."""
    names = {criterion.id: f"{criterion.name}  " for criterion in contest.criteria}
    return "        ".join(
        names.get(key or "", "") + _left(words, contest.dots_for(key), used[key])
        for key in contest.keys
    )


def _left(words: Language, dots: int, used: int) -> str:
    drawn = ""
    if max(dots, used) <= MOST_DRAWN:
        drawn = "●" * used + "○" * (dots - used) + "  "
    if used > dots:
        many = words.plural("{n} dot too many", "{n} dots too many", used - dots)
        return f"{drawn}⚠ {many}"
    return drawn + words.plural("{n} dot left", "{n} dots left", dots - used)


def merged_said(words: Language, others: Sequence[Idea]) -> str:
    """The ideas that count together with one: on the wall and on older ballots they stand, too."""
    quoted = (words("“{said}”", said=shortened(other.text)) for other in others)
    said = ", ".join(f"{code_of(other)} {text}" for other, text in zip(others, quoted, strict=True))
    return words("together with {ideas}", ideas=said) if others else ""


def combine_said(words: Language, round_: Round) -> str:
    """By which rule the dots of merged ideas become those of one."""
    if round_.combine is Combine.SUM:
        return words("merged ideas: every dot counts")
    if round_.method is Method.WALL:
        return words("merged ideas: of each colour only the most counts")
    return words("merged ideas: of each ballot only the most counts")


def ballots_said(words: Language, ballots: int, spoiled: int) -> str:
    """How many ballots are recorded, and how many of them are spoiled."""
    recorded = words.plural("{n} ballot recorded", "{n} ballots recorded", ballots)
    return f"{recorded} · {words.plural('{n} spoiled', '{n} spoiled', spoiled)}"


def reason_said(
    words: Language, contest: Contest, ballot: Ballot, reason: Spoiled, number: NumberOf
) -> str:
    """Why a ballot is spoiled, in a few words."""
    match reason:
        case Spoiled.BY_HAND:
            return ballot.spoiled
        case Spoiled.NEGATIVE:
            return words("a number of dots below zero")
        case Spoiled.UNKNOWN_IDEA:
            known = {idea.id for idea in contest.ideas}
            wrong = next(mark.idea for mark in ballot.marks if mark.idea not in known)
            return words("no idea {number} in this vote", number=number(wrong))
        case Spoiled.UNKNOWN_CRITERION:
            return words("a dot colour that is not in use")
        case Spoiled.TOO_MANY_DOTS:
            return _too_many(words, contest, ballot)
        case Spoiled.STACKING:
            return _stacked(words, contest, ballot, number)


def used_on(ballot: Ballot) -> Counter[str | None]:
    """The dots of a ballot by criterion."""
    used: Counter[str | None] = Counter()
    for mark in ballot.marks:
        used[mark.criterion] += mark.dots
    return used


def _too_many(words: Language, contest: Contest, ballot: Ballot) -> str:
    used = used_on(ballot)
    key = next(key for key in contest.keys if used[key] > contest.dots_for(key))
    numbers = {"n": words.number(used[key]), "most": words.number(contest.dots_for(key))}
    name = next((c.name for c in contest.criteria if c.id == key), "")
    if name:
        return words("too many dots for {name} ({n} of {most})", name=name, **numbers)
    return words("too many dots ({n} of {most})", **numbers)


def _stacked(words: Language, contest: Contest, ballot: Ballot, number: NumberOf) -> str:
    limit = contest.round.stacking or 0
    dots: Counter[tuple[str | None, str]] = Counter()
    for mark in ballot.marks:
        dots[mark.criterion, mark.idea] += mark.dots
    (_, idea), most = next((key, n) for key, n in dots.items() if n > limit)
    return words.plural(
        "{n} dot on idea {number}, at most {limit}",
        "{n} dots on idea {number}, at most {limit}",
        most,
        number=number(idea),
        limit=words.number(limit),
    )
