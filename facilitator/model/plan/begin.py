"""What a line typed under a list begins: the fields of a new record that it tells or implies."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from facilitator.model.kinds import AnswerKind, Method, StageKind
from facilitator.model.records import Round, Stage
from facilitator.model.workshop import Workshop

_TELLING = (
    (StageKind.SWOT, r"swot|ffom|mofo"),
    (StageKind.IDEATION, r"ideation|idées?|ideas?|how might|brainstorm\w*|remue-méninges"),
    (StageKind.PRIORITIZATION, r"priorit\w+|votes?|voting|dots?|rating|gommettes?|scrutin"),
    (StageKind.GALLERY_WALK, r"gallery|galerie|walk"),
    (StageKind.QUESTION_AND_ANSWER, r"questions?|q ?[+&] ?a|q ?[+&] ?r|answers?|réponses?"),
    (StageKind.EVALUATION, r"evaluation|évaluation|feedback|rétroaction"),
    (StageKind.BREAK, r"break|lunch|coffee|pause|dîner|café|repas"),
    (StageKind.INTRODUCTION, r"introduction|welcome|opening|bienvenue|accueil|ouverture"),
)

_MINUTES = {
    StageKind.INTRODUCTION: 10,
    StageKind.PRESENTATION: 20,
    StageKind.BREAK: 15,
    StageKind.SWOT: 40,
    StageKind.IDEATION: 30,
    StageKind.PRIORITIZATION: 20,
    StageKind.GALLERY_WALK: 20,
    StageKind.QUESTION_AND_ANSWER: 20,
    StageKind.EVALUATION: 10,
}


def stage(workshop: Workshop, line: str) -> dict[str, Any]:
    """A stage: its title tells its kind, and the kind a usual length."""
    kind = kind_told(line) or (
        StageKind.PRESENTATION if workshop.count(Stage) else StageKind.INTRODUCTION
    )
    return {"title": line, "kind": kind, "planned_minutes": _MINUTES[kind]}


def kind_told(title: str) -> StageKind | None:
    """The kind of stage that a title names, in English or French; None where it names none."""
    for kind, telling in _TELLING:
        if re.search(rf"(?<!\w)(?:{telling})(?!\w)", title, re.IGNORECASE):
            return kind
    return None


def voting_round(workshop: Workshop, line: str) -> dict[str, Any]:
    """A round by ballot, in the first stage for voting that has none yet."""
    stages = [s.id for s in workshop.all(Stage) if s.kind is StageKind.PRIORITIZATION]
    taken = {round_.stage for round_ in workshop.each(Round)}
    free = next((id_ for id_ in stages if id_ not in taken), stages[0] if stages else None)
    return {"title": line, "method": Method.BALLOTS, "stage": free}


def question(_: Workshop, line: str) -> dict[str, Any]:
    """A question that is answered in words."""
    return {"text": line, "answer": AnswerKind.TEXT}


def resource(_: Workshop, line: str) -> dict[str, Any]:
    """A link: its label, and the address with which the line ends."""
    words = line.split()
    if not words or not words[-1].startswith(("http://", "https://")):
        return {"label": line, "url": ""}
    address = words[-1]
    return {"label": " ".join(words[:-1]) or urlsplit(address).netloc, "url": address}
