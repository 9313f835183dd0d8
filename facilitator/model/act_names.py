"""The names of acts as people read them: in the Edit menu, in the history.

Each key stands for a singular and a plural text with `{n}`; they are translated where shown.
"""

from __future__ import annotations

ACT_NAMES: dict[str, tuple[str, str]] = {
    "create": ("create the workshop", "create the workshop"),
    "recover": ("recover the workshop", "recover the workshop"),
    "take_in": ("take in the workshop", "take in the workshop"),
    "start_stage": ("start the stage", "start the stage"),
    "finish_stage": ("finish the stage", "finish the stage"),
    "skip_stage": ("skip the stage", "skip the stage"),
    "note_stage": ("edit the stage notes", "edit the stage notes"),
    "add_entries": ("add a note", "add {n} notes"),
    "edit_entry": ("edit a note", "edit {n} notes"),
    "move_entries": ("move a note", "move {n} notes"),
    "mark_legible": ("mark a note legible", "mark {n} notes legible"),
    "mark_illegible": ("mark a note illegible", "mark {n} notes illegible"),
    "mark_language": ("mark the language of a note", "mark the language of {n} notes"),
    "delete_entries": ("delete a note", "delete {n} notes"),
    "add_theme": ("add a theme", "add {n} themes"),
    "rename_theme": ("rename a theme", "rename {n} themes"),
    "delete_theme": ("delete a theme", "delete {n} themes"),
    "sort_entries": ("sort a note", "sort {n} notes"),
    "add_insight": ("add an insight", "add {n} insights"),
    "edit_insight": ("edit an insight", "edit {n} insights"),
    "delete_insight": ("delete an insight", "delete {n} insights"),
    "add_ideas": ("add an idea", "add {n} ideas"),
    "edit_idea": ("edit an idea", "edit {n} ideas"),
    "link_idea": ("link an idea to notes", "link {n} ideas to notes"),
    "mark_idea_language": ("mark the language of an idea", "mark the language of {n} ideas"),
    "delete_idea": ("delete an idea", "delete {n} ideas"),
    "endorse": ("support an idea", "support {n} ideas"),
    "withdraw_support": ("take back support", "take back support"),
    "add_round": ("add a voting round", "add {n} voting rounds"),
    "change_rules": ("change the rules of the round", "change the rules of {n} rounds"),
    "record_ballot": ("record a ballot", "record {n} ballots"),
    "delete_ballot": ("delete a ballot", "delete {n} ballots"),
    "count_on_wall": ("count dots on the wall", "count dots on the wall"),
    "clear_count": ("delete a count on the wall", "delete {n} counts on the wall"),
    "record_voters": ("record the number of voters", "record the number of voters"),
    "record_leftovers": ("record the dots left over", "record the dots left over"),
    "choose_ideas": ("choose the ideas to vote on", "choose the ideas to vote on"),
    "record_rating": ("record a rating sheet", "record {n} rating sheets"),
    "delete_rating": ("delete a rating sheet", "delete {n} rating sheets"),
    "close_round": ("close the round", "close {n} rounds"),
    "reopen_round": ("open the round again", "open {n} rounds again"),
    "add_question": ("add a question", "add {n} questions"),
    "edit_question": ("edit a question", "edit {n} questions"),
    "mark_question_language": (
        "mark the language of a question",
        "mark the language of {n} questions",
    ),
    "delete_question": ("delete a question", "delete {n} questions"),
    "record_responses": ("record an evaluation form", "record {n} evaluation forms"),
    "edit_form": ("edit an evaluation form", "edit {n} evaluation forms"),
    "delete_form": ("delete an evaluation form", "delete {n} evaluation forms"),
    "add_finding": ("add a finding", "add {n} findings"),
    "edit_finding": ("edit a finding", "edit {n} findings"),
    "delete_finding": ("delete a finding", "delete {n} findings"),
    "print_sheets": ("register a printed sheet", "register {n} printed sheets"),
}


def act_name(name: str, count: int) -> str:
    """The English name of an act on `count` things; an unknown key (a newer program's) as it is."""
    singular, plural = ACT_NAMES.get(name, (name, name))
    return (singular if count == 1 else plural).format(n=count)
