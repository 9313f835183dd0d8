"""What the fields of records, and the words of closed sets in them, are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from facilitator.language import Language
from facilitator.model.kinds import Illustrative, Origin, Place, SheetKind
from ui.kind_words import answer_kinds, combine_rules, methods, quadrants, stage_kinds


def field_names(words: Language) -> dict[str, str]:
    """The fields of all kinds by their names in the program; `position` is told in words."""
    return _of_the_plan(words) | _of_the_day(words)


def _of_the_plan(words: Language) -> dict[str, str]:
    return {
        "title": words("Title"),
        "host": words("Host"),
        "venue": words("Venue"),
        "place": words("Place"),
        "date": words("Date"),
        "starts": words("Start"),
        "timezone": words("Time zone"),
        "language": words("Language"),
        "objective": words("Objective"),
        "description": words("Description"),
        "decision": words("Decision"),
        "participants_note": words("Note on the participants"),
        "evaluation_note": words("Note before the evaluation"),
        "insights_title": words("Title over the insights"),
        "insights_note": words("Note before the insights"),
        "facilitator": words("Facilitator"),
        "contact": words("Contact"),
        "public_address": words("Web address"),
        "threshold": words("Smallest count shown by sector"),
        "illustrative": words("Made up"),
        "label": words("Label"),
        "url": words("Address"),
        "caption": words("Caption"),
        "needs_internet": words("Needs the internet"),
        "name": words("Name"),
        "statement": words("Statement"),
        "colour": words("Colour"),
        "kind": words("Kind"),
        "group": words("Group"),
        "exercise": words("Exercise"),
        "prompt": words("Prompt"),
        "private_notes": words("Private notes"),
        "planned_start": words("Planned start"),
        "planned_minutes": words("Planned minutes"),
        "sector": words("Sector"),
        "further_sectors": words("Further sectors"),
        "organization": words("Organization"),
        "method": words("Method"),
        "dots": words("Dots"),
        "stacking": words("At most on one idea"),
        "open": words("Open vote"),
        "combine": words("Dots of merged ideas"),
        "meaning": words("Meaning"),
        "options": words("Options"),
        "lowest": words("From"),
        "highest": words("To"),
        "heading": words("Heading"),
        "paragraphs": words("Paragraphs"),
        "bullets": words("Points"),
    }


def _of_the_day(words: Language) -> dict[str, str]:
    return {
        "number": words("No."),
        "text": words("Text"),
        "notes": words("Notes"),
        "started_at": words("Started"),
        "finished_at": words("Finished"),
        "paused_at": words("Paused"),
        "paused_seconds": words("Seconds paused"),
        "added_minutes": words("Added minutes"),
        "skipped": words("Skipped"),
        "arrived_at": words("Arrived"),
        "quadrant": words("Quadrant"),
        "principle": words("Principle"),
        "table": words("Table"),
        "legible": words("Legible"),
        "sheet": words("Sheet"),
        "stage": words("Stage"),
        "theme": words("Theme"),
        "entries": words("Notes under it"),
        "answers": words("Answers notes"),
        "origin": words("Origin"),
        "merged_into": words("Merged into"),
        "ideas": words("Ideas"),
        "voters": words("Voters"),
        "unused": words("Dots unused"),
        "spoiled": words("Spoiled"),
        "closed": words("Closed"),
        "revealed": words("Revealed"),
        "round": words("Round"),
        "marks": words("Dots"),
        "idea": words("Idea"),
        "criterion": words("Dot colour"),
        "counter": words("Count"),
        "strong_agreement": words("Strong agreement"),
        "agreement": words("Agreement"),
        "neutral": words("Neutral"),
        "disagreement": words("Disagreement"),
        "strong_disagreement": words("Strong disagreement"),
        "confusion": words("Confusion"),
        "signatures": words("Signatures"),
        "comments": words("Comments"),
        "people": words("People"),
        "answer": words("Answer"),
        "asker": words("Asked by"),
        "question": words("Question"),
        "form": words("Form"),
        "choices": words("Choices"),
        "scale": words("On the scale"),
        "option": words("Option"),
        "code": words("Code"),
        "copy": words("Copy number"),
        "paper": words("Paper"),
        "printed_at": words("Printed"),
        "participant": words("Participant"),
    }


def set_words(words: Language) -> dict[StrEnum, str]:
    """The words of the closed sets."""
    tables: tuple[Mapping[Any, str], ...] = (
        stage_kinds(words),
        quadrants(words),
        methods(words),
        combine_rules(words),
        answer_kinds(words),
        _of_paper(words),
    )
    named: dict[StrEnum, str] = {word: said for table in tables for word, said in table.items()}
    return named | {
        Origin.IDEATION: words("Ideation"),
        Origin.GALLERY_WALK: words("Gallery walk"),
    }


def _of_paper(words: Language) -> dict[StrEnum, str]:
    return {
        SheetKind.AGENDA: words("Agenda"),
        SheetKind.SWOT: words("SWOT"),
        SheetKind.IDEA: words("Ideas"),
        SheetKind.BALLOT: words("Ballot"),
        SheetKind.POSTER: words("Poster"),
        Place.START: words("Start"),
        Place.PROCESS: words("Process"),
        Place.PARTICIPANTS: words("Participants"),
        Place.AGENDA: words("Agenda"),
        Place.QUESTIONS: words("Questions and answers"),
        Place.EVALUATION: words("Evaluation"),
        Place.INSIGHTS: words("Insights"),
        Place.CLOSING: words("Closing"),
        Illustrative.ENTRIES: words("Notes"),
        Illustrative.VOTES: words("Votes"),
        Illustrative.ENDORSEMENTS: words("Support"),
        Illustrative.RESPONSES: words("Evaluation"),
        Illustrative.ANSWERS: words("Answers"),
        Illustrative.TIMES: words("Times"),
    }
