"""Principles, tables, sectors and links: lists of names with a few fields each."""

from __future__ import annotations

from facilitator.model.plan import begin
from facilitator.model.records import Principle, Resource, Sector, Table
from ui.models.cards import Card
from ui.prepare.colours import ColourEditor, colour_name, next_colour
from ui.prepare.described import Field, Listing, Section
from ui.prepare.editors import LineEditor, TextEditor, TickEditor
from ui.stages.page import Room


def principles(room: Room) -> Listing:
    """The subjects of the workshop, each with a wall of its own."""
    words, workshop = room.words, room.session.workshop

    def card(principle: Principle) -> Card:
        name = colour_name(words, principle.colour)
        return Card(
            principle.name, detail=principle.statement, remark=name, colour=principle.colour
        )

    def begun(line: str) -> dict[str, str]:
        taken = (principle.colour for principle in workshop.all(Principle))
        return {"name": line, "colour": next_colour(taken)}

    return Listing(
        Principle,
        words("Principles"),
        words("Each principle gets a wall of its own. Type the name of the first below."),
        words("Type a principle"),
        words("Enter adds it; several lines can be pasted"),
        card,
        begun,
        (
            Section(
                "",
                (
                    Field("name", words("Name"), LineEditor),
                    Field(
                        "statement",
                        words("Statement"),
                        TextEditor,
                        words("What the principle says, in a sentence; posters show it."),
                    ),
                    Field(
                        "colour",
                        words("Colour of its wall"),
                        lambda name: ColourEditor(name, words, room.theme),
                        words("The name always stands beside it."),
                    ),
                ),
            ),
        ),
    )


def tables(room: Room) -> Listing:
    """The tables in the room."""
    words = room.words
    return Listing(
        Table,
        words("Tables"),
        words("Notes say at which table they were written. Type the name of the first below."),
        words("Type a table"),
        words("Enter adds it; several lines can be pasted"),
        lambda table: Card(table.name),
        lambda line: {"name": line},
        (Section("", (Field("name", words("Name or number"), LineEditor),)),),
    )


def sectors(room: Room) -> Listing:
    """The sectors with which participants identify."""
    words = room.words
    return Listing(
        Sector,
        words("Sectors"),
        words("People say to which sector they belong. Type the name of the first below."),
        words("Type a sector"),
        words("Enter adds it; several lines can be pasted"),
        lambda sector: Card(sector.name),
        lambda line: {"name": line},
        (
            Section(
                "",
                (
                    Field(
                        "name",
                        words("Name"),
                        LineEditor,
                        words("Each person has one sector, and may have others besides."),
                    ),
                ),
            ),
        ),
    )


def resources(room: Room) -> Listing:
    """Links on the agenda handout."""
    words, workshop = room.words, room.session.workshop

    def card(link: Resource) -> Card:
        note = words("needs internet") if link.needs_internet else words("works in the room")
        remark = " · ".join(part for part in (link.caption, note) if part)
        return Card(link.label, detail=link.url, remark=remark)

    return Listing(
        Resource,
        words("Links"),
        words("What to read or watch, as a code on the agenda. Type a label and its address."),
        words("Label and address, as in: Report https://…"),
        words("Enter adds it"),
        card,
        lambda line: begin.resource(workshop, line),
        (
            Section(
                "",
                (
                    Field("label", words("Label"), LineEditor),
                    Field(
                        "url",
                        words("Address"),
                        LineEditor,
                        words("It begins with https:// or http://."),
                    ),
                    Field(
                        "caption",
                        words("Caption"),
                        LineEditor,
                        words("A line that says what one finds there."),
                    ),
                    Field(
                        "needs_internet",
                        words("It can be opened only with the internet"),
                        TickEditor,
                    ),
                ),
            ),
        ),
    )
