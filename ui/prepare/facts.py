"""The facts of a workshop: what it is, where and when, and what its report says of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from zoneinfo import available_timezones

from ui.prepare.described import Field, Section
from ui.prepare.editors import LineEditor, NumberEditor, SuggestEditor, TextEditor
from ui.stages.page import Room

_LANGUAGES = ("en", "fr", "cr", "de", "es", "iu", "it", "mic", "oj", "pa", "pt", "uk", "zh")


def sections(room: Room) -> Sequence[Section]:
    """The fields of the facts, under their headings."""
    words = room.words
    return (
        Section(words("THE WORKSHOP"), _workshop(room)),
        Section(words("WHEN AND WHERE"), _place(room)),
        Section(words("IN THE SUMMARY"), _summary(room)),
    )


def _workshop(room: Room) -> Sequence[Field]:
    words = room.words
    return (
        Field("title", words("Title"), LineEditor),
        Field("host", words("Host"), LineEditor, words("Who calls people together.")),
        Field("facilitator", words("Facilitator"), LineEditor, beside=True),
        Field(
            "objective",
            words("Objective"),
            TextEditor,
            words("What you want to find out or to reach, in a sentence or two."),
        ),
        Field(
            "decision",
            words("Decision"),
            TextEditor,
            words("The decision that this feeds, and who takes it."),
        ),
        Field(
            "description",
            words("Description"),
            TextEditor,
            words("What takes place: who meets, where, about what. A line is a paragraph."),
        ),
    )


def _place(room: Room) -> Sequence[Field]:
    words = room.words
    return (
        Field("date", words("Date"), LineEditor, words("Year, month, day: 2017-10-13")),
        Field("starts", words("Start"), LineEditor, words("In 24 hours: 13:30"), beside=True),
        Field("venue", words("Venue"), LineEditor, words("The building or the room.")),
        Field("place", words("Place"), LineEditor, words("The town or area."), beside=True),
        Field(
            "timezone",
            words("Time zone"),
            lambda name: SuggestEditor(name, lambda: sorted(available_timezones())),
            words("Type a few letters of the city, and choose."),
        ),
        Field(
            "language",
            words("Language of the workshop"),
            lambda name: SuggestEditor(name, lambda: _LANGUAGES),
            words("Its code: en is English, fr is French."),
            beside=True,
        ),
    )


def _summary(room: Room) -> Sequence[Field]:
    words = room.words
    short = partial(TextEditor, lowest=1)
    return (
        Field("participants_note", words("Note on the participants"), short),
        Field("insights_title", words("Title over the insights"), LineEditor),
        Field(
            "insights_note",
            words("Note before the insights"),
            TextEditor,
            words("A line is a paragraph."),
        ),
        Field("evaluation_note", words("Note before the evaluation"), short),
        Field("contact", words("Contact"), LineEditor, words("Whom to ask about the summary.")),
        Field(
            "public_address",
            words("Web address"),
            LineEditor,
            words("Where the summary will be found: https://…"),
            beside=True,
        ),
        Field(
            "threshold",
            words("Smallest count shown by sector"),
            NumberEditor,
            words(
                "Where results are told sector by sector, counts below this number are left out, "
                "so that nobody is pointed at. 0 shows all."
            ),
        ),
    )
