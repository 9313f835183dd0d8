"""Commands that only read: what they say, and that the file stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.model.ids import new_id
from facilitator.model.kinds import Combine, Method, StageKind
from facilitator.model.merging import merge_ideas
from facilitator.model.records import (
    Ballot,
    Facts,
    Idea,
    Mark,
    Participant,
    RatingSheet,
    Record,
    Round,
    Stage,
    WallCount,
)
from facilitator.model.votes import choose_combine, close_round, delete_rating, reopen_round
from facilitator.storage import WorkshopFile
from tests.commands.command_line import call, start


@pytest.mark.parametrize(
    "command",
    [
        ["results"],
        ["results", "--json"],
        ["check"],
        ["export", "-o", "out.json"],
        ["report", "-o", "out.pdf"],
    ],
    ids=" ".join,
)
def test_a_reading_command_leaves_the_file_byte_for_byte(
    command: list[str], workshop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workshop_file.parent)
    before = workshop_file.read_bytes(), workshop_file.stat().st_mtime_ns

    name, *options = command
    outcome = call(name, workshop_file, *options)

    assert outcome.code == 0, outcome.err
    assert (workshop_file.read_bytes(), workshop_file.stat().st_mtime_ns) == before


def test_an_export_taken_in_again_is_the_same_byte_for_byte(
    workshop_file: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"

    assert call("export", workshop_file, "-o", first).code == 0
    assert call("new", tmp_path / "again.workshop", "--from", first).code == 0
    assert call("export", tmp_path / "again.workshop", "-o", second).code == 0

    assert first.read_bytes() == second.read_bytes()


def test_an_existing_export_is_replaced(workshop_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("older")

    assert call("export", workshop_file, "-o", target).code == 0

    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 2


def test_a_new_workshop_is_titled_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "Autumn meeting.workshop"

    outcome = call("new", path)

    assert outcome.code == 0
    with WorkshopFile.open(path) as file:
        assert file.workshop.facts.title == "Autumn meeting"


def test_a_new_workshop_from_a_template(tmp_path: Path) -> None:
    from facilitator.exchange.templates import template_names

    for name in template_names():
        path = tmp_path / f"{name}.workshop"
        assert call("new", path, "--template", name).code == 0
        with WorkshopFile.open(path) as file:
            assert file.workshop.count(Stage)

    refused = call("new", tmp_path / "x.workshop", "--template", "nope").sentence
    assert all(name in refused for name in template_names())


@pytest.fixture
def voted(tmp_path: Path) -> Path:
    """Three rounds, worked by hand, with things that nobody should read in the results."""
    one, two, three, four = (Idea(new_id(), n, f"Idea {n}", position=n) for n in (1, 2, 3, 4))
    ballots = Round(new_id(), "By ballot", Method.BALLOTS, dots=3, stacking=2, closed=True)
    wall = Round(new_id(), "On the wall", Method.WALL, dots=2, voters=5, closed=True, position=1.0)
    rated = Round(new_id(), "Rated", Method.RATING, closed=True, position=2.0)
    records: tuple[Record, ...] = (
        Facts(new_id(), title="A vote"),
        Stage(new_id(), StageKind.PRIORITIZATION, "Vote", private_notes="PRIVATE"),
        Participant(new_id(), name="SOMEBODY", organization="SOMEWHERE"),
        *(one, two, three, four, ballots, wall, rated),
        Ballot(new_id(), 1, ballots.id, (Mark(one.id, 2), Mark(two.id, 1))),
        Ballot(new_id(), 2, ballots.id, (Mark(two.id, 1), Mark(three.id, 2))),
        Ballot(new_id(), 3, ballots.id, (Mark(one.id, 3),)),
        Ballot(new_id(), 4, ballots.id, (), "SOMEBODY tore it"),
        WallCount(new_id(), wall.id, one.id, 6),
        WallCount(new_id(), wall.id, two.id, 3),
        WallCount(new_id(), wall.id, two.id, 4, counter=2),
        RatingSheet(new_id(), rated.id, one.id, 1, confusion=3, signatures=5, comments=("SOME",)),
    )
    path = tmp_path / "voted.workshop"
    WorkshopFile.create(path, records).close()
    return path


def test_results_of_merged_ideas(voted: Path) -> None:
    with WorkshopFile.open(voted) as opened:
        one, two, *_ = opened.workshop.all(Idea)
        sheet = opened.workshop.all(RatingSheet)[0]
        opened.perform(delete_rating(opened.workshop, sheet.id))
        opened.perform(merge_ideas(opened.workshop, one.id, [two.id]))
        ballots = opened.workshop.all(Round)[0]
        opened.perform(reopen_round(opened.workshop, ballots.id))
        opened.perform(choose_combine(opened.workshop, ballots.id, Combine.HIGHEST))
        opened.perform(close_round(opened.workshop, ballots.id))
    round_ = json.loads(call("results", voted, "--json").out)["rounds"][0]
    first = round_["criteria"][0]["ideas"][0]
    assert (first["number"], first["dots"], first["voters"]) == (one.number, 3, 2)
    assert first["merged"] == [{"number": two.number, "text": two.text}]
    assert (round_["combine"], round_["reconciliation"]["merged"]) == ("highest", 1)
    printed = call("results", voted).out
    assert "Merged ideas: only the most that any one of them got counts" in printed
    assert f"{one.number}. {one.text} [with {two.number}]" in printed
    assert "1 of the used in no total" in printed


def test_results_as_json(voted: Path) -> None:
    results = json.loads(call("results", voted, "--json").out)

    assert (results["format"], results["version"]) == ("facilitator-results", 1)
    ballots, wall, rated = results["rounds"]
    assert [
        (row["rank"], row["tied"], row["dots"], row["voters"])
        for row in ballots["criteria"][0]["ideas"]
    ] == [(1, True, 2, 1), (1, True, 2, 2), (1, True, 2, 1), (4, False, 0, 0)]
    assert ballots["reconciliation"] == {
        "issued": 12,
        "used": 6,
        "unused": 0,
        "spoiled": 6,
        "difference": 0,
        "merged": 0,
    }
    assert ballots["counted"] == 2
    assert ballots["spoiled"] == [
        {"reason": "by_hand", "ballots": 1},
        {"reason": "stacking", "ballots": 1},
    ]
    first, second, *_ = wall["criteria"][0]["ideas"]
    assert (first["dots"], first["voters"], first["share"]) == (6, None, 6 / 9)
    assert second["counts"] == [3, 4]
    assert wall["reconciliation"]["unused"] is None
    assert rated["ideas"][0]["distribution"]["confusion"] == 3
    assert rated["ideas"][0]["score"] == 10
    assert rated["ideas"][0]["signatures_differ"]


def test_results_for_people(voted: Path) -> None:
    text = call("results", voted).out

    assert "1=     2    33%       2  2. Idea 2" in text
    assert "4     0     0%       0  4. Idea 4" in text
    assert "12 issued, 6 used, 0 unused, 6 spoiled; it adds up" in text
    assert "Spoiled: 1 with too many dots on one idea" in text
    assert "10 issued, 9 used, 0 spoiled; unused not recorded" in text
    assert "[many confused] [5 signatures, 4 dots]" in text
    assert "not a representative sample" in text


def test_totals_stay_hidden_while_voting_is_open(voted: Path) -> None:
    with WorkshopFile.open(voted) as opened:
        for round_ in opened.workshop.all(Round):
            opened.perform(reopen_round(opened.workshop, round_.id))
    ballots, wall, rated = json.loads(call("results", voted, "--json").out)["rounds"]
    assert (ballots["criteria"], wall["criteria"], rated["ideas"]) == ([], [], [])
    assert (ballots["closed"], ballots["counted"]) == (False, 2)
    text = call("results", voted).out
    assert "totals stay hidden until it is closed; ballots: 2 counted, 2 spoiled." in text
    assert text.count("totals stay hidden until it is closed") == 3
    assert "Idea " not in text


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_results_never_name_anybody(voted: Path, options: list[str]) -> None:
    said = call("results", voted, *options).out

    assert not {"SOMEBODY", "SOMEWHERE", "PRIVATE", "SOME"} & set(said.split())
    assert "SOME" not in said


def test_a_long_idea_is_folded_not_cut(tmp_path: Path) -> None:
    text = "word " * 400 + "x" * 300
    idea = Idea(new_id(), 1, text)
    round_ = Round(new_id(), "Vote", Method.BALLOTS, closed=True)
    path = tmp_path / "long.workshop"
    WorkshopFile.create(path, (Facts(new_id(), title="Long"), idea, round_)).close()

    shown = call("results", path).out

    assert max(map(len, shown.splitlines())) <= 110
    assert shown.count("word") == 400
    assert shown.count("x") >= 300


def test_check_lists_what_does_not_add_up(voted: Path) -> None:
    outcome = call("check", voted)

    assert outcome.code == 1
    assert "idea 2 was counted as 3 and 4" in outcome.out
    assert outcome.err == ""


def test_check_of_a_sound_file_by_the_real_program(workshop_file: Path) -> None:
    outcome = start("check", workshop_file)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.count("\n") == 1


def test_a_report_says_which_totals_it_leaves_out(voted: Path, tmp_path: Path) -> None:
    with WorkshopFile.open(voted) as opened:
        wall = opened.workshop.all(Round)[1]
        opened.perform(reopen_round(opened.workshop, wall.id))
    outcome = call("report", voted, "-o", tmp_path / "out.pdf")

    assert outcome.code == 0
    assert "“On the wall” is still open, so its totals are left out" in outcome.err
    assert outcome.err.count("\n") == 1
