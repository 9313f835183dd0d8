"""The closed sets of words as people call them: kinds of stages, quadrants, methods, answers."""

from __future__ import annotations

from facilitator.language import Language
from facilitator.model.kinds import AnswerKind, Combine, Method, Quadrant, StageKind


def stage_kinds(words: Language) -> dict[StageKind, str]:
    """What happens in a stage."""
    return {
        StageKind.INTRODUCTION: words("Introduction"),
        StageKind.PRESENTATION: words("Presentation"),
        StageKind.BREAK: words("Break"),
        StageKind.SWOT: words("SWOT"),
        StageKind.IDEATION: words("Ideation"),
        StageKind.PRIORITIZATION: words("Voting"),
        StageKind.GALLERY_WALK: words("Gallery walk"),
        StageKind.QUESTION_AND_ANSWER: words("Questions and answers"),
        StageKind.EVALUATION: words("Evaluation"),
    }


def quadrants(words: Language) -> dict[Quadrant, str]:
    """The four quadrants."""
    return {
        Quadrant.STRENGTH: words("Strengths"),
        Quadrant.WEAKNESS: words("Weaknesses"),
        Quadrant.OPPORTUNITY: words("Opportunities"),
        Quadrant.THREAT: words("Threats"),
    }


def methods(words: Language) -> dict[Method, str]:
    """How a round is counted."""
    return {
        Method.BALLOTS: words("Dots, on ballots"),
        Method.WALL: words("Dots, on the wall"),
        Method.RATING: words("Idea rating sheets"),
    }


def combine_rules(words: Language) -> dict[Combine, str]:
    """How the dots of merged ideas are counted."""
    return {
        Combine.SUM: words("Every dot counts"),
        Combine.HIGHEST: words("Nobody counts twice: the most on one of them counts"),
    }


def answer_kinds(words: Language) -> dict[AnswerKind, str]:
    """How a question of the evaluation is answered."""
    return {
        AnswerKind.TEXT: words("In their own words"),
        AnswerKind.SINGLE: words("One of several options"),
        AnswerKind.SEVERAL: words("Any of several options"),
        AnswerKind.SCALE: words("A number on a scale"),
    }
