"""How notes, ideas, themes and insights look in lists."""

from __future__ import annotations

from facilitator.model.citing import code_of
from facilitator.model.kinds import Origin
from facilitator.model.merging import leader_of
from facilitator.model.records import Entry, Idea, Insight, Question, Sector, Theme
from ui.models.cards import Card
from ui.stages.facts import Support, codes_of
from ui.stages.page import Room


def note_card(
    room: Room, entry: Entry, *remarks: str, indented: bool = False, settled: bool = False
) -> Card:
    """A note with its quadrant's letter; `remarks` say what became of it, `settled` mutes it."""
    known = [] if entry.legible else [room.words("illegible")]
    known += _language(room, entry)
    return Card(
        entry.text,
        code_of(entry),
        remark=" · ".join((*known, *remarks)),
        quadrant=entry.quadrant,
        letter=room.words(entry.quadrant.letter),
        muted=settled or not entry.legible,
        indented=indented,
    )


def idea_card(room: Room, idea: Idea, support: Support) -> Card:
    """An idea with the notes that it answers, and its support."""
    words, people = room.words, support.people(idea.id)
    remarks = []
    if idea.answers:
        remarks.append(words("answers {notes}", notes=codes_of(room.session, idea.answers)))
    leader = leader_of(room.session.workshop, idea)
    if leader.id != idea.id:
        remarks.append(words("merged into {idea}", idea=code_of(leader)))
    if idea.origin is Origin.GALLERY_WALK:
        remarks.append(words("from the gallery walk"))
    remarks += _language(room, idea)
    if people:
        remarks.append(words.plural("supported by {n} person", "supported by {n} people", people))
    remarks += [words("“{said}”", said=said) for said in support.said(idea.id)]
    tally = words("+{people}", people=people) if people else ""
    return Card(idea.text, code_of(idea), remark=" · ".join(remarks), tally=tally)


def question_card(room: Room, question: Question) -> Card:
    """A question with its answer beneath, and the sector that asked."""
    sector = room.session.workshop.find(Sector, question.sector)
    remarks = [] if sector is None else [room.words("asked by {sector}", sector=sector.name)]
    remarks += _language(room, question)
    return Card(question.text, code_of(question), question.answer, remark=" · ".join(remarks))


def theme_card(theme: Theme) -> Card:
    """A theme as a heading."""
    return Card(theme.name, code_of(theme), heading=True)


def insight_card(room: Room, insight: Insight) -> Card:
    """An insight with the notes that it rests on."""
    rests = room.words("rests on no notes yet")
    if insight.entries:
        rests = room.words("rests on {notes}", notes=codes_of(room.session, insight.entries))
    return Card(insight.text, code_of(insight), remark=rests)


def other_language(room: Room, current: str) -> str:
    """The language to mark instead: the workshop's own is marked as nothing."""
    other = "fr" if room.session.workshop.facts.language == "en" else "en"
    return "" if current == other else other


def _language(room: Room, record: Entry | Idea | Question) -> list[str]:
    own = room.session.workshop.facts.language
    return [record.language] if record.language and record.language != own else []
